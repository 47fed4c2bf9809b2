/// Edges without a cycle that join what a graph joins.
public struct SpanningForest: Hashable, Sendable {
  /// The edges, in the order in which they were taken: the best first, of equal ones the lower.
  public let edges: [EdgeID]
  /// The sum of their weights.
  public let weight: Double
}

extension GraphStructure {
  /// The lightest edges that keep every connected part together: a spanning tree of each.
  ///
  /// The graph is taken as undirected. Of edges of the same weight the lower is taken first, so the forest is the only one.
  /// Self-loops are never taken, and of parallel edges at most one. The graph without edges has an empty forest.
  ///
  /// - Parameters:
  ///   - weights: the weight of each edge, of any sign.
  ///   - heaviest: whether to take the heaviest edges instead, of equal ones still the lower first.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*E* + *V* log *V*) in most graphs with many edges a node, O(*E* · *b*) at worst for weights of *b*
  ///   digits.
  ///
  /// Source: J. B. Kruskal, 1956; V. Osipov, P. Sanders, J. Singler, "The Filter-Kruskal Minimum Spanning Tree
  /// Algorithm", 2009.
  public func spanningForest(
    weights: EdgeWeights, heaviest: Bool = false, execution: Execution = Execution()
  ) throws -> SpanningForest {
    precondition(weights.values.count == edgeCount, "weights belong to the graph that they were made for")
    var kernel = SpanningForestKernel(topology, weights, isMaximum: heaviest)
    defer { kernel.deallocate() }
    let edges = try kernel.forest(execution).map { EdgeID(rawValue: $0) }
    return SpanningForest(edges: edges, weight: edges.reduce(0) { $0 + weights[$1] })
  }
}
