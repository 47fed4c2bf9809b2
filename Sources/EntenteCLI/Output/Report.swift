import Entente

/// A line of a command's answer: an object for programs, cells for tables.
protocol ReportRow: Encodable {
  /// The heads of the cells.
  static var columns: [String] { get }
  /// One a column.
  var cells: [Table.Cell] { get }
}

/// Rows in the format that was asked for.
struct Report<Row: ReportRow> {
  var rows: [Row]
  /// How the columns look on a terminal.
  var styles: [TextStyle?] = []

  /// The rows in a machine's format, or as a table.
  ///
  /// - Throws: where a row cannot be written as JSON.
  func bytes(as format: OutputFormat, for terminal: Terminal) throws -> [UInt8] {
    switch format {
    case .json: return Array(try JSONText.pretty(rows).utf8)
    case .jsonl: return Array(try rows.map { try JSONText.line($0) }.joined().utf8)
    case .csv: return Table(columns: Row.columns, rows: rows.map(\.cells)).csv()
    case .table:
      let table = TextTable(
        columns: Row.columns.map { $0.uppercased() }, rows: rows.map { $0.cells.map(\.plainText) }, styles: styles)
      return Array(table.text(for: terminal).utf8)
    }
  }
}
