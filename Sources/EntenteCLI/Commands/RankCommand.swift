import ArgumentParser
import Entente

/// `entente rank`: who and what matters most.
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Ranks entities by their place in the graph.",
    discussion: """
      PageRank runs over the facts between entities, followed both ways; what did not happen counts for nothing.

      EXAMPLES
        entente rank article.json --limit 10
        entente rank *.txt --by degree --type Person --format csv
      """)

  @Argument(help: ArgumentHelp("Texts or fact files; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "What to rank by.")
  var by: RankingMeasure = .pageRank

  @Option(help: ArgumentHelp("Rank only entities of this type; may be given again.", valueName: "type"))
  var type: [EntityType] = []

  @Option(help: ArgumentHelp("List at most this many.", valueName: "number"))
  var limit: Int?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
  }

  func run() async throws {
    let types = type.isEmpty ? Set(EntityType.allCases) : Set(type)
    let ranking = try await reading.graph(of: files).ranking(by: by, types: types)
    let rows = ranking.prefix(limit ?? ranking.count).map { Row(ranked: $0) }
    try report.write(rows, styles: [.faint, nil, .bold], emptyMessage: "there is no entity to rank")
  }

  private struct Row: ReportRow {
    static let columns = ["rank", "score", "name", "type", "relations", "events", "mentions"]
    var ranked: RankedEntity

    var cells: [Table.Cell] {
      [
        .integer(ranked.place), .number(Self.rounded(ranked.score)), .text(ranked.entity.name),
        .text(ranked.entity.type.rawValue), .integer(ranked.relations), .integer(ranked.events),
        .integer(ranked.mentions),
      ]
    }

    func encode(to encoder: any Encoder) throws { try ranked.encode(to: encoder) }

    /// As many places as a reader can use; JSON has them all.
    private static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
  }
}
