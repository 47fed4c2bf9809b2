import ArgumentParser
import Entente

/// `entente between`: who stands between two.
struct BetweenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract: "Lists who stands on the shortest ways between two, and on which share of them.",
    usage: "entente between <file> ... <from> <to> [<options>]",
    discussion: """
      A share of 1 means that every shortest way passes by. Several facts between the same two are one step.

      EXAMPLES
        entente between *.json "Mark Rutte" Greenland
        entente between trade.tsv Ghana Togo --format csv
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file; then two names.", valueName: "file ... from to"))
  var operands: [String]

  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let operands = try Operands(self.operands, names: 2, wanted: "entente between <file> ... <from> <to>")
    let graph = try await links.links(of: operands.files)
    let ends = try graph.ends(named: operands.names)
    let found = try graph.goBetweens(
      from: ends.from, to: ends.to, direction: links.direction(in: graph), execution: links.execution)
    let rows = found.map {
      Row(share: $0.share, steps: $0.steps, name: graph.name(of: $0.node), type: graph.type(of: $0.node))
    }
    let names = [ends.from, ends.to].map { graph.name(of: $0) }
    try report.write(
      rows, styles: [nil, .faint, .bold],
      emptyMessage: "nobody stands between \(names[0]) and \(names[1]): they are neighbours, or no way joins them")
  }

  private struct Row: ReportRow {
    static let columns = ["share", "steps", "name", "type"]
    var share: Double
    var steps: Int
    var name: String
    var type: String

    var cells: [Table.Cell] {
      [.number((share * 1000).rounded() / 1000), .integer(steps), .text(name), .text(type)]
    }
  }
}
