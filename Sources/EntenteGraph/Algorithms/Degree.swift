extension Snapshot {
  /// The number of edges at a node; a self-loop counts once each way, so twice for `both`.
  ///
  /// - Complexity: O(1).
  public func degree(of node: NodeID, _ direction: Direction = .both) -> Int {
    switch direction {
    case .outgoing: outgoing.row(node.index).count
    case .incoming: incoming.row(node.index).count
    case .both: outgoing.row(node.index).count + incoming.row(node.index).count
    }
  }

  /// The number of edges at each node, by node; self-loops as in `degree(of:_:)`.
  ///
  /// - Complexity: O(*V*).
  public func degrees(_ direction: Direction = .both) -> [Int] { nodes.map { degree(of: $0, direction) } }
}
