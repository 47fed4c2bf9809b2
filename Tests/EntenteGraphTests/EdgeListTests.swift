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

  /// An edge of a node out of all proportion, behind more lines than a look at the beginning would see.
  private static let outlier = (0..<300).map { "\($0)\t\($0 + 1)\n" }.joined() + "# now\n4294967294\t7\n1\t2\n"

  @Test func aNumberOutOfProportionIsRefused() throws {
    let error = #expect(throws: GraphError.self) { try EdgeList(Self.outlier) }
    #expect(error?.code == .invalidInput)
    let message = try #require(error?.message)
    #expect(
      message
        == "edge list:302: node 4294967294 is out of all proportion to the size of the text, which allows nodes up to "
        + "\(16 * Self.outlier.utf8.count + 64), for each number up to it would become a node; number the nodes from 0 up "
        + "without gaps")
    #expect(throws: GraphError.self) { try EdgeList("0\t200\n") }
    #expect(try EdgeList("0\t160\n").topology.nodeCount == 161)
    // Who says that there are so many nodes means it.
    #expect(try EdgeList("0\t200\n", nodeCount: 201).topology.nodeCount == 201)
    let contacts = #expect(throws: GraphError.self) { try TemporalEdgeList("0 0 1 1\n4000000000 0 1 1\n") }
    #expect(contacts?.message.hasPrefix("temporal edge list:2: node 4000000000 is out of all proportion") == true)
  }

  @Test func unusedNumbersCanBeLeftOut() throws {
    let list = try EdgeList(Self.outlier, skipsUnusedNumbers: true)
    #expect(list.topology.nodeCount == 302)
    #expect(list.number(of: NodeID(rawValue: 301)) == 4_294_967_294)
    #expect(list.node(numbered: 4_294_967_294) == NodeID(rawValue: 301))
    #expect(list.node(numbered: 4_294_967_293) == nil && list.node(numbered: -1) == nil)
    let plain = try EdgeList("0\t1\n2\t2\n", skipsUnusedNumbers: true)
    #expect(plain.topology.nodeCount == 3 && plain.number(of: NodeID(rawValue: 2)) == 2)
    #expect(plain.node(numbered: 2) == NodeID(rawValue: 2) && plain.node(numbered: 3) == nil)
    #expect(try EdgeList("", skipsUnusedNumbers: true).topology.nodeCount == 0)
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [90, 100_000])
  func numbersWithGapsKeepTheirEdges(seed: UInt64, highest: Int) throws {
    var random = SeededGenerator(seed: seed)
    let edges = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      [Int.random(in: 0...highest, using: &random), Int.random(in: 0...highest, using: &random)]
    }
    let lines = edges.map { "\($0[0])\t\($0[1])\t\($0[0] - $0[1])\n" }
    let list = try EdgeList(lines.joined(), skipsUnusedNumbers: true, execution: Execution(threads: 2))
    let graph = list.topology
    #expect(graph.nodes.map { list.number(of: $0) } == Set(edges.joined()).sorted(), "seed \(seed)")
    let found = graph.edges.map { [list.number(of: graph.source(of: $0)), list.number(of: graph.target(of: $0))] }
    #expect(found == edges.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }, "seed \(seed)")
    #expect(
      graph.edges.map { list.weights?[$0] ?? 0.5 } == found.map { Double($0[0] - $0[1]) }, "seed \(seed)")
    for node in graph.nodes { #expect(list.node(numbered: list.number(of: node)) == node, "seed \(seed)") }
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try EdgeList("\u{FEFF}0\t1\n").topology.edgeCount == 1)
    #expect(try TemporalEdgeList("\u{FEFF}0\t0\t1\t5\n").graph.edgeCount == 1)
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
