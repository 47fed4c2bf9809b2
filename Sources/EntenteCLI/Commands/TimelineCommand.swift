import ArgumentParser
import Entente

/// `entente timeline`: what happened when, and according to whom.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Lists events by date, with their status and who says so; those without a date come last.",
    discussion: """
      EXAMPLES
        entente timeline article.txt
        entente timeline *.txt --entity Rutte --entity Trump --from 2025-07-01
        entente timeline article.json --status planned --format csv
      """)

  @Argument(help: ArgumentHelp("Texts or fact files; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Only events in which this entity takes part; may be given again.", valueName: "name"))
  var entity: [String] = []

  @Option(
    help: ArgumentHelp("Only events on this day or later.", valueName: "yyyy-mm-dd"),
    transform: CalendarDate.init(option:))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("Only events on this day or earlier.", valueName: "yyyy-mm-dd"),
    transform: CalendarDate.init(option:))
  var through: CalendarDate?

  @Option(help: "Only events of this status; may be given again.")
  var status: [EventStatus] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let graph = try await reading.graph(of: files)
    let filter = TimelineFilter(
      entities: try entity.map { try graph.entity(named: $0).id }, from: from, through: through,
      statuses: status.isEmpty ? Set(EventStatus.allCases) : Set(status))
    let timeline = Timeline(graph.facts, filter: filter)
    let entries = timeline.dated + timeline.undated
    if report.format == .table && !entries.isEmpty {
      try report.target.write(Self.table(entries).text(for: report.target.terminal))
    } else {
      let rows = entries.map { TimelineRow(entry: $0) }
      try report.write(rows, emptyMessage: "there is no event in the time and the choice given")
    }
  }

  /// What a person reads: the event, its words, and the beginning of its identifier for `explain`.
  private static func table(_ entries: [Timeline.Entry]) -> TextTable {
    let rows = entries.map { entry in
      let quote = entry.evidence.map { " — " + FactText.quote($0) } ?? ""
      let id = entry.event.rawValue.prefix(12)
      return [
        entry.date?.edtf ?? "undated", entry.status.rawValue, entry.type.rawValue, "\(entry.summary)\(quote) [\(id)]",
      ]
    }
    return TextTable(columns: ["DATE", "STATUS", "EVENT", "WHAT"], rows: rows, styles: [.bold, .faint, nil, nil])
  }
}

/// An event as a line of a table.
private struct TimelineRow: ReportRow {
  static let columns = [
    "id", "date", "status", "type", "actors", "targets", "places", "says", "what", "document", "evidence",
  ]
  var entry: Timeline.Entry

  var cells: [Table.Cell] {
    [
      .text(entry.event.rawValue), .text(entry.date?.edtf ?? ""), .text(entry.status.rawValue),
      .text(entry.type.rawValue), .list(entry.actors), .list(entry.targets), .list(entry.places),
      .list(entry.attributedTo), .text(entry.summary), .text(entry.source), .text(entry.evidence?.text ?? ""),
    ]
  }

  func encode(to encoder: any Encoder) throws { try entry.encode(to: encoder) }
}
