/// The fewest edges of a signed graph that contradict a division into two camps, as far as they are known.
public struct Frustration: Hashable, Sendable {
  /// Whether each node is in the second camp. Camps mean something only among nodes that signed edges join.
  public let sides: NodeMap<Bool>
  /// The edges that contradict these camps, ascending: positive ones between them and negative ones inside.
  public let edges: [EdgeID]
  /// No division leaves fewer edges than this.
  public let lowerBound: Int

  /// The number of edges that contradict the camps found; the frustration index if this is exact.
  public var count: Int { edges.count }

  /// Whether no division leaves fewer edges.
  public var isExact: Bool { count == lowerBound }
}

extension GraphStructure {
  /// The division into two camps that the fewest edges contradict (frustration index, line index of balance).
  ///
  /// Nodes that follow one neighbour in some best division are joined with it first. What is left is solved exactly by
  /// branch and bound where a connected rest has at most 200 nodes and the effort suffices; elsewhere a tabu search gives
  /// the camps and a packing of contradictory cycles without common edges the lower bound. Each edge counts once; of
  /// parallel edges of both signs one kind always contradicts, and a negative self-loop does. The result says whether it
  /// is exact.
  ///
  /// - Parameters:
  ///   - signs: made for this graph.
  ///   - effort: how many steps each of the three searches may take for each connected rest; at least 0.
  ///   - seed: where the random numbers of the tabu search begin.
  /// - Throws: `GraphError` with `invalidArgument` for a negative effort; `CancellationError`.
  /// - Complexity: the problem is NP-hard; O(*V*·*d*) for joining with the greatest degree *d*, and then the effort.
  ///
  /// Source: R. P. Abelson, M. J. Rosenberg, 1958 (the index); S. Aref, A. J. Mason, M. C. Wilson, "Computing the line index
  /// of balance using integer programming optimisation", 2018; G. Verfaillie, M. Lemaître, T. Schiex, "Russian doll search",
  /// 1996; F. Glover, "Tabu search", 1989.
  public func frustration(
    _ signs: EdgeSigns, effort: Int = 5_000_000, seed: UInt64 = 1, execution: Execution = Execution()
  ) throws -> Frustration {
    guard effort >= 0 else {
      throw GraphError(.invalidArgument, "the effort is \(effort), and it is a number from 0 up")
    }
    let pairs = SignedPairs(topology, signs)
    var reduction = FrustrationReduction(pairs)
    try reduction.run(execution)
    var bound = pairs.contradictions + reduction.cost
    var sides = [Bool](repeating: false, count: nodeCount)
    for core in reduction.cores() {
      let solved = try core.solve(effort: effort, seed: seed, execution)
      bound += solved.lowerBound
      for (place, node) in core.nodes.enumerated() { sides[node] = solved.sides[place] }
    }
    reduction.extend(&sides)
    let edges = edges.filter { edge in
      guard let sign = signs[edge] else { return false }
      let isInside = sides[source(of: edge).index] == sides[target(of: edge).index]
      return isInside != (sign == .positive)
    }
    return Frustration(sides: NodeMap(sides), edges: edges, lowerBound: bound)
  }
}
