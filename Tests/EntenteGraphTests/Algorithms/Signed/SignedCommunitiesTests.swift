import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct SignedCommunitiesTests {
  /// Two camps of four, friends inside and enemies between.
  private func camps() throws -> SignedExample {
    var edges: [(Int, Int, Int)] = []
    for one in 0..<8 { for two in 0..<one { edges.append((two, one, one / 4 == two / 4 ? 1 : -1)) } }
    return try SignedExample(edges, nodes: 8)
  }

  @Test(arguments: [CommunityObjective.modularity, .constantPotts]) func alliesComeTogether(
    objective: CommunityObjective
  ) throws {
    let example = try camps()
    let options = CommunityOptions(objective: objective, resolution: 0.5)
    let found = try example.graph.signedCommunities(example.signs, options)
    #expect(found == Partition(NodeMap((0..<8).map { $0 / 4 })))
    #expect(try example.graph.signedCommunities(example.signs, options, execution: Execution(threads: 3)) == found)
  }

  @Test func positiveEdgesAloneAreOrdinaryModularity() throws {
    let graph = try RandomTopology.make(seed: 5, nodes: 30)
    let signs = EdgeSigns(graph) { _ in .positive }
    let found = try graph.signedCommunities(signs)
    #expect(found == (try graph.leidenCommunities()))
    #expect(try graph.signedModularity(of: found, signs) == graph.modularity(of: found))
  }

  @Test func negativeEdgesAloneDivide() throws {
    let example = try SignedExample([(0, 1, -1), (2, 3, -1), (1, 2, 0)], nodes: 4)
    let found = try example.graph.signedCommunities(example.signs)
    #expect(!found.joins(NodeID(rawValue: 0), NodeID(rawValue: 1)))
    #expect(!found.joins(NodeID(rawValue: 2), NodeID(rawValue: 3)))
  }

  @Test func commonEnemiesMakeAllies() throws {
    // Nodes 8 and 9 have no friends, and each is at war with one camp.
    let example = try camps()
    var edges = example.graph.edges.map { edge in
      let (source, target) = (example.graph.source(of: edge).index, example.graph.target(of: edge).index)
      return (source, target, example.signs[edge] == .positive ? 1 : -1)
    }
    for node in 0..<4 { edges += [(node, 8, -1), (node + 4, 9, -1)] }
    let war = try SignedExample(edges, nodes: 10)
    let found = try war.graph.signedCommunities(war.signs)
    #expect(found.groups.values == [0, 0, 0, 0, 1, 1, 1, 1, 1, 0])
  }

  @Test func edgeShapes() throws {
    let empty = try SignedExample([], nodes: 0)
    #expect(try empty.graph.signedCommunities(empty.signs).count == 0)
    #expect(try empty.graph.signedModularity(of: Partition(whole: 0), empty.signs) == 0)
    let unsigned = try SignedExample([(0, 1, 0)], nodes: 3)
    #expect(try unsigned.graph.signedCommunities(unsigned.signs).count == 3)
    let loop = try SignedExample([(0, 0, -1), (0, 0, 1), (0, 0, -1)], nodes: 1)
    #expect(try loop.graph.signedCommunities(loop.signs).count == 1)
    let negative = try EdgeWeights(loop.graph) { _ in -1 }
    #expect(throws: GraphError.self) { try loop.graph.signedCommunities(loop.signs, weights: negative) }
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func startIsNeverMadeWorse(seed: UInt64) throws {
    let example = try SignedExample(seed: seed, nodes: 20, density: 2)
    let weights = try RandomTopology.weights(example.graph, seed: seed)
    let singles = Partition(singletons: example.graph.nodeCount)
    let found = try example.graph.signedCommunities(
      example.signs, CommunityOptions(resolution: 0.9, seed: seed), weights: weights)
    let quality = try example.graph.signedModularity(of: found, example.signs, weights: weights, resolution: 0.9)
    let before = try example.graph.signedModularity(of: singles, example.signs, weights: weights, resolution: 0.9)
    #expect(quality >= before - 1e-9, "seed \(seed)")
    // The definition: what each pair of nodes in one group adds.
    let positive = pairSum(example, found, weights, .positive, resolution: 0.9)
    let negative = pairSum(example, found, weights, .negative, resolution: 0.9)
    let total = positive.total + negative.total
    #expect(total == 0 || abs(quality - (positive.sum - negative.sum) / total) < 1e-9, "seed \(seed)")
  }

  private func pairSum(
    _ example: SignedExample, _ partition: Partition, _ weights: EdgeWeights, _ sign: EdgeSign, resolution: Double
  ) -> (sum: Double, total: Double) {
    let weight: (EdgeID) -> Double = { example.signs[$0] == sign ? weights[$0] : 0 }
    let total = example.graph.edges.reduce(0) { $0 + weight($1) }
    let quality = PairwiseModularity.value(example.graph, partition, resolution: resolution, weight: weight)
    return (quality * total, total)
  }
}
