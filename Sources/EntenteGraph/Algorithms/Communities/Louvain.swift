extension GraphStructure {
  /// Communities by the Louvain algorithm: nodes move to the neighbouring community that gains most until none gains
  /// any more, communities become the nodes of a smaller graph, and so on; at last each node has another turn.
  ///
  /// A community may turn out to hang together loosely or not at all; `leidenCommunities` takes about twice as long and
  /// gives better ones. A node without edges is a community of its own. Parallel edges each count, self-loops
  /// count for the degree only. The order in which nodes have their turn is random by the seed; of communities that
  /// gain the same the one met first along the node's row is taken. A graph in which no edge weighs more than 0 falls
  /// into single nodes.
  ///
  /// - Parameter weights: how strongly an edge ties, not negative; without them, all tie alike.
  /// - Throws: `GraphError` with `invalidArgument` for an option or a weight out of range; `CancellationError`.
  /// - Complexity: O(*E*) in practice for each pass over the nodes, of which there are a dozen or so; 12 bytes a node
  ///   and edge beside the rows, and 8 more an edge in large graphs, whose nodes are numbered by degree first.
  ///
  /// Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large
  /// networks", 2008; nodes are looked at again only when a neighbour has moved (Traag, Waltman, van Eck, 2019);
  /// the last turn after R. Rotta, A. Noack, "Multilevel local search algorithms for modularity clustering", 2011.
  public func louvainCommunities(
    _ options: CommunityOptions = CommunityOptions(iterations: 1), weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> Partition {
    try communities(options, isRefining: false, weights: weights, execution)
  }

  /// Communities by the Leiden algorithm: like Louvain's, but a community is divided into well-connected parts before
  /// these become the nodes of a smaller graph.
  ///
  /// Each community hangs together, and no part of it would gain by leaving. Otherwise as `louvainCommunities`.
  ///
  /// - Parameter weights: how strongly an edge ties, not negative; without them, all tie alike.
  /// - Throws: `GraphError` with `invalidArgument` for an option or a weight out of range; `CancellationError`.
  /// - Complexity: O(*E*) in practice for each pass over the nodes, of which there are some two dozen an iteration.
  ///
  /// Source: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
  /// 2019; a node joins the best part rather than a random good one.
  public func leidenCommunities(
    _ options: CommunityOptions = CommunityOptions(), weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> Partition {
    try communities(options, isRefining: true, weights: weights, execution)
  }

  private func communities(
    _ options: CommunityOptions, isRefining: Bool, weights: EdgeWeights?, _ execution: Execution
  ) throws -> Partition {
    try options.check()
    try weights?.requireNonnegative(for: "the search for communities")
    if let start = options.start { try check(start) }
    let base = CommunityBase(topology, options, weights: weights)
    defer { base.deallocate() }
    return try base.search(options, isRefining: isRefining, execution)
  }
}
