/// What a page's linked data (JSON-LD, schema.org) say of its article.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var author: String?

  /// Adds what a script holds; what is no JSON adds nothing.
  mutating func read(_ script: String) {
    guard let value = JSONValue(script) else { return }
    read(value)
  }

  private mutating func read(_ value: JSONValue) {
    switch value {
    case .array(let items):
      for item in items { read(item) }
    case .object(let fields):
      if case .text(let date)? = fields["datePublished"] {
        published = published ?? date
        if case .text(let title)? = fields["headline"] { headline = headline ?? title }
        author = author ?? fields["author"].flatMap(Self.names)
      }
      if let graph = fields["@graph"] { read(graph) }
      if let main = fields["mainEntity"] { read(main) }
    case .text, .other: break
    }
  }

  private static func names(_ value: JSONValue) -> String? {
    switch value {
    case .text(let name): return name
    case .object(let fields): return fields["name"].flatMap(names)
    case .array(let items):
      let all = items.compactMap(names)
      return all.isEmpty ? nil : all.joined(separator: ", ")
    case .other: return nil
    }
  }
}

/// A JSON value, as far as linked data need it.
indirect enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  /// A number, true, false or null.
  case other

  /// Reads a text; nil where it is no JSON, or nested deeper than 64.
  ///
  /// - Complexity: O(*n*).
  init?(_ text: String) {
    var scanner = JSONScanner(bytes: Array(text.utf8))
    guard let value = scanner.value(depth: 0) else { return nil }
    self = value
  }
}

private struct JSONScanner {
  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < 64, let byte = next() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.text)
    default:
      let start = place
      while place < bytes.count, !",]} \n\r\t".utf8.contains(bytes[place]) { place += 1 }
      return place > start ? .other : nil
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    place += 1
    var fields: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return .object(fields) }
    while next() == UInt8(ascii: "\"") {
      guard let key = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
      fields[key] = value
      if take(UInt8(ascii: "}")) { return .object(fields) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    place += 1
    var items: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    while let item = value(depth: depth + 1) {
      items.append(item)
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func string() -> String? {
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let scalar = escape() else { return nil }
      text.append(contentsOf: String(scalar).utf8)
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
    case UInt8(ascii: "u"):
      guard let first = hexadecimal() else { return nil }
      guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
        return "\u{FFFD}"
      }
      place += 2
      guard let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    default: return Unicode.Scalar(byte)
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
    place += 4
    return UInt32(digits, radix: 16)
  }

  private mutating func next() -> UInt8? {
    while place < bytes.count, " \n\r\t".utf8.contains(bytes[place]) { place += 1 }
    return place < bytes.count ? bytes[place] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    place += 1
    return true
  }
}
