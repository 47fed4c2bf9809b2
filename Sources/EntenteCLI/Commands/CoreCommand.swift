import ArgumentParser
import Entente

/// `entente core`: who is in the thick of it.
struct CoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "core",
    abstract:
      "Ranks by the innermost core: the k-core is what is left when all with fewer than k links are taken away, again and again.",
    discussion: """
      EXAMPLES
        entente core *.json --limit 20
        entente core trade.tsv --least 5 --format csv
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file.", valueName: "file"))
  var files: [String]

  @Option(parsing: .unconditional, help: ArgumentHelp("List only what is in this core or further in.", valueName: "k"))
  var least = 1

  @OptionGroup var shown: LimitOptions
  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if least < 0 { throw ValidationError("--least takes a number from 0 up") }
  }

  func run() async throws {
    let graph = try await links.links(of: files)
    // Several facts between the same two are one link.
    let simple = try graph.simplified(isUndirected: true)
    let cores = simple.coreNumbers()
    let degrees = simple.degrees(.both)
    let rows = graph.nodes.filter { cores[$0] >= least }
      .map { Row(core: cores[$0], name: graph.name(of: $0), type: graph.type(of: $0), links: degrees[$0]) }
      .sorted { ($1.core, $1.links, $0.name) < ($0.core, $0.links, $1.name) }
    try report.write(
      shown.first(of: rows), styles: [.faint, .bold], emptyMessage: "nothing is in the \(least)-core")
  }

  private struct Row: ReportRow {
    static let columns = ["core", "name", "type", "links"]
    var core: Int
    var name: String
    var type: String
    var links: Int

    var cells: [Table.Cell] { [.integer(core), .text(name), .text(type), .integer(links)] }
  }
}
