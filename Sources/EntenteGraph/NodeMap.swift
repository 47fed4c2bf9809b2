/// One value for each node of a graph.
public struct NodeMap<Value> {
  /// The values by node.
  public var values: [Value]

  /// The values of nodes 0, 1, 2 and so on.
  public init(_ values: [Value]) { self.values = values }

  /// The value of a node.
  ///
  /// - Precondition: the node is in the graph.
  @inlinable public subscript(node: NodeID) -> Value {
    get { values[node.index] }
    set { values[node.index] = newValue }
  }

  /// The nodes.
  public var nodes: Range<NodeID> { NodeID(0)..<NodeID(values.count) }

  /// What a function makes of each value.
  public func mapValues<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> NodeMap<Other> {
    NodeMap<Other>(try values.map(transform))
  }
}

extension NodeMap: Equatable where Value: Equatable {}
extension NodeMap: Hashable where Value: Hashable {}
extension NodeMap: Sendable where Value: Sendable {}

extension NodeMap: RandomAccessCollection {
  /// The first place.
  public var startIndex: NodeID { NodeID(0) }
  /// One behind the last place.
  public var endIndex: NodeID { NodeID(values.count) }
}

extension NodeMap where Value: Comparable {
  /// The nodes with the greatest values, greatest first; among equals the lower node first.
  ///
  /// - Complexity: O(*V* log *V*).
  public func ranked(limit: Int = .max) -> [NodeID] {
    Array(nodes.sorted { self[$0] != self[$1] ? self[$0] > self[$1] : $0 < $1 }.prefix(limit))
  }
}
