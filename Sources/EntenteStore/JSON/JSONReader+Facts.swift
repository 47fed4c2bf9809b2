import EntenteModel

extension JSONReader {
  /// Reads one of the words that a type has.
  mutating func word<Word: RawRepresentable & CaseIterable>() throws(StoreError) -> Word where Word.RawValue == String {
    let place = self
    let text = try string()
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw place.error("'\(text)' is none of \(known)")
    }
    return word
  }

  /// Reads `YYYY-MM-DD`.
  mutating func date() throws(StoreError) -> CalendarDate {
    let place = self
    let text = try string()
    guard let date = CalendarDate(iso8601: text) else {
      throw place.error("'\(text)' is not a date of the form YYYY-MM-DD")
    }
    return date
  }

  /// Reads a number from 0 to 1.
  mutating func confidence() throws(StoreError) -> Double {
    let place = self
    let value = try double()
    guard (0...1).contains(value) else { throw place.error("the confidence \(value) does not lie between 0 and 1") }
    return value
  }

  mutating func optionalString() throws(StoreError) -> String? { takesNull() ? nil : try string() }

  mutating func strings() throws(StoreError) -> [String] {
    try array { json throws(StoreError) in try json.string() }
  }

  mutating func table() throws(StoreError) -> [String: String] {
    var table: [String: String] = [:]
    try object { json, name throws(StoreError) in table[name] = try json.string() }
    return table
  }

  mutating func evidence() throws(StoreError) -> [Evidence] {
    try array { json throws(StoreError) in
      try FactReader.evidence(&json) { _, _ in false }
    }
  }
}

/// The `start` and `end` among the members of an object.
struct SpanReader {
  private var start: Int?
  private var end: Int?

  mutating func takes(_ name: String, _ json: inout JSONReader) throws(StoreError) -> Bool {
    switch name {
    case "start": start = try json.integer()
    case "end": end = try json.integer()
    default: return false
    }
    return true
  }

  func span(_ json: JSONReader) throws(StoreError) -> TextSpan {
    let first = try json.need(start, "start")
    let last = try json.need(end, "end")
    guard 0 <= first, first <= last else { throw json.error("the offsets \(first) and \(last) do not run forward") }
    return TextSpan(start: first, end: last)
  }
}
