import EntenteGraph
import Testing

@Suite struct BiconnectivityTests {
  @Test func twoTrianglesAndABridge() throws {
    // Edges by place: 0-1, 1-2, 2-0, 2-3, 3-4, 4-5, 5-3; node 6 stands alone.
    let graph = try shape(7, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
    #expect(graph.articulationPoints().map(\.index) == [2, 3])
    #expect(graph.bridges().map(\.index) == [3])
    let components = graph.biconnectedComponents()
    #expect(graph.edges.map { components[$0] } == [0, 0, 0, 1, 2, 2, 2])
    #expect(components.count == 3)
    #expect(components.sizes == [3, 1, 3])
    #expect(components.edges(of: 2).map(\.index) == [4, 5, 6])
    #expect(components.nodes(of: 2, in: graph).map(\.index) == [3, 4, 5])
    #expect(components.articulationPoints == graph.articulationPoints())
    #expect(components.edges(of: 9).isEmpty)
  }

  @Test func parallelEdgesAreNoBridgesAndLoopsAreInNoComponent() throws {
    let graph = try shape(4, [(0, 1), (1, 0), (1, 1), (1, 2), (3, 3)])
    #expect(graph.bridges().map(\.index) == [3])
    #expect(graph.articulationPoints().map(\.index) == [1])
    let components = graph.biconnectedComponents()
    #expect(graph.edges.map { components[$0] } == [0, 0, nil, 1, nil])
    #expect(components.sizes == [2, 1])
  }

  @Test func emptyGraphHasNothingToCut() throws {
    let graph = try shape(0, [])
    #expect(graph.articulationPoints().isEmpty && graph.bridges().isEmpty)
    #expect(graph.biconnectedComponents().count == 0)
    #expect(try shape(1, [(0, 0)]).biconnectedComponents().count == 0)
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func agreesWithRemovalOneByOne(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 5) / 2 + 0.3)
    let ends = graph.edges.map { (graph.source(of: $0).index, graph.target(of: $0).index) }
    let whole = try graph.weakComponents().count
    let bridges = try ends.indices.filter { removed in
      let rest = ends.indices.filter { $0 != removed }.map { ends[$0] }
      return try shape(graph.nodeCount, rest).weakComponents().count > whole
    }
    #expect(graph.bridges().map(\.index) == bridges, "seed \(seed)")
    let points = try (0..<graph.nodeCount).filter { removed in
      let rest = ends.filter { $0.0 != removed && $0.1 != removed }
      // The removed node is now a component of its own.
      let isAlone = ends.allSatisfy { ($0.0 == removed) == ($0.1 == removed) }
      return try !isAlone && shape(graph.nodeCount, rest).weakComponents().count > whole + 1
    }
    #expect(graph.articulationPoints().map(\.index) == points, "seed \(seed)")
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func edgesShareAComponentWhereNoNodePartsThem(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 9, density: Double(seed % 4) / 2 + 0.5)
    let components = graph.biconnectedComponents()
    let ends = graph.edges.map { (graph.source(of: $0).index, graph.target(of: $0).index) }
    for left in graph.edges {
      let (a, b) = ends[left.index]
      #expect((components[left] == nil) == (a == b), "seed \(seed)")
      for right in graph.edges where a != b && ends[right.index].0 != ends[right.index].1 {
        let (c, d) = ends[right.index]
        // Two edges are on a common cycle if no node, taken away, parts what is left of the one from what is left of the other.
        let isTogether = try (0..<graph.nodeCount).allSatisfy { removed in
          let rest = ends.filter { $0.0 != removed && $0.1 != removed }
          let parts = try shape(graph.nodeCount, rest).weakComponents()
          return [a, b].filter { $0 != removed }.contains { from in
            [c, d].filter { $0 != removed }.contains { to in
              parts.isConnected(NodeID(rawValue: UInt32(from)), NodeID(rawValue: UInt32(to)))
            }
          }
        }
        #expect((components[left] == components[right]) == isTogether, "seed \(seed), edges \(left) and \(right)")
      }
    }
    let firsts = (0..<components.count).compactMap { components.edges(of: $0).first }
    #expect(firsts == firsts.sorted() && firsts.count == components.count, "seed \(seed)")
    let shared = graph.nodes.filter { node in
      Set(
        graph.edges.filter { [graph.source(of: $0), graph.target(of: $0)].contains(node) }.compactMap { components[$0] }
      )
      .count > 1
    }
    #expect(components.articulationPoints == shared, "seed \(seed)")
    #expect(components.bridges == graph.bridges(), "seed \(seed)")
  }
}
