import EntenteGraph
import Synchronization
import Testing

@Suite struct EccentricityTests {
  @Test func pathOfFourNodes() throws {
    let graph = try topology(5, [(0, 1), (1, 2), (2, 3)])
    #expect(try graph.eccentricities(direction: .both).values == [3, 2, 2, 3, 0])
    #expect(try graph.eccentricities().values == [3, 2, 1, 0, 0])
    #expect(try graph.diameter() == 3 && (try graph.diameter(direction: .incoming)) == 3)
    let distribution = try graph.stepDistribution()
    #expect(distribution.pairCounts == [5, 3, 2, 1] && distribution.connectedPairCount == 6)
    #expect(distribution.averageSteps == 10.0 / 6 && distribution.diameter == 3)
  }

  @Test func graphsWithoutEdgesAreNarrow() throws {
    for count in [0, 1, 3] {
      let graph = try topology(count, [])
      #expect(try graph.diameter() == 0 && (try graph.diameter(direction: .outgoing)) == 0)
      #expect(try graph.stepDistribution().averageSteps == nil)
    }
    #expect(try topology(1, [(0, 0)]).diameter() == 0)
  }

  /// Sparse graphs are deep, larger ones need more than one group of 64 searches.
  @Test(arguments: 0..<80 as Range<UInt64>)
  func agreesWithRelaxingEveryEdge(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: seed % 16 == 1 ? 90 : 14, density: seed % 3 == 0 ? 1.1 : 2)
    for direction in Direction.allCases {
      let distances = graph.obviousDistances(direction) { _ in 1 }
      let finite = distances.map { $0.filter { $0 < .infinity } }
      let greatest = finite.map { Int($0.max() ?? 0) }
      var runs: [NodeMap<Int>] = []
      for threads in [1, 3] {
        let execution = Execution(threads: threads)
        runs.append(try graph.eccentricities(direction: direction, execution: execution))
        #expect(try graph.diameter(direction: direction, execution: execution) == greatest.max() ?? 0, "seed \(seed)")
        let counts = try graph.stepDistribution(direction: direction, execution: execution).pairCounts
        let all = finite.flatMap { $0 }
        #expect(counts == counts.indices.map { steps in all.count { $0 == Double(steps) } }, "seed \(seed)")
        #expect(counts.reduce(0, +) == all.count, "seed \(seed)")
        let rows = Mutex<[NodeID: StepCounts]>([:])
        try graph.forEachNodeSteps(direction: direction, execution: execution) { node, steps in
          rows.withLock { $0[node] = steps }
        }
        for start in graph.nodes {
          let row = rows.withLock { $0[start] }
          #expect(row == (try graph.steps(from: [start], direction: direction)), "seed \(seed)")
        }
      }
      #expect(runs[0].values == greatest && runs[1] == runs[0], "seed \(seed)")
    }
  }

  @Test func cancelledRunsStop() async throws {
    let graph = try topology(3, [(0, 1), (1, 2)])
    await expectCancelled { _ = try graph.diameter() }
    await expectCancelled { _ = try graph.stepDistribution() }
  }
}
