import EntenteGraph

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A graph as lines of `source<TAB>target[<TAB>weight]` with whole numbers for nodes; `#` begins a comment.
struct EdgeFile {
  var edges: [(source: Int, target: Int)] = []
  /// One more than the highest node.
  var nodeCount = 0

  /// Reads a file.
  ///
  /// - Throws: `BenchError` where it cannot be read, or at the first line that is no edge.
  init(_ path: String) throws {
    let bytes = try Self.bytes(of: path)
    var line = 0
    for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let content = row.last == 0x0D ? row.dropLast() : row
      if content.isEmpty || content.first == 0x23 { continue }
      let fields = content.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count >= 2, let source = Self.number(fields[0]), let target = Self.number(fields[1]) else {
        throw BenchError("\(path):\(line): a line is source<TAB>target[<TAB>weight], with whole numbers for nodes")
      }
      edges.append((source, target))
      nodeCount = max(nodeCount, source + 1, target + 1)
    }
  }

  /// The edges as a graph whose nodes keep the order of their numbers; undirected, with each edge one way.
  ///
  /// - Throws: `GraphError` where there are more than 32 bits count.
  func snapshot() throws(GraphError) -> Snapshot {
    var graph = TypedGraph()
    let digits = String(max(0, nodeCount - 1)).utf8.count
    var nodes: [NodeID] = []
    nodes.reserveCapacity(nodeCount)
    for number in 0..<nodeCount {
      let text = String(number)
      nodes.append(try graph.addNode(String(repeating: "0", count: digits - text.utf8.count) + text, type: "Node"))
    }
    for (place, edge) in edges.enumerated() {
      try graph.addEdge(from: nodes[edge.source], to: nodes[edge.target], type: "EDGE", key: String(place))
    }
    return graph.snapshot()
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BenchError("\(path): cannot be opened (error \(errno)); check the path") }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // SAFETY: the pointer is the buffer's own and the count its length, for the call alone.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else { throw BenchError("\(path): cannot be read (error \(errno)); name a file") }
      bytes += buffer[..<count]
    }
  }
}

/// What keeps a run from being timed, in one line.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
