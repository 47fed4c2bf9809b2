/// How often each connected shape of three or four nodes occurs.
///
/// A set of nodes counts for one shape: the one that all edges between them make.
public struct MotifCounts: Hashable, Sendable {
  /// Three nodes in a path.
  public let paths3: Int
  /// Three nodes in a triangle.
  public let triangles: Int
  /// Four nodes in a path.
  public let paths4: Int
  /// A node with three neighbours that have no edge between them.
  public let stars4: Int
  /// Four nodes in a cycle, without an edge across.
  public let cycles4: Int
  /// A triangle of which one node has a further neighbour.
  public let paws: Int
  /// Two triangles that share an edge: four nodes in a cycle with one edge across.
  public let diamonds: Int
  /// Four nodes of which each two have an edge.
  public let cliques4: Int
}

extension GraphStructure {
  /// How often each connected shape of three or four nodes occurs.
  ///
  /// The graph is taken as undirected; self-loops do not count, and parallel edges count once. For directed shapes of
  /// three nodes see `triadCensus(execution:)`.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *a* · *E*) and what the cliques among a node's neighbours take, O(*a*² · *E* / 64) at most, in the
  ///   arboricity *a*; paths and stars are not met one by one.
  ///
  /// Source: A. Pinar, C. Seshadhri, V. Vishal, "ESCAPE: Efficiently Counting All 5-Vertex Subgraphs", 2017.
  public func motifCounts(execution: Execution = Execution()) throws -> MotifCounts {
    let simple = topology.simple
    let byNode = try triangleCounts(execution: execution).values
    let kernel = MotifKernel(simple: simple)
    defer { kernel.deallocate() }
    let cliques = try kernel.cliquesOfFour(execution)
    let diamonds = try kernel.pairsOfTriangles(execution) - 6 * cliques
    let cycles = try kernel.cyclesOfFour(execution) - diamonds - 3 * cliques
    let triangles = byNode.reduce(0, +) / 3
    var (pairs, triples, tails, lines) = (0, 0, 0, 0)
    simple.read { rows in
      for node in 0..<rows.nodeCount {
        let degree = rows.degree(node)
        pairs += degree * (degree - 1) / 2
        triples += degree < 3 ? 0 : degree * (degree - 1) / 2 * (degree - 2) / 3
        tails += byNode[node] * max(0, degree - 2)
        for place in rows.start(node)..<rows.end(node) where Int(rows.neighbors[place]) > node {
          lines += (degree - 1) * (rows.degree(Int(rows.neighbors[place])) - 1)
        }
      }
    }
    let paws = tails - 4 * diamonds - 12 * cliques
    return MotifCounts(
      paths3: pairs - 3 * triangles, triangles: triangles,
      paths4: lines - 3 * triangles - 4 * cycles - 2 * paws - 6 * diamonds - 12 * cliques,
      stars4: triples - paws - 2 * diamonds - 4 * cliques, cycles4: cycles, paws: paws, diamonds: diamonds,
      cliques4: cliques)
  }
}
