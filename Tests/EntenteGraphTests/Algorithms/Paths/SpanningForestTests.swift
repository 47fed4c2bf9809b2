import EntenteGraph
import Testing

@Suite struct SpanningForestTests {
  @Test func heaviestEdgeOfACycleIsLeftOut() throws {
    let graph = try topology(4, [(0, 1), (0, 1), (0, 2), (1, 2), (3, 3)])
    let weights = try EdgeWeights(graph) { [3, 2, 5, 4, -9][Int($0.rawValue)] }
    let forest = try graph.spanningForest(weights: weights)
    #expect(forest.edges == [edge(1), edge(3)] && forest.weight == 6)
    #expect(try graph.spanningForest(weights: weights, heaviest: true).edges == [edge(2), edge(3)])
    let empty = try topology(0, [])
    #expect(try empty.spanningForest(weights: EdgeWeights(empty) { _ in 1 }).edges.isEmpty)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func agreesWithTakingEdgesInOrder(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 30)
    let whole = try RandomTopology.weights(graph, seed: seed, least: -4, greatest: 4)
    for weights in [whole, try EdgeWeights(graph) { whole[$0] / 7 }] {
      for heaviest in [false, true] {
        let forest = try graph.spanningForest(weights: weights, heaviest: heaviest)
        #expect(forest.edges == obviousForest(graph, weights, heaviest: heaviest), "seed \(seed)")
        #expect(forest.weight == forest.edges.reduce(0) { $0 + weights[$1] }, "seed \(seed)")
      }
    }
  }

  /// So many edges that the lighter ones are taken first.
  @Test(arguments: [false, true])
  func manyEdgesAgreeWithTakingEdgesInOrder(isWhole: Bool) throws {
    let graph = try topology(300, (0..<40_000).map { ($0 * 7919 % 300, $0 * $0 % 293) })
    let weights = try EdgeWeights(graph) { Double(($0.rawValue &* 2_654_435_761 >> 8) % 1000) / (isWhole ? 1 : 16) }
    let forest = try graph.spanningForest(weights: weights)
    #expect(forest.edges == obviousForest(graph, weights, heaviest: false))
  }

  private func obviousForest(_ graph: Topology, _ weights: EdgeWeights, heaviest: Bool) -> [EdgeID] {
    var trees = Array(0..<graph.nodeCount)
    let sign: Double = heaviest ? -1 : 1
    let order = graph.edges.sorted { (sign * weights[$0], $0) < (sign * weights[$1], $1) }
    return order.filter { edge in
      let (left, right) = (trees[graph.source(of: edge).index], trees[graph.target(of: edge).index])
      if left == right { return false }
      trees = trees.map { $0 == left ? right : $0 }
      return true
    }
  }
}
