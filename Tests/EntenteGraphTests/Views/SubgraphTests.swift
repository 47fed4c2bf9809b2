import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct SubgraphTests {
  private func ends(_ graph: some GraphStructure) -> [[Int]] {
    graph.edges.map { [graph.source(of: $0).index, graph.target(of: $0).index] }
  }

  @Test func edgeMaskKeepsAllNodes() throws {
    let graph = try numberedGraph(4, [(0, 1), (0, 1), (1, 1), (3, 0)])
    let part = graph.subgraph(edges: graph.mask { $0.index != 1 })
    #expect(part.nodeCount == 4 && ends(part) == [[0, 1], [1, 1], [3, 0]])
    #expect(part.edges.map { part.original($0).index } == [0, 2, 3])
    #expect(part.edge(forOriginal: EdgeID(rawValue: 1)) == nil)
    #expect(part.node(forOriginal: NodeID(rawValue: 2)) == NodeID(rawValue: 2))
    #expect(part.node(forOriginal: NodeID(rawValue: 4)) == nil)
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func partsHoldWhatTheMaskTakes(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 90)
    var random = SeededGenerator(seed: seed)
    let chosenEdges = graph.mask { _ in Bool.random(using: &random) }
    let part = graph.subgraph(edges: chosenEdges)
    #expect(part.edges.map { part.original($0) } == chosenEdges.elements, "seed \(seed)")
    #expect(ends(part) == chosenEdges.elements.map { [graph.source(of: $0).index, graph.target(of: $0).index] })
    let chosenNodes = graph.nodeMask { _ in Bool.random(using: &random) }
    let induced = graph.inducedSubgraph(nodes: chosenNodes)
    #expect(induced.nodes.map { induced.original($0) } == chosenNodes.elements, "seed \(seed)")
    #expect(induced.edges.map { induced.original($0) } == graph.edges(within: chosenNodes).elements, "seed \(seed)")
    for edge in induced.edges {
      #expect(induced.original(induced.source(of: edge)) == graph.source(of: induced.original(edge)))
      #expect(induced.original(induced.target(of: edge)) == graph.target(of: induced.original(edge)))
      #expect(induced.edge(forOriginal: induced.original(edge)) == edge, "seed \(seed)")
    }
    for node in graph.nodes {
      #expect(induced.node(forOriginal: node).map { induced.original($0) } == (chosenNodes[node] ? node : nil))
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func egoNetworkHoldsTheNodesWithinTheRadius(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 20, density: 1.2)
    for node in graph.nodes.prefix(3) {
      let steps = try graph.steps(from: [node], direction: direction)
      for radius in 0...3 {
        let ego = graph.egoNetwork(of: node, radius: radius, direction: direction)
        let near = graph.nodes.filter { (steps[$0] ?? .max) <= radius }
        #expect(ego.nodes.map { ego.original($0) } == near, "seed \(seed)")
        #expect(ego == graph.inducedSubgraph(nodes: near), "seed \(seed)")
      }
    }
  }

  @Test func pathsAndValuesAreCarriedOver() throws {
    let graph = try numberedGraph(4, [(0, 1), (1, 3), (3, 2)])
    let part = graph.inducedSubgraph(nodes: [1, 2, 3].map { NodeID(rawValue: $0) })
    let path = try #require(part.shortestPath(from: NodeID(rawValue: 0), to: NodeID(rawValue: 1)))
    #expect(part.original(path).nodes.map(\.index) == [1, 3, 2])
    #expect(part.original(path).edges.map(\.index) == [1, 2])
    #expect(part.restricted(NodeMap(["a", "b", "c", "d"])).values == ["b", "c", "d"])
  }
}
