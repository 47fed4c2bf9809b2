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
enum ContactListParser {
  static func parse(_ bytes: Elements<UInt8>, name: String, duration: Int64) throws -> ParsedContacts {
    var parsed = ParsedContacts()
    let expected = bytes.count / 12 + 1
    parsed.sources.reserveCapacity(expected)
    parsed.relations.reserveCapacity(expected)
    parsed.targets.reserveCapacity(expected)
    parsed.starts.reserveCapacity(expected)
    parsed.ends.reserveCapacity(expected)
    var reader = LineReader(bytes: bytes, place: EdgeListParser.begin(of: bytes), end: bytes.count)
    var highest: UInt32 = 0
    let limit = EdgeListParser.highestNumber(inByteCount: bytes.count)
    while reader.place < reader.end {
      let line = reader.place
      if reader.skipsContactLine() { continue }
      guard let source = reader.number(), reader.skipSeparator(), let relation = reader.number(),
        reader.skipSeparator(), let target = reader.number(), reader.skipSeparator(), let start = reader.tick()
      else { throw error(bytes, name, line) }
      let takes = reader.endsColumns() ? duration : reader.tick() ?? 0
      guard takes >= 1 else { throw error(bytes, name, line) }
      let (end, overflows) = start.addingReportingOverflow(takes)
      guard !overflows else { throw error(bytes, name, line) }
      highest = max(highest, source, target)
      guard Int(highest) <= limit else {
        let what = EdgeListParser.excess(of: highest, above: limit)
        throw GraphError(.invalidInput, "\(name):\(LineReader.lineNumber(of: line, in: bytes)): \(what)")
      }
      parsed.sources.append(source)
      parsed.relations.append(relation)
      parsed.targets.append(target)
      parsed.starts.append(start)
      parsed.ends.append(end)
      reader.skipLine()
    }
    parsed.nodeCount = parsed.sources.isEmpty ? 0 : Int(highest) + 1
    return parsed
  }

  private static func error(_ bytes: Elements<UInt8>, _ name: String, _ place: Int) -> GraphError {
    let line = LineReader.lineNumber(of: place, in: bytes)
    return GraphError(
      .invalidInput,
      "\(name):\(line): a line is source<TAB>relation<TAB>target<TAB>time[<TAB>duration] in whole numbers, "
        + "with a duration of at least 1")
  }
}

extension LineReader {
  /// A whole number of at most 18 digits with or without a sign, if one stands here.
  @inline(__always) fileprivate mutating func tick() -> Int64? {
    let isNegative = place < end && bytes[place] == 0x2D
    if isNegative { place &+= 1 }
    let first = place
    var value: Int64 = 0
    while place < end {
      let digit = bytes[place] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ Int64(digit)
      place &+= 1
    }
    let length = place &- first
    guard length > 0, length <= 18 else { return nil }
    return isNegative ? -value : value
  }

  /// Whether no column follows; else goes to it.
  @inline(__always) fileprivate mutating func endsColumns() -> Bool {
    if place < end, bytes[place] == 0x0A { return true }
    _ = skipSeparator()
    return place == end || bytes[place] == 0x0A || bytes[place] == 0x0D
  }

  /// Passes over an empty line or a comment; false where the line is neither.
  @inline(__always) fileprivate mutating func skipsContactLine() -> Bool {
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
}
