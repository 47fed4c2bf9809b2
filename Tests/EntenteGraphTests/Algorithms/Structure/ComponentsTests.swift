import EntenteGraph
import Testing

@Suite struct ComponentsTests {
  @Test func componentsAreNumberedByTheirLowestNodes() throws {
    let graph = try shape(6, [(5, 1), (4, 2), (2, 3), (3, 3), (2, 4)])
    let weak = try graph.weakComponents()
    #expect(weak.byNode.values == [0, 1, 2, 2, 2, 1])
    #expect(weak.count == 3)
    #expect(weak.sizes == [1, 2, 3])
    #expect(weak.largest == 2)
    #expect(weak.members(of: 1).map(\.index) == [1, 5])
    #expect(weak.members(of: 7).isEmpty)
    #expect(weak.groups.map { $0.map(\.index) } == [[0], [1, 5], [2, 3, 4]])
    #expect(weak.isConnected(NodeID(rawValue: 2), NodeID(rawValue: 4)))
    #expect(!weak.isConnected(NodeID(rawValue: 0), NodeID(rawValue: 4)))
    let strong = try graph.strongComponents()
    #expect(strong.byNode.values == [0, 1, 2, 3, 2, 4])
    #expect(strong[NodeID(rawValue: 4)] == 2)
  }

  @Test func lowestOfEquallyLargeComponentsIsTheLargest() throws {
    let graph = try shape(5, [(1, 2), (3, 4)])
    #expect(try graph.weakComponents().largest == 1)
    #expect(try graph.strongComponents().largest == 0)
  }

  @Test func graphsOfOneNodeAndNone() throws {
    let empty = try shape(0, [])
    for components in [try empty.weakComponents(), try empty.strongComponents()] {
      #expect(components.count == 0 && components.largest == nil && components.byNode.isEmpty)
    }
    let loop = try shape(1, [(0, 0)])
    for components in [try loop.weakComponents(), try loop.strongComponents()] {
      #expect(components.count == 1 && components.sizes == [1])
    }
  }

  @Test func condensationOfStrongComponentsHasEachLinkOnce() throws {
    let graph = try shape(5, [(0, 1), (1, 0), (0, 2), (1, 2), (2, 3), (3, 2), (3, 4), (4, 4)])
    let condensed = graph.condensation(of: try graph.strongComponents())
    #expect(condensed == (try shape(3, [(0, 1), (1, 2)])))
    #expect(graph.condensation(of: try graph.weakComponents()).edgeCount == 0)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func agreesWithReachability(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 4) / 2 + 0.5)
    let (ahead, either) = (reachability(graph, .outgoing), reachability(graph, .both))
    let (weak, strong) = (try graph.weakComponents(), try graph.strongComponents())
    for left in graph.nodes {
      for right in graph.nodes {
        let isMutual = ahead[left.index][right.index] && ahead[right.index][left.index]
        #expect(weak.isConnected(left, right) == either[left.index][right.index], "seed \(seed)")
        #expect(strong.isConnected(left, right) == isMutual, "seed \(seed)")
      }
    }
    for components in [weak, strong] {
      let firsts = (0..<components.count).map { components.members(of: $0).first?.index ?? -1 }
      #expect(firsts == firsts.sorted() && !firsts.contains(-1), "seed \(seed)")
      #expect(components.sizes.reduce(0, +) == graph.nodeCount, "seed \(seed)")
    }
  }

  /// Large enough for the ways that only large graphs go: threads, and the largest strong component first.
  @Test func threadsAndSizeChangeNothing() throws {
    let size = 90_000
    var edges: [(source: Int, target: Int)] = []
    for node in 0..<size {
      edges += [(node, (node + 1) % size), (node, (node + 7) % size), (node, node * 31 % size)]
    }
    // Two nodes from which ways lead into the ring, and one alone.
    edges += [(size, 0), (size + 1, size)]
    let graph = try Topology(nodeCount: size + 3, edges: edges)
    let weak = try graph.weakComponents()
    #expect(weak.sizes == [size + 2, 1])
    #expect(try graph.weakComponents(execution: Execution(threads: 3)) == weak)
    let strong = try graph.strongComponents()
    #expect(strong.sizes == [size, 1, 1, 1])
    #expect(try graph.strongComponents(execution: Execution(threads: 3)) == strong)
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try shape(3, [(0, 1)])
    let outcomes = [await cancelled { try graph.weakComponents() }, await cancelled { try graph.strongComponents() }]
    for outcome in outcomes { #expect(throws: CancellationError.self) { try outcome.get() } }
  }

  private func reachability(_ graph: Topology, _ direction: Direction) -> [[Bool]] {
    var reaches = graph.matrix(direction)
    for node in 0..<graph.nodeCount { reaches[node][node] = true }
    for middle in 0..<graph.nodeCount {
      for from in 0..<graph.nodeCount where reaches[from][middle] {
        for to in 0..<graph.nodeCount where reaches[middle][to] { reaches[from][to] = true }
      }
    }
    return reaches
  }
}
