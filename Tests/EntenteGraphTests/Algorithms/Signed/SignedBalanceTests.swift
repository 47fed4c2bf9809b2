import EntenteGraph
import EntenteTestSupport
import Testing

/// Signed graphs written as edges with a sign of 1, -1 or 0 for none.
struct SignedExample {
  let graph: Topology
  let signs: EdgeSigns

  init(_ edges: [(Int, Int, Int)], nodes: Int) throws {
    let sorted = edges.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    graph = try Topology(nodeCount: nodes, edges: sorted.map { (source: $0.0, target: $0.1) })
    signs = EdgeSigns(graph) { [nil, .positive, .negative][(sorted[$0.index].2 + 3) % 3] }
  }

  /// A random graph with signs; some seeds give balanced ones.
  init(seed: UInt64, nodes: Int = 9, density: Double = 1.6) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: nodes, density: density)
    var random = SeededGenerator(seed: seed)
    let camps = graph.nodes.map { _ in Int.random(in: 0..<3, using: &random) }
    let noise = [0, 5, 50][Int(seed % 3)]
    self.graph = graph
    signs = EdgeSigns(graph) { edge in
      if Int.random(in: 0..<10, using: &random) == 0 { return nil }
      let isInside = camps[graph.source(of: edge).index] % 2 == camps[graph.target(of: edge).index] % 2
      let isFlipped = Int.random(in: 0..<100, using: &random) < noise
      return isInside != isFlipped ? .positive : .negative
    }
  }

  /// The edges that contradict a division into groups.
  func contradicting(_ group: (NodeID) -> Int) -> [EdgeID] {
    graph.edges.filter { edge in
      guard let sign = signs[edge] else { return false }
      return (group(graph.source(of: edge)) == group(graph.target(of: edge))) != (sign == .positive)
    }
  }

  /// The fewest edges that contradict two camps, by trying all.
  func leastFrustration() -> Int {
    (0..<(1 << max(0, graph.nodeCount - 1))).map { bits in contradicting { (bits >> $0.index) & 1 }.count }.min() ?? 0
  }

  /// Whether edges follow each other and come back to where they began.
  func isCycle(_ edges: [EdgeID]) -> Bool {
    guard let first = edges.first else { return false }
    for start in [graph.source(of: first), graph.target(of: first)] {
      var node: NodeID? = start
      for edge in edges {
        let (source, target) = (graph.source(of: edge), graph.target(of: edge))
        node = node == source ? target : node == target ? source : nil
      }
      if node == start { return true }
    }
    return false
  }
}

@Suite struct SignedBalanceTests {
  @Test func enemyOfMyEnemyIsMyFriend() throws {
    let example = try SignedExample([(0, 1, -1), (1, 2, -1), (0, 2, 1), (3, 4, 1)], nodes: 6)
    let balance = example.graph.structuralBalance(example.signs)
    #expect(balance.isBalanced)
    #expect(balance.blocs?.groups.values == [0, 1, 0, 2, 2, 3])
    #expect(balance.contradiction.isEmpty)
  }

  @Test func threeEnemiesAreThreeBlocsButNotTwo() throws {
    let example = try SignedExample([(0, 1, -1), (1, 2, -1), (2, 0, -1)], nodes: 3)
    let strong = example.graph.structuralBalance(example.signs)
    #expect(!strong.isBalanced)
    #expect(strong.blocs == nil)
    #expect(Set(strong.contradiction) == Set(example.graph.edges))
    #expect(example.graph.weakBalance(example.signs).blocs?.count == 3)
  }

  @Test func commonFriendOfEnemiesContradictsBoth() throws {
    let example = try SignedExample([(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, -1), (1, 4, 1)], nodes: 5)
    for balance in [
      example.graph.structuralBalance(example.signs), example.graph.weakBalance(example.signs),
    ] {
      #expect(!balance.isBalanced)
      #expect(balance.contradiction.count == 4)
      #expect(example.isCycle(balance.contradiction))
    }
  }

  @Test func smallestCycles() throws {
    let loop = try SignedExample([(0, 0, -1)], nodes: 1)
    #expect(loop.graph.structuralBalance(loop.signs).contradiction.map(\.index) == [0])
    #expect(loop.graph.weakBalance(loop.signs).contradiction.map(\.index) == [0])
    let parallel = try SignedExample([(0, 1, 1), (1, 0, -1)], nodes: 2)
    #expect(parallel.graph.structuralBalance(parallel.signs).contradiction.count == 2)
    #expect(parallel.graph.weakBalance(parallel.signs).contradiction.count == 2)
    let friend = try SignedExample([(0, 0, 1)], nodes: 1)
    #expect(friend.graph.structuralBalance(friend.signs).isBalanced)
  }

  @Test func unsignedEdgesPlayNoPart() throws {
    let example = try SignedExample([(0, 1, 1), (1, 2, 0), (2, 0, -1)], nodes: 3)
    #expect(example.graph.structuralBalance(example.signs).blocs?.groups.values == [0, 0, 1])
    #expect(example.signs.positiveCount == 1)
    #expect(example.signs.negativeCount == 1)
    #expect(example.signs[EdgeID(rawValue: 1)] == nil)
  }

  @Test func graphWithoutNodesIsBalanced() throws {
    let example = try SignedExample([], nodes: 0)
    #expect(example.graph.structuralBalance(example.signs).blocs?.count == 0)
    #expect(example.graph.weakBalance(example.signs).blocs?.count == 0)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func blocsOrContradictionProveTheAnswer(seed: UInt64) throws {
    let example = try SignedExample(seed: seed)
    let strong = example.graph.structuralBalance(example.signs)
    #expect(strong.isBalanced == (example.leastFrustration() == 0), "seed \(seed)")
    let weak = example.graph.weakBalance(example.signs)
    for balance in [strong, weak] {
      if let blocs = balance.blocs {
        #expect(example.contradicting { blocs[$0] }.isEmpty, "seed \(seed)")
      } else {
        #expect(example.isCycle(balance.contradiction), "seed \(seed)")
        #expect(Set(balance.contradiction).count == balance.contradiction.count, "seed \(seed)")
        let negatives = balance.contradiction.count { example.signs[$0] == .negative }
        #expect(balance.contradiction.allSatisfy { example.signs[$0] != nil }, "seed \(seed)")
        #expect(balance == weak ? negatives == 1 : negatives % 2 == 1, "seed \(seed)")
      }
    }
    #expect(!strong.isBalanced || weak.isBalanced || !weak.contradiction.isEmpty, "seed \(seed)")
  }
}
