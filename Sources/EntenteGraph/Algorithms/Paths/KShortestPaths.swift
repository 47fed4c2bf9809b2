extension GraphStructure {
  /// The shortest ways from one node to another that meet no node twice, the shortest first.
  ///
  /// Parallel edges make ways of their own. Which of equally long ways comes first the graph alone determines. There are
  /// fewer than `limit` where the graph has no more; from a node to itself there is the way without steps.
  ///
  /// - Parameters:
  ///   - limit: how many to find.
  ///   - weights: the length of each edge, not below 0; without them each counts 1.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0 or a node that is not in the graph;
  ///   `CancellationError`.
  /// - Complexity: O(*k* · *l* · *E* log *V*) for *k* ways of *l* steps at worst; mostly one search over the graph and
  ///   *k* · *l* looks at the edges of a node.
  ///
  /// Source: J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", 1971; E. L. Lawler, 1972; the tree as a
  /// bound that is looked into late: G. Feng, "Finding k shortest simple paths in directed graphs", 2014.
  public func shortestPaths(
    from start: NodeID, to end: NodeID, limit: Int, weights: EdgeWeights? = nil, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> [WeightedPath] {
    try requireNodes([start, end])
    try weights?.requireNonnegative(for: "a shortest path")
    let lengths = try weights ?? EdgeWeights(self) { _ in 1 }
    var kernel = try KShortestKernel(topology, direction, lengths, to: end.rawValue, execution)
    defer { kernel.deallocate() }
    return try kernel.paths(from: start.rawValue, limit: limit, execution)
  }
}
