/// Whether a signed graph falls into blocs without contradiction, and the blocs or the contradiction.
public struct SignedBalance: Hashable, Sendable {
  /// The blocs, where there is no contradiction. Parts of the graph that no signed edge joins have blocs of their own.
  public let blocs: Partition?
  /// The edges of a cycle that no division into blocs satisfies, in the order in which they follow each other; empty
  /// where there is none. It may be a single self-loop or two parallel edges.
  public let contradiction: [EdgeID]

  /// Whether there is no contradiction.
  public var isBalanced: Bool { blocs != nil }
}

extension GraphStructure {
  /// Whether the nodes divide into two camps with positive edges inside and negative ones between: each cycle then has an
  /// even number of negative edges.
  ///
  /// Each part that signed edges join has one or two blocs, a node without signed edges one of its own. The contradiction
  /// is a cycle with an odd number of negative edges; it is found by breadth-first search from the lowest node of its
  /// part and so is short, but not always the shortest.
  ///
  /// - Precondition: the signs were made for this graph.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: F. Harary, "On the notion of balance of a signed graph", 1953; D. Cartwright, F. Harary, 1956.
  public func structuralBalance(_ signs: EdgeSigns) -> SignedBalance {
    BalanceSearch(topology, signs).run(followingNegatives: true)
  }

  /// Whether the nodes divide into any number of blocs with positive edges inside and negative ones between: no cycle then
  /// has exactly one negative edge.
  ///
  /// The blocs are what positive edges join. The contradiction is a cycle of positive edges and one negative.
  ///
  /// - Precondition: the signs were made for this graph.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: J. A. Davis, "Clustering and structural balance in graphs", 1967 (weak balance, clusterability).
  public func weakBalance(_ signs: EdgeSigns) -> SignedBalance {
    BalanceSearch(topology, signs).run(followingNegatives: false)
  }
}
