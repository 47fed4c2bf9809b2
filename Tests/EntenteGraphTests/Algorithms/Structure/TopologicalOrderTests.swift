import EntenteGraph
import Testing

@Suite struct TopologicalOrderTests {
  @Test func nodesStandByLayerAndThenByNumber() throws {
    let graph = try shape(6, [(5, 0), (5, 2), (4, 0), (4, 1), (2, 3), (3, 1)])
    #expect(graph.topologicalOrder()?.map(\.index) == [4, 5, 0, 2, 3, 1])
    #expect(graph.topologicalLayers()?.values == [1, 3, 1, 2, 0, 0])
  }

  @Test func parallelEdgesChangeNothingAndALoopIsACycle() throws {
    #expect(try shape(2, [(1, 0), (1, 0)]).topologicalOrder()?.map(\.index) == [1, 0])
    #expect(try shape(2, [(1, 0), (0, 0)]).topologicalOrder() == nil)
    #expect(try shape(2, [(1, 0), (0, 1)]).topologicalLayers() == nil)
  }

  @Test func emptyGraphHasTheEmptyOrder() throws {
    #expect(try shape(0, []).topologicalOrder() == [])
    #expect(try shape(0, []).topologicalLayers()?.isEmpty == true)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func eachEdgeLeadsForwards(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 4) / 4 + 0.3)
    let order = graph.topologicalOrder()
    #expect((order == nil) == (graph.cycle() != nil), "seed \(seed)")
    guard let order, let layers = graph.topologicalLayers() else { return }
    #expect(order.sorted() == Array(graph.nodes), "seed \(seed)")
    #expect(order == graph.nodes.sorted { (layers[$0], $0) < (layers[$1], $1) }, "seed \(seed)")
    for node in graph.nodes {
      let before = graph.incomingEdges(of: node).map { layers[graph.source(of: $0)] }
      #expect(layers[node] == (before.max() ?? -1) + 1, "seed \(seed)")
    }
  }
}
