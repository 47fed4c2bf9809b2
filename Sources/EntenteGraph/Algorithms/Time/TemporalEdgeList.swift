/// A temporal graph read from lines of `source<TAB>relation<TAB>target<TAB>time[<TAB>duration]`.
public struct TemporalEdgeList: Sendable {
  /// The nodes, edges and times; there is one node more than the highest number.
  public let graph: TemporalGraph
  /// The relation of each edge, by edge.
  private let relations: Column<UInt32>

  /// Reads a file.
  ///
  /// Nodes and relations are whole numbers below 2^32 - 1, times whole numbers of at most 18 digits; tabs, spaces or commas
  /// part the columns; `#` or `%` begins a comment; empty lines and columns after the fifth are passed over. Edges stand in
  /// the order of source, target and line.
  ///
  /// - Parameter duration: how long a contact takes whose line does not say.
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be read, and for the first line that is no
  ///   contact, `invalidArgument` for a duration below 1, `tooLarge` beyond 2^31 edges.
  /// - Complexity: O(*n*) in the bytes of the file, the number of nodes and the span of times, where that is not far
  ///   greater than the number of lines.
  public init(contentsOf path: String, duration: Int64 = 1) throws {
    let bytes = try MappedFile.memory(path)
    try self.init(Column(bytes, byteOffset: 0, count: bytes.byteCount), name: path, duration: duration)
  }

  /// Reads a text.
  ///
  /// - Throws: as `init(contentsOf:duration:)`; the messages call the text `name`.
  public init(_ text: String, name: String = "temporal edge list", duration: Int64 = 1) throws {
    try self.init(Column(Array(text.utf8)), name: name, duration: duration)
  }

  private init(_ bytes: Column<UInt8>, name: String, duration: Int64) throws {
    guard duration >= 1 else {
      throw GraphError(.invalidArgument, "the duration is \(duration) ticks, and a contact takes at least 1")
    }
    let parsed = try bytes.read { try ContactListParser.parse($0, name: name, duration: duration) }
    let count = parsed.sources.count
    try Topology.checkSize(nodeCount: parsed.nodeCount, edgeCount: count)
    let built = RowBuilding.rows(nodeCount: parsed.nodeCount, owners: parsed.sources, neighbors: parsed.targets)
    let all = Column<UInt32>(count: count) { all in
      for edge in 0..<count { all[edge] = UInt32(truncatingIfNeeded: edge) }
    }
    let order = built.order ?? all
    graph = try TemporalGraph(
      Topology(outgoing: built.rows), edges: all, starts: order.map { parsed.starts[Int($0)] },
      ends: order.map { parsed.ends[Int($0)] })
    relations = Column(order.lazy.map { parsed.relations[Int($0)] })
  }

  /// The relation of an edge.
  public func relation(of edge: EdgeID) -> Int { Int(relations[edge.index]) }

  /// The edges of a relation.
  ///
  /// - Complexity: O(*E*).
  public func edges(ofRelation relation: Int) -> EdgeMask { graph.mask { Int(relations[$0.index]) == relation } }
}
