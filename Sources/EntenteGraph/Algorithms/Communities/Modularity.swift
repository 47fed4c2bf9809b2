extension GraphStructure {
  /// How much more of the edges' weight lies inside the groups than would if edges were drawn at random between nodes of
  /// the same degrees: *Σ (w_c / m − γ (K_c / 2m)²)* with the weight *w_c* inside a group, the strength *K_c* of its
  /// nodes and the whole weight *m*.
  ///
  /// Directed, the second term is *γ K⁺_c K⁻_c / m²* with the strengths out and in; `outgoing` and `incoming` give
  /// the same. A self-loop lies inside and counts twice for the strength. 0 where the edges weigh nothing.
  ///
  /// - Parameters:
  ///   - weights: how strongly an edge ties, not negative; without them, all tie alike.
  ///   - resolution: the factor *γ*.
  ///   - direction: `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for a partition of another graph, a resolution or a weight below 0.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", 2004; J. Reichardt,
  /// S. Bornholdt, 2006 (resolution); E. A. Leicht, M. E. J. Newman, 2008 (directed).
  public func modularity(
    of partition: Partition, weights: EdgeWeights? = nil, resolution: Double = 1, direction: Direction = .both
  ) throws -> Double {
    try check(partition)
    try CommunityOptions.check(resolution: resolution)
    try weights?.requireNonnegative(for: "modularity")
    let sums = GroupWeights(topology, partition, weights)
    guard sums.total > 0 else { return 0 }
    var quality = 0.0
    for group in 0..<partition.count {
      let (out, into) = (sums.out[group] / sums.total, sums.into[group] / sums.total)
      let expected = direction == .both ? (out + into) * (out + into) / 4 : out * into
      quality += sums.inside[group] / sums.total - resolution * expected
    }
    return quality
  }

  /// The weight inside the groups less the resolution for each pair of nodes in one group:
  /// *Σ (w_c − γ n_c (n_c − 1) / 2)*.
  ///
  /// The graph is taken as undirected. A self-loop lies inside.
  ///
  /// - Parameters:
  ///   - weights: how strongly an edge ties, not negative; without them, all tie alike.
  ///   - resolution: the density *γ* that a group must exceed to be worth it.
  /// - Throws: `GraphError` with `invalidArgument` for a partition of another graph, a resolution or a weight below 0.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: V. A. Traag, P. Van Dooren, Y. Nesterov, 2011 (constant Potts model).
  public func constantPottsQuality(
    of partition: Partition, weights: EdgeWeights? = nil, resolution: Double
  ) throws -> Double {
    try check(partition)
    try CommunityOptions.check(resolution: resolution)
    try weights?.requireNonnegative(for: "the constant Potts model")
    let sums = GroupWeights(topology, partition, weights)
    return partition.sizes.indices.reduce(0) { quality, group in
      let size = Double(partition.sizes[group])
      return quality + sums.inside[group] - resolution * size * (size - 1) / 2
    }
  }
}
