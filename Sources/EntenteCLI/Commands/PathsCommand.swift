import ArgumentParser
import Entente

/// `entente paths`: in how many ways two are linked.
struct PathsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Lists the shortest ways between two, the shortest first; no way meets anybody twice.",
    usage: "entente paths <file> ... <from> <to> [<options>]",
    discussion: """
      Several facts between the same two are one step, whose words are all listed.

      EXAMPLES
        entente paths article.json "Mark Rutte" "GIUK gap" --limit 5
        entente paths trade.tsv Ghana Togo --longest 3 --format csv
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file; then two names.", valueName: "file ... from to"))
  var operands: [String]

  @Option(parsing: .unconditional, help: ArgumentHelp("List at most this many.", valueName: "number"))
  var limit = 10

  @Option(parsing: .unconditional, help: ArgumentHelp("Leave out ways of more steps.", valueName: "steps"))
  var longest: Int?

  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
    if let longest, longest < 1 { throw ValidationError("--longest takes a number from 1 up") }
  }

  func run() async throws {
    let operands = try Operands(self.operands, names: 2, wanted: "entente paths <file> ... <from> <to>")
    let graph = try await links.links(of: operands.files)
    let ends = try graph.ends(named: operands.names)
    let direction = links.direction(in: graph)
    let merged = try graph.simplified(isUndirected: direction == .both)
    let found = try merged.shortestPaths(
      from: ends.from, to: ends.to, limit: limit, direction: direction, execution: links.execution)
    let rows = found.map(\.path).filter { $0.length <= longest ?? .max }.enumerated().flatMap { number, path in
      StepRow.rows(path, number: number + 1, in: graph, merged)
    }
    let names = [ends.from, ends.to].map { graph.name(of: $0) }
    try report.write(
      rows, styles: [.faint, .faint, .bold, .bold], emptyMessage: "no way leads from \(names[0]) to \(names[1])")
  }
}
