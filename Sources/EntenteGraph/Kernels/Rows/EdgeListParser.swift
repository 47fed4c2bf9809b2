/// The edges of one part of a text.
struct ParsedEdges: Sendable {
  var edgeCount = 0
  /// Source in the upper half and target in the lower, in the order of the lines.
  var ends: MutableElements<UInt64>
  /// Empty where no line has a weight.
  var weights: [Double] = []
  /// The highest node; meaningless without edges.
  var highest: UInt32 = 0
  /// Whether the edges come in the order of source and target.
  var isSorted = true
  /// Where the first line begins that is no edge.
  var firstError: Int?
  /// Where the first line begins that has a weight, and the first that has none.
  var firstWeighted: Int?
  var firstUnweighted: Int?

  /// Room for the edges of so many bytes: an edge takes four at least, with its line break.
  init(byteCount: Int) { ends = MutableElements.allocate(count: byteCount / 4 + 1) }
}

/// Reads numbers out of bytes without making strings.
enum EdgeListParser {
  private static let partSize = 1 << 22
  private static let newline: UInt8 = 0x0A
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where the lines begin: behind a byte order mark, if there is one.
  static func begin(of bytes: Elements<UInt8>) -> Int {
    bytes.count >= 3 && (0..<3).allSatisfy { bytes[$0] == byteOrderMark[$0] } ? 3 : 0
  }

  /// The highest number that may stand in a text of a size where each number up to it becomes a node: above it, nearly
  /// all of the memory would go to nodes that no line names.
  static func highestNumber(inByteCount count: Int) -> Int { 16 * count + 64 }

  /// What is said of a number above the highest.
  static func excess(of number: UInt32, above highest: Int) -> String {
    "node \(number) is out of all proportion to the size of the text, which allows nodes up to \(highest), for each "
      + "number up to it would become a node; number the nodes from 0 up without gaps"
  }

  /// Reads the edges part by part.
  ///
  /// - Throws: `GraphError` with the first line that is no edge. What the parts hold is then given back already.
  static func parse(_ bytes: Elements<UInt8>, name: String, _ execution: Execution) throws -> [ParsedEdges] {
    let count = Execution.parts(of: bytes.count, size: partSize)
    let collected = Collected<ParsedEdges>(count: count)
    do {
      try execution.forEachChunk(count) { chunk, _ in
        let start = chunk == 0 ? begin(of: bytes) : lineStart(bytes, atOrAfter: chunk * partSize)
        let end = lineStart(bytes, atOrAfter: min(bytes.count, (chunk + 1) * partSize))
        collected[chunk] = part(bytes, start, end)
      }
      if let place = collected.values.lazy.compactMap(\.firstError).first {
        throw error(
          bytes, name, place, "a line is source<TAB>target[<TAB>weight], with whole numbers below 4294967295 for nodes")
      }
      let weighted = collected.values.lazy.compactMap(\.firstWeighted).first
      if let weighted, let unweighted = collected.values.lazy.compactMap(\.firstUnweighted).first {
        throw error(
          bytes, name, max(weighted, unweighted), "either each line has a weight or none has, and this one differs")
      }
    } catch {
      for part in collected.values { part.ends.deallocate() }
      throw error
    }
    return collected.values
  }

  /// Stops where a node's number is far above what the text has room for.
  ///
  /// - Parameter allowed: the highest number that is none too high, whatever the size of the text.
  /// - Throws: `GraphError` with `invalidInput`, which names the first such line.
  static func checkNumbers(
    _ parts: [ParsedEdges], of bytes: Elements<UInt8>, name: String, allowed: Int
  ) throws(GraphError) {
    let limit = max(allowed, highestNumber(inByteCount: bytes.count))
    guard parts.contains(where: { $0.edgeCount > 0 && Int($0.highest) > limit }) else { return }
    // The parse went well, so that each line is an edge or can be skipped.
    var reader = LineReader(bytes: bytes, place: begin(of: bytes), end: bytes.count)
    while reader.place < reader.end {
      let line = reader.place
      guard let source = reader.number(), reader.skipSeparator(), let target = reader.number() else {
        _ = reader.skipsLine()
        continue
      }
      if Int(max(source, target)) > limit {
        throw error(bytes, name, line, excess(of: max(source, target), above: limit))
      }
      reader.skipLine()
    }
  }

  private static func error(_ bytes: Elements<UInt8>, _ name: String, _ place: Int, _ what: String) -> GraphError {
    GraphError(.invalidInput, "\(name):\(LineReader.lineNumber(of: place, in: bytes)): \(what)")
  }

  private static func lineStart(_ bytes: Elements<UInt8>, atOrAfter place: Int) -> Int {
    var place = place
    while place > 0, place < bytes.count, bytes[place - 1] != newline { place += 1 }
    return place
  }

  private static func part(_ bytes: Elements<UInt8>, _ start: Int, _ end: Int) -> ParsedEdges {
    var part = ParsedEdges(byteCount: end - start)
    var reader = LineReader(bytes: bytes, place: start, end: end)
    let ends = part.ends
    var (count, highest, last, isSorted) = (0, UInt32(0), UInt64(0), true)
    while reader.place < end {
      let line = reader.place
      guard let source = reader.number() else {
        if reader.skipsLine() { continue }
        part.firstError = line
        break
      }
      guard reader.skipSeparator(), let target = reader.number() else {
        part.firstError = line
        break
      }
      highest = max(highest, max(source, target))
      let edge = BucketSort.entry(source, target)
      isSorted = isSorted && edge >= last
      last = edge
      ends[count] = edge
      count &+= 1
      if reader.endsLine() {
        if part.firstUnweighted == nil { part.firstUnweighted = line }
        continue
      }
      guard reader.skipSeparator(), let weight = reader.weight() else {
        part.firstError = line
        break
      }
      if part.firstWeighted == nil { part.firstWeighted = line }
      part.weights.append(weight)
      reader.skipLine()
    }
    (part.edgeCount, part.highest, part.isSorted) = (count, highest, isSorted)
    return part
  }
}
