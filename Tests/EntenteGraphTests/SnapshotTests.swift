import EntenteGraph
import Testing

@Suite struct SnapshotTests {
  @Test func emptyGraphHasEmptySnapshot() {
    let snapshot = TypedGraph().snapshot()
    #expect(snapshot.nodes.isEmpty && snapshot.edges.isEmpty)
    #expect(snapshot.node(forKey: "a") == nil)
  }

  @Test func nodesStandByKeyAndEdgesBySourceTargetTypeAndKey() throws {
    var graph = TypedGraph()
    let second = try graph.addNode("b", type: "T")
    let first = try graph.addNode("a", type: "T")
    try graph.addEdge(from: second, to: first, type: "Y", key: "1")
    try graph.addEdge(from: first, to: second, type: "Z", key: "2")
    try graph.addEdge(from: first, to: second, type: "Y", key: "4")
    try graph.addEdge(from: first, to: second, type: "Y", key: "3")
    try graph.addEdge(from: first, to: first, type: "Z", key: "5")
    let snapshot = graph.snapshot()
    #expect(snapshot.nodes.map { snapshot.key(of: $0) } == ["a", "b"])
    #expect(snapshot.edges.map { snapshot.key(of: $0) } == ["5", "3", "4", "2", "1"])
  }

  @Test func snapshotStaysAsItWas() throws {
    var graph = try makeGraph([("a", "b")])
    let snapshot = graph.snapshot()
    graph.removeNode(try #require(graph.node(forKey: "a")))
    #expect(snapshot.nodeCount == 2 && snapshot.edgeCount == 1)
    #expect(graph.snapshot().nodeCount == 1)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func orderOfBuildingDoesNotMatter(seed: UInt64) throws {
    let graph = try RandomGraph.make(seed: seed)
    var grown = try RandomGraph.rebuilt(graph, seed: seed)
    let visitor = try grown.addNode("visitor", type: "Unheard of", properties: ["only here": 1])
    grown.removeNode(visitor)
    #expect(graph.snapshot() == grown.snapshot(), "seed \(seed)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func snapshotHoldsWhatTheGraphHolds(seed: UInt64) throws {
    let graph = try RandomGraph.make(seed: seed)
    let snapshot = graph.snapshot()
    #expect(snapshot.nodeCount == graph.nodeCount && snapshot.edgeCount == graph.edgeCount)
    for node in snapshot.nodes {
      let original = try #require(graph.node(forKey: snapshot.key(of: node)))
      #expect(snapshot.node(forKey: snapshot.key(of: node)) == node)
      #expect(snapshot.type(of: node) == graph.type(of: original))
      #expect(snapshot.properties(of: node) == graph.properties(of: original), "seed \(seed)")
      #expect(snapshot[node, "p"] == graph[original, "p"])
      let leaving = Set(graph.outgoingEdges(of: original).map { graph.key(of: $0) })
      #expect(Set(snapshot.outgoingEdges(of: node).map { snapshot.key(of: $0) }) == leaving, "seed \(seed)")
      let arriving = Set(graph.incomingEdges(of: original).map { graph.key(of: $0) })
      #expect(Set(snapshot.incomingEdges(of: node).map { snapshot.key(of: $0) }) == arriving, "seed \(seed)")
    }
    for edge in snapshot.edges {
      let original = try #require(graph.edge(forKey: snapshot.key(of: edge)))
      #expect(snapshot.type(of: edge) == graph.type(of: original))
      #expect(snapshot.properties(of: edge) == graph.properties(of: original))
      #expect(snapshot.key(of: snapshot.source(of: edge)) == graph.key(of: graph.source(of: original)))
      #expect(snapshot.key(of: snapshot.target(of: edge)) == graph.key(of: graph.target(of: original)))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func rowsAreInAscendingOrder(seed: UInt64) throws {
    let snapshot = try RandomGraph.make(seed: seed).snapshot()
    for node in snapshot.nodes {
      let targets = snapshot.outgoingEdges(of: node).map { snapshot.target(of: $0) }
      #expect(targets == targets.sorted(), "seed \(seed)")
      let arriving = snapshot.incomingEdges(of: node).map { (snapshot.source(of: $0), $0) }
      #expect(zip(arriving, arriving.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
    }
  }
}
