import EntenteGraph
import Testing

@Suite struct TrianglesTests {
  @Test func twoTrianglesShareAnEdge() throws {
    let graph = try shape(6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 1), (3, 4)])
    #expect(try graph.triangleCount() == 2)
    #expect(try graph.triangleCounts().values == [1, 2, 2, 1, 0, 0])
    #expect(try graph.localClustering().values == [1, 2.0 / 3, 2.0 / 3, 1.0 / 3, 0, 0])
    // Of 1 + 3 + 3 + 3 paths of two edges, 6 are closed.
    #expect(try graph.transitivity() == 0.6)
    #expect(abs(try graph.averageClustering() - (1 + 4.0 / 3 + 1.0 / 3) / 6) < 1e-12)
  }

  @Test func loopsAndParallelEdgesChangeNothing() throws {
    let graph = try shape(3, [(0, 1), (1, 0), (0, 1), (1, 2), (2, 0), (2, 2), (0, 0)])
    #expect(try graph.triangleCount() == 1)
    #expect(try graph.localClustering().values == [1, 1, 1])
    #expect(try graph.transitivity() == 1)
  }

  @Test func graphsWithoutTriangles() throws {
    let empty = try shape(0, [])
    #expect(try empty.triangleCount() == 0)
    #expect(try empty.triangleCounts().isEmpty)
    #expect(try empty.transitivity() == 0)
    #expect(try empty.averageClustering() == 0)
    let path = try shape(3, [(0, 1), (1, 2)])
    #expect(try path.localClustering().values == [0, 0, 0])
    #expect(try shape(1, [(0, 0)]).transitivity() == 0)
  }

  @Test func heavyEdgesCountForMore() throws {
    // At node 0, of strength 6 and three neighbours, the pair of 1 and 2 weighs (1 + 2) / 2, counted both ways.
    let graph = try shape(4, [(0, 1), (0, 2), (0, 3), (1, 2)])
    let weights = try EdgeWeights(graph) { [1, 2, 3, 5][$0.index] }
    #expect(try graph.localClustering(weights).values == [0.25, 1, 1, 0])
    let none = try EdgeWeights(graph) { _ in 0 }
    #expect(try graph.localClustering(none).values == [0, 0, 0, 0])
    let even = try EdgeWeights(graph) { _ in 7 }
    #expect(try graph.localClustering(even) == graph.localClustering())
    #expect(throws: GraphError.self) { try graph.localClustering(EdgeWeights(graph) { _ in -1 }) }
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func agreesWithAllTriples(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: Double(seed % 6) + 0.5)
    let has = graph.adjacency
    var counts = [Int](repeating: 0, count: graph.nodeCount)
    var pairs = 0
    for a in 0..<graph.nodeCount {
      for b in 0..<graph.nodeCount where has[a][b] {
        for c in 0..<graph.nodeCount where c > b && has[a][c] {
          pairs += 1
          counts[a] += has[b][c] ? 1 : 0
        }
      }
    }
    let sum = counts.reduce(0, +)
    #expect(try graph.triangleCount() == sum / 3, "seed \(seed)")
    #expect(try graph.triangleCounts().values == counts, "seed \(seed)")
    #expect(try graph.transitivity() == (pairs > 0 ? Double(sum) / Double(pairs) : 0), "seed \(seed)")
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func directedAgreesWithAllPairs(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 3)
    let edges = Set(graph.edges.map { [graph.source(of: $0).index, graph.target(of: $0).index] })
    let found = try graph.directedLocalClustering()
    for node in graph.nodes {
      let neighbors = graph.nodes.map(\.index).filter { other in
        other != node.index && (edges.contains([node.index, other]) || edges.contains([other, node.index]))
      }
      var links = 0
      for first in neighbors { links += neighbors.count { $0 != first && edges.contains([first, $0]) } }
      let pairs = neighbors.count * (neighbors.count - 1)
      #expect(found[node] == (pairs > 0 ? Double(links) / Double(pairs) : 0), "seed \(seed), node \(node)")
    }
    #expect(try graph.directedLocalClustering(execution: Execution(threads: 3)) == found, "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func weightedAgreesWithItsDefinition(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: 3)
    let weights = try RandomTopology.weights(graph, seed: seed)
    let has = graph.adjacency
    var sums = has.map { $0.map { _ in 0.0 } }
    for edge in graph.edges where graph.source(of: edge) != graph.target(of: edge) {
      let (from, to) = (graph.source(of: edge).index, graph.target(of: edge).index)
      sums[from][to] += weights[edge]
      sums[to][from] += weights[edge]
    }
    let values = try graph.localClustering(weights)
    for node in 0..<graph.nodeCount {
      let (strength, degree) = (sums[node].reduce(0, +), has[node].count { $0 })
      var sum = 0.0
      for a in 0..<graph.nodeCount where has[node][a] {
        for b in 0..<graph.nodeCount where has[node][b] && has[a][b] { sum += (sums[node][a] + sums[node][b]) / 2 }
      }
      let expected = strength > 0 && degree > 1 ? sum / (strength * Double(degree - 1)) : 0
      #expect(abs(values.values[node] - expected) < 1e-12, "seed \(seed)")
    }
  }

  /// Large enough to be shared between threads.
  @Test func threadsChangeNothing() throws {
    let graph = try RandomTopology.make(seed: 5, nodes: 4000, density: 60)
    #expect(graph.edgeCount > 50_000)
    let several = Execution(threads: 3)
    #expect(try graph.triangleCount(execution: several) == graph.triangleCount())
    #expect(try graph.triangleCounts(execution: several) == graph.triangleCounts())
    let weights = try RandomTopology.weights(graph, seed: 5)
    #expect(try graph.localClustering(weights, execution: several) == graph.localClustering(weights))
    #expect(try graph.triangleCount() == graph.triangleCounts().reduce(0, +) / 3)
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try shape(3, [(0, 1), (1, 2), (2, 0)])
    let outcome = await cancelled { try graph.triangleCount() }
    #expect(throws: CancellationError.self) { try outcome.get() }
  }
}
