/// Reads JSON text value by value, and knows at any time where it is.
///
/// Source of the grammar: RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format".
struct JSONReader {
  private enum Step {
    case member(String)
    case element(Int)
  }

  private static let depthLimit = 256

  private let bytes: [UInt8]
  private let file: String
  /// Whether all of `bytes` is UTF-8, so that no string needs to be checked by itself.
  private let isUTF8: Bool
  private var position = 0
  private var path: [Step] = []

  /// A reader of `bytes`; `file` is named in errors.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Whether nothing but white space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return position == bytes.count
  }
}

// MARK: - Errors

extension JSONReader {
  /// An error at the place where the reader is, or at `place`.
  func error(_ message: String, _ code: StoreError.Code = .malformed, at place: Int? = nil) -> StoreError {
    let before = bytes[..<min(place ?? position, bytes.count)]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return StoreError(code, message, file: file, line: line, column: column, member: member)
  }

  /// The value, or an error that the object just read lacks a member.
  func need<Value>(_ value: Value?, _ name: String) throws(StoreError) -> Value {
    guard let value else { throw error("the object that ends here lacks its member '\(name)'") }
    return value
  }

  private var member: String? {
    var text = ""
    for step in path {
      switch step {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let index): text += "[\(index)]"
      }
    }
    return text.isEmpty ? nil : text
  }

  private func unexpected(_ wanted: String) -> StoreError {
    guard position < bytes.count else { return error("the text ends where \(wanted) was expected; is it cut off?") }
    let byte = bytes[position]
    let found = (0x21...0x7E).contains(byte) ? "'\(Unicode.Scalar(byte))'" : "byte \(byte)"
    return error("found \(found) where \(wanted) was expected")
  }
}

// MARK: - Values

extension JSONReader {
  /// Reads an object; `body` reads or skips the value of each member.
  mutating func object(
    _ body: (inout JSONReader, String) throws(StoreError) -> Void
  ) throws(StoreError) {
    try take(0x7B, "an object ('{')")
    if takes(0x7D) { return }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 else { throw unexpected("the name of a member") }
      let name = try string()
      try take(0x3A, "':'")
      path.append(.member(name))
      try body(&self, name)
      path.removeLast()
    } while takes(0x2C)
    try take(0x7D, "',' or '}'")
  }

  /// Reads an array; `body` reads each element.
  mutating func array<Element>(
    _ body: (inout JSONReader) throws(StoreError) -> Element
  ) throws(StoreError) -> [Element] {
    try take(0x5B, "an array ('[')")
    var elements: [Element] = []
    if takes(0x5D) { return elements }
    repeat {
      path.append(.element(elements.count))
      elements.append(try body(&self))
      path.removeLast()
    } while takes(0x2C)
    try take(0x5D, "',' or ']'")
    return elements
  }

  /// Reads `null`, if it stands here.
  mutating func takesNull() -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == 0x6E, bytes[position...].starts(with: "null".utf8) else {
      return false
    }
    position += 4
    return true
  }

  /// Reads a whole number.
  mutating func integer() throws(StoreError) -> Int {
    let start = startOfValue()
    let text = number()
    guard let value = Int(text), isNumber(text) else {
      position = start
      throw text.isEmpty ? unexpected("a whole number") : error("'\(text)' is no whole number")
    }
    return value
  }

  /// Reads a number.
  mutating func double() throws(StoreError) -> Double {
    let start = startOfValue()
    let text = number()
    guard isNumber(text), let value = Double(text), value.isFinite else {
      position = start
      throw text.isEmpty ? unexpected("a number") : error("'\(text)' is no number")
    }
    return value
  }

  /// Reads over a value of any kind.
  mutating func skip() throws(StoreError) { try skip(depth: 0) }

  private mutating func skip(depth: Int) throws(StoreError) {
    guard depth < Self.depthLimit else { throw error("the text is nested more than \(Self.depthLimit) deep") }
    skipSpace()
    switch position < bytes.count ? bytes[position] : 0 {
    case 0x7B: try object { reader, _ throws(StoreError) in try reader.skip(depth: depth + 1) }
    case 0x5B: _ = try array { reader throws(StoreError) in try reader.skip(depth: depth + 1) }
    case 0x22: _ = try string()
    case 0x2D, 0x30...0x39: _ = try double()
    default:
      for word in ["null", "true", "false"] where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return
      }
      throw unexpected("a value")
    }
  }

  /// The bytes that may belong to a number.
  private mutating func number() -> String {
    let start = position
    while position < bytes.count, Self.mayBelongToNumber(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func mayBelongToNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  /// Whether JSON takes for a number what Swift does: no leading plus, zero or point, and no closing point.
  private func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, (0x30...0x39).contains(first) else { return false }
    if first == 0x30, let second = digits.dropFirst().first, (0x30...0x39).contains(second) { return false }
    guard let point = digits.firstIndex(of: 0x2E) else { return true }
    return digits[point...].dropFirst().first.map { (0x30...0x39).contains($0) } ?? false
  }
}

// MARK: - Marks

extension JSONReader {
  private mutating func take(_ byte: UInt8, _ wanted: String) throws(StoreError) {
    guard takes(byte) else { throw unexpected(wanted) }
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func startOfValue() -> Int {
    skipSpace()
    return position
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }
}

// MARK: - Strings

extension JSONReader {
  /// Reads a string.
  mutating func string() throws(StoreError) -> String {
    let start = startOfValue()
    guard position < bytes.count, bytes[position] == 0x22 else { throw unexpected("a string") }
    position += 1
    var content = takePlainRun()
    if isUTF8, position < bytes.count, bytes[position] == 0x22 {
      position += 1
      return String(decoding: content, as: UTF8.self)
    }
    while true {
      guard position < bytes.count else { throw error("the string that begins here has no end", at: start) }
      let byte = bytes[position]
      position += 1
      if byte == 0x22 { break }
      guard byte == 0x5C else {
        throw error("a string holds a control character as it is; it is written as \\u00…", at: position - 1)
      }
      try content.append(contentsOf: escaped())
      content.append(contentsOf: takePlainRun())
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw error("the string that begins here is not UTF-8; save the file as UTF-8", at: start)
    }
    return text
  }

  /// The bytes up to the next that ends a string, escapes or may not stand in one.
  private mutating func takePlainRun() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      position += 1
    }
    return bytes[start..<position]
  }

  /// What an escape after its backslash stands for.
  private mutating func escaped() throws(StoreError) -> [UInt8] {
    guard position < bytes.count else { throw unexpected("an escape") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22, 0x2F, 0x5C: return [byte]
    case 0x62: return [0x08]
    case 0x66: return [0x0C]
    case 0x6E: return [0x0A]
    case 0x72: return [0x0D]
    case 0x74: return [0x09]
    case 0x75: return Array(String(try escapedScalar()).utf8)
    default: throw error("'\\\(Unicode.Scalar(byte))' is no escape of JSON", at: position - 2)
    }
  }

  /// The scalar of `\u` and its digits; one beyond U+FFFF takes two escapes.
  private mutating func escapedScalar() throws(StoreError) -> Unicode.Scalar {
    let start = position - 2
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[position...].starts(with: [0x5C, 0x75]) else {
      throw error("this escape is half of a pair", at: start)
    }
    position += 2
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("this escape is half of a pair", at: start) }
    return scalar
  }

  private mutating func codeUnit() throws(StoreError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    let isHexadecimal = digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    guard digits.count == 4, isHexadecimal, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("\\u takes four hexadecimal digits") }
    position += 4
    return unit
  }
}
