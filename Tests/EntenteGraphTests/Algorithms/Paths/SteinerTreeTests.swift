import EntenteGraph
import Testing

@Suite struct SteinerTreeTests {
  /// Three nodes around a hub: joining them over the hub costs 3, along the rim 4.
  private func makeWheel() throws -> (Topology, EdgeWeights) {
    let graph = try topology(5, [(0, 1), (0, 3), (1, 2), (1, 3), (2, 3)])
    return (graph, try EdgeWeights(graph) { [2, 1, 2, 1, 1][Int($0.rawValue)] })
  }

  @Test func hubJoinsTheRim() throws {
    let (graph, weights) = try makeWheel()
    let tree = try #require(try graph.steinerTree(joining: [node(2), node(0), node(1), node(2)], weights: weights))
    #expect(tree.edges == [edge(1), edge(3), edge(4)] && tree.weight == 3 && tree.isOptimal)
    #expect(tree.nodes == [node(0), node(1), node(2), node(3)])
  }

  @Test func oneNodeTakesNoEdgeAndNodesApartHaveNoTree() throws {
    let (graph, weights) = try makeWheel()
    #expect(try graph.steinerTree(joining: [node(1)], weights: weights)?.edges == [])
    #expect(try graph.steinerTree(joining: [], weights: weights)?.nodes == [])
    for budget in [0, 100_000_000] {
      #expect(try graph.steinerTree(joining: [node(1), node(4)], weights: weights, budget: budget) == nil)
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func agreesWithTryingAllSetsOfNodes(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 8)
    let weights = try RandomTopology.weights(graph, seed: seed)
    let terminals = Array(graph.nodes.prefix(2 + Int(seed % 3)))
    let least = leastWeight(graph, weights, terminals)
    let best = try graph.steinerTree(joining: terminals, weights: weights)
    let near = try graph.steinerTree(joining: terminals, weights: weights, budget: 0)
    #expect(best?.weight == least && (near == nil) == (least == nil), "seed \(seed)")
    if let best, let near, let least {
      #expect(best.isOptimal && near.weight <= 2 * least, "seed \(seed)")
      for tree in [best, near] {
        #expect(tree.edges.count == max(0, tree.nodes.count - 1), "seed \(seed)")
        #expect(Set(tree.nodes).isSuperset(of: terminals), "seed \(seed)")
        let ends = Set(tree.edges.flatMap { [graph.source(of: $0), graph.target(of: $0)] })
        #expect(ends.isSubset(of: tree.nodes), "seed \(seed)")
      }
    }
  }

  /// The least spanning tree of any set of nodes that holds the terminals.
  private func leastWeight(_ graph: Topology, _ weights: EdgeWeights, _ terminals: [NodeID]) -> Double? {
    let sets = (0..<(1 << graph.nodeCount)).filter { set in terminals.allSatisfy { set >> $0.index & 1 == 1 } }
    return sets.compactMap { set -> Double? in
      var trees = Array(0..<graph.nodeCount)
      var weight = 0.0
      for edge in graph.edges.sorted(by: { (weights[$0], $0) < (weights[$1], $1) }) {
        let (source, target) = (graph.source(of: edge).index, graph.target(of: edge).index)
        guard set >> source & 1 == 1, set >> target & 1 == 1, trees[source] != trees[target] else { continue }
        weight += weights[edge]
        let (left, right) = (trees[source], trees[target])
        trees = trees.map { $0 == left ? right : $0 }
      }
      let roots = Set(graph.nodes.filter { set >> $0.index & 1 == 1 }.map { trees[$0.index] })
      return roots.count <= 1 ? weight : nil
    }.min()
  }
}
