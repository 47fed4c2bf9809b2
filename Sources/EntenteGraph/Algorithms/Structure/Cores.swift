extension GraphStructure {
  /// The core number of each node: the greatest *k* for which it is in a part of the graph where each node has at least
  /// *k* edges to others in it.
  ///
  /// Each of several parallel edges counts, so for `both` a pair of edges there and back counts twice; self-loops do
  /// not. A node without edges has 0.
  ///
  /// - Parameter direction: which edges count at a node.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: S. B. Seidman, "Network structure and minimum degree", 1983; V. Batagelj, M. Zaveršnik, "An O(m) Algorithm
  /// for Cores Decomposition of Networks", 2003; level by level as H. Kabir, K. Madduri, 2017 (PKC).
  public func coreNumbers(_ direction: Direction = .both) -> NodeMap<Int> {
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    let kernel = CorePeelingKernel(
      counted: topology.rows(direction), lessened: topology.rows(reverse),
      hasLoops: topology.hasLoops)
    defer { kernel.deallocate() }
    kernel.peel()
    return NodeMap(kernel.degrees.array().map(Int.init))
  }

  /// The nodes in an order in which each has as few neighbours behind it as there can be at worst: at most the
  /// graph's degeneracy, which is its greatest core number.
  ///
  /// The graph is taken as undirected; self-loops and all but one of parallel edges do not count.
  /// The order is that in which nodes leave level by level.
  ///
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: D. W. Matula, L. L. Beck, "Smallest-last ordering and clustering and graph coloring algorithms", 1983.
  public func degeneracyOrder() -> [NodeID] {
    let kernel = CorePeelingKernel(counted: topology.simple, lessened: topology.simple, hasLoops: false)
    defer { kernel.deallocate() }
    kernel.peel()
    return kernel.order.array().prefix(nodeCount).map(NodeID.init(rawValue:))
  }

  /// The s-core number of each node: the greatest *s* for which it is in a part of the graph where the edges of each node
  /// to others in it weigh at least *s*.
  ///
  /// The graph is taken as undirected; parallel edges add up, and self-loops do not count. Strengths are lessened edge
  /// by edge: with weights that are not whole numbers the result is exact up to rounding.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0; `CancellationError`.
  /// - Complexity: O((*V* + *E*) log *V*).
  ///
  /// Source: M. Eidsaa, E. Almaas, "s-core network decomposition: A generalization of k-core analysis to weighted
  /// networks", 2013.
  public func coreStrengths(_ weights: EdgeWeights, execution: Execution = Execution()) throws -> NodeMap<Double> {
    try weights.requireNonnegative(for: "an s-core")
    let kernel = StrengthPeelingKernel(topology, weights)
    defer { kernel.deallocate() }
    return NodeMap(try kernel.peel(execution))
  }
}
