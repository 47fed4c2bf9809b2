import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct EdgeListTests {
  private func ends(_ graph: Topology) -> [[Int]] {
    graph.edges.map { [graph.source(of: $0).index, graph.target(of: $0).index] }
  }

  @Test func linesBecomeEdgesInOrder() throws {
    let list = try EdgeList("# a comment\n2\t1\r\n0 1\n\n1,0\n0\t1\n")
    #expect(ends(list.topology) == [[0, 1], [0, 1], [1, 0], [2, 1]])
    #expect(list.weights == nil)
    #expect(list.topology.nodeCount == 3)
  }

  @Test func weightsFollowTheirEdges() throws {
    let list = try EdgeList("1\t0\t2.5\n0\t1\t-1e3\n0\t1\t7\n")
    let weights = try #require(list.weights)
    #expect(list.topology.edges.map { weights[$0] } == [-1000, 7, 2.5])
  }

  @Test func nodesBehindTheLastEdgeCanBeAskedFor() throws {
    #expect(try EdgeList("0\t1\n", nodeCount: 5).topology.nodeCount == 5)
    #expect(try EdgeList("0\t7\n", nodeCount: 5).topology.nodeCount == 8)
    #expect(try EdgeList("", nodeCount: 2).topology.nodeCount == 2)
    #expect(try EdgeList("").topology.nodeCount == 0)
    #expect(try EdgeList("3\t3").topology.edgeCount == 1)
  }

  @Test(arguments: [
    ("0\t1\nzero\tone\n", "edge list:2: "), ("0\t1\n0\n", "edge list:2: "), ("0\t-1", "edge list:1: "),
    ("4294967295\t0", "edge list:1: "), ("99999999999999999999\t0", "edge list:1: "), ("0\t1\tx\n", "edge list:1: "),
    ("0\t1\tinf\n", "edge list:1: "), ("0\t1\t1\n# so far\n0\t2\n", "edge list:3: "),
    ("0\t1\n0\t2\t1\n", "edge list:2: "),
  ])
  func badLinesAreNamed(text: String, place: String) {
    let error = #expect(throws: GraphError.self) { try EdgeList(text) }
    #expect(error?.code == .invalidInput)
    #expect(error?.message.hasPrefix(place) == true, "\(error?.message ?? "")")
  }

  @Test func aPathThatLeadsNowhereIsNamed() {
    let error = #expect(throws: GraphError.self) { try EdgeList(contentsOf: "/no/such/file") }
    #expect(error?.message.hasPrefix("/no/such/file: cannot be opened") == true)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func edgesOfAnyOrderComeOutSorted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let nodes = [3, 40, 9000][Int(seed % 3)]
    let edges = (0..<Int.random(in: 0...500, using: &random)).map { _ in
      [Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random)]
    }
    let lines = edges.enumerated().map { "\($0.element[0])\t\($0.element[1])\t\($0.offset)\n" }
    let one = try EdgeList(lines.joined(), nodeCount: nodes)
    let three = try EdgeList(lines.joined(), nodeCount: nodes, execution: Execution(threads: 3))
    let order = edges.indices.sorted { (edges[$0][0], edges[$0][1], $0) < (edges[$1][0], edges[$1][1], $1) }
    #expect(ends(one.topology) == order.map { edges[$0] }, "seed \(seed)")
    #expect(one.topology == three.topology, "seed \(seed)")
    let weights = one.weights
    #expect(one.topology.edges.map { weights?[$0] ?? -1 } == order.map(Double.init), "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func rowsTurnRoundAndBack(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 60, density: 4)
    for node in graph.nodes {
      let arriving = graph.edges.filter { graph.target(of: $0) == node }
      #expect(graph.incomingEdges(of: node) == arriving, "seed \(seed)")
    }
    let prepared = try RandomTopology.make(seed: seed, nodes: 60, density: 4)
    prepared.prepare(.both, execution: Execution(threads: 3))
    let steps = try graph.steps(from: graph.nodes.prefix(1), direction: .both)
    #expect(try prepared.steps(from: graph.nodes.prefix(1), direction: .both) == steps, "seed \(seed)")
  }
}
