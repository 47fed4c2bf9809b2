import EntenteGraph
import EntenteModel

/// Reads lines of named nodes.
struct EdgeTable {
  private let file: String
  /// Whether an apostrophe before what a spreadsheet takes for a formula is no part of the name.
  private let hasApostrophes: Bool
  private var text: DelimitedText
  private var columns: Columns?
  private var graph = TypedGraph()

  /// The graph of a file's bytes.
  ///
  /// - Throws: `StoreError` with file and line, where a line is no edge.
  static func graph(_ bytes: [UInt8], file: String) throws(StoreError) -> TypedGraph {
    var table = EdgeTable(bytes, file: file)
    return try table.read()
  }

  private init(_ bytes: [UInt8], file: String) {
    self.file = file
    let ending = file.lowercased()
    let separators: [DelimitedText.Separator] =
      if ending.hasSuffix(".csv") {
        [.comma, .semicolon, .tab]
      } else if ending.hasSuffix(".edges") {
        [.tab, .comma, .semicolon, .blanks]
      } else {
        [.tab, .comma, .semicolon]
      }
    text = DelimitedText(bytes, file: file, separators: separators)
    hasApostrophes = ending.hasSuffix(".csv")
  }

  private mutating func read() throws(StoreError) -> TypedGraph {
    guard let first = try text.next() else { return graph }
    columns = try Columns(first.fields, file: file, line: first.line)
    if columns == nil { try add(first) }
    while let record = try text.next() { try add(record) }
    return graph
  }

  private mutating func add(_ record: DelimitedText.Record) throws(StoreError) {
    if record.fields.allSatisfy({ $0.isEmpty }) { return }
    let fields = hasApostrophes ? record.fields.map { Self.withoutApostrophe($0) } : record.fields
    let columns = try self.columns(of: fields, line: record.line)
    func field(_ column: Int?) -> String {
      guard let column, column < fields.count else { return "" }
      return fields[column]
    }
    let keys = [field(columns.source), field(columns.target)]
    guard keys.allSatisfy({ !$0.isEmpty }) else {
      throw failure(
        "a line is source and target, parted by \(text.separator.name), and then perhaps a weight or a type",
        record.line)
    }
    var properties: [String: PropertyValue] = [:]
    for (column, name) in columns.others where !field(column).isEmpty { properties[name] = .string(field(column)) }
    properties["weight"] = try weight(field(columns.weight), record.line).map { .double($0) }
    properties["date"] = try date(field(columns.date), record.line).map { .string($0) }
    let type = field(columns.type)
    do {
      let ends = try zip(keys, [field(columns.sourceName), field(columns.targetName)]).map { key, name in
        try graph.node(forKey: key)
          ?? graph.addNode(key, type: "Node", properties: name.isEmpty ? [:] : ["name": .string(name)])
      }
      try graph.addEdge(from: ends[0], to: ends[1], type: type.isEmpty ? "LINK" : type, properties: properties)
    } catch {
      throw failure("\(error)", record.line)
    }
  }

  /// The columns as the first line names them; without it, those that a line of its length has.
  private func columns(of fields: [String], line: Int) throws(StoreError) -> Columns {
    if let columns {
      guard fields.count <= columns.count else {
        throw failure(
          "this line has \(fields.count) columns, and the first line names \(columns.count); put a name with "
            + "\(text.separator.name) in it in quotation marks", line)
      }
      return columns
    }
    guard fields.count <= 3 else {
      throw failure(
        "this line has \(fields.count) columns, parted by \(text.separator.name); it may have source, target and a weight "
          + "or a type, or else the first line names the columns, as in 'source,target,type,weight,date'", line)
    }
    return Columns(third: fields.count == 3 ? fields[2] : "")
  }

  private func weight(_ field: String, _ line: Int) throws(StoreError) -> Double? {
    if field.isEmpty { return nil }
    guard let number = Double(field) else {
      throw failure("the weight '\(field)' is no number; write it as in 3.5", line)
    }
    guard number.isFinite else { throw failure("the weight \(field) is no finite number", line) }
    return number
  }

  private func date(_ field: String, _ line: Int) throws(StoreError) -> String? {
    if field.isEmpty { return nil }
    guard TimeSpan(edtf: field, basis: .explicit) != nil else {
      throw failure(
        "'\(field)' is no date; write a day as in 2026-02-13, a month as in 2026-02, a year as in 2026, or two of them with "
          + "a slash between", line)
    }
    return field
  }

  private func failure(_ message: String, _ line: Int) -> StoreError {
    StoreError(.malformed, message, file: file, line: line)
  }

  private static func withoutApostrophe(_ field: String) -> String {
    let start = Array(field.utf8.prefix(2))
    return start.count == 2 && start[0] == 0x27 && Table.formulaStarts.contains(start[1])
      ? String(field.dropFirst()) : field
  }
}

/// Where in a line what stands.
private struct Columns {
  var source = 0
  var target = 1
  var type: Int?
  var weight: Int?
  var date: Int?
  /// What to call the ends, where `source` and `target` are identifiers.
  var sourceName: Int?
  var targetName: Int?
  var others: [(Int, String)] = []
  var count = 3

  /// The pairs of words that make the first line one of names.
  private static let ends = [("source", "target"), ("src", "dst"), ("from", "to")]

  /// Columns without names: the third is a weight if it is a number, and a type if it is not.
  init(third: String) {
    if Double(third) != nil { weight = 2 } else { type = 2 }
  }

  /// The columns that a line names, in upper or lower case; nil for a line that names no source and target.
  ///
  /// - Throws: `StoreError` where a name stands twice.
  init?(_ fields: [String], file: String, line: Int) throws(StoreError) {
    let names = fields.map { $0.lowercased() }
    guard let pair = Self.ends.first(where: { names.contains($0.0) && names.contains($0.1) }) else { return nil }
    count = fields.count
    var known: Set<String> = []
    for (column, name) in names.enumerated() where !name.isEmpty {
      guard known.insert(name).inserted else {
        throw StoreError(
          .malformed, "two columns are called '\(fields[column])'; give each a name of its own", file: file, line: line)
      }
      switch name {
      case pair.0: source = column
      case pair.1: target = column
      case "type": type = column
      case "weight": weight = column
      case "date": date = column
      case pair.0 + "_name": sourceName = column
      case pair.1 + "_name": targetName = column
      default: others.append((column, fields[column]))
      }
    }
  }
}
