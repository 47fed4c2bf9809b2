import Synchronization

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
  /// Source: E. Bergamini et al., "Computing top-k Closeness Centrality Faster in Unweighted Graphs", 2019.
  public func topHarmonicCloseness(
    limit: Int, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> [RankedNode] {
    guard limit >= 0 else { throw GraphError(.invalidArgument, "\(limit) nodes are asked for, and that is below 0") }
    guard limit > 0, nodeCount > 0 else { return [] }
    let workers = 0..<execution.threads
    let searches = workers.map { _ in TopClosenessSearch(nodeCount: nodeCount) }
    defer { for search in searches { search.deallocate() } }
    let reach = ReachBounds(topology, direction)
    let best = Mutex<[RankedNode]>([])
    try topology.rows(direction).read { rows in
      let order = (0..<UInt32(rows.nodeCount)).sorted {
        let (left, right) = (rows.degree(Int($0)), rows.degree(Int($1)))
        return left != right ? left > right : $0 < $1
      }
      // A node is passed over only if it is below nodes that are found already, so the order does not matter.
      let size = 16
      try execution.forEachChunk(Execution.parts(of: order.count, size: size), reporting: true) { chunk, worker in
        for node in order[chunk * size..<min(order.count, (chunk + 1) * size)] {
          let least = best.withLock { $0.count == limit ? $0[limit - 1].score : 0 }
          guard
            let score = searches[worker].harmonic(
              rows, of: node, reach: reach[node], backtracks: direction == .both, least: least)
          else { continue }
          let ranked = RankedNode(node: NodeID(rawValue: node), score: score)
          best.withLock { best in
            let place = best.firstIndex { ($0.score, ranked.node) < (score, $0.node) } ?? best.count
            best.insert(ranked, at: place)
            if best.count > limit { best.removeLast() }
          }
        }
      }
    }
    return best.withLock { $0 }
  }
}
