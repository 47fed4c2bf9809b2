extension GraphStructure {
  /// How much current passes each node when a unit flows between two others, summed over all pairs: betweenness by all
  /// ways, the short ones more than the long.
  ///
  /// Edges are resistors, taken as undirected; parallel edges conduct together, self-loops nothing. Pairs in different
  /// parts of the graph add nothing.
  ///
  /// - Parameter weights: how well edges conduct, above 0; without them all do alike.
  /// - Throws: `GraphError` with `invalidArgument` for a weight that is not above 0, `tooLarge` where a component has more
  ///   than 16,384 nodes, `noConvergence` where the conductances differ by more than rounding lets through;
  ///   `CancellationError`.
  /// - Complexity: O(*V E* √*κ* + *E V* log *V*) time, where *κ* says how far conductances and distances spread, and
  ///   O(*V*²) memory, 8 bytes a pair, in the largest component.
  ///
  /// Sources: M. Newman, "A measure of betweenness centrality based on random walks", 2005; U. Brandes, D. Fleischer,
  /// "Centrality Measures Based on Current Flow", 2005.
  public func currentFlowBetweenness(
    weights: EdgeWeights? = nil, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try weights?.requirePositive(for: "current-flow betweenness")
    return try electrical(weights) { network in
      guard network.nodes.count <= 16_384 else {
        throw GraphError(
          .tooLarge,
          "a component has \(network.nodes.count) nodes, and current-flow betweenness takes up to 16384; use betweenness"
        )
      }
      return try network.throughputs(execution)
    }
  }

  /// How near each node is to the others of its component when distance is electrical resistance: one over the mean.
  ///
  /// Also known as information centrality. Edges are resistors, taken as undirected; parallel edges conduct together,
  /// self-loops nothing. 0 where a node stands alone.
  ///
  /// - Parameter weights: how well edges conduct, above 0; without them all do alike.
  /// - Throws: `GraphError` with `invalidArgument` for a weight that is not above 0, `noConvergence` where the conductances
  ///   differ by more than rounding lets through; `CancellationError`.
  /// - Complexity: O(*V E* √*κ*) time, where *κ* says how far conductances and distances spread; O(*V*) memory a thread.
  ///
  /// Sources: K. Stephenson, M. Zelen, "Rethinking centrality: Methods and examples", 1989; U. Brandes, D. Fleischer,
  /// "Centrality Measures Based on Current Flow", 2005.
  public func currentFlowCloseness(
    weights: EdgeWeights? = nil, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try weights?.requirePositive(for: "current-flow closeness")
    return try electrical(weights) { network in
      try network.resistanceSums(execution)?.map { Double(network.nodes.count - 1) / $0 }
    }
  }

  /// Puts together what a function gives for the nodes of each component of two or more.
  private func electrical(
    _ weights: EdgeWeights?, _ values: (ElectricalNetwork) throws -> [Double]?
  ) throws -> NodeMap<Double> {
    var all = [Double](repeating: 0, count: nodeCount)
    for nodes in ElectricalNetwork.components(topology) where nodes.count > 1 {
      guard let found = try values(ElectricalNetwork(topology, nodes: nodes, weights: weights)) else {
        throw GraphError(
          .noConvergence,
          "potentials did not settle in a component of \(nodes.count) nodes; make the conductances differ less")
      }
      for (number, node) in nodes.enumerated() { all[Int(node)] = found[number] }
    }
    return NodeMap(all)
  }
}
