import EntenteGraph
import Testing

@Suite struct CliquesTests {
  @Test func twoTrianglesATailAndANodeAlone() throws {
    let graph = try shape(6, [(0, 1), (1, 2), (2, 0), (2, 3), (1, 3), (3, 4)])
    let cliques = try graph.maximalCliques().map { $0.map(\.index) }
    #expect(Set(cliques) == [[0, 1, 2], [1, 2, 3], [3, 4], [5]])
    #expect(cliques.count == 4)
    #expect(try graph.maximalCliqueCount() == 4)
    #expect(try graph.maximalCliqueCount(atLeast: 3) == 2)
    #expect(try Set(graph.maximalCliques(atLeast: 2)).count == 3)
    #expect(try graph.maximalCliques(limit: 2).map { $0.map(\.index) } == Array(cliques.prefix(2)))
    #expect(try graph.maximalCliques(limit: 0).isEmpty)
  }

  @Test func loopsAndParallelEdgesChangeNothing() throws {
    let graph = try shape(2, [(0, 1), (1, 0), (0, 1), (1, 1)])
    #expect(try graph.maximalCliques() == [[NodeID(rawValue: 0), NodeID(rawValue: 1)]])
    #expect(try shape(0, []).maximalCliqueCount() == 0)
  }

  @Test func cliquesOfManyGroupsAreAllFound() throws {
    // Nine groups of three nodes, with edges between all of different groups: one node of each makes a clique.
    let edges = (0..<27).flatMap { left in (left + 1..<27).filter { $0 / 3 != left / 3 }.map { (left, $0) } }
    let graph = try shape(27, edges)
    #expect(try graph.maximalCliqueCount() == 19_683)
    var seen = 0
    try graph.forEachMaximalClique { clique in
      seen += clique.count == 9 ? 1 : 0
      return seen < 100
    }
    #expect(seen == 100)
  }

  /// More nodes behind a node than a word has bits.
  @Test func wideSetsAreSearchedToo() throws {
    let edges = (0..<150).flatMap { left in (left + 1..<150).filter { $0 != 149 - left }.map { (left, $0) } }
    let graph = try shape(151, edges.filter { $0.0 > 5 || $0.1 < 144 } + [(0, 150)])
    let cliques = try graph.maximalCliques(limit: 20)
    let has = graph.adjacency
    for clique in cliques {
      for left in clique { for right in clique where left != right { #expect(has[left.index][right.index]) } }
      for node in graph.nodes where !clique.contains(node) {
        #expect(!clique.allSatisfy { has[node.index][$0.index] }, "\(node) may join \(clique)")
      }
    }
    #expect(Set(cliques).count == 20)
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func agreesWithAllSubsets(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 10, density: Double(seed % 6) + 0.5)
    let has = graph.adjacency
    let count = graph.nodeCount
    let all = (1..<max(1, 1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }.filter { set in
      set.allSatisfy { left in set.allSatisfy { left == $0 || has[left][$0] } }
    }
    let maximal = all.filter { set in
      (0..<count).allSatisfy { node in set.contains(node) || !set.allSatisfy { has[node][$0] } }
    }
    let found = try graph.maximalCliques().map { $0.map(\.index) }
    #expect(Set(found) == Set(maximal) && found.count == maximal.count, "seed \(seed)")
    #expect(try graph.maximalCliqueCount(execution: Execution(threads: 3)) == maximal.count, "seed \(seed)")
    let large = maximal.count { $0.count >= 3 }
    #expect(try graph.maximalCliqueCount(atLeast: 3) == large, "seed \(seed)")
  }

  @Test func threadsChangeNothing() throws {
    let graph = try RandomTopology.make(seed: 7, nodes: 2000, density: 8)
    #expect(try graph.maximalCliqueCount(execution: Execution(threads: 3)) == graph.maximalCliqueCount())
  }

  @Test func cancelledTaskAndErrorsStop() async throws {
    let graph = try shape(3, [(0, 1), (1, 2)])
    let outcome = await cancelled { try graph.maximalCliqueCount() }
    #expect(throws: CancellationError.self) { try outcome.get() }
    #expect(throws: GraphError(.invalidArgument, "enough")) {
      try graph.forEachMaximalClique { _ in throw GraphError(.invalidArgument, "enough") }
    }
  }
}
