import EntenteGraph
import EntenteTestSupport
import Testing

/// Modularity by its definition: a sum over all pairs of nodes.
enum PairwiseModularity {
  static func value(
    _ graph: Topology, _ partition: Partition, resolution: Double = 1, direction: Direction = .both,
    weight: (EdgeID) -> Double = { _ in 1 }
  ) -> Double {
    let count = graph.nodeCount
    var matrix = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for edge in graph.edges {
      let (source, target) = (graph.source(of: edge).index, graph.target(of: edge).index)
      matrix[source][target] += weight(edge)
      if direction == .both { matrix[target][source] += weight(edge) }
    }
    let rows = matrix.map { $0.reduce(0, +) }
    let columns = (0..<count).map { column in matrix.reduce(0) { $0 + $1[column] } }
    let total = rows.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for one in graph.nodes {
      for two in graph.nodes where partition[one] == partition[two] {
        sum += matrix[one.index][two.index] - resolution * rows[one.index] * columns[two.index] / total
      }
    }
    return sum / total
  }
}

@Suite struct ModularityTests {
  /// Two triangles joined by an edge.
  private let triangles = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)]

  private func topology(_ edges: [(Int, Int)], nodes: Int) throws -> Topology {
    try Topology(nodeCount: nodes, edges: edges.map { (source: $0.0, target: $0.1) })
  }

  @Test func twoTriangles() throws {
    let graph = try topology(triangles, nodes: 6)
    let halves = Partition(NodeMap([0, 0, 0, 1, 1, 1]))
    #expect(abs(try graph.modularity(of: halves) - (6.0 / 7 - 0.5)) < 1e-12)
    #expect(abs(try graph.modularity(of: Partition(whole: 6))) < 1e-12)
    #expect(try graph.constantPottsQuality(of: halves, resolution: 0.5) == 6 - 0.5 * 6)
  }

  @Test func selfLoopLiesInside() throws {
    // Strengths 3 and 1 of 4 together: 1/2 - (9 + 1) / 16.
    let graph = try topology([(0, 0), (0, 1)], nodes: 2)
    #expect(abs(try graph.modularity(of: Partition(singletons: 2)) + 0.125) < 1e-12)
    #expect(try graph.constantPottsQuality(of: Partition(singletons: 2), resolution: 1) == 1)
  }

  @Test func directedCountsOutTimesIn() throws {
    let graph = try topology([(0, 1), (1, 2)], nodes: 3)
    let partition = Partition(NodeMap([0, 0, 1]))
    #expect(abs(try graph.modularity(of: partition, direction: .outgoing) - (0.5 - 0.5)) < 1e-12)
    #expect(abs(try graph.modularity(of: partition) - (0.5 - 10.0 / 16)) < 1e-12)
  }

  @Test func graphWithoutEdgesHasNone() throws {
    #expect(try topology([], nodes: 0).modularity(of: Partition(whole: 0)) == 0)
    #expect(try topology([], nodes: 3).modularity(of: Partition(whole: 3)) == 0)
    let graph = try topology([(0, 1)], nodes: 2)
    let nothing = try EdgeWeights(graph) { _ in 0 }
    #expect(try graph.modularity(of: Partition(whole: 2), weights: nothing) == 0)
  }

  @Test func wrongArgumentsAreRefused() throws {
    let graph = try topology([(0, 1)], nodes: 2)
    let error = #expect(throws: GraphError.self) { try graph.modularity(of: Partition(whole: 3)) }
    #expect(error?.message == "the partition has 3 nodes, and the graph has 2; take one of this graph")
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try graph.modularity(of: Partition(whole: 2), weights: negative) }
    #expect(throws: GraphError.self) { try graph.modularity(of: Partition(whole: 2), resolution: -1) }
    #expect(throws: GraphError.self) { try graph.modularity(of: Partition(whole: 2), resolution: .nan) }
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func sumOverPairsIsTheSame(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed)
    let weights = try RandomTopology.weights(graph, seed: seed)
    var random = SeededGenerator(seed: seed)
    let partition = Partition(NodeMap(graph.nodes.map { _ in Int.random(in: 0..<3, using: &random) }))
    for direction in Direction.allCases {
      let found = try graph.modularity(of: partition, weights: weights, resolution: 0.7, direction: direction)
      let expected = PairwiseModularity.value(
        graph, partition, resolution: 0.7, direction: direction, weight: { weights[$0] })
      #expect(abs(found - expected) < 1e-9, "seed \(seed)")
    }
  }
}
