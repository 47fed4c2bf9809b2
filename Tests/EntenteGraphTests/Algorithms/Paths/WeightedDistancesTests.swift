import EntenteGraph
import Testing

@Suite struct WeightedDistancesTests {
  /// 0 to 1 to 2 costs less than 0 to 2; 3 stands alone.
  private func makeDetour() throws -> (Topology, EdgeWeights) {
    let graph = try topology(4, [(0, 1), (0, 2), (1, 2)])
    return (graph, try EdgeWeights(graph) { [1, 5, 2][Int($0.rawValue)] })
  }

  @Test func detourIsShorterThanTheHeavyEdge() throws {
    let (graph, weights) = try makeDetour()
    let tree = try graph.shortestPathTree(from: [node(0)], weights: weights)
    #expect(tree[node(2)] == 3 && tree[node(3)] == nil && tree.distances.reachedCount == 3)
    #expect(tree.path(to: node(2)) == Path(nodes: [node(0), node(1), node(2)], edges: [edge(0), edge(2)]))
    #expect(tree.path(to: node(3)) == nil && tree.parent(of: node(0)) == nil)
    #expect(tree.distances.greatest == 3)
    #expect(try graph.distances(from: [node(2)], weights: weights, direction: .incoming)[node(0)] == 3)
    #expect(try graph.distances(from: [node(2)], weights: weights)[node(0)] == nil)
  }

  @Test func lowestNodeIsKeptOfEquallyNearOnes() throws {
    let graph = try topology(4, [(0, 1), (0, 2), (1, 3), (1, 3), (2, 3)])
    let weights = try EdgeWeights(graph) { _ in 1 }
    let tree = try graph.shortestPathTree(from: [node(0)], weights: weights)
    #expect(tree.path(to: node(3))?.edges == [edge(0), edge(2)])
  }

  @Test func nearestSourceCounts() throws {
    let graph = try topology(4, [(0, 1), (1, 2), (2, 3)])
    let weights = try EdgeWeights(graph) { _ in 0.5 }
    let distances = try graph.distances(from: [node(0), node(3), node(0)], weights: weights, direction: .both)
    #expect(distances.distances.values == [0, 0.5, 0.5, 0])
  }

  @Test func emptyGraphAndNoSourceReachNothing() throws {
    let empty = try topology(0, [])
    #expect(try empty.distances(from: [], weights: EdgeWeights(empty) { _ in 1 }).reachedCount == 0)
    let (graph, weights) = try makeDetour()
    #expect(try graph.distances(from: [], weights: weights).reachedCount == 0)
  }

  @Test func nodeOutsideIsRefused() throws {
    let (graph, weights) = try makeDetour()
    let error = #expect(throws: GraphError.self) { try graph.distances(from: [node(4)], weights: weights) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message == "node 4 is not in the graph, which has 4 nodes numbered from 0")
  }

  @Test func weightsBelowZeroAreTaken() throws {
    let graph = try topology(3, [(0, 1), (0, 2), (2, 1)])
    let weights = try EdgeWeights(graph) { [4, 5, -3][Int($0.rawValue)] }
    let tree = try graph.shortestPathTree(from: [node(0)], weights: weights)
    #expect(tree[node(1)] == 2 && tree.path(to: node(1))?.nodes == [node(0), node(2), node(1)])
    let error = #expect(throws: GraphError.self) {
      try graph.shortestPath(from: node(0), to: node(1), weights: weights)
    }
    #expect(error?.code == .invalidArgument)
  }

  @Test func cycleBelowZeroIsNamed() throws {
    let graph = try topology(5, [(0, 1), (1, 3), (2, 1), (3, 2), (4, 4)])
    let weights = try EdgeWeights(graph) { [1, 1, -3, 1, -1][Int($0.rawValue)] }
    let error = #expect(throws: GraphError.self) { try graph.distances(from: [node(0)], weights: weights) }
    #expect(error?.code == .negativeCycle)
    #expect(
      error?.message
        == "the weights of the cycle through nodes 1, 3, 2 sum to less than 0, so ways that reach it have no least length"
    )
  }

  @Test(arguments: 0..<50 as Range<UInt64>, Direction.allCases)
  func agreesWithRelaxingEveryEdge(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed)
    let whole = try RandomTopology.weights(graph, seed: seed)
    for weights in [whole, try EdgeWeights(graph) { whole[$0] * 5000 }, try EdgeWeights(graph) { whole[$0] / 8 }] {
      let obvious = graph.obviousDistances(direction) { weights[$0] }
      for start in graph.nodes {
        let distances = try graph.distances(from: [start], weights: weights, direction: direction)
        let tree = try graph.shortestPathTree(from: [start], weights: weights, direction: direction)
        for end in graph.nodes {
          let expected = obvious[start.index][end.index] < .infinity ? obvious[start.index][end.index] : nil
          #expect(distances[end] == expected, "seed \(seed)")
          let ways = [
            try graph.shortestPath(from: start, to: end, weights: weights, direction: direction),
            try graph.shortestPath(from: start, to: end, weights: weights, direction: direction) { node in
              min(1e9, obvious[node.index][end.index]) / 2
            },
            try graph.shortestPath(from: start, to: end, weights: weights, direction: direction) { _ in 0 },
            tree.path(to: end).map { WeightedPath(path: $0, weight: $0.edges.reduce(0) { $0 + weights[$1] }) },
          ]
          for way in ways {
            #expect(way?.weight == expected, "seed \(seed)")
            guard let way else { continue }
            #expect(
              graph.holds(way.path, direction) && way.nodes.first == start && way.nodes.last == end, "seed \(seed)")
            #expect(way.edges.reduce(0) { $0 + weights[$1] } == way.weight, "seed \(seed)")
          }
        }
      }
    }
  }

  /// Buckets and heap keep the same tree where no edge weighs 0.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func treeDoesNotDependOnTheKindOfWeights(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 30)
    let whole = try RandomTopology.weights(graph, seed: seed, least: 1, greatest: 3)
    let halves = try EdgeWeights(graph) { whole[$0] / 2 }
    for start in graph.nodes {
      let trees = try [whole, halves].map {
        try graph.shortestPathTree(from: [start], weights: $0, direction: .both)
      }
      for end in graph.nodes { #expect(trees[0].path(to: end) == trees[1].path(to: end), "seed \(seed)") }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func weightsOfAnySignAgreeWithRelaxing(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: 1.2)
    let weights = try RandomTopology.weights(graph, seed: seed, least: -2, greatest: 9)
    let obvious = graph.obviousDistances(.outgoing) { weights[$0] }
    for start in graph.nodes {
      let row = obvious[start.index]
      let isBroken = graph.edges.contains { edge in
        row[graph.source(of: edge).index] + weights[edge] < row[graph.target(of: edge).index]
      }
      do {
        let distances = try graph.distances(from: [start], weights: weights)
        #expect(!isBroken && distances.distances.values == row.map { $0 < .infinity ? $0 : nil }, "seed \(seed)")
      } catch let error as GraphError {
        #expect(isBroken && error.code == .negativeCycle, "seed \(seed)")
      }
    }
  }

  @Test func cancelledSearchStops() async throws {
    let graph = try topology(2, [(0, 1)])
    let weights = try EdgeWeights(graph) { _ in 1 }
    await expectCancelled { _ = try graph.distances(from: [node(0)], weights: weights) }
  }
}
