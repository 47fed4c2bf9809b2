/// The contacts of a text, in the order of its lines.
struct ParsedContacts {
  var sources: [UInt32] = []
  var relations: [UInt32] = []
  var targets: [UInt32] = []
  var starts: [Int64] = []
  var ends: [Int64] = []
  /// One more than the highest node.
  var nodeCount = 0
}

/// Reads lines of numbers out of bytes without making strings.
struct ContactListParser {
  private let bytes: Elements<UInt8>
  private var place = 0

  static func parse(_ bytes: Elements<UInt8>, name: String, duration: Int64) throws -> ParsedContacts {
    var parser = ContactListParser(bytes: bytes)
    return try parser.parse(name: name, duration: duration)
  }

  private init(bytes: Elements<UInt8>) { self.bytes = bytes }

  private mutating func parse(name: String, duration: Int64) throws -> ParsedContacts {
    var parsed = ParsedContacts()
    let expected = bytes.count / 12 + 1
    parsed.sources.reserveCapacity(expected)
    parsed.relations.reserveCapacity(expected)
    parsed.targets.reserveCapacity(expected)
    parsed.starts.reserveCapacity(expected)
    parsed.ends.reserveCapacity(expected)
    var highest: UInt32 = 0
    while place < bytes.count {
      let line = place
      if skipsLine() { continue }
      guard let source = number(), skipSeparator(), let relation = number(), skipSeparator(), let target = number(),
        skipSeparator(), let start = tick()
      else { throw error(name, line) }
      let takes = try endsColumns() ? duration : tick().flatMap { $0 >= 1 ? $0 : nil } ?? { throw error(name, line) }()
      let (end, overflows) = start.addingReportingOverflow(takes)
      guard !overflows else { throw error(name, line) }
      highest = max(highest, source, target)
      parsed.sources.append(source)
      parsed.relations.append(relation)
      parsed.targets.append(target)
      parsed.starts.append(start)
      parsed.ends.append(end)
      skipLine()
    }
    parsed.nodeCount = parsed.sources.isEmpty ? 0 : Int(highest) + 1
    return parsed
  }

  private func error(_ name: String, _ place: Int) -> GraphError {
    let line = (0..<place).reduce(1) { $0 + (bytes[$1] == 0x0A ? 1 : 0) }
    return GraphError(
      .invalidInput,
      "\(name):\(line): a line is source<TAB>relation<TAB>target<TAB>time[<TAB>duration] in whole numbers, "
        + "with a duration of at least 1")
  }

  /// A whole number below 2^32 - 1, if one stands here.
  @inline(__always) private mutating func number() -> UInt32? {
    let first = place
    var value: UInt64 = 0
    while place < bytes.count {
      let digit = bytes[place] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      place &+= 1
    }
    let length = place &- first
    guard length > 0, length <= 10, value < UInt64(UInt32.max) else { return nil }
    return UInt32(truncatingIfNeeded: value)
  }

  /// A whole number of at most 18 digits with or without a sign, if one stands here.
  @inline(__always) private mutating func tick() -> Int64? {
    let isNegative = place < bytes.count && bytes[place] == 0x2D
    if isNegative { place &+= 1 }
    let first = place
    var value: Int64 = 0
    while place < bytes.count {
      let digit = bytes[place] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ Int64(digit)
      place &+= 1
    }
    let length = place &- first
    guard length > 0, length <= 18 else { return nil }
    return isNegative ? -value : value
  }

  /// Passes over what parts two columns; false where there is nothing of the kind.
  @inline(__always) private mutating func skipSeparator() -> Bool {
    let first = place
    while place < bytes.count, bytes[place] == 0x09 || bytes[place] == 0x20 || bytes[place] == 0x2C { place &+= 1 }
    return place > first
  }

  /// Whether no column follows; else goes to it.
  @inline(__always) private mutating func endsColumns() -> Bool {
    if place < bytes.count, bytes[place] == 0x0A { return true }
    _ = skipSeparator()
    return place == bytes.count || bytes[place] == 0x0A || bytes[place] == 0x0D
  }

  /// Passes over an empty line or a comment; false where the line is neither.
  @inline(__always) private mutating func skipsLine() -> Bool {
    let first = bytes[place]
    if first &- 0x30 <= 9 { return false }
    if first == 0x23 || first == 0x25 {
      skipLine()
      return true
    }
    let start = place
    guard endsColumns() else {
      place = start
      return false
    }
    skipLine()
    return true
  }

  @inline(__always) private mutating func skipLine() {
    while place < bytes.count, bytes[place] != 0x0A { place &+= 1 }
    place = min(bytes.count, place &+ 1)
  }
}
