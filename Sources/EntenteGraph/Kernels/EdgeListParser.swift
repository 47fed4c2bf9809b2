/// The edges of a text, part by part, in the order of its lines.
struct ParsedEdges: Sendable {
  struct Part: Sendable {
    var edgeCount = 0
    /// Source and target of each edge, one after the other.
    var ends: [UInt32] = []
    /// Empty where no line has a weight.
    var weights: [Double] = []
    /// One more than the highest node.
    var nodeCount = 0
    /// Where the first line begins that is no edge.
    var firstError: Int?
    /// Where the first line begins that has a weight, and the first that has none.
    var firstWeighted: Int?
    var firstUnweighted: Int?
  }

  var parts: [Part]
}

/// Reads numbers out of bytes without making strings.
enum EdgeListParser {
  private static let partSize = 1 << 22

  static func parse(_ bytes: Elements<UInt8>, name: String, _ execution: Execution) throws -> ParsedEdges {
    let count = Execution.parts(of: bytes.count, size: partSize)
    let parts = Collected<ParsedEdges.Part>(count: count)
    try execution.forEachChunk(count) { chunk, _ in
      let start = lineStart(bytes, atOrAfter: chunk * partSize)
      let end = lineStart(bytes, atOrAfter: min(bytes.count, (chunk + 1) * partSize))
      parts[chunk] = part(bytes, start, end)
    }
    let parsed = ParsedEdges(parts: parts.values)
    if let place = parsed.parts.lazy.compactMap(\.firstError).first {
      throw error(bytes, name, place, "a line is source<TAB>target[<TAB>weight], with whole numbers for nodes")
    }
    let weighted = parsed.parts.lazy.compactMap(\.firstWeighted).first
    if let weighted, let unweighted = parsed.parts.lazy.compactMap(\.firstUnweighted).first {
      throw error(bytes, name, max(weighted, unweighted), "each line has a weight, or none has; this one differs from those before")
    }
    return parsed
  }

  private static func error(_ bytes: Elements<UInt8>, _ name: String, _ place: Int, _ what: String) -> GraphError {
    let line = (0..<place).reduce(1) { $0 + (bytes[$1] == newline ? 1 : 0) }
    return GraphError(.invalidInput, "\(name):\(line): \(what)")
  }

  private static let newline: UInt8 = 0x0A

  private static func lineStart(_ bytes: Elements<UInt8>, atOrAfter place: Int) -> Int {
    var place = place
    while place > 0, place < bytes.count, bytes[place - 1] != newline { place += 1 }
    return place
  }

  private static func part(_ bytes: Elements<UInt8>, _ start: Int, _ end: Int) -> ParsedEdges.Part {
    var part = ParsedEdges.Part()
    // An edge takes at least four bytes with its line break; lines of seven bytes and more are usual.
    part.ends.reserveCapacity((end - start) / 5 + 2)
    var reader = LineReader(bytes: bytes, place: start, end: end)
    var highest: UInt32 = 0
    while reader.place < end {
      let line = reader.place
      guard let source = reader.number() else {
        if reader.skipsLine() { continue }
        part.firstError = line
        return part
      }
      guard reader.skipSeparator(), let target = reader.number() else {
        part.firstError = line
        return part
      }
      highest = max(highest, source, target)
      part.ends.append(source)
      part.ends.append(target)
      part.edgeCount &+= 1
      if reader.endsLine() {
        if part.firstUnweighted == nil { part.firstUnweighted = line }
        continue
      }
      guard reader.skipSeparator(), let weight = reader.weight() else {
        part.firstError = line
        return part
      }
      if part.firstWeighted == nil { part.firstWeighted = line }
      part.weights.append(weight)
      reader.skipLine()
    }
    part.nodeCount = part.edgeCount > 0 ? Int(highest) + 1 : 0
    return part
  }
}

/// Goes through the bytes of lines.
private struct LineReader {
  let bytes: Elements<UInt8>
  var place: Int
  let end: Int

  /// A whole number below 2^32 - 1, if one stands here.
  @inline(__always) mutating func number() -> UInt32? {
    let first = place
    var value: UInt64 = 0
    while place < end {
      let digit = bytes[place] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      place &+= 1
    }
    let length = place &- first
    guard length > 0, length <= 10, value < UInt64(UInt32.max) else { return nil }
    return UInt32(truncatingIfNeeded: value)
  }

  /// Passes over what parts two columns; false where there is nothing of the kind.
  @inline(__always) mutating func skipSeparator() -> Bool {
    let first = place
    while place < end, bytes[place] == 0x09 || bytes[place] == 0x20 || bytes[place] == 0x2C { place &+= 1 }
    return place > first
  }

  /// Whether nothing more than blanks stands on the line; if so, goes to the next.
  @inline(__always) mutating func endsLine() -> Bool {
    if place < end, bytes[place] == 0x0A {
      place &+= 1
      return true
    }
    var ahead = place
    while ahead < end, bytes[ahead] == 0x0D || bytes[ahead] == 0x20 || bytes[ahead] == 0x09 { ahead &+= 1 }
    guard ahead == end || bytes[ahead] == 0x0A else { return false }
    place = min(end, ahead &+ 1)
    return true
  }

  /// Passes over an empty line or a comment; false where the line is neither.
  mutating func skipsLine() -> Bool {
    if place < end, bytes[place] == 0x23 || bytes[place] == 0x25 {
      skipLine()
      return true
    }
    return endsLine()
  }

  mutating func skipLine() {
    while place < end, bytes[place] != 0x0A { place &+= 1 }
    place = min(end, place &+ 1)
  }

  /// A finite number, if one stands here.
  mutating func weight() -> Double? {
    let first = place
    while place < end, bytes[place] > 0x20, bytes[place] != 0x2C { place &+= 1 }
    let digits = (first..<place).map { bytes[$0] }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}

extension ParsedEdges {
  /// The graph of the edges, with the weights in the order of its edges.
  func build(_ execution: Execution) throws -> (Topology, EdgeWeights?) {
    let nodeCount = parts.map(\.nodeCount).max() ?? 0
    let edgeCount = parts.reduce(0) { $0 + $1.edgeCount }
    try Topology.checkSize(nodeCount: nodeCount, edgeCount: edgeCount)
    var owners: [UInt32] = []
    var neighbors: [UInt32] = []
    owners.reserveCapacity(edgeCount)
    neighbors.reserveCapacity(edgeCount)
    for part in parts {
      for edge in 0..<part.edgeCount {
        owners.append(part.ends[2 * edge])
        neighbors.append(part.ends[2 * edge + 1])
      }
    }
    let built = RowBuilding.rows(nodeCount: nodeCount, owners: owners, neighbors: neighbors)
    let topology = Topology(outgoing: built.rows)
    let weights = parts.flatMap(\.weights)
    guard !weights.isEmpty else { return (topology, nil) }
    let inOrder = built.order.map { order in Column(order.lazy.map { weights[Int($0)] }) } ?? Column(weights)
    return (topology, try EdgeWeights(inOrder))
  }
}
