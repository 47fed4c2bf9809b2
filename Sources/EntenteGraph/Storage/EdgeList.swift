/// A graph read from lines of `source<TAB>target[<TAB>weight]`.
public struct EdgeList: Sendable {
  /// The nodes and edges; there is one node more than the highest number, or one for each number that a line has.
  public let topology: Topology
  /// The weights, where the lines have them.
  public let weights: EdgeWeights?
  /// The number of each node, ascending; nil where each node is its number.
  private let numbers: Column<UInt32>?

  /// Reads a file.
  ///
  /// Nodes are whole numbers below 2^32 - 1; tabs, spaces or commas part the columns; `#` or `%` begins a comment;
  /// empty lines and columns after the third are passed over. Either each line has a weight or none has.
  ///
  /// - Parameters:
  ///   - nodeCount: the least number of nodes, where nodes without edges stand behind the highest number.
  ///   - skipsUnusedNumbers: whether a number that no line has is left out, rather than a node without edges. Then any
  ///     numbers will do, nodes are in their order, and `number(of:)` tells which is which; `nodeCount` means nothing.
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be read, for the first line that is no edge, and
  ///   where unused numbers are not skipped and one is above 16 times the bytes of the file and above `nodeCount`;
  ///   `tooLarge` beyond 2^31 edges; `CancellationError`.
  /// - Complexity: O(*n*) in the bytes of the file and the number of nodes, on as many threads as it may use, plus
  ///   O(*d* log *d*) a node where the lines are not in the order of source and target.
  public init(
    contentsOf path: String, nodeCount: Int = 0, skipsUnusedNumbers: Bool = false, execution: Execution = Execution()
  ) throws {
    let bytes = try MappedFile.memory(path)
    try self.init(
      Column(bytes, byteOffset: 0, count: bytes.byteCount), name: path, nodeCount: nodeCount,
      skipsUnusedNumbers: skipsUnusedNumbers, execution: execution)
  }

  /// Reads a text.
  ///
  /// - Throws: as `init(contentsOf:nodeCount:skipsUnusedNumbers:execution:)`; the messages call the text `name`.
  public init(
    _ text: String, name: String = "edge list", nodeCount: Int = 0, skipsUnusedNumbers: Bool = false,
    execution: Execution = Execution()
  ) throws {
    try self.init(
      Column(Array(text.utf8)), name: name, nodeCount: nodeCount, skipsUnusedNumbers: skipsUnusedNumbers,
      execution: execution)
  }

  private init(
    _ bytes: Column<UInt8>, name: String, nodeCount: Int, skipsUnusedNumbers: Bool, execution: Execution
  ) throws {
    var parts = try bytes.read { try EdgeListParser.parse($0, name: name, execution) }
    defer { for part in parts { part.ends.deallocate() } }
    if skipsUnusedNumbers {
      numbers = try NodeRenumbering.closeGaps(&parts, byteCount: bytes.count, execution)
    } else {
      try bytes.read { try EdgeListParser.checkNumbers(parts, of: $0, name: name, allowed: nodeCount) }
      numbers = nil
    }
    let leastNodeCount = skipsUnusedNumbers ? 0 : max(0, nodeCount)
    (topology, weights) = try EdgeListBuilding(parts, leastNodeCount: leastNodeCount).build(execution)
  }

  /// The number that a node has in the lines.
  ///
  /// - Precondition: the node is in the graph.
  public func number(of node: NodeID) -> Int { numbers.map { Int($0[node.index]) } ?? node.index }

  /// The node that has a number in the lines, or nil where none has.
  ///
  /// - Complexity: O(log *V*).
  public func node(numbered number: Int) -> NodeID? {
    guard let number = UInt32(exactly: number) else { return nil }
    if let numbers { return NodeRenumbering.place(of: number, in: numbers).map { NodeID($0) } }
    return number < topology.nodeCount ? NodeID(rawValue: number) : nil
  }
}
