import ArgumentParser
import Entente

/// `entente diff`: what is new, gone or different.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Lists what changed from one text, fact file or graph file to another.",
    usage: "entente diff <old> <new> [<options>]",
    discussion: """
      Facts are the same if their identifiers are; links of a graph file, if source, type and target are. \
      Other evidence for the same fact is no change; where both graph files have weights, another weight is one.

      EXAMPLES
        entente diff january.json february.json
        entente diff 2024.tsv 2025.tsv --format csv
      """)

  @Argument(help: "What was there before.")
  var old: String

  @Argument(help: "What is there now.")
  var new: String

  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard LinkGraph.isGraphFile(old) == LinkGraph.isGraphFile(new) else {
      throw ValidationError("a graph file is compared with a graph file, and facts with facts")
    }
  }

  func run() async throws {
    let difference =
      LinkGraph.isGraphFile(old)
      ? try await links.links(of: [new]).difference(from: try await links.links(of: [old]))
      : try await links.reading.facts(of: [new]).facts.difference(from: try await links.reading.facts(of: [old]).facts)
    try report.write(
      difference.entries.map { Row(entry: $0) }, styles: [nil, .faint, .faint, .bold],
      emptyMessage: "nothing changed from \(old) to \(new)")
  }

  private struct Row: ReportRow {
    static let columns = ["change", "kind", "type", "name", "id", "before", "after"]
    var entry: FactDifference.Entry

    var cells: [Table.Cell] {
      [
        .text(entry.change.rawValue), .text(entry.kind), .text(entry.type), .text(entry.name), .text(entry.id),
        entry.weightBefore.map { .number($0) } ?? .none, entry.weightAfter.map { .number($0) } ?? .none,
      ]
    }

    func encode(to encoder: any Encoder) throws { try entry.encode(to: encoder) }
  }
}
