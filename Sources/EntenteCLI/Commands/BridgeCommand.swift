import ArgumentParser
import Entente

/// `entente bridge`: what alone holds parts of the graph together.
struct BridgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridge",
    abstract: "Lists links and nodes without which the graph would fall apart.",
    discussion: """
      A link is a bridge, and a node an articulation point, if what it joins hangs together by nothing else. 'parts' says \
      how many parts would be left of its component, 'lost' how many nodes would be cut off from the largest of them.

      EXAMPLES
        entente bridge *.json
        entente bridge trade.tsv --format csv
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file.", valueName: "file"))
  var files: [String]

  @OptionGroup var shown: LimitOptions
  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let graph = try await links.links(of: files)
    let rows = graph.breakPoints().map { Row(graph, $0) }
      .sorted { ($1.lost, $0.kind, $0.name) < ($0.lost, $1.kind, $1.name) }
    try report.write(
      shown.first(of: rows), styles: [.faint, .bold],
      emptyMessage: "nothing alone holds the graph together")
  }

  private struct Row: ReportRow {
    static let columns = ["kind", "name", "type", "parts", "lost"]
    var kind: String
    var name: String
    var type: String
    var parts: Int
    var lost: Int

    init(_ graph: LinkGraph, _ point: BreakPoint) {
      switch point.element {
      case .node(let node):
        (kind, name, type) = ("node", graph.name(of: node), graph.type(of: node))
      case .edge(let edge):
        kind = "link"
        name = "\(graph.name(of: graph.source(of: edge))) – \(graph.name(of: graph.target(of: edge)))"
        type = graph.label(of: edge)
      }
      (parts, lost) = (point.parts, point.lost)
    }

    var cells: [Table.Cell] { [.text(kind), .text(name), .text(type), .integer(parts), .integer(lost)] }
  }
}
