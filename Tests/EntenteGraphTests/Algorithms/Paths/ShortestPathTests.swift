import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct ShortestPathTests {
  private func keys(_ path: Path?, _ snapshot: Snapshot) -> [String]? { path?.nodes.map { snapshot.key(of: $0) } }

  private func path(
    _ snapshot: Snapshot, _ start: String, _ end: String, _ direction: Direction = .outgoing,
    where isOpen: (EdgeID) -> Bool = { _ in true }
  ) throws -> [String]? {
    let ends = (try #require(snapshot.node(forKey: start)), try #require(snapshot.node(forKey: end)))
    return keys(snapshot.shortestPath(from: ends.0, to: ends.1, direction: direction, where: isOpen), snapshot)
  }

  @Test func shortcutIsTaken() throws {
    let snapshot = try makeGraph([("a", "b"), ("b", "c"), ("c", "d"), ("a", "e"), ("e", "d")]).snapshot()
    #expect(try path(snapshot, "a", "d") == ["a", "e", "d"])
  }

  @Test func directionDecidesWhichWayEdgesLead() throws {
    let snapshot = try makeGraph([("a", "b"), ("c", "b")]).snapshot()
    #expect(try path(snapshot, "a", "c") == nil)
    #expect(try path(snapshot, "b", "a") == nil)
    #expect(try path(snapshot, "b", "a", .incoming) == ["b", "a"])
    #expect(try path(snapshot, "a", "c", .both) == ["a", "b", "c"])
  }

  @Test func nodeReachesItselfWithoutAStep() throws {
    let snapshot = try makeGraph([("a", "a"), ("a", "b")]).snapshot()
    #expect(try path(snapshot, "a", "a") == ["a"])
  }

  @Test func nodesApartHaveNoPath() throws {
    let snapshot = try makeGraph([("a", "b")], alone: ["c"]).snapshot()
    #expect(try path(snapshot, "a", "c", .both) == nil)
  }

  @Test func closedEdgesAreNotTaken() throws {
    let snapshot = try makeGraph([("a", "b"), ("b", "c"), ("a", "c")]).snapshot()
    let direct = try #require(snapshot.edges.first { snapshot.key(of: $0) == "a Edge c" })
    #expect(try path(snapshot, "a", "c", where: { $0 != direct }) == ["a", "b", "c"])
  }

  @Test func lowestEdgeIsTakenOfParallelOnes() throws {
    let snapshot = try makeGraph([("b", "a"), ("a", "b"), ("a", "b")]).snapshot()
    let ends = (try #require(snapshot.node(forKey: "a")), try #require(snapshot.node(forKey: "b")))
    let path = try #require(snapshot.shortestPath(from: ends.1, to: ends.0, direction: .both))
    #expect(path.edges == [EdgeID(rawValue: 0)] && path.length == 1)
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func agreesWithAllPairsDistances(seed: UInt64, direction: Direction) throws {
    var random = SeededGenerator(seed: seed)
    let snapshot = try RandomGraph.make(seed: seed).snapshot()
    let closed = Set(snapshot.edges.filter { _ in Int.random(in: 0..<5, using: &random) == 0 })
    let oracle = PathOracle(snapshot, direction, closed)
    for start in snapshot.nodes {
      for end in snapshot.nodes {
        let path = snapshot.shortestPath(from: start, to: end, direction: direction) { !closed.contains($0) }
        #expect(path == oracle.path(from: start, to: end), "seed \(seed)")
      }
    }
  }
}

/// All distances by R. W. Floyd's triple loop, and the least path by trying each next node in turn.
private struct PathOracle {
  private let snapshot: Snapshot
  private var steps: [[EdgeID?]]
  private var distances: [[Int]]

  init(_ snapshot: Snapshot, _ direction: Direction, _ closed: Set<EdgeID>) {
    self.snapshot = snapshot
    let count = snapshot.nodeCount
    steps = Array(repeating: Array(repeating: nil, count: count), count: count)
    distances = Array(repeating: Array(repeating: 1_000_000, count: count), count: count)
    for edge in snapshot.edges where !closed.contains(edge) {
      let ends = (snapshot.source(of: edge).index, snapshot.target(of: edge).index)
      if direction != .incoming, steps[ends.0][ends.1] == nil { steps[ends.0][ends.1] = edge }
      if direction != .outgoing, steps[ends.1][ends.0] == nil { steps[ends.1][ends.0] = edge }
    }
    for from in 0..<count {
      for to in 0..<count where steps[from][to] != nil { distances[from][to] = 1 }
      distances[from][from] = 0
    }
    for middle in 0..<count {
      for from in 0..<count {
        for to in 0..<count {
          distances[from][to] = min(distances[from][to], distances[from][middle] + distances[middle][to])
        }
      }
    }
  }

  func path(from start: NodeID, to end: NodeID) -> Path? {
    guard distances[start.index][end.index] < 1_000_000 else { return nil }
    var path = Path(nodes: [start], edges: [])
    var node = start.index
    while node != end.index {
      let next = snapshot.nodes.first { next in
        steps[node][next.index] != nil && distances[next.index][end.index] == distances[node][end.index] - 1
      }
      guard let next, let edge = steps[node][next.index] else { return nil }
      path.nodes.append(next)
      path.edges.append(edge)
      node = next.index
    }
    return path
  }
}
