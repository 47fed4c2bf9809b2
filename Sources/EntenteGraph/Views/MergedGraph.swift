/// A graph in which edges of another were put together: at most one edge leads from a node to another.
public struct MergedGraph: GraphStructure {
  /// The nodes and the merged edges.
  public let topology: Topology
  /// Where the edges that were merged into each edge begin in `members`, and at last their number.
  let offsets: Column<UInt32>
  /// The original edges by merged edge, ascending in each.
  let members: Column<UInt32>
  /// The weights of the merged edges, where the original edges have weights: the sum of those that were merged.
  public let weights: EdgeWeights?

  /// How many original edges were merged into an edge.
  ///
  /// - Complexity: O(1).
  public func count(of edge: EdgeID) -> Int { Int(offsets[edge.index + 1] - offsets[edge.index]) }

  /// The original edges that were merged into an edge, in ascending order.
  public func originals(of edge: EdgeID) -> [EdgeID] {
    (Int(offsets[edge.index])..<Int(offsets[edge.index + 1])).map { EdgeID(rawValue: members[$0]) }
  }

  /// The number of original edges in each merged edge, as weights.
  public var counts: EdgeWeights {
    get throws { try EdgeWeights(self) { Double(count(of: $0)) } }
  }
}

extension GraphStructure {
  /// The graph without parallel edges.
  ///
  /// - Parameters:
  ///   - weights: weights of the edges, which add up where edges merge.
  ///   - isUndirected: whether edges there and back merge too; the merged edge then leads from the lower node to the
  ///     higher one.
  ///   - keepsLoops: whether self-loops stay; parallel ones merge.
  /// - Throws: `GraphError` with `invalidArgument` where a sum of weights is not finite.
  /// - Complexity: O(*V* + *E*).
  public func simplified(
    weights: EdgeWeights? = nil, isUndirected: Bool = false, keepsLoops: Bool = false
  ) throws -> MergedGraph {
    let groups = Column<UInt32>(count: nodeCount) { groups in
      for node in 0..<nodeCount { groups[node] = UInt32(truncatingIfNeeded: node) }
    }
    return try EdgeMerging(isUndirected: isUndirected, keepsLoops: keepsLoops)
      .merged(topology, groups: groups, groupCount: nodeCount, weights: weights)
  }

  /// The graph whose nodes are groups of this graph's nodes (the quotient graph), without parallel edges.
  ///
  /// An edge within a group becomes a self-loop. A number of a group that no node has is a node without edges.
  ///
  /// - Parameters:
  ///   - groups: the group of each node, numbered from 0.
  ///   - weights: weights of the edges, which add up where edges merge.
  ///   - isUndirected: whether edges there and back merge too; the merged edge then leads from the lower group to the
  ///     higher one.
  ///   - keepsLoops: whether edges within groups stay.
  /// - Throws: `GraphError` with `invalidArgument` where there is not one group a node, a group is below 0 or beyond
  ///   the number of nodes, or a sum of weights is not finite.
  /// - Complexity: O(*V* + *E*).
  public func contracted(
    by groups: NodeMap<Int>, weights: EdgeWeights? = nil, isUndirected: Bool = false, keepsLoops: Bool = true
  ) throws -> MergedGraph {
    guard groups.count == nodeCount else {
      throw GraphError(.invalidArgument, "there are groups for \(groups.count) nodes, and the graph has \(nodeCount)")
    }
    for node in groups.nodes where groups[node] < 0 || groups[node] >= nodeCount {
      throw GraphError(
        .invalidArgument, "node \(node) is in group \(groups[node]), and groups are numbered from 0 to \(nodeCount - 1)"
      )
    }
    let column = Column(groups.values.lazy.map { UInt32($0) })
    return try EdgeMerging(isUndirected: isUndirected, keepsLoops: keepsLoops)
      .merged(topology, groups: column, groupCount: (groups.values.max() ?? -1) + 1, weights: weights)
  }
}
