import EntenteGraph
import Testing

@Suite struct SampledBetweennessTests {
  @Test func middleOfAStarLiesOnAllWaysOfLeaves() throws {
    let star = try Topology(5, [(0, 1), (0, 2), (0, 3), (0, 4)])
    let found = try star.sampledBetweenness(error: 0.05, failure: 0.01, direction: .both)
    // 12 of 20 ordered pairs.
    #expect(abs(found.shares.values[0] - 0.6) <= 0.05)
    #expect(found.shares.values.dropFirst().allSatisfy { $0 == 0 })
    #expect(found.sampleCount > 0)
  }

  @Test func graphsWithoutPairsHaveNoWays() throws {
    #expect(try Topology(0, []).sampledBetweenness().shares.isEmpty)
    #expect(try Topology(1, [(0, 0)]).sampledBetweenness().shares.values == [0])
    #expect(try Topology(3, []).sampledBetweenness(error: 0.1).shares.values == [0, 0, 0])
  }

  @Test(arguments: [(0, 0.1), (1, 0.1), (0.1, 0), (0.1, 1), (.nan, 0.1)])
  func errorAndFailureLieBetween0And1(error: Double, failure: Double) throws {
    let graph = try Topology(2, [(0, 1)])
    let thrown = #expect(throws: GraphError.self) { try graph.sampledBetweenness(error: error, failure: failure) }
    #expect(thrown?.code == .invalidArgument)
  }

  // Seeds are fixed and the failure is rare, so that these pass always or never.
  @Test(arguments: 0..<40 as Range<UInt64>, Direction.allCases)
  func sharesAreThoseOfBetweenness(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 1.5)
    guard graph.nodeCount > 1 else { return }
    let pairs = Double(graph.nodeCount * (graph.nodeCount - 1)) / (direction == .both ? 2 : 1)
    let exact = try graph.betweenness(direction: direction)
    let found = try graph.sampledBetweenness(error: 0.06, failure: 0.01, direction: direction, seed: seed)
    for node in graph.nodes {
      #expect(abs(found.shares[node] - exact[node] / pairs) <= 0.06, "seed \(seed), node \(node)")
    }
    let again = try graph.sampledBetweenness(
      error: 0.06, failure: 0.01, direction: direction, seed: seed, execution: Execution(threads: 3))
    #expect(again == found, "seed \(seed)")
  }
}
