extension GraphStructure {
  /// Communities by the map equation: the division by which a random walk is described in the fewest bits, when each
  /// community has a codebook of its own.
  ///
  /// Finds communities by flow rather than by density. The graph is taken as undirected and the hierarchy has two levels; a
  /// node without edges is a community of its own, and parallel edges each count. Nodes have their turn in random order by
  /// the seed, and of communities that shorten the description by the same the one met first along the node's row is taken.
  ///
  /// - Parameters:
  ///   - weights: how strongly an edge draws a walker, not negative; without them, all draw alike.
  ///   - iterations: how often to go through all levels, each time from what the time before found; at least 1. It ends
  ///     early when nothing changes.
  ///   - start: the division to begin with; without it, each node begins alone.
  ///   - seed: where the random numbers begin; the same seed gives the same result.
  /// - Throws: `GraphError` with `invalidArgument` for a weight, a number of iterations or a start out of range;
  ///   `CancellationError`.
  /// - Complexity: as `louvainCommunities`, each look at a node taking some logarithms a neighbouring community.
  ///
  /// Source: M. Rosvall, C. T. Bergstrom, "Maps of random walks on complex networks reveal community structure", 2008; M.
  /// Rosvall, D. Axelsson, C. T. Bergstrom, "The map equation", 2009.
  public func infomapCommunities(
    weights: EdgeWeights? = nil, iterations: Int = 10, start: Partition? = nil, seed: UInt64 = 1,
    execution: Execution = Execution()
  ) throws -> Partition {
    let options = CommunityOptions(iterations: iterations, start: start, seed: seed)
    try options.check()
    try weights?.requireNonnegative(for: "the map equation")
    if let start { try check(start) }
    let base = CommunityBase(topology, options, weights: weights)
    defer { base.deallocate() }
    return try base.searchByMapEquation(iterations, from: start, seed: seed, execution)
  }

  /// The bits that describe a step of a random walk, when each group has a codebook of its own.
  ///
  /// The walk is at a node in proportion to its strength, to which a self-loop adds twice its weight. 0 where the edges
  /// weigh nothing.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a partition of another graph or a weight below 0.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: M. Rosvall, D. Axelsson, C. T. Bergstrom, "The map equation", 2009.
  public func descriptionLength(of partition: Partition, weights: EdgeWeights? = nil) throws -> Double {
    try check(partition)
    try weights?.requireNonnegative(for: "the map equation")
    let sums = GroupWeights(topology, partition, weights)
    guard sums.total > 0 else { return 0 }
    let whole = 2 * sums.total
    var (bits, exits) = (0.0, 0.0)
    for group in 0..<partition.count {
      let strength = sums.out[group] + sums.into[group]
      let exit = max(0, strength - 2 * sums.inside[group]) / whole
      exits += exit
      bits += MapEquation.groupTerm(exit: exit, flow: strength / whole)
    }
    let single = GroupWeights(topology, Partition(singletons: nodeCount), weights)
    for node in 0..<nodeCount { bits -= MapEquation.entropyTerm((single.out[node] + single.into[node]) / whole) }
    return bits + MapEquation.entropyTerm(exits)
  }
}
