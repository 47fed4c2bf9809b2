import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct SignedTrianglesTests {
  @Test(arguments: 0...3) func oneTriangle(negatives: Int) throws {
    let signs = (0..<3).map { $0 < negatives ? -1 : 1 }
    let example = try SignedExample([(0, 1, signs[0]), (1, 2, signs[1]), (2, 0, signs[2])], nodes: 3)
    let found = try example.graph.signedTriangles(example.signs)
    #expect(
      [found.allPositive, found.oneNegative, found.twoNegative, found.allNegative].firstIndex(of: 1) == negatives)
    #expect(found.count == 1)
    #expect(found.balancedShare == (negatives % 2 == 0 ? 1 : 0))
    #expect(found.weaklyBalancedShare == (negatives == 1 ? 0 : 1))
  }

  @Test func graphWithoutTrianglesHasNoShare() throws {
    let example = try SignedExample([(0, 1, 1), (1, 1, -1)], nodes: 2)
    let found = try example.graph.signedTriangles(example.signs)
    #expect(found.count == 0)
    #expect(found.balancedShare == nil)
    #expect(found.weaklyBalancedShare == nil)
  }

  @Test func pairHasTheSignOfMostOfItsEdges() throws {
    let edges = [(0, 1, 1), (0, 1, -1), (1, 0, -1), (1, 2, 1), (2, 0, 1)]
    let example = try SignedExample(edges, nodes: 3)
    #expect(try example.graph.signedTriangles(example.signs).oneNegative == 1)
    let tied = try SignedExample(edges + [(0, 1, 1)], nodes: 3)
    #expect(try tied.graph.signedTriangles(tied.signs).count == 0)
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func triplesAreCountedOnce(seed: UInt64) throws {
    let example = try SignedExample(seed: seed, density: 4)
    let count = example.graph.nodeCount
    var pairs = Array(repeating: Array(repeating: 0, count: count), count: count)
    for edge in example.graph.edges {
      guard let sign = example.signs[edge] else { continue }
      let (one, two) = (example.graph.source(of: edge).index, example.graph.target(of: edge).index)
      pairs[max(one, two)][min(one, two)] += sign == .positive ? 1 : -1
    }
    var expected = [0, 0, 0, 0]
    for one in 0..<count {
      for two in 0..<one {
        for three in 0..<two {
          let sides = [pairs[one][two], pairs[one][three], pairs[two][three]]
          if !sides.contains(0) { expected[sides.count { $0 < 0 }] += 1 }
        }
      }
    }
    let found = try example.graph.signedTriangles(example.signs)
    let counts = [found.allPositive, found.oneNegative, found.twoNegative, found.allNegative]
    #expect(counts == expected, "seed \(seed)")
  }
}
