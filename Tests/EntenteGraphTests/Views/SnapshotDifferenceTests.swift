import EntenteGraph
import Testing

@Suite struct SnapshotDifferenceTests {
  @Test func whatChangedIsTold() throws {
    var graph = TypedGraph()
    let a = try graph.addNode("a", type: "Person", properties: ["age": 40, "name": "A"])
    let b = try graph.addNode("b", type: "Person")
    let gone = try graph.addNode("gone", type: "Person")
    let kept = try graph.addEdge(from: a, to: b, type: "KNOWS", key: "kept", properties: ["since": 1])
    try graph.addEdge(from: a, to: gone, type: "KNOWS", key: "lost")
    try graph.addEdge(from: a, to: b, type: "KNOWS", key: "moved")
    let before = graph.snapshot()
    graph.removeNode(gone)
    graph[a, "age"] = 41
    graph[a, "name"] = nil
    graph[kept, "until"] = 2
    let new = try graph.addNode("0", type: "State")
    try graph.addEdge(from: b, to: new, type: "LEADS", key: "new")
    graph.removeEdge(try #require(graph.edge(forKey: "moved")))
    try graph.addEdge(from: b, to: a, type: "LIKES", key: "moved")
    let now = graph.snapshot()
    let difference = now.difference(from: before)
    #expect(difference.addedNodes.map { now.key(of: $0) } == ["0"])
    #expect(difference.removedNodes.map { before.key(of: $0) } == ["gone"])
    let change = try #require(difference.changedNodes.first)
    #expect(
      difference.changedNodes.count == 1 && before.key(of: change.before) == "a" && now.key(of: change.now) == "a")
    #expect(change.properties.map(\.name) == ["age", "name"] && !change.changesType)
    #expect(change.properties.map(\.before) == [40, "A"] && change.properties.map(\.now) == [41, nil])
    #expect(difference.addedEdges.map { now.key(of: $0) } == ["new"])
    #expect(difference.removedEdges.map { before.key(of: $0) } == ["lost"])
    #expect(difference.changedEdges.map { now.key(of: $0.now) } == ["kept", "moved"])
    #expect(difference.changedEdges.map(\.changesEnds) == [false, true])
    #expect(difference.changedEdges.map(\.changesType) == [false, true])
    #expect(difference.changedEdges.first?.properties.map(\.name) == ["until"])
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func differenceIsEmptyForEqualSnapshotsAlone(seed: UInt64) throws {
    let graph = try RandomGraph.make(seed: seed)
    let snapshot = graph.snapshot()
    #expect(snapshot.difference(from: try RandomGraph.rebuilt(graph, seed: seed).snapshot()).isEmpty, "seed \(seed)")
    let other = try RandomGraph.make(seed: seed + 1000).snapshot()
    let there = snapshot.difference(from: other)
    let back = other.difference(from: snapshot)
    #expect(there.isEmpty == (snapshot == other), "seed \(seed)")
    #expect(there.addedNodes == back.removedNodes && there.removedEdges == back.addedEdges, "seed \(seed)")
    #expect(there.changedNodes.map(\.now) == back.changedNodes.map(\.before), "seed \(seed)")
  }
}
