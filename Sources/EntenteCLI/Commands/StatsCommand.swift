import ArgumentParser
import Entente

/// `entente stats`: a graph in numbers.
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Describes a graph in numbers: size, density, components, distances, clustering, groups.",
    discussion: """
      Distances and groups are those of the graph taken as undirected. In a large graph the distances from 64 nodes stand \
      for all, and the names of the figures say so.

      EXAMPLES
        entente stats *.json
        entente stats trade.tsv --format json
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file.", valueName: "file"))
  var files: [String]

  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let graph = try await links.links(of: files)
    let progress = Progress("looking at")
    defer { progress.finish() }
    let figures = try graph.figures(execution: links.execution) { progress.show($0) }
    progress.finish()
    let rows = figures.map { Row(measure: $0.name, value: $0.value) }
    try report.write(rows, styles: [nil, .bold], emptyMessage: "the graph has no figures")
  }

  private struct Row: ReportRow {
    static let columns = ["measure", "value"]
    var measure: String
    var value: Double

    var cells: [Table.Cell] {
      let isWhole = value == value.rounded() && value.magnitude < 1e15
      return [.text(measure), isWhole ? .integer(Int(value)) : .number((value * 1e6).rounded() / 1e6)]
    }
  }
}
