/// A node and what an algorithm gave it.
public struct RankedNode: Hashable, Sendable {
  /// The node.
  public var node: NodeID
  /// Its value.
  public var score: Double

  /// A node with a value.
  public init(node: NodeID, score: Double) {
    self.node = node
    self.score = score
  }
}

extension GraphStructure {
  /// The nodes of greatest harmonic closeness, greatest first; among equals the lower node first.
  ///
  /// The scores are those of `harmonicCloseness`, found without looking at the whole graph from each node.
  ///
  /// - Parameters:
  ///   - limit: how many nodes to give; all where the graph has fewer.
  ///   - direction: as in `harmonicCloseness`.
  /// - Throws: `GraphError` with `invalidArgument` for a negative limit; `CancellationError`.
  /// - Complexity: O(*V* (*V* + *E*)) time at most and in graphs with hubs not far above *V* + *E*; O(*V*) memory.
  ///
  /// Source: E. Bergamini et al., "Computing top-k Closeness Centrality Faster in Unweighted Graphs", 2019; where a
  /// search comes to much of a large graph, it goes on as that of `steps(from:)`.
  public func topHarmonicCloseness(
    limit: Int, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> [RankedNode] {
    guard limit >= 0 else { throw GraphError(.invalidArgument, "\(limit) nodes are asked for, and that is below 0") }
    guard limit > 0, nodeCount > 0 else { return [] }
    let search = try TopClosenessSearch(topology, direction, limit: limit, execution)
    return try search.run(execution)
  }
}
