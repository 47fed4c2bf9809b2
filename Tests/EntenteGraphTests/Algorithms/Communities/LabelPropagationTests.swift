import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct LabelPropagationTests {
  private func topology(_ edges: [(Int, Int)], nodes: Int) throws -> Topology {
    try Topology(nodeCount: nodes, edges: edges.map { (source: $0.0, target: $0.1) })
  }

  @Test func edgeShapes() throws {
    #expect(try topology([], nodes: 0).labelPropagationCommunities().count == 0)
    #expect(try topology([], nodes: 2).labelPropagationCommunities().count == 2)
    #expect(try topology([(0, 0), (0, 0)], nodes: 1).labelPropagationCommunities().count == 1)
    #expect(try topology([(0, 1)], nodes: 2).labelPropagationCommunities().count == 1)
    #expect(try topology([(0, 1), (1, 0), (2, 3)], nodes: 4).labelPropagationCommunities().count == 2)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func cliquesKeepTogether(seed: UInt64) throws {
    var edges: [(Int, Int)] = [(0, 6)]
    for one in 0..<6 { for two in 0..<one { edges += [(two, one), (two + 6, one + 6)] } }
    let found = try topology(edges, nodes: 12).labelPropagationCommunities(seed: seed)
    #expect(found == Partition(NodeMap((0..<12).map { $0 / 6 })))
  }

  @Test func heavierNeighborWins() throws {
    let graph = try topology([(0, 1), (1, 2), (2, 3)], nodes: 4)
    let weights = try EdgeWeights(graph) { $0.index == 1 ? 0.5 : 2.5 }
    #expect(try graph.labelPropagationCommunities(weights: weights).groups.values == [0, 0, 1, 1])
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try graph.labelPropagationCommunities(weights: negative) }
    #expect(throws: GraphError.self) { try graph.labelPropagationCommunities(start: Partition(whole: 3)) }
  }

  @Test func startIsKeptWhereItHolds() throws {
    let graph = try topology([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)], nodes: 6)
    let halves = Partition(NodeMap([0, 0, 0, 1, 1, 1]))
    #expect(try graph.labelPropagationCommunities(start: halves) == halves)
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func eachLabelIsAmongTheHeaviest(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed)
    let weights = try RandomTopology.weights(graph, seed: seed, least: seed % 2 == 0 ? 0 : 1)
    let found = try graph.labelPropagationCommunities(weights: weights, seed: seed)
    for node in graph.nodes {
      var sums: [Int: Double] = [found[node]: 0]
      for edge in graph.edges {
        let (source, target) = (graph.source(of: edge), graph.target(of: edge))
        if source == target { continue }
        if source == node { sums[found[target], default: 0] += weights[edge] }
        if target == node { sums[found[source], default: 0] += weights[edge] }
      }
      #expect(sums[found[node]] == sums.values.max(), "seed \(seed), node \(node)")
    }
    let again = try graph.labelPropagationCommunities(
      weights: weights, seed: seed, execution: Execution(threads: 3))
    #expect(again == found, "seed \(seed)")
  }

  @Test func roundsAreCounted() throws {
    let graph = try topology([(0, 1), (1, 2), (2, 0), (2, 3)], nodes: 5)
    #expect(try graph.communityDetectionByLabelPropagation(rounds: 0).map(\.index) == [0, 1, 2, 3, 4])
    #expect(try graph.communityDetectionByLabelPropagation(rounds: 1).map(\.index) == [1, 0, 0, 2, 4])
    #expect(try graph.communityDetectionByLabelPropagation(rounds: 2).map(\.index) == [0, 0, 0, 0, 4])
    #expect(throws: GraphError.self) { try graph.communityDetectionByLabelPropagation(rounds: -1) }
  }

  @Test func pairSwapsForEver() throws {
    let pair = try topology([(0, 1)], nodes: 2)
    #expect(try pair.communityDetectionByLabelPropagation(rounds: 7).map(\.index) == [1, 0])
    #expect(try pair.communityDetectionByLabelPropagation(rounds: 8).map(\.index) == [0, 1])
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func roundsFollowTheDefinition(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed)
    var labels = graph.nodes.map(\.index)
    for _ in 0..<4 {
      labels = graph.nodes.map { node in
        var counts: [Int: Int] = [:]
        for edge in graph.edges {
          if graph.source(of: edge) == node { counts[labels[graph.target(of: edge).index], default: 0] += 1 }
          if graph.target(of: edge) == node { counts[labels[graph.source(of: edge).index], default: 0] += 1 }
        }
        let most = counts.values.max()
        return counts.filter { $0.value == most }.keys.min() ?? labels[node.index]
      }
    }
    for threads in [1, 3] {
      let found = try graph.communityDetectionByLabelPropagation(rounds: 4, execution: Execution(threads: threads))
      #expect(found.map(\.index) == labels, "seed \(seed)")
    }
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try topology((1..<20_000).map { ($0, $0 / 2) }, nodes: 20_000)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try graph.labelPropagationCommunities()
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
