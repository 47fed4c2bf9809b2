import EntenteGraph
import Testing

@Suite struct WidestPathTests {
  @Test func narrowEdgeIsAvoided() throws {
    let graph = try topology(4, [(0, 1), (0, 2), (1, 3), (2, 3)])
    let weights = try EdgeWeights(graph) { [9, 4, 2, 5][Int($0.rawValue)] }
    let path = try #require(try graph.widestPath(from: node(0), to: node(3), weights: weights))
    #expect(path.weight == 4 && path.nodes == [node(0), node(2), node(3)])
    #expect(try graph.widestPath(from: node(1), to: node(1), weights: weights)?.weight == .infinity)
    #expect(try graph.widestPath(from: node(3), to: node(0), weights: weights) == nil)
  }

  @Test(arguments: 0..<120 as Range<UInt64>, Direction.allCases)
  func agreesWithTryingAllWays(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 7)
    let weights = try RandomTopology.weights(graph, seed: seed, least: -4, greatest: 9)
    for start in graph.nodes.prefix(3) {
      for end in graph.nodes.suffix(3) {
        let widths = graph.obviousSimplePaths(start.index, end.index, direction).map { path in
          path.edges.map { weights[$0] }.min() ?? .infinity
        }
        let path = try graph.widestPath(from: start, to: end, weights: weights, direction: direction)
        #expect(path?.weight == widths.max(), "seed \(seed)")
        if let path {
          #expect(graph.holds(path.path, direction), "seed \(seed)")
          #expect((path.edges.map { weights[$0] }.min() ?? .infinity) == path.weight, "seed \(seed)")
        }
      }
    }
  }
}
