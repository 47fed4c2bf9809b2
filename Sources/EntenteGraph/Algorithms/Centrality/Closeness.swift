/// How closeness compares nodes that reach different numbers of others.
public enum ClosenessScale: Hashable, Sendable {
  /// One over the mean distance to the nodes that are reached; a node in a small part of the graph can be first.
  case withinReach
  /// The same times the share of the other nodes that are reached (L. Wasserman and K. Faust, 1994).
  case timesReach
}

extension GraphStructure {
  /// How near each node is to the nodes that it reaches: one over their mean distance.
  ///
  /// From 0 to 1. A node that reaches no other has 0. Self-loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` looks at distances from the node, `incoming` at those to it; `both` takes the graph as
  ///     undirected.
  ///   - scale: whether reaching few nodes counts against a node.
  ///   - weights: how long edges are, above 0; without them a distance is a number of steps.
  /// - Throws: `GraphError` with `invalidArgument` for a weight that is not above 0; `CancellationError`.
  /// - Complexity: O(*V* (*V* + *E*)) time at most, for 512 nodes at once; with weights O(*V* (*V* + *E*) log *E*), each
  ///   node on its own. O(*V*) memory a thread beside rows, with weights O(*V* + *E*).
  ///
  /// Source: A. Bavelas, "Communication Patterns in Task-Oriented Groups", 1950; searches as in M. Then et al., "The More
  /// the Merrier: Efficient Multi-Source Graph Traversal", 2014.
  public func closeness(
    direction: Direction = .outgoing, scale: ClosenessScale = .withinReach, weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try weights?.requirePositive(for: "closeness")
    let sums =
      try weights.map { try DistanceSums(topology, direction, $0, execution) { $0 } }
      ?? DistanceSums(topology, direction, execution) { Double($0) }
    let others = Double(max(1, nodeCount - 1))
    return NodeMap(
      zip(sums.reached, sums.totals).map { reached, total in
        guard total > 0 else { return 0 }
        return reached / total * (scale == .timesReach ? reached / others : 1)
      })
  }

  /// How near each node is to all others: the sum of one over each distance, with 0 for what it does not reach.
  ///
  /// Self-loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` looks at distances from the node, `incoming` at those to it; `both` takes the graph as
  ///     undirected.
  ///   - isNormalized: whether to divide by the number of other nodes.
  ///   - weights: how long edges are, above 0; without them a distance is a number of steps.
  /// - Throws: `GraphError` with `invalidArgument` for a weight that is not above 0; `CancellationError`.
  /// - Complexity: as `closeness(direction:scale:weights:execution:)`.
  ///
  /// Source: M. Marchiori, V. Latora, "Harmony in the small-world", 2000; Y. Rochat, "Closeness centrality extended to
  /// unconnected graphs: the harmonic centrality index", 2009.
  public func harmonicCloseness(
    direction: Direction = .outgoing, isNormalized: Bool = false, weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try weights?.requirePositive(for: "harmonic closeness")
    let sums =
      try weights.map { try DistanceSums(topology, direction, $0, execution) { 1 / $0 } }
      ?? DistanceSums(topology, direction, execution) { 1 / Double($0) }
    let divisor = isNormalized ? Double(max(1, nodeCount - 1)) : 1
    return NodeMap(sums.totals.map { $0 / divisor })
  }

  /// How many other nodes each node reaches within some steps, or at all.
  ///
  /// - Parameters:
  ///   - limit: the most steps; without it, as many as there are.
  ///   - direction: `outgoing` counts nodes that the node reaches, `incoming` those that reach it.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* (*V* + *E*)) time at most, for 512 nodes at once; O(*V*) memory a thread beside rows.
  public func reachCounts(
    within limit: Int = .max, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> NodeMap<Int> {
    let sums = try DistanceSums(topology, direction, limit: limit, execution) { _ in 0 }
    return NodeMap(sums.reached.map { Int($0) })
  }

  /// The share of the other nodes that each node reaches.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: as `reachCounts(within:direction:execution:)`.
  ///
  /// Source: E. Mones, L. Vicsek, T. Vicsek, "Hierarchy Measure for Complex Networks", 2012 (local reaching centrality).
  public func reachingCentrality(
    direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    let others = Double(max(1, nodeCount - 1))
    return try reachCounts(direction: direction, execution: execution).mapValues { Double($0) / others }
  }
}
