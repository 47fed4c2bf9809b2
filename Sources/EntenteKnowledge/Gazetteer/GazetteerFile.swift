/// A readable table of gazetteer entries, as the project's own lists under Scripts/gazetteer are.
///
/// One row an entry, cells parted by tabs, `#` begins a comment line. The first other line names the
/// columns, in any order; `key`, `kind` and `name` must be there:
///
/// - `key`: a stable name, `scheme:identifier`, as in `org:nato`.
/// - `kind`: a ``GazetteerKind``.
/// - `name`, `aliases`, `demonyms`: names, several parted by `|`. `^` before a name: only in this very
///   case; `?`: also an ordinary word; `~`: also a personal name. Initials such as NATO or AfD are
///   recognized and taken in their case only.
/// - `lat`, `lon`: degrees north and east.
/// - `country`: ISO 3166-1 alpha-3 code of the country it belongs to.
/// - `seat`, `parts`: other entries by key, by alpha-3 code, or as `City/ALPHA-3`.
/// - `sector`: PLOVER sector code; `population`: a whole number; `descriptions`: common nouns.
public struct GazetteerFile: Sendable {
  static let columns: Set<String> = [
    "key", "kind", "name", "aliases", "demonyms", "lat", "lon", "country", "seat", "parts", "sector",
    "population", "descriptions",
  ]

  /// A row: cells by column, with where they stand.
  struct Row: Sendable {
    let file: String
    let line: Int
    let cells: [String: (text: String, column: Int)]

    /// The text of a cell, empty where there is none.
    func text(_ column: String) -> String { cells[column]?.text ?? "" }

    /// The names in a cell.
    func list(_ column: String) -> [String] {
      text(column).split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
    }

    /// An error about a cell, with the column where it begins in the line.
    func error(_ message: String, in column: String) -> KnowledgeError {
      KnowledgeError(.malformedTable, message, file: file, line: line, column: cells[column]?.column ?? 1)
    }
  }

  let rows: [Row]

  /// Reads a table and checks everything that can be checked without other entries.
  ///
  /// - Throws: `malformedTable` with line and column.
  init(_ contents: String, name: String) throws(KnowledgeError) {
    var header: [String]?
    var rows: [Row] = []
    var line = 0
    for text in contents.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      line += 1
      if text.hasPrefix("#") || text.trimmed.isEmpty { continue }
      var column = 1
      var cells: [(text: String, column: Int)] = []
      for cell in text.split(separator: "\t", omittingEmptySubsequences: false) {
        cells.append((String(cell.trimmed), column))
        column += cell.unicodeScalars.count + 1
      }
      if let header {
        rows.append(try Self.row(cells, header: header, file: name, line: line))
      } else {
        try Self.check(header: cells, file: name, line: line)
        header = cells.map(\.text)
      }
    }
    self.rows = rows
  }

  private static func check(
    header: [(text: String, column: Int)], file: String, line: Int
  ) throws(KnowledgeError) {
    var seen: Set<String> = []
    for cell in header where !columns.contains(cell.text) || !seen.insert(cell.text).inserted {
      throw KnowledgeError(
        .malformedTable,
        "'\(cell.text)' is no column or stands twice; columns are \(columns.sorted().joined(separator: ", "))",
        file: file, line: line, column: cell.column)
    }
    for needed in ["key", "kind", "name"] where !seen.contains(needed) {
      throw KnowledgeError(
        .malformedTable, "the column '\(needed)' is missing; the first row names the columns", file: file, line: line)
    }
  }

  private static func row(
    _ cells: [(text: String, column: Int)], header: [String], file: String, line: Int
  ) throws(KnowledgeError) -> Row {
    guard cells.count <= header.count else {
      throw KnowledgeError(
        .malformedTable, "the row has \(cells.count) cells, the header names \(header.count) columns",
        file: file, line: line, column: cells[header.count].column)
    }
    let named = zip(header, cells).map { ($0, (text: $1.text, column: $1.column)) }
    let row = Row(file: file, line: line, cells: Dictionary(uniqueKeysWithValues: named))
    let scheme = row.text("key").split(separator: ":", maxSplits: 1)
    guard scheme.count == 2, row.text("key").unicodeScalars.allSatisfy({ $0 != " " && $0.isASCII }) else {
      throw row.error(
        "'\(row.text("key"))' is no key; write a scheme, a colon and a name without spaces, as in org:nato",
        in: "key")
    }
    guard GazetteerKind(rawValue: row.text("kind")) != nil else {
      let kinds = GazetteerKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("'\(row.text("kind"))' is no kind; kinds are \(kinds)", in: "kind")
    }
    if row.text("name").isEmpty { throw row.error("the entry has no name", in: "name") }
    return row
  }
}

/// A name as a table writes it, its marks read.
struct MarkedName {
  var surface: String
  var isExactCase = false
  var isOrdinaryWord = false
  var isPersonalName = false
  var isAcronym: Bool

  init(_ written: String) {
    var rest = Substring(written)
    while let mark = rest.first, "^?~".contains(mark) {
      if mark == "^" { isExactCase = true }
      if mark == "?" { isOrdinaryWord = true }
      if mark == "~" { isPersonalName = true }
      rest = rest.dropFirst()
    }
    surface = String(rest)
    isAcronym = Self.isAcronym(surface)
  }

  /// Initials: no space, two capitals or digits at least, fewer small letters than capitals.
  static func isAcronym(_ text: String) -> Bool {
    var upper = 0
    var lower = 0
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar == " " { return false }
      if scalar.properties.isUppercase { upper += 1 }
      if scalar.properties.isLowercase { lower += 1 }
      if scalar.properties.numericType == .decimal { digits += 1 }
    }
    return upper >= 1 && upper + digits >= 2 && lower < upper
  }
}

extension Substring {
  /// Without spaces, tabs and carriage returns at either end.
  fileprivate var trimmed: Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\r" }
    var rest = self.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
    return rest
  }
}
