/// How far apart the nodes of a graph lie, as numbers of ordered pairs.
public struct StepDistribution: Hashable, Sendable {
  /// The number of pairs that lie 0, 1, 2 and so on steps apart; a node lies 0 steps from itself.
  public let pairCounts: [Int]

  /// The number of pairs of different nodes between which a way leads.
  public var connectedPairCount: Int { pairCounts.dropFirst().reduce(0, +) }

  /// The mean number of steps between different nodes between which a way leads, or `nil` where there are none.
  public var averageSteps: Double? {
    let sum = pairCounts.enumerated().reduce(0.0) { $0 + Double($1.offset) * Double($1.element) }
    return connectedPairCount > 0 ? sum / Double(connectedPairCount) : nil
  }

  /// The most steps between any two nodes between which a way leads.
  public var diameter: Int { max(0, pairCounts.count - 1) }
}

extension GraphStructure {
  /// Calls `body` with each node and the fewest steps from it to every node.
  ///
  /// With several threads the calls come from all of them and in any order; with one, by ascending node.
  ///
  /// - Parameter direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `CancellationError`; what `body` throws, which ends the search.
  /// - Complexity: O(*V*² + *V* · *E* / 64 · *D*) time, *D* being the diameter; O(*V*) memory a thread.
  ///
  /// Source: M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", 2014.
  public func forEachNodeSteps(
    direction: Direction = .outgoing, execution: Execution = Execution(),
    _ body: @Sendable (NodeID, StepCounts) throws -> Void
  ) throws {
    let kernel = AllPairsKernel(topology, direction)
    try kernel.rows(from: nodes.map(\.rawValue), execution) { try body(NodeID(rawValue: $0), $1) }
  }

  /// How many pairs of nodes lie how many steps apart.
  ///
  /// - Parameter direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* · *E* / 64 · *D*) word operations, *D* being the diameter; O(*V*) memory a thread.
  public func stepDistribution(
    direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> StepDistribution {
    StepDistribution(pairCounts: try AllPairsKernel(topology, direction).pairCounts(execution))
  }
}
