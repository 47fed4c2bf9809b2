import EntenteGraph
import EntenteTestSupport
import Synchronization
import Testing

@Suite struct ClosenessTests {
  @Test func middleOfAPathIsNearest() throws {
    let path = try Topology(3, [(0, 1), (1, 2)])
    #expect(try path.closeness(direction: .both).values == [2.0 / 3, 1, 2.0 / 3])
    #expect(try path.closeness().values == [2.0 / 3, 1, 0])
    #expect(try path.closeness(direction: .incoming).values == [0, 1, 2.0 / 3])
    #expect(try path.harmonicCloseness().values == [1.5, 1, 0])
    #expect(try path.harmonicCloseness(direction: .both, isNormalized: true).values == [0.75, 1, 0.75])
  }

  @Test func smallPartsCountLessIfAsked() throws {
    let graph = try Topology(5, [(0, 1), (2, 3), (3, 4)])
    #expect(try graph.closeness(direction: .both).values == [1, 1, 2.0 / 3, 1, 2.0 / 3])
    #expect(try graph.closeness(direction: .both, scale: .timesReach).values == [0.25, 0.25, 1.0 / 3, 0.5, 1.0 / 3])
  }

  @Test func lengthsReplaceSteps() throws {
    let graph = try Topology(3, [(0, 1), (0, 2), (1, 2)])
    let weights = try EdgeWeights(graph) { [1, 5, 2][$0.index] }
    #expect(try graph.closeness(weights: weights).values == [2.0 / 4, 1.0 / 2, 0])
    #expect(try graph.harmonicCloseness(weights: weights).values == [1 + 1.0 / 3, 0.5, 0])
  }

  @Test func graphsWithoutEdgesAreFarApart() throws {
    #expect(try Topology(0, []).closeness().isEmpty)
    #expect(try Topology(1, [(0, 0)]).closeness(direction: .both).values == [0])
    #expect(try Topology(1, []).harmonicCloseness(isNormalized: true).values == [0])
    #expect(try Topology(2, []).reachingCentrality().values == [0, 0])
    #expect(try Topology(0, []).topHarmonicCloseness(limit: 3).isEmpty)
  }

  @Test func reachGrowsByStep() throws {
    let path = try Topology(4, [(0, 1), (1, 2), (2, 3)])
    #expect(try path.reachCounts(within: 0).values == [0, 0, 0, 0])
    #expect(try path.reachCounts(within: 1).values == [1, 1, 1, 0])
    #expect(try path.reachCounts(within: 2).values == [2, 2, 1, 0])
    #expect(try path.reachCounts(direction: .incoming).values == [0, 1, 2, 3])
    #expect(try path.reachingCentrality().values == [1, 2.0 / 3, 1.0 / 3, 0])
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func valuesAreThoseOfAllDistances(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 1.5)
    let weights = try RandomTopology.weights(graph, seed: seed, least: 1)
    let execution = Execution(threads: 1 + Int(seed % 3))
    let steps = ShortestWayOracle(graph, direction)
    let lengths = ShortestWayOracle(graph, direction) { weights[$0] }
    func closeness(_ distances: [Double]) -> Double {
      distances.isEmpty ? 0 : Double(distances.count) / distances.reduce(0, +)
    }
    func harmonic(_ distances: [Double]) -> Double { distances.reduce(0) { $0 + 1 / $1 } }
    let nodes = 0..<graph.nodeCount
    #expect(
      areClose(
        try graph.closeness(direction: direction, execution: execution).values,
        nodes.map { closeness(steps.others($0)) }), "seed \(seed)")
    #expect(
      areClose(
        try graph.harmonicCloseness(direction: direction, execution: execution).values,
        nodes.map { harmonic(steps.others($0)) }), "seed \(seed)")
    #expect(
      areClose(
        try graph.closeness(direction: direction, weights: weights, execution: execution).values,
        nodes.map { closeness(lengths.others($0)) }), "seed \(seed)")
    #expect(
      try graph.reachCounts(within: 2, direction: direction).values
        == nodes.map { steps.others($0).count { $0 <= 2 } }, "seed \(seed)")
  }

  @Test(arguments: 1..<2 as Range<UInt64>, Direction.allCases)
  func moreNodesThanASearchTakesAreAllCounted(seed: UInt64, direction: Direction) throws {
    let jumps = (0..<530).map { ($0, ($0 * 7 + Int(seed)) % 530) }
    let graph = try Topology(530, jumps + (0..<530).map { ($0, ($0 + 1) % 520) })
    let sums: [Double] = try graph.nodes.map { node in
      let steps = try graph.steps(from: [node], direction: direction)
      var sum = 0.0
      for other in graph.nodes {
        if let count = steps[other], count > 0 { sum += 1 / Double(count) }
      }
      return sum
    }
    let values = try graph.harmonicCloseness(direction: direction)
    #expect(areClose(values.values, sums), "seed \(seed)")
    #expect(try graph.harmonicCloseness(direction: direction, execution: Execution(threads: 3)) == values)
  }

  @Test(arguments: 0..<120 as Range<UInt64>, Direction.allCases)
  func firstOfAllAreFound(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 30, density: 1.5)
    let all = try graph.harmonicCloseness(direction: direction)
    for limit in [1, 4, 100] {
      let top = try graph.topHarmonicCloseness(
        limit: limit, direction: direction, execution: Execution(threads: 1 + Int(seed % 2)))
      #expect(top.count == min(limit, graph.nodeCount), "seed \(seed)")
      #expect(top == top.sorted { ($1.score, $0.node) < ($0.score, $1.node) }, "seed \(seed)")
      #expect(areClose(top.map(\.score), all.ranked(limit: limit).map { all[$0] }), "seed \(seed)")
      #expect(areClose(top.map(\.score), top.map { all[$0.node] }), "seed \(seed)")
    }
  }

  @Test func searchForTheFirstTellsHowFarItIs() throws {
    let furthest = Mutex(0.0)
    let watched = Execution(threads: 2) { done in furthest.withLock { $0 = max($0, done) } }
    _ = try RandomTopology.make(seed: 3, nodes: 200).topHarmonicCloseness(limit: 3, execution: watched)
    #expect(furthest.withLock { $0 } == 1)
  }

  /// Large enough for searches to turn round.
  @Test(arguments: [Direction.both, .outgoing]) func firstOfManyAreFound(direction: Direction) throws {
    var random = SeededGenerator(seed: 9)
    let edges = (0..<540_000).map { _ -> (source: Int, target: Int) in
      // Low numbers are hubs.
      let source = Int.random(in: 0..<3000, using: &random) * Int.random(in: 0..<3000, using: &random) / 3000
      return (source, Int.random(in: 0..<3200, using: &random))
    }
    let graph = try Topology(nodeCount: 3300, edges: edges)
    let all = try graph.harmonicCloseness(direction: direction)
    let top = try graph.topHarmonicCloseness(limit: 20, direction: direction, execution: Execution(threads: 2))
    #expect(top.map(\.node) == Array(all.ranked(limit: 20)))
    #expect(areClose(top.map(\.score), top.map { all[$0.node] }))
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func searchesFromEachAreThoseFromOne(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 30, density: 1.5)
    let sources = Array(graph.nodes.reversed()) + graph.nodes.prefix(3)
    let found = try graph.steps(fromEach: sources, direction: direction)
    #expect(try found == sources.map { try graph.steps(from: [$0], direction: direction) }, "seed \(seed)")
  }
}
