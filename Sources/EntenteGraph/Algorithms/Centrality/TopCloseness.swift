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
    let reach = componentSizes()
    let search = TopClosenessSearch(nodeCount: nodeCount)
    defer { search.deallocate() }
    return try topology.rows(direction).read { rows in
      let order = (0..<UInt32(rows.nodeCount)).sorted {
        let (left, right) = (rows.degree(Int($0)), rows.degree(Int($1)))
        return left != right ? left > right : $0 < $1
      }
      var best: [RankedNode] = []
      for (done, node) in order.enumerated() {
        if done % 256 == 0 {
          try execution.check()
          execution.report(done, of: order.count)
        }
        let least = best.count == limit ? best[limit - 1].score : 0
        guard
          let score = search.harmonic(
            rows, of: node, reach: reach[Int(node)], backtracks: direction == .both, least: least)
        else { continue }
        let ranked = RankedNode(node: NodeID(rawValue: node), score: score)
        let place = best.firstIndex { ($0.score, ranked.node) < (score, $0.node) } ?? best.count
        best.insert(ranked, at: place)
        if best.count > limit { best.removeLast() }
      }
      return best
    }
  }

  /// By node, the number of nodes in its part of the graph, taken as undirected.
  private func componentSizes() -> [Int] {
    topology.symmetric.read { rows in
      var sizes = [Int](repeating: 0, count: rows.nodeCount)
      var queue: [Int] = []
      for seed in 0..<rows.nodeCount where sizes[seed] == 0 {
        queue.removeAll(keepingCapacity: true)
        queue.append(seed)
        sizes[seed] = 1
        var head = 0
        while head < queue.count {
          let node = queue[head]
          head += 1
          for place in rows.start(node)..<rows.end(node) where sizes[Int(rows.neighbors[place])] == 0 {
            sizes[Int(rows.neighbors[place])] = 1
            queue.append(Int(rows.neighbors[place]))
          }
        }
        for node in queue { sizes[node] = queue.count }
      }
      return sizes
    }
  }
}
