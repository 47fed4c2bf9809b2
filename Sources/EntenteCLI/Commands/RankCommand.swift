import ArgumentParser
import Entente

/// `entente rank`: who and what matters most.
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Ranks entities by their place in the graph.",
    discussion: """
      Measures look at the facts between entities, followed both ways; what did not happen counts for nothing. \
      A graph file (.tsv, .csv, .edges, .snapshot) is read by itself, its links from source to target.

      EXAMPLES
        entente rank article.json --limit 10
        entente rank *.txt --by degree --type Person --format csv
        entente rank trade.tsv --by betweenness --limit 20
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "What to rank by.")
  var by: LinkMeasure = .pageRank

  @Option(help: ArgumentHelp("Rank only what is of this type; may be given again.", valueName: "type"))
  var type: [String] = []

  @OptionGroup var shown: LimitOptions
  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    if !files.contains(where: { LinkGraph.isGraphFile($0) }),
      let wrong = type.first(where: { EntityType(rawValue: $0) == nil })
    {
      let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--type takes one of \(types), not '\(wrong)'")
    }
    let graph = try await links.links(of: files)
    if let facts = graph.facts, links.directed != true, !links.unweighted {
      let types = type.isEmpty ? Set(EntityType.allCases) : Set(type.compactMap { EntityType(rawValue: $0) })
      let ranking = try facts.ranking(by: by, types: types, execution: links.execution)
      let rows = shown.first(of: ranking).map { Row(ranked: $0) }
      return try report.write(rows, styles: [.faint, nil, .bold], emptyMessage: "there is no entity to rank")
    }
    let values = try graph.values(of: by, direction: links.direction(in: graph), execution: links.execution)
    let ranked = values.ranked().lazy.filter { type.isEmpty || type.contains(graph.type(of: $0)) }
    var rows: [NodeRow] = []
    for (index, node) in shown.first(of: Array(ranked)).enumerated() {
      let isTied = rows.last.map { $0.score == values[node] } ?? false
      rows.append(
        NodeRow(
          rank: isTied ? rows[index - 1].rank : index + 1, score: values[node], name: graph.name(of: node),
          type: graph.type(of: node)))
    }
    try report.write(rows, styles: [.faint, nil, .bold], emptyMessage: "there is no node to rank")
  }

  /// As many places as a reader can use; JSON has them all.
  private static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  private struct NodeRow: ReportRow {
    static let columns = ["rank", "score", "name", "type"]
    var rank: Int
    var score: Double
    var name: String
    var type: String

    var cells: [Table.Cell] { [.integer(rank), .number(RankCommand.rounded(score)), .text(name), .text(type)] }
  }

  private struct Row: ReportRow {
    static let columns = ["rank", "score", "name", "type", "relations", "events", "mentions"]
    var ranked: RankedEntity

    var cells: [Table.Cell] {
      [
        .integer(ranked.place), .number(RankCommand.rounded(ranked.score)), .text(ranked.entity.name),
        .text(ranked.entity.type.rawValue), .integer(ranked.relations), .integer(ranked.events),
        .integer(ranked.mentions),
      ]
    }

    func encode(to encoder: any Encoder) throws { try ranked.encode(to: encoder) }
  }
}
