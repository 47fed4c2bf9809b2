extension GraphStructure {
  /// The way from one node to another whose least weight is greatest, or `nil` where none leads there.
  ///
  /// Its `weight` is that least weight: what the narrowest edge lets through, the weakest link of the strongest chain.
  /// Of several such ways it is one that the graph alone determines. From a node to itself it is the way without steps,
  /// of infinite width.
  ///
  /// - Parameters:
  ///   - weights: the width of each edge, of any sign.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph; `CancellationError`.
  /// - Complexity: O(*V* + *E* log *V*) time, O(*V*) memory.
  ///
  /// Source: M. Pollack, "The Maximum Capacity Through a Network", 1960, by Dijkstra's search.
  public func widestPath(
    from start: NodeID, to end: NodeID, weights: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> WeightedPath? {
    try requireNodes([start, end])
    let kernel = WidestPathKernel(topology, direction, weights)
    defer { kernel.deallocate() }
    return try kernel.search(from: start.rawValue, to: end.rawValue, execution)
  }
}
