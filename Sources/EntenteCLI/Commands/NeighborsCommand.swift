import ArgumentParser
import Entente

/// `entente neighbors`: what an entity is joined to.
struct NeighborsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbors",
    abstract: "Lists the facts that join an entity to others, or the links of a node.",
    usage: "entente neighbors <file> ... <name> [<options>]",
    discussion: """
      EXAMPLES
        entente neighbors article.txt NATO
        entente neighbors article.json "Mr. Rutte" --format jsonl
        entente neighbors trade.tsv Ghana
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file; then a name.", valueName: "file ... name"))
  var operands: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let operands = try Operands(self.operands, names: 1, wanted: "entente neighbors <file> ... <name>")
    if let file = try LinkOptions.graphFile(among: operands.files) {
      return try listLinks(of: operands.names[0], in: try LinkGraph(contentsOf: file))
    }
    let graph = try await reading.graph(of: operands.files)
    let entity = try graph.entity(named: operands.names[0])
    let ties = graph.neighbors(of: entity.id)
    let emptyMessage = "no fact joins \(entity.name) to anything"
    if report.format == .table && !ties.isEmpty {
      try report.target.write(prose(of: ties))
    } else {
      try report.write(ties.map { TieRow(tie: $0) }, emptyMessage: emptyMessage)
    }
  }

  /// The links of a node, by what is at their other end.
  private func listLinks(of name: String, in graph: LinkGraph) throws {
    let node = try graph.node(named: name)
    let rows =
      graph.outgoingEdges(of: node).map { LinkRow(graph, $0, to: graph.target(of: $0), "→") }
      + graph.incomingEdges(of: node).map { LinkRow(graph, $0, to: graph.source(of: $0), "←") }
    try report.write(
      rows.sorted { ($0.name, $1.way, $0.link) < ($1.name, $0.way, $1.link) }, styles: [.faint, .bold],
      emptyMessage: "no link joins \(graph.name(of: node)) to anything")
  }

  private func prose(of ties: [Tie]) -> String {
    var prose = Prose(for: report.target.terminal)
    var neighbor: EntityID?
    for tie in ties {
      if neighbor != tie.to.id {
        if neighbor != nil { prose.addGap() }
        prose.add("\(tie.to.name) (\(tie.to.type.rawValue))", style: .bold)
        neighbor = tie.to.id
      }
      let caveats = FactText.caveats(tie)
      prose.add(
        "\(FactText.arrow(tie.bearing)) \(FactText.label(tie))" + (caveats.isEmpty ? "" : " · \(caveats)"), indent: 2)
      for evidence in tie.evidence { prose.add(evidence, in: tie.documents, indent: 4) }
    }
    return prose.text
  }
}

/// A link of a node as a line of a table.
private struct LinkRow: ReportRow {
  static let columns = ["way", "name", "type", "link", "weight"]
  var way: String
  var name: String
  var type: String
  var link: String
  var weight: Double?

  init(_ graph: LinkGraph, _ edge: EdgeID, to other: NodeID, _ way: String) {
    self.way = way
    (name, type, link) = (graph.name(of: other), graph.type(of: other), graph.label(of: edge))
    weight = graph.weights?[edge]
  }

  var cells: [Table.Cell] {
    [.text(way), .text(name), .text(type), .text(link), weight.map { .number($0) } ?? .none]
  }
}
