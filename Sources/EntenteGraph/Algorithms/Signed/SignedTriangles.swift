/// How many triangles of a signed graph have each combination of signs.
public struct SignedTriangles: Hashable, Sendable {
  /// Triangles of three friends.
  public internal(set) var allPositive = 0
  /// Triangles in which two enemies have a common friend.
  public internal(set) var oneNegative = 0
  /// Triangles in which two friends have a common enemy.
  public internal(set) var twoNegative = 0
  /// Triangles of three enemies.
  public internal(set) var allNegative = 0

  /// The number of all triangles.
  public var count: Int { allPositive + oneNegative + twoNegative + allNegative }

  /// The share of triangles with an even number of negative edges; `nil` where there are no triangles.
  public var balancedShare: Double? { count > 0 ? Double(allPositive + twoNegative) / Double(count) : nil }

  /// The share of triangles that blocs, two or more, leave without contradiction; `nil` where there are no triangles.
  public var weaklyBalancedShare: Double? { count > 0 ? 1 - Double(oneNegative) / Double(count) : nil }
}

extension GraphStructure {
  /// How many triangles have each combination of signs.
  ///
  /// A pair with several edges has the sign of most of them, and none if there are as many of each; self-loops are passed
  /// over. Triangles count once, by their three nodes.
  ///
  /// - Precondition: the signs were made for this graph.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*E*^1.5).
  ///
  /// Source: the counts by D. Cartwright, F. Harary, 1956; found as by T. Schank, D. Wagner, 2005 (forward).
  public func signedTriangles(_ signs: EdgeSigns, execution: Execution = Execution()) throws -> SignedTriangles {
    try SignedTriangleCount(SignedPairs(topology, signs)).run(execution)
  }
}
