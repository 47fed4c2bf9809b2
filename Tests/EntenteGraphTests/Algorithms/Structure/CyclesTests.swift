import EntenteGraph
import Testing

@Suite struct CyclesTests {
  @Test func cycleIsFoundFromTheLowestNode() throws {
    let graph = try shape(5, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)])
    let cycle = try #require(graph.cycle())
    #expect(cycle.nodes.map(\.index) == [1, 2, 3, 1])
    #expect(cycle.edges.map(\.index) == [1, 2, 3])
    #expect(graph.cycle(.incoming)?.nodes.map(\.index) == [1, 3, 2, 1])
  }

  @Test func loopsAndParallelEdgesAreCycles() throws {
    #expect(try shape(2, [(0, 1), (1, 1)]).cycle()?.nodes.map(\.index) == [1, 1])
    #expect(try shape(2, [(0, 1), (1, 1)]).cycle(.both)?.nodes.map(\.index) == [1, 1])
    #expect(try shape(2, [(0, 1), (1, 0)]).cycle()?.edges.map(\.index) == [0, 1])
    #expect(try shape(2, [(0, 1), (0, 1)]).cycle() == nil)
    #expect(Set(try #require(shape(2, [(0, 1), (0, 1)]).cycle(.both)).edges.map(\.index)) == [0, 1])
  }

  @Test func treesHaveNoCycle() throws {
    #expect(try shape(0, []).cycle() == nil)
    #expect(try shape(4, [(1, 0), (1, 2), (3, 1)]).cycle(.both) == nil)
  }

  @Test(arguments: 0..<200 as Range<UInt64>, Direction.allCases)
  func cyclesAreWaysBackAndMissedByNone(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 4) / 4 + 0.3)
    guard let cycle = graph.cycle(direction) else {
      // A forest has one edge fewer than nodes in each component; without a directed cycle, no two nodes reach each other.
      let components = try direction == .both ? graph.weakComponents() : graph.strongComponents()
      if direction == .both {
        #expect(graph.edgeCount == graph.nodeCount - components.count, "seed \(seed)")
      } else {
        let hasLoop = graph.edges.contains { graph.source(of: $0) == graph.target(of: $0) }
        #expect(components.count == graph.nodeCount && !hasLoop, "seed \(seed)")
      }
      return
    }
    #expect(isWay(cycle, graph, direction) && cycle.nodes.first == cycle.nodes.last, "seed \(seed)")
    #expect(Set(cycle.edges).count == cycle.length && Set(cycle.nodes).count == cycle.length, "seed \(seed)")
  }

  @Test func sidesOfASquareAndANodeAlone() throws {
    let graph = try shape(5, [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(graph.bipartition() == .sides(NodeMap([.first, .second, .first, .second, .first])))
    #expect(graph.bipartition().isBipartite)
    #expect(try shape(0, []).bipartition() == .sides(NodeMap([])))
  }

  @Test func oddCycleIsShown() throws {
    let graph = try shape(5, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)])
    let bipartition = graph.bipartition()
    #expect(!bipartition.isBipartite)
    #expect(
      bipartition
        == .oddCycle(
          Path(nodes: [1, 2, 3, 1].map(NodeID.init(rawValue:)), edges: [1, 2, 3].map(EdgeID.init(rawValue:)))))
    let loop = try shape(2, [(1, 1)]).bipartition()
    #expect(loop == .oddCycle(Path(nodes: [1, 1].map(NodeID.init(rawValue:)), edges: [EdgeID(rawValue: 0)])))
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func sidesPartTheEdgesOrACycleIsOdd(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 4) / 4 + 0.2, allowsLoops: seed % 3 == 0)
    switch graph.bipartition() {
    case .sides(let sides):
      #expect(graph.edges.allSatisfy { sides[graph.source(of: $0)] != sides[graph.target(of: $0)] }, "seed \(seed)")
    case .oddCycle(let cycle):
      #expect(isWay(cycle, graph, .both) && cycle.nodes.first == cycle.nodes.last, "seed \(seed)")
      #expect(cycle.length % 2 == 1 && Set(cycle.nodes).count == cycle.length, "seed \(seed)")
    }
  }

  private func isWay(_ path: Path, _ graph: Topology, _ direction: Direction) -> Bool {
    path.edges.enumerated().allSatisfy { place, edge in
      let step = (path.nodes[place], path.nodes[place + 1])
      let ends = (graph.source(of: edge), graph.target(of: edge))
      return (direction != .incoming && step == ends) || (direction != .outgoing && step == (ends.1, ends.0))
    }
  }
}
