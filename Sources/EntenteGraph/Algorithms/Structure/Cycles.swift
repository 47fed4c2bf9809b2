/// Whether the nodes fall into two sides between which all edges run.
public enum Bipartition: Hashable, Sendable {
  /// One of the two sides.
  public enum Side: Hashable, Sendable {
    /// The side of the lowest node of each component.
    case first
    /// The other side.
    case second
  }

  /// The side of each node.
  case sides(NodeMap<Side>)
  /// A cycle of an odd number of edges, from a node back to it, because of which there are no two sides.
  case oddCycle(Path)

  /// Whether there are two sides.
  public var isBipartite: Bool {
    if case .sides = self { true } else { false }
  }
}

extension GraphStructure {
  /// A way from a node back to it that passes no other node and no edge twice, or `nil` where there is none.
  ///
  /// Directed, a self-loop is a cycle of one edge, and two edges there and back are one of two. Taken as undirected, by
  /// `both`, parallel edges are a cycle of two. It is the cycle that a depth-first search meets first which
  /// starts at the lowest node and tries the lower neighbour first; it need not be the shortest.
  ///
  /// - Parameter direction: which way edges are followed.
  /// - Complexity: O(*V* + *E*); O(*V*) for `both`, once the rows are there.
  public func cycle(_ direction: Direction = .outgoing) -> Path? {
    let kernel = CycleKernel(topology, direction)
    defer { kernel.deallocate() }
    return kernel.cycle()
  }

  /// Two sides between which all edges run, or an odd cycle that shows that there are none.
  ///
  /// The graph is taken as undirected. A self-loop is an odd cycle of one edge; parallel edges change nothing; the graph
  /// without nodes has two empty sides.
  ///
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: D. Kőnig, "Theorie der endlichen und unendlichen Graphen", 1936 (no odd cycle), by breadth-first search.
  public func bipartition() -> Bipartition {
    let kernel = BipartitionKernel(topology)
    defer { kernel.deallocate() }
    return kernel.bipartition()
  }
}
