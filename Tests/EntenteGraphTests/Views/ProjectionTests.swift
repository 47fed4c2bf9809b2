import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct ProjectionTests {
  @Test func peopleMeetAtEvents() throws {
    // People 0, 1 and 2; event 3 has all of them, event 4 has 0 and 2.
    let graph = try numberedGraph(5, [(0, 3), (1, 3), (3, 2), (0, 4), (2, 4), (2, 4)])
    let people = try graph.projected(onto: graph.nodeMask { $0.index < 3 })
    #expect(
      people.edges.map { [people.source(of: $0).index, people.target(of: $0).index] } == [[0, 1], [0, 2], [1, 2]])
    #expect(people.edges.map { people.commonNeighbors(of: $0) } == [1, 2, 1])
    #expect(people.edges.map { people.weights[$0] } == [0.5, 1.5, 0.5])
    let events = try graph.projected(onto: graph.nodeMask { $0.index >= 3 })
    #expect(events.edges.map { events.commonNeighbors(of: $0) } == [2])
    #expect(events.nodes.map { events.original($0).index } == [3, 4])
    #expect(events.node(forOriginal: NodeID(rawValue: 4)) == NodeID(rawValue: 1))
    #expect(events.node(forOriginal: NodeID(rawValue: 0)) == nil)
  }

  @Test(arguments: 0..<120 as Range<UInt64>) func projectionIsAsDescribed(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 40)
    var random = SeededGenerator(seed: seed)
    let side = graph.nodeMask { _ in Bool.random(using: &random) }
    func neighbors(_ node: NodeID) -> Set<NodeID> {
      Set(graph.outgoingEdges(of: node).map { graph.target(of: $0) })
        .union(graph.incomingEdges(of: node).map { graph.source(of: $0) }).subtracting([node])
    }
    let projection = try graph.projected(onto: side)
    let parallel = try graph.projected(onto: side, execution: Execution(threads: 3))
    #expect(projection.topology == parallel.topology, "seed \(seed)")
    var expected: [[NodeID]: (Int, Double)] = [:]
    for first in side.elements {
      for second in side.elements where first < second {
        let common = neighbors(first).intersection(neighbors(second)).filter { !side[$0] }
        if common.isEmpty { continue }
        let weight = common.reduce(0.0) { $0 + 1 / Double(neighbors($1).count { side[$0] } - 1) }
        expected[[first, second]] = (common.count, weight)
      }
    }
    #expect(projection.edgeCount == expected.count, "seed \(seed)")
    for edge in projection.edges {
      let ends = [projection.source(of: edge), projection.target(of: edge)].map { projection.original($0) }
      let (count, weight) = try #require(expected[ends])
      #expect(projection.commonNeighbors(of: edge) == count, "seed \(seed)")
      #expect(abs(projection.weights[edge] - weight) < 1e-12, "seed \(seed)")
      #expect(projection.weights[edge] == parallel.weights[edge], "seed \(seed)")
    }
  }

  @Test func cancellationIsHeard() async throws {
    let graph = try numberedGraph(2, [(0, 1)])
    await #expect(throws: CancellationError.self) {
      try await inCancelledTask { try graph.projected(onto: graph.nodeMask { $0.index == 0 }) }
    }
  }
}
