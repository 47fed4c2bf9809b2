import EntenteGraph
import Testing

@Suite struct MotifsTests {
  @Test func shapesOfAPawWithATail() throws {
    // A triangle 0, 1, 2, from which 2 - 3 - 4 leads away.
    let counts = try shape(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)]).motifCounts()
    #expect(counts.triangles == 1 && counts.paths3 == 3)
    #expect(counts.paws == 1 && counts.paths4 == 2 && counts.stars4 == 0)
    #expect(counts.cycles4 == 0 && counts.diamonds == 0 && counts.cliques4 == 0)
  }

  @Test func triadsOfEachKind() throws {
    let kinds: [(TriadType, [(Int, Int)])] = [
      (.empty, []), (.single, [(0, 1)]), (.mutual, [(0, 1), (1, 0)]), (.down, [(1, 0), (1, 2)]),
      (.up, [(0, 1), (2, 1)]), (.chain, [(0, 1), (1, 2)]), (.mutualDown, [(0, 1), (1, 0), (2, 1)]),
      (.mutualUp, [(0, 1), (1, 0), (1, 2)]), (.transitive, [(0, 1), (1, 2), (0, 2)]),
      (.cycle, [(0, 1), (1, 2), (2, 0)]), (.twoMutual, [(0, 1), (1, 0), (1, 2), (2, 1)]),
      (.closedDown, [(1, 0), (1, 2), (0, 2), (2, 0)]), (.closedUp, [(0, 1), (2, 1), (0, 2), (2, 0)]),
      (.closedChain, [(0, 1), (1, 2), (0, 2), (2, 0)]), (.almostComplete, [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]),
      (.complete, [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
    ]
    #expect(kinds.map(\.0) == TriadType.allCases)
    for (type, edges) in kinds {
      let census = try shape(3, edges + [(0, 0)] + edges.prefix(1)).triadCensus()
      #expect(census[type] == 1 && census.total == 1, "\(type)")
    }
  }

  @Test func smallGraphsHaveNoShapes() throws {
    for nodeCount in 0..<3 {
      #expect(try shape(nodeCount, []).triadCensus().total == 0)
      #expect(try shape(nodeCount, []).motifCounts().paths3 == 0)
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func censusAgreesWithAllTriples(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 10, density: Double(seed % 5) + 0.3)
    let has = graph.matrix(.outgoing)
    var expected: [String: Int] = [:]
    for a in 0..<graph.nodeCount {
      for b in (a + 1)..<max(a + 1, graph.nodeCount) {
        for c in (b + 1)..<max(b + 1, graph.nodeCount) { expected[name(has, a, b, c), default: 0] += 1 }
      }
    }
    let census = try graph.triadCensus(execution: Execution(threads: 3))
    for type in TriadType.allCases { #expect(census[type] == expected[type.rawValue] ?? 0, "\(type), seed \(seed)") }
    #expect(census == (try graph.triadCensus()), "seed \(seed)")
  }

  /// The name from the pairs and, where they do not decide, from the degrees.
  private func name(_ has: [[Bool]], _ a: Int, _ b: Int, _ c: Int) -> String {
    let nodes = [a, b, c]
    let pairs = [(a, b), (b, c), (a, c)]
    let mutual = pairs.count { has[$0.0][$0.1] && has[$0.1][$0.0] }
    let none = pairs.count { !has[$0.0][$0.1] && !has[$0.1][$0.0] }
    let digits = "\(mutual)\(3 - mutual - none)\(none)"
    let out = nodes.map { from in nodes.count { $0 != from && has[from][$0] } }
    let into = nodes.map { to in nodes.count { $0 != to && has[$0][to] } }
    switch digits {
    case "021": return digits + (out.contains(2) ? "D" : into.contains(2) ? "U" : "C")
    case "111": return digits + (into.contains(2) ? "D" : "U")
    case "030": return digits + (out.contains(2) ? "T" : "C")
    case "120":
      // The node outside the pair with edges both ways has two edges out, two in, or one each.
      let outside = (0..<3).first { place in
        nodes.allSatisfy { $0 == nodes[place] || !(has[$0][nodes[place]] && has[nodes[place]][$0]) }
      }
      return digits + (outside.map { out[$0] == 2 ? "D" : into[$0] == 2 ? "U" : "C" } ?? "?")
    default: return digits
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func shapesAgreeWithAllSets(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 10, density: Double(seed % 5) + 0.3)
    let counts = try graph.motifCounts(execution: Execution(threads: 3))
    #expect(counts == (try graph.motifCounts()), "seed \(seed)")
    let has = graph.adjacency
    // By the sorted degrees within the set, which tell connected shapes of three and four nodes apart.
    var shapes: [[Int]: Int] = [:]
    for bits in 0..<(1 << graph.nodeCount) where [3, 4].contains(bits.nonzeroBitCount) {
      let set = (0..<graph.nodeCount).filter { bits >> $0 & 1 == 1 }
      shapes[set.map { node in set.count { has[node][$0] } }.sorted(), default: 0] += 1
    }
    #expect(counts.paths3 == shapes[[1, 1, 2]] ?? 0, "seed \(seed)")
    #expect(counts.triangles == shapes[[2, 2, 2]] ?? 0, "seed \(seed)")
    #expect(counts.paths4 == shapes[[1, 1, 2, 2]] ?? 0, "seed \(seed)")
    #expect(counts.stars4 == shapes[[1, 1, 1, 3]] ?? 0, "seed \(seed)")
    #expect(counts.cycles4 == shapes[[2, 2, 2, 2]] ?? 0, "seed \(seed)")
    #expect(counts.paws == shapes[[1, 2, 2, 3]] ?? 0, "seed \(seed)")
    #expect(counts.diamonds == shapes[[2, 2, 3, 3]] ?? 0, "seed \(seed)")
    #expect(counts.cliques4 == shapes[[3, 3, 3, 3]] ?? 0, "seed \(seed)")
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try shape(3, [(0, 1), (1, 2), (2, 0)])
    let census = await cancelled { try graph.triadCensus() }
    #expect(throws: CancellationError.self) { try census.get() }
    let motifs = await cancelled { try graph.motifCounts() }
    #expect(throws: CancellationError.self) { try motifs.get() }
  }
}
