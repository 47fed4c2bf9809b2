import EntenteGraph
import EntenteStore
import EntenteTestSupport
import Testing

@Suite struct BreakPointsTests {
  private func graph(_ nodeCount: Int, _ edges: [(Int, Int)]) throws -> Topology {
    try Topology(nodeCount: nodeCount, edges: edges.map { (source: $0.0, target: $0.1) })
  }

  private func random(_ seed: UInt64) throws -> Topology {
    var random = SeededGenerator(seed: seed)
    let nodeCount = Int.random(in: 1...14, using: &random)
    return try graph(
      nodeCount,
      (0..<Int.random(in: 0...16, using: &random)).map { _ in
        (Int.random(in: 0..<nodeCount, using: &random), Int.random(in: 0..<nodeCount, using: &random))
      })
  }

  /// The sizes of the components that hold any of some nodes, without a node or an edge.
  private func parts(_ graph: Topology, of nodes: Set<NodeID>, without gone: BreakPoint.Element) -> [Int] {
    var left = nodes
    var sizes: [Int] = []
    if case .node(let node) = gone { left.remove(node) }
    while let start = left.min() {
      var met: Set<NodeID> = [start]
      var isGrowing = true
      while isGrowing {
        let before = met.count
        for edge in graph.edges where gone != .edge(edge) {
          let ends = [graph.source(of: edge), graph.target(of: edge)]
          if case .node(let node) = gone, ends.contains(node) { continue }
          if ends.contains(where: met.contains) { met.formUnion(ends) }
        }
        isGrowing = met.count > before
      }
      sizes.append(met.count)
      left.subtract(met)
    }
    return sizes
  }

  @Test func aChainBreaksAtEachInnerNodeAndEachEdge() throws {
    let points = try graph(4, [(0, 1), (1, 2), (2, 3)]).breakPoints()
    #expect(points.map(\.parts) == [2, 2, 2, 2, 2])
    #expect(points.map(\.lost) == [1, 1, 1, 2, 1])
    #expect(try graph(0, []).breakPoints().isEmpty)
    #expect(try graph(2, [(0, 1), (1, 0), (0, 0)]).breakPoints().isEmpty)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatFallsApartIsCounted(seed: UInt64) throws {
    let graph = try random(seed)
    let components = try graph.weakComponents()
    let points = graph.breakPoints()
    for element in graph.nodes.map({ BreakPoint.Element.node($0) }) + graph.edges.map({ .edge($0) }) {
      let node =
        switch element {
        case .node(let node): node
        case .edge(let edge): graph.source(of: edge)
        }
      let members = Set(components.members(of: components.byNode[node]))
      let left = parts(graph, of: members, without: element)
      let point = points.first { $0.element == element }
      #expect((point != nil) == (left.count > 1), "seed \(seed), \(element)")
      guard let point else { continue }
      #expect(point.parts == left.count, "seed \(seed), \(element)")
      #expect(point.lost == left.reduce(0, +) - (left.max() ?? 0), "seed \(seed), \(element)")
    }
  }

  @Test func severalFactsOfOneStepAreOneWay() throws {
    let graph = try graph(4, [(0, 1), (0, 1), (0, 1), (1, 3), (0, 2), (2, 3)])
    let found = try graph.goBetweens(
      from: NodeID(rawValue: 0), to: NodeID(rawValue: 3), direction: .outgoing)
    #expect(found.map(\.share) == [0.5, 0.5])
  }

  @Test(arguments: 0..<200 as Range<UInt64>, [Direction.outgoing, .both])
  func goBetweensHaveTheirShareOfAllShortestWays(seed: UInt64, direction: Direction) throws {
    let graph = try random(seed)
    let (start, end) = (NodeID(rawValue: 0), NodeID(rawValue: UInt32(graph.nodeCount - 1)))
    let found = try graph.goBetweens(from: start, to: end, direction: direction)
    let ways =
      start == end ? [] : Set(try graph.allShortestPaths(from: start, to: end, direction: direction).map(\.nodes))
    var counts: [NodeID: Double] = [:]
    for way in ways {
      for node in way.dropFirst().dropLast() { counts[node, default: 0] += 1 / Double(ways.count) }
    }
    #expect(Set(found.map(\.node)) == Set(counts.keys), "seed \(seed)")
    for each in found { #expect(abs(each.share - (counts[each.node] ?? 0)) < 1e-9, "seed \(seed)") }
  }
}
