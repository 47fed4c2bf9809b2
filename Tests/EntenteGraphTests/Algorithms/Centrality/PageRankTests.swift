import EntenteGraph
import Testing

@Suite struct PageRankTests {
  private func isClose(_ ranks: NodeMap<Double>, _ expected: [Double], within tolerance: Double = 1e-8) -> Bool {
    ranks.count == expected.count && zip(ranks, expected).allSatisfy { abs($0 - $1) <= tolerance }
  }

  @Test func cycleIsEven() throws {
    let snapshot = try makeGraph([("a", "b"), ("b", "c"), ("c", "a")]).snapshot()
    #expect(isClose(try snapshot.pageRank(), [1.0 / 3, 1.0 / 3, 1.0 / 3]))
  }

  @Test func walkerStartsAnewWhereNoEdgeLeadsOn() throws {
    // With the damping d: a = (1 - d + d b) / 2 and b = a + d a, so a = 1 / (2 + d).
    let snapshot = try makeGraph([("a", "b")]).snapshot()
    #expect(isClose(try snapshot.pageRank(), [1 / 2.85, 1.85 / 2.85]))
    #expect(isClose(try snapshot.pageRank(PageRankOptions(direction: .incoming)), [1.85 / 2.85, 1 / 2.85]))
    #expect(isClose(try snapshot.pageRank(PageRankOptions(direction: .both)), [0.5, 0.5]))
  }

  @Test func graphWithoutEdgesIsEven() throws {
    #expect(try TypedGraph().snapshot().pageRank().isEmpty)
    #expect(isClose(try makeGraph([], alone: ["a"]).snapshot().pageRank(), [1]))
    #expect(isClose(try makeGraph([], alone: ["a", "b"]).snapshot().pageRank(), [0.5, 0.5]))
  }

  @Test func loopKeepsTheWalker() throws {
    // b follows its own edge only: b = (1 - d) / 2 + d (a + b), a = (1 - d) / 2.
    let snapshot = try makeGraph([("a", "b"), ("b", "b")]).snapshot()
    #expect(isClose(try snapshot.pageRank(), [0.075, 0.925]))
  }

  @Test func weightOfNothingIsNoEdge() throws {
    let snapshot = try makeGraph([("a", "b"), ("a", "c")]).snapshot()
    let without = try makeGraph([("a", "b")], alone: ["c"]).snapshot()
    let weights = try EdgeWeights(snapshot) { snapshot.key(of: $0) == "a Edge b" ? 7 : 0 }
    #expect(isClose(try snapshot.pageRank(weights: weights), try without.pageRank().values))
    let nothing = try EdgeWeights(snapshot) { _ in 0 }
    #expect(isClose(try snapshot.pageRank(weights: nothing), [1.0 / 3, 1.0 / 3, 1.0 / 3]))
  }

  @Test(arguments: [1e-300, 1e300]) func onlyTheRatioOfWeightsCounts(scale: Double) throws {
    let snapshot = try makeGraph([("a", "b"), ("a", "c"), ("b", "a"), ("c", "b")]).snapshot()
    let weights = try EdgeWeights(snapshot) { Double($0.rawValue + 1) }
    let scaled = try EdgeWeights(snapshot) { scale * weights[$0] }
    #expect(isClose(try snapshot.pageRank(weights: scaled), try snapshot.pageRank(weights: weights).values))
  }

  @Test func lackOfConvergenceIsSaid() throws {
    let snapshot = try makeGraph([("a", "b"), ("b", "c"), ("c", "b")]).snapshot()
    let error = #expect(throws: GraphError.self) {
      try snapshot.pageRank(PageRankOptions(tolerance: 1e-12, maximumRounds: 3))
    }
    #expect(error?.code == .noConvergence)
    #expect(
      error?.message
        == "PageRank still moved after 3 rounds; allow more rounds or a larger tolerance than 1e-12")
  }

  @Test(arguments: [
    PageRankOptions(damping: 1), PageRankOptions(damping: -0.1), PageRankOptions(damping: .nan),
    PageRankOptions(tolerance: 0), PageRankOptions(tolerance: .infinity), PageRankOptions(maximumRounds: 0),
  ])
  func optionsOutOfRangeAreRefused(options: PageRankOptions) {
    let error = #expect(throws: GraphError.self) { try TypedGraph().snapshot().pageRank(options) }
    #expect(error?.code == .invalidArgument)
  }

  @Test(arguments: [-1, .nan, .infinity]) func weightsOutOfRangeAreRefused(weight: Double) throws {
    let snapshot = try makeGraph([("a", "b")]).snapshot()
    let error = #expect(throws: GraphError.self) {
      try snapshot.pageRank(weights: EdgeWeights(snapshot) { _ in weight })
    }
    #expect(error?.code == .invalidArgument)
  }

  @Test(arguments: 0..<40 as Range<UInt64>, Direction.allCases)
  func ranksSolveTheEquations(seed: UInt64, direction: Direction) throws {
    let snapshot = try RandomGraph.make(seed: seed).snapshot()
    func weight(_ edge: EdgeID) -> Double { Double(edge.rawValue % 4) }
    let options = PageRankOptions(damping: 0.8, tolerance: 1e-13, direction: direction)
    let plain = try snapshot.pageRank(options)
    #expect(abs(plain.reduce(0, +) - 1) < 1e-9, "seed \(seed)")
    #expect(isClose(plain, solvedRanks(snapshot, direction, 0.8) { _ in 1 }), "seed \(seed)")
    let weighted = try snapshot.pageRank(options, weights: EdgeWeights(snapshot, weight))
    #expect(isClose(weighted, solvedRanks(snapshot, direction, 0.8, weight)), "seed \(seed)")
  }

  /// The ranks as the solution of linear equations, by Gaussian elimination.
  private func solvedRanks(
    _ snapshot: Snapshot, _ direction: Direction, _ damping: Double, _ weight: (EdgeID) -> Double
  ) -> [Double] {
    let count = snapshot.nodeCount
    var flow = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for edge in snapshot.edges {
      let ends = (snapshot.source(of: edge).index, snapshot.target(of: edge).index)
      if direction != .incoming { flow[ends.0][ends.1] += weight(edge) }
      if direction != .outgoing { flow[ends.1][ends.0] += weight(edge) }
    }
    var rows = (0..<count).map { row in
      (0..<count).map { $0 == row ? 1.0 : 0.0 } + [(1 - damping) / Double(count)]
    }
    for sender in 0..<count {
      let total = flow[sender].reduce(0, +)
      for receiver in 0..<count {
        rows[receiver][sender] -= damping * (total > 0 ? flow[sender][receiver] / total : 1 / Double(count))
      }
    }
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
