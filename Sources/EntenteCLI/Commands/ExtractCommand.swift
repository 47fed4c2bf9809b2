import ArgumentParser
import Entente

/// `entente extract`: texts to facts in the exchange format.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads texts and writes entities, relations and events, each with the words that say so.",
    discussion: """
      Without --format it writes JSON, or a table where a person reads along. The order of the files makes no
      difference, apart from jsonl, which writes one object a file in the order given.

      EXAMPLES
        entente extract article.txt --output article.json
        entente extract *.html --format jsonl
        curl -s https://example.org/story | entente extract - --date 2026-02-13
        entente extract article.txt --format csv --table events
      """)

  @Argument(help: ArgumentHelp("Texts (plain or HTML) or fact files; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "How to write the facts (default: json, or table on a terminal).")
  var format: OutputFormat?

  @Option(help: "Which facts to write as csv, or as table instead of all.")
  var table: FactTable?

  @Option(help: "What offsets count: scalars of the mended text, or bytes of the input.")
  var offsets: OffsetUnit = .scalars

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var reading: ReadingOptions

  private var target: OutputTarget { output.map { .file($0) } ?? .standardOutput }

  private var effectiveFormat: OutputFormat { format ?? (target.terminal.isTerminal ? .table : .json) }

  func validate() throws {
    if table != nil && format != .csv && format != .table {
      throw ValidationError("--table goes with --format csv or --format table")
    }
    if table == nil && format == .csv {
      throw ValidationError("--format csv needs --table entities, --table relations or --table events")
    }
    try reading.check(files)
  }

  func run() async throws {
    let format = effectiveFormat
    var files: [FactFile] = []
    var lines: [UInt8] = []
    try await reading.forEachFile(self.files, offsets: offsets) { facts in
      for diagnostic in facts.diagnostics {
        StandardError.write(line: PrintableText.of("entente: note: \(facts.source): \(diagnostic.message)"))
      }
      if format != .jsonl { return files.append(facts.file) }
      // Written as it comes, so that the next program in a pipe can begin.
      if output == nil { try target.write(facts.file.jsonLine()) } else { lines += facts.file.jsonLine() }
    }
    switch format {
    case .json: try target.write(try FactFile.merged(files).json())
    case .jsonl: if output != nil { try target.write(lines) }
    case .csv, .table: try target.write(try text(of: try FactFile.merged(files).facts, as: format))
    }
  }

  private func text(of facts: FactSet, as format: OutputFormat) throws -> [UInt8] {
    if let table {
      let rows = table.table(facts)
      return format == .csv ? rows.csv() : Array(TextTable(rows).text(for: target.terminal).utf8)
    }
    var text = ""
    for table in FactTable.allCases {
      let digest = FactDigest.table(table, facts)
      text += TextStyle.bold.applied(to: "\(digest.rows.count) \(table.rawValue)", on: target.terminal)
      text += "\n\n" + digest.text(for: target.terminal) + "\n"
    }
    return Array(text.utf8)
  }
}

extension TextTable {
  /// A table of facts with its cells as plain text.
  init(_ table: Table) {
    self.init(columns: table.columns.map { $0.uppercased() }, rows: table.rows.map { $0.map(\.plainText) })
  }
}

/// Facts at a glance: the columns that a person looks for first.
private enum FactDigest {
  static func table(_ table: FactTable, _ facts: FactSet) -> TextTable {
    let full = table.table(facts)
    let wanted =
      switch table {
      case .entities: ["type", "name", "mentions", "aliases"]
      case .relations: ["source_name", "type", "target_name", "attributes", "evidence"]
      case .events: ["edtf", "status", "type", "actors", "targets", "places", "attributed_to", "trigger"]
      }
    let places = wanted.compactMap { name in full.columns.firstIndex(of: name) }
    // By type and name, by source, or by date; what has no date comes last.
    let rows = full.rows.map { row in places.map { row[$0] } }.sorted { left, right in
      left.map(sortKey).lexicographicallyPrecedes(right.map(sortKey))
    }
    return TextTable(Table(columns: places.map { full.columns[$0] }, rows: rows))
  }

  private static func sortKey(_ cell: Table.Cell) -> String {
    let text = cell.plainText
    return text.isEmpty ? "\u{10FFFF}" : text
  }
}
