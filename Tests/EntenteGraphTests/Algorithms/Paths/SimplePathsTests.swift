import EntenteGraph
import Testing

@Suite struct SimplePathsTests {
  @Test func lengthIsBounded() throws {
    let graph = try topology(4, [(0, 1), (1, 2), (2, 3), (0, 3), (3, 3)])
    #expect(try Array(graph.simplePaths(from: node(0), to: node(3), maximumLength: 2)).map(\.length) == [1])
    #expect(try Array(graph.simplePaths(from: node(0), to: node(3), maximumLength: 3)).map(\.length) == [3, 1])
    #expect(try Array(graph.simplePaths(from: node(0), to: node(3), maximumLength: 0)).isEmpty)
    #expect(try graph.simplePaths(from: node(0), to: node(0), maximumLength: 0).count() == 1)
  }

  @Test func lengthBelowZeroIsRefused() throws {
    let graph = try topology(1, [])
    let error = #expect(throws: GraphError.self) {
      try graph.simplePaths(from: node(0), to: node(0), maximumLength: -1)
    }
    #expect(error?.message == "the greatest length is -1, and it is a number from 0 up")
  }

  @Test(arguments: 0..<120 as Range<UInt64>, Direction.allCases)
  func agreesWithTryingAllWays(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 8)
    for start in graph.nodes.prefix(3) {
      for end in graph.nodes.suffix(3) {
        for length in [0, 1, 2, 3, 5, .max] {
          let paths = try graph.simplePaths(from: start, to: end, maximumLength: length, direction: direction)
          let obvious = graph.obviousSimplePaths(start.index, end.index, direction, atMost: length)
          #expect(Array(paths) == obvious, "seed \(seed)")
          #expect(try paths.count() == obvious.count, "seed \(seed)")
        }
      }
    }
  }
}
