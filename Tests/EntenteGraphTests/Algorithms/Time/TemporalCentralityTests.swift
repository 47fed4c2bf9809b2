import EntenteGraph
import Testing

@Suite struct TemporalCentralityTests {
  @Test func aChainInTimeIsHeardAlongTheChain() throws {
    let graph = try TemporalGraph(numberedGraph(4, [(0, 1), (1, 2), (2, 3), (3, 0)])) {
      Contact(start: Int64($0.index))
    }
    #expect(try graph.reachCounts().values == [3, 3, 2, 1])
    // Distances count from 0, when the first contact starts.
    #expect(
      try graph.temporalCloseness().values == [
        1 + 1.0 / 2 + 1.0 / 3, 1.0 / 2 + 1.0 / 3 + 1.0 / 4, 1.0 / 3 + 1.0 / 4, 1.0 / 4,
      ])
    #expect(try graph.temporalCloseness(.fewestSteps).values == [1 + 1.0 / 2 + 1.0 / 3, 1 + 1.0 / 2 + 1.0 / 3, 1.5, 1])
    #expect(try graph.temporalBetweenness().values == [0, 2, 3, 2])
  }

  @Test func graphWithoutContactsHasNoDistances() throws {
    let empty = try TemporalGraph(numberedGraph(0, [])) { _ in nil }
    #expect(try empty.reachCounts().isEmpty && empty.temporalCloseness().isEmpty && empty.temporalBetweenness().isEmpty)
    let still = try TemporalGraph(numberedGraph(2, [(0, 1)])) { _ in nil }
    #expect(try still.reachCounts().values == [0, 0] && still.temporalCloseness(.fastest).values == [0, 0])
    #expect(try still.temporalBetweenness().values == [0, 0])
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func sumsAreThoseOfSingleSearches(seed: UInt64) throws {
    // More than one batch of sources in some graphs.
    let graph = try RandomTemporalGraph.make(seed: seed, nodes: seed % 10 == 0 ? 600 : 30, density: 1.5)
    let direction = Direction.allCases[Int(seed / 4) % 3]
    let window = RandomTemporalGraph.window(graph, seed: seed)
    let begin = (window ?? graph.span)?.lowerBound ?? 0
    let counts = try graph.reachCounts(in: window, direction: direction)
    let closeness = try TemporalDistance.allCases.map {
      try graph.temporalCloseness($0, in: window, direction: direction)
    }
    for source in graph.nodes.filter({ graph.nodeCount < 50 || $0.index % 37 == 0 }) {
      let found = [
        graph.earliestArrivals(from: source, in: window, direction: direction),
        graph.fastestPaths(from: source, in: window, direction: direction),
        graph.fewestSteps(from: source, in: window, direction: direction),
      ]
      #expect(counts[source] == found[0].reachedCount - 1, "seed \(seed)")
      for (place, paths) in found.enumerated() {
        let sum = graph.nodes.reduce(0.0) { sum, node in
          guard node != source, let measure = paths[node] else { return sum }
          return sum + 1 / Double(measure - (place == 0 ? begin : 0))
        }
        #expect(abs(closeness[place][source] - sum) <= 1e-9 * (1 + sum), "seed \(seed), measure \(place)")
      }
    }
    let threads = Execution(threads: 3)
    #expect(try graph.reachCounts(in: window, direction: direction, execution: threads) == counts, "seed \(seed)")
    for (place, distance) in TemporalDistance.allCases.enumerated() {
      let parallel = try graph.temporalCloseness(distance, in: window, direction: direction, execution: threads)
      #expect(parallel == closeness[place], "seed \(seed)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func betweennessCountsTheWaysWithTheFewestContacts(seed: UInt64) throws {
    let graph = try RandomTemporalGraph.make(seed: seed, nodes: 8, density: 2.2)
    let direction = Direction.allCases[Int(seed / 4) % 3]
    let window = RandomTemporalGraph.window(graph, seed: seed)
    let oracle = TemporalOracle(graph, direction, in: window)
    var expected = [Double](repeating: 0, count: graph.nodeCount)
    for source in graph.nodes {
      var best: [NodeID: [[TemporalOracle.Move]]] = [:]
      oracle.forEachWay(from: source, limit: graph.nodeCount) { way in
        guard let target = way.last?.to, target != source else { return }
        let least = best[target]?.first?.count ?? .max
        if way.count < least { best[target] = [way] } else if way.count == least { best[target]?.append(way) }
      }
      for ways in best.values {
        for way in ways {
          for move in way.dropLast() { expected[move.to.index] += 1 / Double(ways.count) }
        }
      }
    }
    let found = try graph.temporalBetweenness(in: window, direction: direction)
    for node in graph.nodes {
      #expect(abs(found[node] - expected[node.index]) < 1e-9, "seed \(seed), node \(node)")
    }
    let parallel = try graph.temporalBetweenness(in: window, direction: direction, execution: Execution(threads: 3))
    #expect(parallel == found, "seed \(seed)")
  }

  @Test func cancellationIsHeard() async throws {
    let graph = try TemporalGraph(numberedGraph(2, [(0, 1)])) { _ in Contact(start: 0) }
    await #expect(throws: CancellationError.self) { try await inCancelledTask { try graph.reachCounts() } }
    await #expect(throws: CancellationError.self) {
      try await inCancelledTask { try graph.temporalCloseness(.fastest) }
    }
    await #expect(throws: CancellationError.self) { try await inCancelledTask { try graph.temporalBetweenness() } }
  }
}
