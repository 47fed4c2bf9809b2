import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct MergedGraphTests {
  @Test func parallelEdgesBecomeOne() throws {
    let graph = try numberedGraph(3, [(0, 1), (0, 1), (1, 0), (1, 1), (2, 1)])
    let weights = try EdgeWeights(graph) { Double($0.rawValue + 1) }
    let simple = try graph.simplified(weights: weights)
    #expect(simple.edges.map { simple.count(of: $0) } == [2, 1, 1])
    #expect(simple.edges.map { simple.weights?[$0] } == [3, 3, 5])
    let both = try graph.simplified(isUndirected: true, keepsLoops: true)
    #expect(both.edges.map { both.originals(of: $0).map(\.index) } == [[0, 1, 2], [3], [4]])
    #expect(both.edges.map { both.source(of: $0).index } == [0, 1, 1])
    #expect(both.weights == nil)
  }

  @Test func groupsOutOfRangeAreRefused() throws {
    let graph = try numberedGraph(2, [(0, 1)])
    for groups in [[0], [0, -1], [0, 2]] {
      let error = #expect(throws: GraphError.self) { try graph.contracted(by: NodeMap(groups)) }
      #expect(error?.code == .invalidArgument)
    }
    #expect(try numberedGraph(0, []).contracted(by: NodeMap([])).nodeCount == 0)
    let sum = #expect(throws: GraphError.self) {
      let pair = try numberedGraph(2, [(0, 1), (0, 1)])
      return try pair.simplified(weights: EdgeWeights(pair) { _ in .greatestFiniteMagnitude })
    }
    #expect(sum?.code == .invalidArgument)
  }

  @Test(arguments: 0..<120 as Range<UInt64>, [false, true])
  func contractionIsAsDescribed(seed: UInt64, isUndirected: Bool) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 20, density: 3)
    var random = SeededGenerator(seed: seed)
    let groups = NodeMap(graph.nodes.map { _ in Int.random(in: 0..<graph.nodeCount, using: &random) / 3 })
    let weights = try RandomTopology.weights(graph, seed: seed)
    for keepsLoops in [false, true] {
      var expected: [[Int]: [EdgeID]] = [:]
      for edge in graph.edges {
        var ends = [groups[graph.source(of: edge)], groups[graph.target(of: edge)]]
        if isUndirected { ends.sort() }
        if ends[0] != ends[1] || keepsLoops { expected[ends, default: []].append(edge) }
      }
      let merged = try graph.contracted(
        by: groups, weights: weights, isUndirected: isUndirected, keepsLoops: keepsLoops)
      #expect(merged.nodeCount == (groups.values.max() ?? -1) + 1, "seed \(seed)")
      #expect(merged.edgeCount == expected.count, "seed \(seed)")
      let counts = try merged.counts
      for edge in merged.edges {
        let originals = expected[[merged.source(of: edge).index, merged.target(of: edge).index]]
        #expect(merged.originals(of: edge) == originals, "seed \(seed)")
        #expect(merged.weights?[edge] == originals?.reduce(0) { $0 + weights[$1] }, "seed \(seed)")
        #expect(counts[edge] == Double(originals?.count ?? 0), "seed \(seed)")
      }
    }
  }
}
