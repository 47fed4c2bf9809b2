import EntenteGraph
import Testing

@Suite struct GroupCentralityTests {
  @Test func groupIsLookedAtAsOne() throws {
    let path = try Topology(5, [(0, 1), (1, 2), (2, 3), (3, 4)])
    let group = [NodeID(rawValue: 1), NodeID(rawValue: 2)]
    #expect(try path.groupDegree(group, direction: .both) == 2)
    #expect(try path.groupDegree(group) == 1)
    #expect(try path.groupCloseness(group, direction: .both) == 0.75)
    #expect(try path.groupBetweenness(group, direction: .both) == 2)
    #expect(try path.groupBetweenness([NodeID(rawValue: 3)]) == 3)
  }

  @Test func emptyGroupsAndGraphsHaveNothing() throws {
    let path = try Topology(3, [(0, 1), (1, 2)])
    #expect(try path.groupDegree([]) == 0)
    #expect(try path.groupCloseness([]) == 0)
    #expect(try path.groupBetweenness([]) == 0)
    #expect(try path.groupCloseness(path.nodes) == 0)
    #expect(try Topology(0, []).groupBetweenness([]) == 0)
    #expect(try Topology(0, []).coveringGroup(size: 2).isEmpty)
    #expect(try path.coveringGroup(size: 0).isEmpty)
  }

  @Test func strangersAreRefused() throws {
    let path = try Topology(3, [(0, 1), (1, 2)])
    let error = #expect(throws: GraphError.self) { try path.groupDegree([NodeID(rawValue: 3)]) }
    #expect(error?.message == "node 3 is not in the graph, whose nodes are 0 to 2")
    #expect(throws: GraphError.self) { try path.coveringGroup(size: -1) }
  }

  @Test func coverGrowsByTheMostNewNodes() throws {
    // Two stars that share a leaf, and a pair of their own.
    let graph = try Topology(9, [(0, 2), (0, 3), (0, 4), (1, 4), (1, 5), (1, 6), (7, 8)])
    #expect(try graph.coveringGroup(size: 3, direction: .both).map(\.index) == [0, 1, 7])
    #expect(try graph.coveringGroup(size: 20, direction: .both).count == 9)
  }

  @Test(arguments: 0..<80 as Range<UInt64>, Direction.allCases)
  func sumsAreThoseOfAllPairs(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 11, density: 1.5)
    let group = graph.nodes.filter { $0.rawValue % 4 == 1 }
    let isMember = graph.nodes.map { $0.rawValue % 4 == 1 }
    let oracle = ShortestWayOracle(graph, direction)
    let open = openWays(oracle, isMember)
    let outside = (0..<graph.nodeCount).filter { !isMember[$0] }
    var sum = 0.0
    for source in outside {
      for target in outside where source != target && oracle.distances[source][target].isFinite {
        sum += 1 - open[source][target] / oracle.ways[source][target]
      }
    }
    let half = direction == .both ? 0.5 : 1
    let execution = Execution(threads: 1 + Int(seed % 3))
    let found = try graph.groupBetweenness(group, direction: direction, execution: execution)
    #expect(areClose([found], [sum * half]), "seed \(seed)")
    let nearest = outside.compactMap { node in group.map { oracle.distances[$0.index][node] }.min() }
      .filter(\.isFinite)
    let closeness = nearest.isEmpty ? 0 : Double(nearest.count) / nearest.reduce(0, +)
    #expect(areClose([try graph.groupCloseness(group, direction: direction)], [closeness]), "seed \(seed)")
    #expect(try graph.groupDegree(group, direction: direction) == nearest.count { $0 == 1 }, "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func coverIsThatOfPlainGreed(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 1.5)
    let oracle = ShortestWayOracle(graph, direction)
    let reach = (0..<graph.nodeCount).map { node in
      Set((0..<graph.nodeCount).filter { oracle.distances[node][$0] <= 1 })
    }
    var covered = Set<Int>()
    var expected: [Int] = []
    for _ in 0..<min(4, graph.nodeCount) {
      let free = (0..<graph.nodeCount).filter { !expected.contains($0) }
      let best = free.max { left, right in
        let (less, more) = (reach[left].subtracting(covered).count, reach[right].subtracting(covered).count)
        return less != more ? less < more : left > right
      }
      guard let best else { break }
      expected.append(best)
      covered.formUnion(reach[best])
    }
    #expect(try graph.coveringGroup(size: 4, direction: direction).map(\.index) == expected, "seed \(seed)")
  }

  /// The shortest ways that have no inner node in the group.
  private func openWays(_ oracle: ShortestWayOracle, _ isMember: [Bool]) -> [[Double]] {
    let nodes = 0..<oracle.nodeCount
    return nodes.map { source in
      var ways = nodes.map { $0 == source ? 1.0 : 0 }
      let order = nodes.filter { oracle.distances[source][$0].isFinite && $0 != source }
        .sorted { oracle.distances[source][$0] < oracle.distances[source][$1] }
      for node in order {
        ways[node] = oracle.arcs
          .filter { $0.to == node && oracle.distances[source][$0.from] + 1 == oracle.distances[source][node] }
          .reduce(0) { $0 + (isMember[$1.from] ? 0 : ways[$1.from]) }
      }
      return ways
    }
  }
}
