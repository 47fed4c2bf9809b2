import EntenteGraph
import Testing

@Suite struct TypedGraphMergingTests {
  @Test func mergingUnitesNodesEdgesAndLists() throws {
    var left = TypedGraph()
    let rutte = try left.addNode("rutte", type: "Person", properties: ["aliases": ["Rutte"], "seen": 1])
    let nato = try left.addNode("nato", type: "Organization")
    try left.addEdge(from: rutte, to: nato, type: "LEADS", key: "r", properties: ["evidence": ["d1:0"]])
    var right = TypedGraph()
    let alliance = try right.addNode("nato", type: "Organization", properties: ["founded": 1949])
    let leader = try right.addNode("rutte", type: "Person", properties: ["aliases": ["Mr. Rutte"], "seen": 3])
    try right.addEdge(from: leader, to: alliance, type: "LEADS", key: "r", properties: ["evidence": ["d0:7"]])
    try right.addEdge(from: alliance, to: leader, type: "MEETS", key: "m")

    let merged = left.merged(with: right)
    let node = try #require(merged.node(forKey: "rutte"))
    #expect(merged.nodeCount == 2 && merged.edgeCount == 2)
    #expect(merged.properties(of: node) == ["aliases": ["Mr. Rutte", "Rutte"], "seen": 3])
    #expect(merged[try #require(merged.edge(forKey: "r")), "evidence"] == ["d0:7", "d1:0"])
    #expect(merged[try #require(merged.node(forKey: "nato")), "founded"] == 1949)
  }

  @Test func edgeThatEndsElsewhereOnTheOtherSideIsTakenFromOneSide() throws {
    var left = try makeGraph([], alone: ["a", "b", "c"])
    var right = left
    func join(_ graph: inout TypedGraph, _ source: String, _ target: String) throws {
      let ends = (try #require(graph.node(forKey: source)), try #require(graph.node(forKey: target)))
      try graph.addEdge(from: ends.0, to: ends.1, type: "E", key: "e")
    }
    try join(&left, "a", "b")
    try join(&right, "a", "c")
    let merged = left.merged(with: right)
    #expect(merged.edgeCount == 1 && merged == right.merged(with: left))
    #expect(merged.key(of: merged.target(of: try #require(merged.edge(forKey: "e")))) == "c")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func orderAndGroupingDoNotMatter(seed: UInt64) throws {
    let a = try RandomGraph.make(seed: 3 * seed)
    let b = try RandomGraph.make(seed: 3 * seed + 1)
    let c = try RandomGraph.make(seed: 3 * seed + 2)
    #expect(a.merged(with: b) == b.merged(with: a), "seed \(seed)")
    #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)), "seed \(seed)")
    #expect(a.merged(with: b).merged(with: b) == a.merged(with: b), "seed \(seed)")
    #expect(a.merged(with: a) == a, "seed \(seed)")
    #expect(a.merged(with: TypedGraph()) == a, "seed \(seed)")
  }

  @Test func graphsThatDifferInOneThingAreNotEqual() throws {
    let graph = try makeGraph([("a", "b")])
    var other = graph
    other[try #require(other.node(forKey: "a")), "x"] = 1
    #expect(graph != other)
    #expect(graph != (try makeGraph([("b", "a")])))
    #expect(graph != (try makeGraph([("a", "b")], alone: ["c"])))
    #expect(graph == (try RandomGraph.rebuilt(graph, seed: 1)))
  }
}
