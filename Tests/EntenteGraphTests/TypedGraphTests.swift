import EntenteGraph
import EntenteTestSupport
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

  @Test func secondNodeOfAKeyIsRefused() throws {
    var graph = TypedGraph()
    try graph.addNode("a", type: "T")
    let error = #expect(throws: GraphError.self) { try graph.addNode("a", type: "U") }
    #expect(error?.code == .duplicateKey)
    #expect("\(error?.message ?? "")" == "the graph has a node 'a' already; look it up with node(forKey:)")
    #expect(graph.nodeCount == 1)
  }

  @Test func secondEdgeOfAKeyIsRefused() throws {
    var graph = TypedGraph()
    let node = try graph.addNode("a", type: "T")
    try graph.addEdge(from: node, to: node, type: "E", key: "e")
    let error = #expect(throws: GraphError.self) { try graph.addEdge(from: node, to: node, type: "F", key: "e") }
    #expect(error?.code == .duplicateKey && graph.edgeCount == 1)
  }

  @Test func parallelEdgesAndLoopsAreKeptApart() throws {
    let graph = try makeGraph([("a", "b"), ("a", "b"), ("a", "a")])
    let node = try #require(graph.node(forKey: "a"))
    #expect(graph.edgeCount == 3)
    #expect(graph.outgoingEdges(of: node).map(graph.key(of:)) == ["a Edge b", "a Edge b #2", "a Edge a"])
    #expect(graph.incomingEdges(of: node).map(graph.key(of:)) == ["a Edge a"])
  }

  @Test func removedEdgeLeavesNoTrace() throws {
    var graph = try makeGraph([("a", "b"), ("a", "b")])
    let first = try #require(graph.edge(forKey: "a Edge b"))
    graph.removeEdge(first)
    #expect(!graph.contains(first) && graph.edge(forKey: "a Edge b") == nil)
    #expect(graph == (try makeGraphWithEdge(key: "a Edge b #2")))
  }

  private func makeGraphWithEdge(key: String) throws -> TypedGraph {
    var graph = TypedGraph()
    let source = try graph.addNode("a", type: "Node")
    let target = try graph.addNode("b", type: "Node")
    try graph.addEdge(from: source, to: target, type: "Edge", key: key)
    return graph
  }

  @Test func removedNodeTakesItsEdgesAlong() throws {
    var graph = try makeGraph([("a", "b"), ("b", "a"), ("a", "a"), ("b", "c")])
    let node = try #require(graph.node(forKey: "a"))
    graph.removeNode(node)
    #expect(graph == (try makeGraph([("b", "c")])))
    #expect(!graph.contains(node) && graph.node(forKey: "a") == nil)
  }

  @Test func identifiersAreNotGivenTwice() throws {
    var graph = TypedGraph()
    let first = try graph.addNode("a", type: "T")
    graph.removeNode(first)
    let second = try graph.addNode("a", type: "T")
    #expect(second != first && !graph.contains(first) && graph.contains(second))
  }

  @Test func propertiesAreSetAndTakenAway() throws {
    var graph = try makeGraph([("a", "b")])
    let node = try #require(graph.node(forKey: "a"))
    let edge = try #require(graph.edge(forKey: "a Edge b"))
    graph[node, "x"] = 1
    graph[node, "y"] = "z"
    graph[node, "x"] = nil
    graph[edge, "w"] = 0.5
    #expect(graph.properties(of: node) == ["y": "z"] && graph.properties(of: edge) == ["w": 0.5])
  }

  /// Edges at nodes, kept in plain dictionaries.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func removalsAgreeWithAPlainModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var graph = try RandomGraph.make(seed: seed)
    var nodes = Set(graph.nodes.map { graph.key(of: $0) })
    var edges = Dictionary(
      uniqueKeysWithValues: graph.edges.map { edge in
        (graph.key(of: edge), [graph.source(of: edge), graph.target(of: edge)].map { graph.key(of: $0) })
      })
    while let victim = nodes.sorted().randomElement(using: &random) {
      if let edge = edges.keys.sorted().randomElement(using: &random), Bool.random(using: &random) {
        graph.removeEdge(try #require(graph.edge(forKey: edge)))
        edges[edge] = nil
      } else {
        graph.removeNode(try #require(graph.node(forKey: victim)))
        nodes.remove(victim)
        edges = edges.filter { !$0.value.contains(victim) }
      }
      #expect(Set(graph.nodes.map { graph.key(of: $0) }) == nodes, "seed \(seed)")
      #expect(Set(graph.edges.map { graph.key(of: $0) }) == Set(edges.keys), "seed \(seed)")
      for node in graph.nodes {
        let leaving = Set(graph.outgoingEdges(of: node).map { graph.key(of: $0) })
        #expect(leaving == Set(edges.filter { $0.value[0] == graph.key(of: node) }.keys), "seed \(seed)")
      }
    }
    #expect(graph == TypedGraph())
  }
}
