import EntenteGraph
import Testing

@Suite struct TypedGraphTests {
  @Test func emptyGraphHasNothing() {
    let graph = TypedGraph()
    #expect(graph.nodeCount == 0 && graph.edgeCount == 0)
    #expect(Array(graph.nodes).isEmpty && Array(graph.edges).isEmpty)
    #expect(graph.node(forKey: "a") == nil)
  }

  @Test func nodesAndEdgesKeepWhatTheyWereGiven() throws {
    var graph = TypedGraph()
    let rutte = try graph.addNode("rutte", type: "Person", properties: ["name": "Mark Rutte", "aliases": ["Rutte"]])
    let nato = try graph.addNode("nato", type: "Organization")
    let office = try graph.addEdge(
      from: rutte, to: nato, type: "HOLDS_OFFICE", key: "r1", properties: ["since": 2024, "confidence": 0.9])
    #expect(graph.key(of: rutte) == "rutte" && graph.type(of: rutte) == "Person")
    #expect(graph[rutte, "name"] == "Mark Rutte" && graph[rutte, "aliases"] == ["Rutte"])
    #expect(graph[rutte, "since"] == nil && graph[nato, "unheard of"] == nil)
    #expect(graph.source(of: office) == rutte && graph.target(of: office) == nato)
    #expect(graph.properties(of: office) == ["since": 2024, "confidence": 0.9])
    #expect(graph.edge(forKey: "r1") == office && graph.node(forKey: "nato") == nato)
  }
}
