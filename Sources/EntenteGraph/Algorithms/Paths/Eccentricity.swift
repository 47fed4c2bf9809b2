extension GraphStructure {
  /// The most steps from each node to any node that it reaches; 0 where it reaches none but itself.
  ///
  /// The greatest of them is the diameter; the least is the radius, and the nodes that have it are the centre.
  ///
  /// - Parameter direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* · *E* / 64 · *D*) word operations at worst, *D* being the diameter.
  ///
  /// Source: F. Harary, "Graph Theory", 1969; searches from 64 nodes at once (M. Then et al., 2014).
  public func eccentricities(
    direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> NodeMap<Int> {
    let kernel = AllPairsKernel(topology, direction)
    return NodeMap(try kernel.eccentricities(of: nodes.map(\.rawValue), execution).map(Int.init))
  }

  /// The most steps that the shortest way between any two nodes takes; 0 in a graph without edges.
  ///
  /// Pairs between which no way leads do not count: in a graph of several parts it is the greatest of theirs.
  ///
  /// - Parameter direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `CancellationError`.
  /// - Complexity: for `both` a few searches of O(*V* + *E*) in most graphs, O(*V* · *E*) at worst; otherwise as
  ///   `eccentricities(direction:execution:)`.
  ///
  /// Source: P. Crescenzi et al., "On computing the diameter of real-world undirected graphs", 2013.
  public func diameter(direction: Direction = .both, execution: Execution = Execution()) throws -> Int {
    guard direction == .both else {
      return try eccentricities(direction: direction, execution: execution).max() ?? 0
    }
    var kernel = DiameterKernel(topology)
    defer { kernel.deallocate() }
    return try kernel.diameter(execution)
  }
}
