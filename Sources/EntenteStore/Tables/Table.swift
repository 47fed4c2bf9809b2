/// Rows of cells under named columns.
public struct Table: Hashable, Sendable {
  /// What a cell holds.
  public enum Cell: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// Several texts.
    case list([String])
    /// Nothing.
    case none
  }

  /// The names of the columns.
  public var columns: [String]
  /// The rows, each with a cell for every column.
  public var rows: [[Cell]]

  /// A table.
  ///
  /// - Precondition: each row has a cell for every column.
  public init(columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "each row has a cell for every column")
    self.columns = columns
    self.rows = rows
  }
}

extension Table.Cell {
  /// The cell as plain text; a list is joined by `; `.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.description.hasSuffix(".0") ? String(number.description.dropLast(2)) : "\(number)"
    case .list(let texts): texts.joined(separator: "; ")
    case .none: ""
    }
  }
}

// MARK: - CSV

extension Table {
  /// The table as CSV, with a header line and CRLF after each line.
  ///
  /// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
  /// carriage return) gets an apostrophe before it; numbers do not.
  ///
  /// Source: RFC 4180, "Common Format and MIME Type for CSV Files"; OWASP, "CSV Injection".
  ///
  /// - Complexity: O(*n*) in the characters of all cells.
  public func csv() -> [UInt8] {
    var bytes: [UInt8] = []
    for line in [columns.map { Cell.text($0) }] + rows {
      bytes.append(contentsOf: line.map { Self.field($0) }.joined(separator: ",").utf8)
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
  }

  /// What a spreadsheet takes a formula to begin with.
  static let formulaStarts: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]

  private static func field(_ cell: Cell) -> String {
    var text = cell.plainText
    if case .integer = cell { return text }
    if case .number = cell { return text }
    if let first = text.utf8.first, formulaStarts.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    let doubled = text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}

// MARK: - JSON Lines

extension Table {
  /// The table as JSON Lines: an object a row, its members in the order of the columns; an empty cell is `null`.
  ///
  /// - Precondition: numbers are finite.
  /// - Complexity: O(*n*) in the characters of all cells.
  public func jsonLines() -> [UInt8] {
    rows.flatMap { row in
      var json = JSONWriter()
      json.object { json in
        for (name, cell) in zip(columns, row) {
          json.key(escaping: name)
          json.cell(cell)
        }
      }
      return json.bytes + [0x0A]
    }
  }
}

extension JSONWriter {
  fileprivate mutating func cell(_ cell: Table.Cell) {
    switch cell {
    case .text(let text): string(text)
    case .integer(let number): integer(number)
    case .number(let number): self.number(number)
    case .list(let texts): array(texts) { $0.string($1) }
    case .none: null()
    }
  }
}
