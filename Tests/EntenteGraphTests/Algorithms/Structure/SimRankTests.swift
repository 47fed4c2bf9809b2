import EntenteGraph
import Testing

@Suite struct SimRankTests {
  private func node(_ place: Int) -> NodeID { NodeID(rawValue: UInt32(place)) }

  @Test func oppositeCornersOfASquareAreAlike() throws {
    // s = c / 4 (1 + s + s + 1), so that s = (c / 2) / (1 - c / 2).
    let graph = try shape(5, [(0, 1), (1, 2), (2, 3), (3, 0)])
    let similarities = try graph.simRank(tolerance: 1e-9, direction: .both)
    #expect(similarities.nodeCount == 5)
    #expect(abs(similarities[node(0), node(2)] - 2.0 / 3) < 1e-8)
    #expect(similarities[node(0), node(1)] == 0)
    #expect(similarities[node(0), node(0)] == 1)
    #expect(similarities.similarities(of: node(4)).values == [0, 0, 0, 0, 1])
  }

  @Test func nodesWithTheSameSourceAreAlikeByTheDecay() throws {
    let graph = try shape(3, [(0, 1), (0, 2)])
    #expect(try graph.simRank(decay: 0.6)[node(1), node(2)] == 0.6)
    #expect(try graph.simRank(decay: 0.6, direction: .outgoing)[node(1), node(2)] == 0)
    #expect(try graph.simRank(of: node(1), decay: 0.6).values.last.map { abs($0 - 0.6) < 1e-9 } == true)
    #expect(try graph.simRank(decay: 0)[node(1), node(2)] == 0)
  }

  @Test func emptyGraphHasNoPairs() throws {
    #expect(try shape(0, []).simRank().nodeCount == 0)
  }

  @Test(arguments: [-0.1, 1, .nan]) func decayOutOfRangeIsRefused(decay: Double) throws {
    let graph = try shape(1, [])
    #expect(throws: GraphError.self) { try graph.simRank(decay: decay) }
    #expect(throws: GraphError.self) { try graph.simRank(of: node(0), decay: decay) }
  }

  @Test func otherArgumentsOutOfRangeAreRefused() throws {
    let graph = try shape(1, [])
    for tolerance in [0, -1, Double.infinity, .nan] {
      #expect(throws: GraphError.self) { try graph.simRank(tolerance: tolerance) }
    }
    #expect(throws: GraphError.self) { try graph.simRank(of: node(0), samples: 0) }
    let error = #expect(throws: GraphError.self) { try Topology(nodeCount: 16_385, edges: []).simRank() }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: 0..<100 as Range<UInt64>, Direction.allCases)
  func agreesWithItsEquations(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 4) + 0.5)
    let similarities = try graph.simRank(decay: 0.7, tolerance: 1e-10, direction: direction)
    for left in graph.nodes {
      for right in graph.nodes where left != right {
        let (near, far) = (neighbors(graph, left, direction), neighbors(graph, right, direction))
        let sum = near.reduce(0.0) { sum, a in far.reduce(sum) { $0 + similarities[a, $1] } }
        let expected = near.isEmpty || far.isEmpty ? 0 : 0.7 * sum / Double(near.count * far.count)
        #expect(abs(similarities[left, right] - expected) < 1e-9, "seed \(seed)")
      }
      #expect(similarities[left, left] == 1, "seed \(seed)")
    }
    let several = try graph.simRank(
      decay: 0.7, tolerance: 1e-10, direction: direction, execution: Execution(threads: 3))
    #expect(several == similarities, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func estimatesAreNearTheValues(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed + 1, density: 2)
    let similarities = try graph.simRank(direction: .both)
    let source = node(0)
    let estimates = try graph.simRank(of: source, samples: 4000, direction: .both, seed: seed)
    for node in graph.nodes {
      // Six standard errors at most.
      #expect(abs(estimates[node] - similarities[source, node]) < 0.048, "seed \(seed)")
    }
    let several = try graph.simRank(
      of: source, samples: 4000, direction: .both, seed: seed, execution: Execution(threads: 3))
    #expect(several == estimates, "seed \(seed)")
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try shape(3, [(0, 1), (0, 2)])
    let all = await cancelled { try graph.simRank() }
    #expect(throws: CancellationError.self) { try all.get() }
    let one = await cancelled { try graph.simRank(of: NodeID(rawValue: 1)) }
    #expect(throws: CancellationError.self) { try one.get() }
  }

  private func neighbors(_ graph: Topology, _ node: NodeID, _ direction: Direction) -> [NodeID] {
    graph.edges.flatMap { edge -> [NodeID] in
      let (from, to) = (graph.source(of: edge), graph.target(of: edge))
      let ahead = from == node && direction != .incoming ? [to] : []
      return ahead + (to == node && direction != .outgoing ? [from] : [])
    }
  }
}
