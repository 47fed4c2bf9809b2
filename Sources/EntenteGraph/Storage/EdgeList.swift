/// A graph read from lines of `source<TAB>target[<TAB>weight]`.
public struct EdgeList: Sendable {
  /// The nodes and edges; there is one node more than the highest number.
  public let topology: Topology
  /// The weights, where the lines have them.
  public let weights: EdgeWeights?

  /// Reads a file.
  ///
  /// Nodes are whole numbers below 2^32 - 1; tabs, spaces or commas part the columns; `#` or `%` begins a comment;
  /// empty lines and columns after the third are passed over. Either each line has a weight or none has.
  ///
  /// - Parameter nodeCount: the least number of nodes, where nodes without edges stand behind the highest number.
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be read, and for the first line that is no edge,
  ///   `tooLarge` beyond 2^31 edges; `CancellationError`.
  /// - Complexity: O(*n*) in the bytes of the file and the number of nodes, on as many threads as it may use, plus
  ///   O(*d* log *d*) a node where the lines are not in the order of source and target.
  public init(contentsOf path: String, nodeCount: Int = 0, execution: Execution = Execution()) throws {
    let bytes = try MappedFile.memory(path)
    try self.init(
      Column(bytes, byteOffset: 0, count: bytes.byteCount), name: path, nodeCount: nodeCount, execution: execution)
  }

  /// Reads a text.
  ///
  /// - Throws: as `init(contentsOf:execution:)`; the messages call the text `name`.
  public init(_ text: String, name: String = "edge list", nodeCount: Int = 0, execution: Execution = Execution()) throws
  {
    try self.init(Column(Array(text.utf8)), name: name, nodeCount: nodeCount, execution: execution)
  }

  private init(_ bytes: Column<UInt8>, name: String, nodeCount: Int, execution: Execution) throws {
    let parts = try bytes.read { try EdgeListParser.parse($0, name: name, execution) }
    defer { for part in parts { part.ends.deallocate() } }
    (topology, weights) = try EdgeListBuilding(parts, leastNodeCount: nodeCount).build(execution)
  }
}
