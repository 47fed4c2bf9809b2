import EntenteGraph
import Testing

@Suite struct CurrentFlowTests {
  @Test func currentTakesAllWays() throws {
    // A triangle 0 1 2 with a tail 2 3 4: between 0 and 1, a third of the current goes round by 2.
    let graph = try Topology(5, [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4)])
    #expect(areClose(try graph.currentFlowBetweenness().values, [1, 1, 13.0 / 3, 3, 0]))
    let closeness = try graph.currentFlowCloseness()
    #expect(areClose(closeness.values, [4 * 0.17647058823529413, 4 * 0.17647058823529413, 12.0 / 13, 0.75, 0.48]))
  }

  @Test func resistancesOfAPathAddUp() throws {
    let path = try Topology(3, [(0, 1), (1, 2)])
    let weights = try EdgeWeights(path) { [0.5, 0.25][$0.index] }
    #expect(areClose(try path.currentFlowCloseness(weights: weights).values, [2.0 / 8, 2.0 / 6, 2.0 / 10]))
    #expect(areClose(try path.currentFlowBetweenness(weights: weights).values, [0, 1, 0]))
  }

  @Test func nodesAloneHaveNothing() throws {
    #expect(try Topology(0, []).currentFlowBetweenness().isEmpty)
    #expect(try Topology(2, [(0, 0)]).currentFlowBetweenness().values == [0, 0])
    #expect(try Topology(2, [(0, 0)]).currentFlowCloseness().values == [0, 0])
    let pair = try Topology(2, [(0, 1)])
    let nothing = try EdgeWeights(pair) { _ in 0 }
    #expect(throws: GraphError.self) { try pair.currentFlowBetweenness(weights: nothing) }
    #expect(throws: GraphError.self) { try pair.currentFlowCloseness(weights: nothing) }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func currentsAreThoseOfSolvedEquations(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 9, density: 1.6)
    let weights = try RandomTopology.weights(graph, seed: seed, least: 1)
    let found = try graph.currentFlowBetweenness(weights: weights)
    let threads = try graph.currentFlowBetweenness(weights: weights, execution: Execution(threads: 3))
    let closeness = try graph.currentFlowCloseness(weights: weights)
    let nodes = 0..<graph.nodeCount
    let apart = ShortestWayOracle(graph, .both).distances
    var passing = nodes.map { _ in 0.0 }
    var resistances = nodes.map { _ in 0.0 }
    for source in nodes {
      for target in nodes where source < target && apart[source][target].isFinite {
        let potentials = solved(graph, weights, nodes.filter { apart[source][$0].isFinite }, source, target)
        resistances[source] += potentials[source] - potentials[target]
        resistances[target] += potentials[source] - potentials[target]
        for edge in graph.edges {
          let (start, end) = (graph.source(of: edge).index, graph.target(of: edge).index)
          let current = weights[edge] * abs(potentials[start] - potentials[end])
          for node in [start, end] where node != source && node != target { passing[node] += current / 2 }
        }
      }
    }
    #expect(areClose(found.values, passing), "seed \(seed)")
    #expect(threads == found, "seed \(seed)")
    let expected = nodes.map { node in
      resistances[node] > 0 ? Double(apart[node].count { $0.isFinite } - 1) / resistances[node] : 0
    }
    #expect(areClose(closeness.values, expected), "seed \(seed)")
  }

  /// Potentials where one unit flows from one node to another, by Gaussian elimination with the latter at 0.
  private func solved(
    _ graph: Topology, _ weights: EdgeWeights, _ part: [Int], _ source: Int, _ target: Int
  ) -> [Double] {
    let count = graph.nodeCount
    var rows = (0..<count).map { _ in (0...count).map { _ in 0.0 } }
    for edge in graph.edges {
      let (start, end) = (graph.source(of: edge).index, graph.target(of: edge).index)
      rows[start][start] += weights[edge]
      rows[end][end] += weights[edge]
      rows[start][end] -= weights[edge]
      rows[end][start] -= weights[edge]
    }
    rows[source][count] = 1
    let open = part.filter { $0 != target }
    for column in open {
      for row in open where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in open + [count] { rows[row][place] -= factor * rows[column][place] }
      }
    }
    var potentials = [Double](repeating: 0, count: count)
    for node in open { potentials[node] = rows[node][count] / rows[node][node] }
    return potentials
  }
}
