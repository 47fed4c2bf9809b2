import EntenteGraph
import Testing

@Suite struct BrokerageTests {
  @Test func brokerIsLessConstrained() throws {
    // A triangle 0 1 2 with a tail 2 3 4.
    let graph = try Topology(5, [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4)])
    #expect(areClose(try graph.constraint().values, [1.0069444444444444, 1.0069444444444444, 11.0 / 18, 0.5, 1]))
    #expect(areClose(try graph.effectiveSize().values, [1, 1, 7.0 / 3, 2, 1]))
  }

  @Test func tiesCountEitherWay() throws {
    let graph = try Topology(5, [(0, 1), (1, 2), (2, 0), (0, 2), (2, 3), (3, 4), (4, 3)])
    let expected = [0.9444444444444442, 1.2569444444444442, 0.626736111111111, 0.5555555555555556, 1.0]
    #expect(areClose(try graph.constraint().values, expected))
  }

  @Test func nodesWithoutTiesHaveNoConstraint() throws {
    let graph = try Topology(2, [(0, 0)])
    #expect(try graph.constraint().values.allSatisfy(\.isNaN))
    #expect(try graph.effectiveSize().values == [0, 0])
    #expect(try Topology(0, []).constraint().isEmpty)
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try graph.constraint(weights: negative) }
    #expect(throws: GraphError.self) { try graph.effectiveSize(weights: negative) }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func valuesAreThoseOfTheFormulas(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 12, density: 2.5)
    let weights = try RandomTopology.weights(graph, seed: seed)
    let nodes = 0..<graph.nodeCount
    var ties = nodes.map { _ in nodes.map { _ in 0.0 } }
    for edge in graph.edges {
      let (source, target) = (graph.source(of: edge).index, graph.target(of: edge).index)
      guard source != target else { continue }
      ties[source][target] += weights[edge]
      ties[target][source] += weights[edge]
    }
    func share(_ node: Int, _ other: Int) -> Double {
      let sum = ties[node].reduce(0, +)
      return sum > 0 ? ties[node][other] / sum : 0
    }
    func strength(_ node: Int, _ other: Int) -> Double {
      let greatest = ties[node].max() ?? 0
      return greatest > 0 ? ties[node][other] / greatest : 0
    }
    let contacts = nodes.map { node in
      Set(
        graph.edges.flatMap { edge -> [Int] in
          let ends = [graph.source(of: edge).index, graph.target(of: edge).index]
          return ends.contains(node) ? ends.filter { $0 != node } : []
        })
    }
    let constraint = try graph.constraint(weights: weights, execution: Execution(threads: 1 + Int(seed % 3)))
    let size = try graph.effectiveSize(weights: weights)
    for node in nodes where ties[node].reduce(0, +) > 0 {
      let squares = contacts[node].map { other in
        let around = contacts[node].reduce(0.0) { $0 + share(node, $1) * share($1, other) }
        return (share(node, other) + around) * (share(node, other) + around)
      }
      let kept = contacts[node].map { other in
        1 - contacts[node].reduce(0.0) { $0 + ($1 == other ? 0 : share(node, $1) * strength($1, other)) }
      }
      #expect(areClose([constraint.values[node]], [squares.reduce(0, +)]), "seed \(seed), node \(node)")
      #expect(areClose([size.values[node]], [kept.reduce(0, +)]), "seed \(seed), node \(node)")
    }
  }
}
