import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct FrustrationTests {
  @Test func balancedGraphHasNone() throws {
    let example = try SignedExample([(0, 1, -1), (1, 2, -1), (0, 2, 1)], nodes: 4)
    let result = try example.graph.frustration(example.signs)
    #expect(result.isExact)
    #expect(result.count == 0)
    #expect(result.sides[NodeID(rawValue: 0)] == result.sides[NodeID(rawValue: 2)])
    #expect(result.sides[NodeID(rawValue: 0)] != result.sides[NodeID(rawValue: 1)])
  }

  @Test func loopsAndPairsOfBothSignsAlwaysContradict() throws {
    let example = try SignedExample([(0, 0, -1), (0, 1, 1), (0, 1, 1), (1, 0, -1), (1, 1, 1)], nodes: 2)
    let result = try example.graph.frustration(example.signs)
    #expect(result.isExact)
    #expect(result.edges.map(\.index) == [0, 3])
  }

  @Test func emptyGraphHasNone() throws {
    let example = try SignedExample([], nodes: 0)
    #expect(try example.graph.frustration(example.signs).isExact)
  }

  @Test(arguments: [(4, 2), (5, 4), (6, 6), (7, 9), (9, 16)]) func allEnemies(nodes: Int, expected: Int) throws {
    // A complete graph of enemies: two even camps leave the fewest pairs inside.
    var edges: [(Int, Int, Int)] = []
    for one in 0..<nodes { for two in 0..<one { edges.append((two, one, -1)) } }
    let example = try SignedExample(edges, nodes: nodes)
    let result = try example.graph.frustration(example.signs)
    #expect(result.isExact)
    #expect(result.count == expected)
  }

  @Test func effortOfNothingStillGivesBounds() throws {
    var edges: [(Int, Int, Int)] = []
    for one in 0..<8 { for two in 0..<one { edges.append((two, one, -1)) } }
    let example = try SignedExample(edges, nodes: 8)
    let result = try example.graph.frustration(example.signs, effort: 0)
    #expect(result.lowerBound <= 12)
    #expect(result.count >= 12)
    let error = #expect(throws: GraphError.self) { try example.graph.frustration(example.signs, effort: -1) }
    #expect(error?.message == "the effort is -1, and it is a number from 0 up")
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func noDivisionIsBetter(seed: UInt64) throws {
    let example = try SignedExample(seed: seed, nodes: 10, density: 3)
    let result = try example.graph.frustration(example.signs, seed: seed)
    let least = example.leastFrustration()
    #expect(result.isExact, "seed \(seed)")
    #expect(result.count == least, "seed \(seed)")
    #expect(result.edges == example.contradicting { result.sides[$0] ? 1 : 0 }, "seed \(seed)")
    let hasty = try example.graph.frustration(example.signs, effort: 20, seed: seed)
    #expect(hasty.lowerBound <= least, "seed \(seed)")
    #expect(hasty.count >= least, "seed \(seed)")
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func largerRestsAreSolvedByBranching(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var edges: [(Int, Int, Int)] = []
    for one in 0..<24 {
      for two in 0..<one where Int.random(in: 0..<3, using: &random) == 0 {
        edges.append((two, one, Bool.random(using: &random) ? 1 : -1))
      }
    }
    let example = try SignedExample(edges, nodes: 24)
    let result = try example.graph.frustration(example.signs, seed: seed)
    #expect(result.isExact, "seed \(seed)")
    let other = try example.graph.frustration(example.signs, seed: seed + 100, execution: Execution(threads: 3))
    #expect(other.count == result.count, "seed \(seed)")
  }
}
