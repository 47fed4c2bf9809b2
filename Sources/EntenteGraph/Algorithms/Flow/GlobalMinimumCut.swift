extension GraphStructure {
  /// The edges of the least weight without which the graph, taken as undirected, falls apart; `nil` where it has fewer
  /// than two nodes.
  ///
  /// In a graph that is in parts already the cut is empty. Parallel edges add up, self-loops do not count. The side given
  /// holds fewer nodes than the other, or node 0 where both are as large; which of several least cuts it is the graph
  /// alone determines.
  ///
  /// - Parameter weights: the strength of each edge, not below 0; without them each counts 1.
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0; `CancellationError`.
  /// - Complexity: O(*V* · *E* log *V*) time at worst, a few rounds of O(*E* log *V*) mostly; O(*V* + *E*) memory.
  ///
  /// Source: H. Nagamochi, T. Ono, T. Ibaraki, "Implementing an efficient minimum capacity cut algorithm", 1994, a
  /// faster form of M. Stoer, F. Wagner, "A Simple Min-Cut Algorithm", 1997.
  public func globalMinimumCut(weights: EdgeWeights? = nil, execution: Execution = Execution()) throws -> Cut? {
    try weights?.requireNonnegative(for: "a cut")
    guard nodeCount > 1 else { return nil }
    let part = try steps(from: [NodeID(0)], direction: .both, execution: execution).values.map { $0 >= 0 }
    if part.contains(false) { return cut(along: part, nil) }
    let strengths = try weights ?? EdgeWeights(self) { _ in 1 }
    var kernel = GlobalCutKernel(topology, strengths)
    try kernel.run(execution)
    return cut(along: kernel.side, strengths)
  }

  private func cut(along border: [Bool], _ strengths: EdgeWeights?) -> Cut {
    var side = border
    let size = side.count { $0 }
    if 2 * size > nodeCount || (2 * size == nodeCount && !side[0]) { side = side.map { !$0 } }
    guard let strengths else { return Cut(weight: 0, side: nodes.filter { side[$0.index] }, edges: []) }
    let edges = edges.filter { edge in
      side[source(of: edge).index] != side[target(of: edge).index] && strengths[edge] > 0
    }
    return Cut(
      weight: edges.reduce(0) { $0 + strengths[$1] }, side: nodes.filter { side[$0.index] }, edges: edges)
  }
}
