import EntenteGraph
import Testing

@Suite struct KShortestPathsTests {
  @Test func waysComeByLength() throws {
    // Yen's situation in small: the second way leaves the first in its middle.
    let graph = try topology(4, [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)])
    let weights = try EdgeWeights(graph) { [1, 4, 1, 5, 1][Int($0.rawValue)] }
    let paths = try graph.shortestPaths(from: node(0), to: node(3), limit: 9, weights: weights)
    #expect(paths.map(\.weight) == [3, 5, 6])
    #expect(paths.map { $0.nodes.map(\.index) } == [[0, 1, 2, 3], [0, 2, 3], [0, 1, 3]])
    #expect(try graph.shortestPaths(from: node(0), to: node(3), limit: 2, weights: weights).count == 2)
    #expect(try graph.shortestPaths(from: node(0), to: node(3), limit: 0, weights: weights).isEmpty)
  }

  @Test func nodeReachesItselfOnceAndNodesApartNever() throws {
    let graph = try topology(3, [(0, 0), (0, 1), (1, 0)])
    #expect(try graph.shortestPaths(from: node(0), to: node(0), limit: 3).map(\.path.length) == [0])
    #expect(try graph.shortestPaths(from: node(0), to: node(2), limit: 3).isEmpty)
  }

  @Test(arguments: 0..<120 as Range<UInt64>, Direction.allCases)
  func agreesWithTryingAllWays(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 7, density: 1.8)
    let weights = try RandomTopology.weights(graph, seed: seed)
    for start in graph.nodes.prefix(3) {
      for end in graph.nodes.suffix(3) {
        let all = graph.obviousSimplePaths(start.index, end.index, direction)
        let lengths = all.map { $0.edges.reduce(0) { $0 + weights[$1] } }.sorted()
        for limit in [4, 1000] {
          let paths = try graph.shortestPaths(
            from: start, to: end, limit: limit, weights: weights, direction: direction)
          #expect(paths.map(\.weight) == Array(lengths.prefix(limit)), "seed \(seed)")
          #expect(Set(paths.map(\.path)).count == paths.count, "seed \(seed)")
          #expect(Set(paths.map(\.path)).isSubset(of: all), "seed \(seed)")
        }
        let steps = try graph.shortestPaths(from: start, to: end, limit: 1000, direction: direction)
        #expect(steps.map(\.weight) == all.map { Double($0.length) }.sorted(), "seed \(seed)")
      }
    }
  }

  @Test func cancelledSearchStops() async throws {
    let graph = try topology(2, [(0, 1)])
    await expectCancelled { _ = try graph.shortestPaths(from: node(0), to: node(1), limit: 2) }
  }
}
