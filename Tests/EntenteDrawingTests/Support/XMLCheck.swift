/// A strict reader of XML that knows only whether a text is well-formed.
struct XMLCheck {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// Every attribute met, with its element.
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  /// Every element met.
  private(set) var elements: [String] = []
  /// The character data of the document, unescaped.
  private(set) var text = ""

  /// What is wrong with `text`, or `nil` where it is a well-formed document.
  static func complaint(about text: String) -> String? {
    var check = XMLCheck(text)
    return check.run()
  }

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Reads the whole document; what is wrong with it, or `nil`.
  mutating func run() -> String? {
    for scalar in scalars where !Self.isAllowed(scalar) {
      return "the character U+\(String(scalar.value, radix: 16)) is not allowed"
    }
    if starts("<?xml"), !skip(past: "?>") { return "the declaration does not end" }
    var open: [String] = []
    var hasRoot = false
    while place < scalars.count {
      if starts("<!--") {
        if !skip(past: "-->") { return "a comment does not end" }
      } else if starts("</") {
        place += 2
        let name = readName()
        skipSpace()
        guard starts(">"), open.popLast() == name else { return "</\(name)> closes nothing, at \(place)" }
        place += 1
      } else if starts("<") {
        place += 1
        if open.isEmpty, hasRoot { return "a second root" }
        hasRoot = true
        guard let tag = readTag() else { return "a malformed tag at \(place): \(excerpt)" }
        if !tag.isEmpty { open.append(tag.name) }
      } else {
        let start = place
        while place < scalars.count, scalars[place] != "<" { place += 1 }
        let raw = String(String.UnicodeScalarView(scalars[start..<place]))
        guard let read = Self.unescaped(raw) else { return "an unknown reference in '\(raw.prefix(60))'" }
        if open.isEmpty, !raw.allSatisfy(\.isWhitespace) { return "text outside of the root" }
        text += read
      }
    }
    if !open.isEmpty { return "<\(open.last ?? "")> is not closed" }
    return hasRoot ? nil : "no root"
  }

  private mutating func readTag() -> (name: String, isEmpty: Bool)? {
    let name = readName()
    guard !name.isEmpty else { return nil }
    elements.append(name)
    var seen: Set<String> = []
    while true {
      let hadSpace = skipSpace()
      if starts("/>") {
        place += 2
        return (name, true)
      }
      if starts(">") {
        place += 1
        return (name, false)
      }
      let key = readName()
      guard hadSpace, !key.isEmpty, starts("=\""), seen.insert(key).inserted else { return nil }
      place += 2
      let start = place
      while place < scalars.count, scalars[place] != "\"" {
        if scalars[place] == "<" { return nil }
        place += 1
      }
      guard place < scalars.count else { return nil }
      let raw = String(String.UnicodeScalarView(scalars[start..<place]))
      guard let value = Self.unescaped(raw) else { return nil }
      attributes.append((name, key, value))
      place += 1
    }
  }

  private static func unescaped(_ raw: String) -> String? {
    var output = ""
    var rest = Substring(raw)
    while let start = rest.firstIndex(of: "&") {
      output += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";") else { return nil }
      let name = rest[rest.index(after: start)..<end]
      switch name {
      case "amp": output += "&"
      case "lt": output += "<"
      case "gt": output += ">"
      case "quot": output += "\""
      case "apos": output += "'"
      default:
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = value.flatMap({ Unicode.Scalar($0) }), isAllowed(scalar) else { return nil }
        output.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return output + rest
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private var excerpt: String {
    String(String.UnicodeScalarView(scalars[max(0, place - 30)..<min(scalars.count, place + 30)]))
  }

  private mutating func readName() -> String {
    let start = place
    while place < scalars.count, isNamePart(scalars[place]) { place += 1 }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ":", ".": true
    default: false
    }
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = place
    while place < scalars.count, [" ", "\n", "\t", "\r"].contains(scalars[place]) { place += 1 }
    return place > start
  }

  private mutating func skip(past end: String) -> Bool {
    while place < scalars.count, !starts(end) { place += 1 }
    guard place < scalars.count else { return false }
    place += end.unicodeScalars.count
    return true
  }

  private func starts(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return place + wanted.count <= scalars.count && scalars[place..<(place + wanted.count)].elementsEqual(wanted)
  }
}
