import EntenteGraph
import Testing

@Suite struct AllShortestPathsTests {
  @Test func bothSidesOfASquareAreFound() throws {
    let graph = try topology(4, [(0, 1), (0, 2), (1, 3), (2, 3), (2, 3)])
    let paths = try graph.allShortestPaths(from: node(0), to: node(3))
    #expect(paths.count == 3 && paths.weight == 2)
    #expect(paths.map { $0.nodes.map(\.index) } == [[0, 1, 3], [0, 2, 3], [0, 2, 3]])
    #expect(Array(try graph.allShortestPaths(from: node(0), to: node(0))).map(\.length) == [0])
    let none = try graph.allShortestPaths(from: node(3), to: node(0))
    #expect(none.count == 0 && none.weight == nil && Array(none).isEmpty)
  }

  /// A chain of 70 pairs of parallel edges has 2^70 shortest ways.
  @Test func countStopsAtTheGreatestNumber() throws {
    let graph = try topology(71, (0..<140).map { (source: $0 / 2, target: $0 / 2 + 1) })
    let paths = try graph.allShortestPaths(from: node(0), to: node(70))
    #expect(paths.count == .max)
    #expect(paths.prefix(3).allSatisfy { $0.length == 70 })
  }

  @Test func weightOfZeroIsRefused() throws {
    let graph = try topology(2, [(0, 1)])
    let weights = try EdgeWeights(graph) { _ in 0 }
    let error = #expect(throws: GraphError.self) {
      try graph.allShortestPaths(from: node(0), to: node(1), weights: weights)
    }
    #expect(error?.message == "edge 0 weighs 0.0, and all shortest paths take weights greater than 0")
  }

  @Test(arguments: 0..<120 as Range<UInt64>, Direction.allCases)
  func agreesWithTryingAllWays(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 7)
    let weights = try RandomTopology.weights(graph, seed: seed, least: 1, greatest: 3)
    for start in graph.nodes.prefix(3) {
      for end in graph.nodes.suffix(3) {
        let all = graph.obviousSimplePaths(start.index, end.index, direction)
        let lengths = all.map { $0.edges.reduce(0) { $0 + weights[$1] } }
        let expected = zip(all, lengths).filter { $0.1 == lengths.min() }.map(\.0)
        let paths = try graph.allShortestPaths(from: start, to: end, weights: weights, direction: direction)
        #expect(Set(paths) == Set(expected), "seed \(seed)")
        #expect(Array(paths) == expected && paths.count == expected.count, "seed \(seed)")
        #expect(paths.weight == lengths.min(), "seed \(seed)")
      }
    }
  }
}
