import EntenteGraph
import Testing

@Suite struct RollingWindowsTests {
  private func sample() throws -> TemporalGraph {
    try TemporalGraph(numberedGraph(5, [(0, 1), (0, 1), (1, 2), (3, 3), (3, 4)])) {
      Contact(start: [0, 4, 5, 9, 2][$0.index])
    }
  }

  @Test func windowsEndAStepApartAndCoverAllContacts() throws {
    let graph = try sample()
    #expect(try graph.windows(of: 6, every: 4) == [-2..<4, 2..<8, 6..<12])
    #expect(try graph.rollingContactCounts(window: 6, step: 4) == [2, 3, 1])
    #expect(
      try graph.rolling(window: 6, step: 4) { $0.activeNodes.elements.map(\.index) } == [
        [0, 1, 3, 4], [0, 1, 2, 3, 4], [3],
      ])
    #expect(try graph.rolling(window: 6, step: 4) { $0.edges.map(\.index) } == [[0, 4], [4, 1, 2], [3]])
    let empty = try TemporalGraph(numberedGraph(2, [])) { _ in nil }
    #expect(try empty.windows(of: 1, every: 1).isEmpty && empty.rollingComponents(window: 1, step: 1).isEmpty)
  }

  @Test func windowsOutOfRangeAreRefused() throws {
    for (length, step) in [(0, 1), (1, 0), (1, -3)] as [(Int64, Int64)] {
      let error = #expect(throws: GraphError.self) { try sample().windows(of: length, every: step) }
      #expect(error?.code == .invalidArgument)
    }
    let wide = try TemporalGraph(numberedGraph(2, [(0, 1), (0, 1)])) { Contact(start: $0.index == 0 ? 0 : 1 << 40) }
    #expect(throws: GraphError.self) { try wide.windows(of: 1, every: 1) }
    #expect(throws: GraphError.self) { try wide.windows(of: .max, every: .max) }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func windowsAreAsIfComputedAnew(seed: UInt64) throws {
    let graph = try RandomTemporalGraph.make(seed: seed, nodes: 15)
    guard let span = graph.span else { return }
    let unit = max(1, (span.upperBound - span.lowerBound) / 13)
    let window = unit * Int64(seed % 5 + 1)
    let step = unit * Int64(seed % 3 + 1)
    let components = try graph.rollingComponents(window: window, step: step)
    let ranks = try graph.rollingPageRank(
      window: window, step: step, PageRankOptions(tolerance: 1e-12, direction: Direction.allCases[Int(seed % 3)]))
    var turn = 0
    var degrees: [NodeMap<Int>] = []
    try graph.rollingDegrees(window: window, step: step, direction: Direction.allCases[Int(seed % 3)]) { _, now in
      degrees.append(now)
    }
    _ = try graph.rolling(window: window, step: step) { view in
      let part = view.subgraph()
      #expect(
        view.contactCount == graph.edges.count { graph.contact(of: $0).map { view.window.contains($0.start) } ?? false }
      )
      #expect(part.degrees(Direction.allCases[Int(seed % 3)]) == degrees[turn], "seed \(seed), window \(turn)")
      let active = graph.inducedSubgraph(nodes: view.activeNodes)
      let whole = part.inducedSubgraph(nodes: view.activeNodes)
      #expect(components[turn].activeCount == active.nodeCount, "seed \(seed), window \(turn)")
      var left = Set(whole.nodes)
      var sizes: [Int] = []
      while let node = left.first {
        let met = try whole.steps(from: [node], direction: .both)
        sizes.append(met.reachedCount)
        left = left.filter { met[$0] == nil }
      }
      #expect(components[turn].componentCount == sizes.count, "seed \(seed), window \(turn)")
      #expect(components[turn].largestSize == sizes.max() ?? 0, "seed \(seed), window \(turn)")
      let expected = try whole.pageRank(PageRankOptions(direction: Direction.allCases[Int(seed % 3)]))
      #expect(ranks[turn].nodes == whole.nodes.map { whole.original($0) }, "seed \(seed), window \(turn)")
      for (place, rank) in ranks[turn].ranks.enumerated() {
        #expect(abs(rank - expected.values[place]) < 1e-8, "seed \(seed), window \(turn)")
        #expect(ranks[turn][ranks[turn].nodes[place]] == rank)
      }
      turn += 1
    }
    #expect(turn == components.count && turn == ranks.count && turn == degrees.count)
  }

  @Test func lackOfConvergenceAndCancellationAreSaid() async throws {
    let graph = try sample()
    let error = #expect(throws: GraphError.self) {
      try graph.rollingPageRank(window: 20, step: 20, PageRankOptions(tolerance: 1e-15, maximumRounds: 1))
    }
    #expect(error?.code == .noConvergence)
    #expect(throws: GraphError.self) { try graph.rollingPageRank(window: 1, step: 1, PageRankOptions(damping: 2)) }
    await #expect(throws: CancellationError.self) {
      try await inCancelledTask { try graph.rollingComponents(window: 2, step: 1) }
    }
  }
}
