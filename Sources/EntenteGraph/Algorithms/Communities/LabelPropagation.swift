extension GraphStructure {
  /// Communities by label propagation: each node begins with a label of its own and takes the label that weighs most
  /// among its neighbours, until each node has such a label.
  ///
  /// Fast and rough: a dense graph often becomes one community. The graph is taken as undirected; parallel edges each
  /// count, self-loops do not. Nodes have their turn in a random order by the seed; a node whose label is among the
  /// heaviest keeps it, and otherwise takes a random one of these. A node without edges keeps its own.
  ///
  /// - Parameters:
  ///   - weights: how strongly an edge ties, not negative; without them, all tie alike.
  ///   - start: the labels to begin with; without it, each node has its own.
  ///   - seed: where the random numbers begin; the same seed gives the same result.
  /// - Throws: `GraphError` with `invalidArgument` for a weight out of range or a start of another graph;
  ///   `CancellationError`.
  /// - Complexity: O(*E*) for each pass over the nodes; the first does most of the work.
  ///
  /// Source: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in
  /// large-scale networks", 2007; V. A. Traag, L. Šubelj, "Large network community detection by fast label
  /// propagation", 2023.
  public func labelPropagationCommunities(
    weights: EdgeWeights? = nil, start: Partition? = nil, seed: UInt64 = 1, execution: Execution = Execution()
  ) throws -> Partition {
    try weights?.requireNonnegative(for: "label propagation")
    if let start { try check(start) }
    let base = CommunityBase(topology, CommunityOptions(objective: .constantPotts, resolution: 0), weights: weights)
    defer { base.deallocate() }
    return try base.spreadLabels(from: start, seed: seed, execution)
  }

  /// The label of each node after rounds in which all nodes at once take the most frequent label among their
  /// neighbours, of equally frequent ones the lowest node's.
  ///
  /// Labels are nodes; each node begins with itself. Neighbours both ways count, one that is joined both ways twice, and
  /// so does each parallel edge; a self-loop counts twice for the node itself. A node without edges keeps its label. It
  /// ends early after a round that changes nothing; two nodes joined by an edge alone change labels for ever.
  ///
  /// - Parameter rounds: how many rounds; at least 0.
  /// - Throws: `GraphError` with `invalidArgument` for a negative number of rounds; `CancellationError`.
  /// - Complexity: O((*V* + *E*) · rounds) time; O(*V*) memory for each thread.
  ///
  /// Source: A. Iosup et al., "LDBC Graphalytics", 2016 (CDLP), after Raghavan, Albert, Kumara, 2007.
  public func communityDetectionByLabelPropagation(
    rounds: Int, execution: Execution = Execution()
  ) throws -> NodeMap<NodeID> {
    guard rounds >= 0 else {
      throw GraphError(.invalidArgument, "\(rounds) rounds are asked for, and the number is not negative")
    }
    return NodeMap(
      try SynchronousLabels(topology.symmetric).run(rounds: rounds, execution).map { NodeID(rawValue: $0) })
  }
}
