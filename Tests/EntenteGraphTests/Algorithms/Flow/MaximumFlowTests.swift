import EntenteGraph
import Testing

@Suite struct MaximumFlowTests {
  /// The network of T. H. Cormen et al., "Introduction to Algorithms", figure 26.1.
  @Test func textbookNetworkCarries23() throws {
    let graph = try topology(6, [(0, 1), (0, 2), (1, 3), (2, 1), (2, 4), (3, 2), (3, 5), (4, 3), (4, 5)])
    let capacities = try EdgeWeights(graph) { [16, 13, 12, 4, 14, 9, 20, 7, 4][Int($0.rawValue)] }
    let flow = try graph.maximumFlow(from: node(0), to: node(5), capacities: capacities)
    #expect(flow.value == 23)
    let cut = flow.minimumCut()
    #expect(cut.weight == 23 && cut.side == [node(0), node(1), node(2), node(4)])
    #expect(cut.edges == [edge(2), edge(7), edge(8)])
    let back = try graph.maximumFlow(from: node(5), to: node(0), capacities: capacities, direction: .incoming)
    #expect(back.value == 23 && back[edge(8)] == -4 && back.minimumCut().weight == 23)
  }

  @Test func loopsCarryNothingAndParallelEdgesAddUp() throws {
    let graph = try topology(4, [(0, 0), (0, 1), (0, 1), (1, 0)])
    let capacities = try EdgeWeights(graph) { [9, 1, 2, 4][Int($0.rawValue)] }
    let directed = try graph.maximumFlow(from: node(0), to: node(1), capacities: capacities)
    #expect(directed.value == 3 && directed[edge(0)] == 0 && directed[edge(3)] == 0)
    let undirected = try graph.maximumFlow(from: node(0), to: node(1), capacities: capacities, direction: .both)
    #expect(undirected.value == 7 && undirected[edge(3)] == -4)
    let apart = try graph.maximumFlow(from: node(0), to: node(2), capacities: capacities)
    #expect(apart.value == 0 && apart.minimumCut().edges.isEmpty)
  }

  @Test func oddArgumentsAreRefused() throws {
    let graph = try topology(2, [(0, 1)])
    let capacities = try EdgeWeights(graph) { _ in 1 }
    let error = #expect(throws: GraphError.self) {
      try graph.maximumFlow(from: node(1), to: node(1), capacities: capacities)
    }
    #expect(error?.message == "node 1 is both source and sink; a flow takes two nodes")
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try graph.maximumFlow(from: node(0), to: node(1), capacities: negative) }
  }

  @Test(arguments: 0..<150 as Range<UInt64>, Direction.allCases)
  func agreesWithTryingAllCuts(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 8, density: 3)
    guard graph.nodeCount > 1 else { return }
    let whole = try RandomTopology.weights(graph, seed: seed)
    let (source, sink) = (graph.nodeCount - 1, 0)
    for capacities in [whole, try EdgeWeights(graph) { whole[$0] / 8 }] {
      let flow = try graph.maximumFlow(
        from: node(source), to: node(sink), capacities: capacities, direction: direction)
      let cut = flow.minimumCut()
      #expect(flow.value == leastCut(graph, capacities, direction, source, sink), "seed \(seed)")
      #expect(cut.weight == flow.value, "seed \(seed)")
      #expect(weight(graph, capacities, direction) { cut.side.contains(node($0)) } == cut.weight, "seed \(seed)")
      #expect(cut.side.contains(node(source)) && !cut.side.contains(node(sink)), "seed \(seed)")
      var surplus = Array(repeating: 0.0, count: graph.nodeCount)
      for edge in graph.edges {
        let amount = flow[edge]
        #expect(amount <= (direction == .incoming ? 0 : capacities[edge]), "seed \(seed)")
        #expect(amount >= (direction == .outgoing ? 0 : -capacities[edge]), "seed \(seed)")
        surplus[graph.source(of: edge).index] -= amount
        surplus[graph.target(of: edge).index] += amount
      }
      for (number, amount) in surplus.enumerated() {
        let expected = number == source ? -flow.value : number == sink ? flow.value : 0
        #expect(amount == expected, "seed \(seed)")
      }
    }
  }

  private func leastCut(
    _ graph: Topology, _ capacities: EdgeWeights, _ direction: Direction, _ source: Int, _ sink: Int
  ) -> Double? {
    let sides = (0..<(1 << graph.nodeCount)).filter { $0 >> source & 1 == 1 && $0 >> sink & 1 == 0 }
    return sides.map { side in weight(graph, capacities, direction) { side >> $0 & 1 == 1 } }.min()
  }

  private func weight(
    _ graph: Topology, _ capacities: EdgeWeights, _ direction: Direction, _ isInside: (Int) -> Bool
  ) -> Double {
    graph.arcs(direction).reduce(0) { sum, arc in
      sum + (isInside(arc.source) && !isInside(arc.target) ? capacities[arc.edge] : 0)
    }
  }

  @Test func cancelledFlowStops() async throws {
    let graph = try topology(2, [(0, 1)])
    let capacities = try EdgeWeights(graph) { _ in 1 }
    await expectCancelled { _ = try graph.maximumFlow(from: node(0), to: node(1), capacities: capacities) }
  }
}
