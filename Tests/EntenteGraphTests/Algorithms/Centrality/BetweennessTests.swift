import EntenteGraph
import Testing

@Suite struct BetweennessTests {
  @Test func middleOfAPathLiesBetween() throws {
    let path = try Topology(4, [(0, 1), (1, 2), (2, 3)])
    #expect(try path.betweenness(direction: .both).values == [0, 2, 2, 0])
    #expect(try path.betweenness().values == [0, 2, 2, 0])
    #expect(try path.betweenness(direction: .incoming).values == [0, 2, 2, 0])
    #expect(try path.edgeBetweenness(direction: .both) == [3, 4, 3])
  }

  @Test func waysShareAPair() throws {
    // From 0 to 3 lead two ways, over 1 and over 2; on the circle each node lies on half of one pair's ways.
    let square = try Topology(4, [(0, 1), (0, 2), (1, 3), (2, 3)])
    #expect(try square.betweenness(direction: .both).values == [0.5, 0.5, 0.5, 0.5])
    #expect(try square.betweenness().values == [0, 0.5, 0.5, 0])
    #expect(try square.edgeBetweenness() == [1.5, 1.5, 1.5, 1.5])
  }

  @Test func parallelEdgesAreWaysOfTheirOwn() throws {
    // 0 to 3: two ways over 1, one over 2.
    let graph = try Topology(4, [(0, 1), (0, 1), (0, 2), (1, 3), (2, 3)])
    #expect(areClose(try graph.betweenness().values, [0, 2.0 / 3, 1.0 / 3, 0]))
    #expect(areClose(try graph.edgeBetweenness(), [0.5 + 1.0 / 3, 0.5 + 1.0 / 3, 4.0 / 3, 5.0 / 3, 4.0 / 3]))
  }

  @Test func lengthsDecideBetweenWays() throws {
    let graph = try Topology(4, [(0, 1), (0, 2), (1, 3), (2, 3)])
    let lengths = try EdgeWeights(graph) { $0.rawValue == 0 ? 5 : 1 }
    #expect(try graph.betweenness(weights: lengths).values == [0, 0, 1, 0])
    #expect(try graph.edgeBetweenness(weights: lengths) == [1, 2, 1, 2])
  }

  @Test func lengthsThatDifferByRoundingAreEqual() throws {
    let graph = try Topology(4, [(0, 1), (0, 3), (1, 2), (2, 3)])
    let lengths = try EdgeWeights(graph) { [0.1, 0.6, 0.2, 0.3][$0.index] }
    #expect(0.1 + 0.2 + 0.3 != 0.6)
    #expect(areClose(try graph.betweenness(weights: lengths).values, [0, 1.5, 1.5, 0]))
  }

  @Test func graphsWithoutWaysHaveNothingBetween() throws {
    #expect(try Topology(0, []).betweenness().isEmpty)
    #expect(try Topology(1, [(0, 0)]).betweenness(direction: .both).values == [0])
    #expect(try Topology(1, [(0, 0)]).edgeBetweenness(direction: .both) == [0])
    #expect(try Topology(3, []).betweenness(direction: .both).values == [0, 0, 0])
  }

  @Test func sourcesAndWeightsAreChecked() throws {
    let graph = try Topology(2, [(0, 1)])
    let far = #expect(throws: GraphError.self) { try graph.betweenness(sources: [NodeID(rawValue: 2)]) }
    #expect(far?.message == "source 2 is not in the graph, whose nodes are 0 to 1")
    let zero = try EdgeWeights(graph) { _ in 0 }
    let error = #expect(throws: GraphError.self) { try graph.edgeBetweenness(weights: zero) }
    #expect(error?.message == "edge 0 weighs 0.0, and betweenness takes weights above 0 only")
  }

  @Test(arguments: 0..<80 as Range<UInt64>, Direction.allCases)
  func sumsAreThoseOfAllPairs(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 12, density: seed % 3 == 0 ? 3 : 1.2)
    let half = direction == .both ? 0.5 : 1
    let oracle = ShortestWayOracle(graph, direction)
    let expected = oracle.betweenness().map { $0 * half }
    #expect(areClose(try graph.betweenness(direction: direction).values, expected), "seed \(seed)")
    let byEdge = oracle.edgeBetweenness(edgeCount: graph.edgeCount).map { $0 * half }
    #expect(areClose(try graph.edgeBetweenness(direction: direction), byEdge), "seed \(seed)")
  }

  @Test(arguments: 0..<80 as Range<UInt64>, Direction.allCases)
  func sumsWithLengthsAreThoseOfAllPairs(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 11, density: seed % 3 == 0 ? 3 : 1.2)
    let weights = try RandomTopology.weights(graph, seed: seed, least: 1, greatest: 4)
    let half = direction == .both ? 0.5 : 1
    let oracle = ShortestWayOracle(graph, direction) { weights[$0] }
    let expected = oracle.betweenness().map { $0 * half }
    #expect(areClose(try graph.betweenness(direction: direction, weights: weights).values, expected), "seed \(seed)")
    let byEdge = oracle.edgeBetweenness(edgeCount: graph.edgeCount).map { $0 * half }
    #expect(areClose(try graph.edgeBetweenness(direction: direction, weights: weights), byEdge), "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func chosenSourcesCountAsOftenAsNamed(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 12, density: 1.3)
    let sources = graph.nodes.filter { $0.rawValue % 3 == 0 } + graph.nodes.filter { $0.rawValue % 6 == 0 }
    let half = direction == .both ? 0.5 : 1
    let expected = ShortestWayOracle(graph, direction)
      .betweenness { $0 % 6 == 0 ? 2 : $0 % 3 == 0 ? 1 : 0 }.map { $0 * half }
    #expect(areClose(try graph.betweenness(direction: direction, sources: sources).values, expected), "seed \(seed)")
  }

  @Test(arguments: 1..<3 as Range<UInt64>) func threadsChangeNothing(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 120, density: 2)
    let threads = Execution(threads: 3)
    #expect(try graph.betweenness(direction: .both) == graph.betweenness(direction: .both, execution: threads))
    #expect(try graph.edgeBetweenness() == graph.edgeBetweenness(execution: threads))
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try RandomTopology.make(seed: 3, nodes: 120, density: 2)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try graph.betweenness()
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
