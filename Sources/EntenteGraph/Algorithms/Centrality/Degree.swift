extension GraphStructure {
  /// The number of edges at a node; a self-loop counts once each way, so twice for `both`.
  ///
  /// - Complexity: O(1), and O(*V* + *E*) at the first call that looks at incoming edges.
  public func degree(of node: NodeID, _ direction: Direction = .both) -> Int {
    switch direction {
    case .outgoing: topology.outgoing.row(node.index).count
    case .incoming: topology.incoming.rows.row(node.index).count
    case .both: topology.outgoing.row(node.index).count + topology.incoming.rows.row(node.index).count
    }
  }

  /// The number of edges at each node; self-loops as in `degree(of:_:)`.
  ///
  /// - Complexity: O(*V* + *E*).
  public func degrees(_ direction: Direction = .both) -> NodeMap<Int> {
    var degrees = [Int](repeating: 0, count: nodeCount)
    topology.outgoing.read { rows in
      if direction != .incoming { for node in 0..<rows.nodeCount { degrees[node] += rows.degree(node) } }
      if direction != .outgoing { for place in 0..<rows.placeCount { degrees[Int(rows.neighbors[place])] += 1 } }
    }
    return NodeMap(degrees)
  }

  /// The weight of the edges at each node together; a self-loop counts once each way, so twice for `both`.
  ///
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: A. Barrat et al., "The architecture of complex weighted networks", 2004 (node strength).
  public func strengths(_ weights: EdgeWeights, _ direction: Direction = .both) -> NodeMap<Double> {
    var strengths = [Double](repeating: 0, count: nodeCount)
    for source in nodes {
      for edge in outgoingEdges(of: source) {
        if direction != .incoming { strengths[source.index] += weights[edge] }
        if direction != .outgoing { strengths[target(of: edge).index] += weights[edge] }
      }
    }
    return NodeMap(strengths)
  }
}
