import EntenteGraph
import Testing

@Suite struct BreadthFirstSearchTests {
  /// Sparse graphs are searched forwards, dense ones turn round, and those between do both.
  @Test(arguments: 0..<12 as Range<UInt64>, [0.6, 1.5, 4, 12, 40])
  func stepsAreDistancesWithWeightsOfOne(seed: UInt64, density: Double) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 40, density: density)
    for direction in Direction.allCases {
      let distances = graph.obviousDistances(direction) { _ in 1 }
      for start in graph.nodes.prefix(8) {
        let expected = distances[start.index].map { $0.isFinite ? Int($0) : nil }
        #expect(try graph.steps(from: [start], direction: direction).steps.values == expected, "seed \(seed)")
      }
      let starts = [graph.nodes.last, graph.nodes.first, graph.nodes.last].compactMap(\.self)
      let nearest = try graph.steps(from: starts, direction: direction)
      for node in graph.nodes {
        let least = starts.map { distances[$0.index][node.index] }.min() ?? .infinity
        #expect(nearest[node] == (least.isFinite ? Int(least) : nil), "seed \(seed)")
      }
    }
  }

  /// Layers of which each leads to all of the next: the search turns round at wide ones, and back at narrow ones.
  @Test func turningRoundAndBackKeepsTheLevels() throws {
    var layers: [Range<Int>] = []
    for width in [1, 40, 40, 1, 40, 40, 1, 2, 3] {
      let start = layers.last?.upperBound ?? 0
      layers.append(start..<start + width)
    }
    let edges = zip(layers, layers.dropFirst()).flatMap { layer, next in
      layer.flatMap { source in next.map { (source: source, target: $0) } }
    }
    let graph = try Topology(nodeCount: layers.last?.upperBound ?? 0, edges: edges)
    for direction in [Direction.outgoing, .both] {
      let steps = try graph.steps(from: [NodeID(rawValue: 0)], direction: direction)
      #expect(graph.nodes.allSatisfy { node in steps[node] == layers.firstIndex { $0.contains(node.index) } })
    }
  }

  @Test func nothingToStartFromReachesNothing() throws {
    let graph = try topology(3, [(0, 1)])
    #expect(try graph.steps(from: []).reachedCount == 0)
    #expect(try topology(0, []).steps(from: []).steps.values.isEmpty)
  }

  @Test func cancelledRunsStop() async throws {
    let graph = try topology(3, [(0, 1), (1, 2)])
    await expectCancelled { _ = try graph.steps(from: [NodeID(rawValue: 0)]) }
  }
}
