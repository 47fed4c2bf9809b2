import EntenteGraph
import Testing

@Suite struct CoresTests {
  @Test func tailOfAClique() throws {
    // A clique of 0, 1, 2 and 3, from which 3 - 4 - 5 leads away; 6 stands alone.
    let graph = try shape(7, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5)])
    #expect(graph.coreNumbers().values == [3, 3, 3, 3, 1, 1, 0])
    #expect(graph.degeneracyOrder().map(\.index) == [6, 5, 4, 0, 1, 2, 3])
  }

  @Test func parallelEdgesCountAndLoopsDoNot() throws {
    let graph = try shape(3, [(0, 1), (1, 0), (0, 1), (1, 1), (2, 2), (2, 2)])
    #expect(graph.coreNumbers().values == [3, 3, 0])
  }

  @Test func directionDecidesWhichEdgesCount() throws {
    let graph = try shape(3, [(0, 1), (1, 0), (2, 0), (2, 1)])
    // Node 2 has two edges, but to nodes that have only one each.
    #expect(graph.coreNumbers(.outgoing).values == [1, 1, 1])
    #expect(graph.coreNumbers(.incoming).values == [1, 1, 0])
  }

  @Test func emptyGraphHasNoCores() throws {
    let graph = try shape(0, [])
    #expect(graph.coreNumbers().isEmpty)
    #expect(graph.degeneracyOrder().isEmpty)
    #expect(try graph.coreStrengths(EdgeWeights(graph) { _ in 1 }).isEmpty)
  }

  @Test func strengthsOfATriangleWithATail() throws {
    let graph = try shape(4, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 3)])
    let weights = try EdgeWeights(graph) { [2, 3, 4, 1, 50][$0.index] }
    // Without node 3, nodes 0, 1 and 2 have 5, 6 and 7; then 1 and 2 keep 4.
    #expect(try graph.coreStrengths(weights).values == [5, 5, 5, 1])
  }

  @Test func negativeWeightIsRefused() throws {
    let graph = try shape(2, [(0, 1)])
    let error = #expect(throws: GraphError.self) { try graph.coreStrengths(EdgeWeights(graph) { _ in -1 }) }
    #expect(error?.message == "edge 0 weighs -1.0, and an s-core takes no weight below 0")
  }

  @Test(arguments: 0..<150 as Range<UInt64>, Direction.allCases)
  func agreesWithRepeatedRemoval(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 5) + 0.5)
    let expected = removed(graph, direction) { _ in 1 }
    #expect(graph.coreNumbers(direction).map(Double.init) == expected, "seed \(seed)")
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func strengthsAgreeWithRepeatedRemoval(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 5) + 0.5)
    let weights = try RandomTopology.weights(graph, seed: seed)
    #expect(try graph.coreStrengths(weights).values == removed(graph, .both) { weights[$0] }, "seed \(seed)")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func fewNeighboursStandBehindANodeOfTheDegeneracyOrder(seed: UInt64) throws {
    let random = try RandomTopology.make(seed: seed, density: Double(seed % 5) + 0.5)
    let has = random.adjacency
    let pairs = random.nodes.flatMap { low in
      random.nodes.filter { low < $0 && has[low.index][$0.index] }.map { (low.index, $0.index) }
    }
    let simple = try shape(random.nodeCount, pairs)
    let order = random.degeneracyOrder().map(\.index)
    #expect(order.sorted() == Array(0..<random.nodeCount), "seed \(seed)")
    let greatest = simple.coreNumbers().max() ?? 0
    for (place, node) in order.enumerated() {
      let behind = order[(place + 1)...].count { has[node][$0] }
      #expect(behind <= greatest, "seed \(seed)")
    }
  }

  /// Takes the node with the least away, again and again, and counts anew each time.
  private func removed(_ graph: Topology, _ direction: Direction, _ weight: (EdgeID) -> Double) -> [Double] {
    var left = Set(graph.nodes)
    var cores = [Double](repeating: 0, count: graph.nodeCount)
    var level = 0.0
    func strength(_ node: NodeID) -> Double {
      graph.edges.reduce(0) { sum, edge in
        let (from, to) = (graph.source(of: edge), graph.target(of: edge))
        if from == to || !left.contains(from) || !left.contains(to) { return sum }
        let counts = (from == node && direction != .incoming) || (to == node && direction != .outgoing)
        return sum + (counts ? weight(edge) : 0)
      }
    }
    while let least = left.min(by: { (strength($0), $0) < (strength($1), $1) }) {
      level = max(level, strength(least))
      cores[least.index] = level
      left.remove(least)
    }
    return cores
  }
}
