import EntenteGraph
import Testing

@Suite struct GlobalMinimumCutTests {
  /// The graph of M. Stoer, F. Wagner, 1997, figure 1, nodes numbered from 0.
  @Test func figureOfThePaperFallsApartAt4() throws {
    let ends = [(0, 1), (0, 4), (1, 2), (1, 4), (1, 5), (2, 3), (2, 6), (3, 6), (3, 7), (4, 5), (5, 6), (6, 7)]
    let graph = try topology(8, ends.map { (source: $0.0, target: $0.1) })
    let weights = try EdgeWeights(graph) { [2, 3, 3, 2, 2, 4, 2, 2, 2, 3, 1, 3][Int($0.rawValue)] }
    let cut = try #require(try graph.globalMinimumCut(weights: weights))
    #expect(cut.weight == 4 && cut.side == [0, 1, 4, 5].map(node) && cut.edges == [edge(2), edge(10)])
  }

  @Test func graphsInPartsAreCutAlready() throws {
    #expect(try topology(0, []).globalMinimumCut() == nil && (try topology(1, [(0, 0)]).globalMinimumCut()) == nil)
    let cut = try #require(try topology(3, [(1, 2)]).globalMinimumCut())
    #expect(cut.weight == 0 && cut.edges.isEmpty && cut.side == [node(0)])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func agreesWithTryingAllCuts(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 9, density: 3)
    let whole = try RandomTopology.weights(graph, seed: seed)
    for weights in [whole, try EdgeWeights(graph) { whole[$0] / 8 }] {
      let cut = try graph.globalMinimumCut(weights: weights)
      guard graph.nodeCount > 1 else {
        #expect(cut == nil, "seed \(seed)")
        continue
      }
      let sums = (1..<(1 << graph.nodeCount) - 1).map { side in
        graph.edges.reduce(0.0) { sum, edge in
          let ends = (side >> graph.source(of: edge).index & 1, side >> graph.target(of: edge).index & 1)
          return sum + (ends.0 != ends.1 ? weights[edge] : 0)
        }
      }
      #expect(cut?.weight == sums.min(), "seed \(seed)")
      let side = Set(cut?.side ?? [])
      #expect(!side.isEmpty && 2 * side.count <= graph.nodeCount, "seed \(seed)")
      let crossing = graph.edges.filter {
        side.contains(graph.source(of: $0)) != side.contains(graph.target(of: $0)) && weights[$0] > 0
      }
      #expect(cut?.edges == crossing && cut?.weight == crossing.reduce(0) { $0 + weights[$1] }, "seed \(seed)")
    }
  }
}
