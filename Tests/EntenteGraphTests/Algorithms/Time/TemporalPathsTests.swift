import EntenteGraph
import Testing

@Suite struct TemporalPathsTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }

  /// From 0: at 1 to 1; at 2 directly to 2, slowly; at 5 from 1 to 2; at 9 once more from 0 to 1; at 10 on to 2.
  private func sample() throws -> TemporalGraph {
    let graph = try numberedGraph(4, [(0, 1), (0, 1), (0, 2), (1, 2), (1, 2)])
    let contacts = [
      Contact(start: 1), Contact(start: 9), Contact(start: 2, duration: 7), Contact(start: 5), Contact(start: 10),
    ]
    return try TemporalGraph(graph) { contacts[$0.index] }
  }

  @Test func eachMeasureHasItsWay() throws {
    let graph = try sample()
    let earliest = graph.earliestArrivals(from: node(0))
    #expect(earliest[node(2)] == 6 && earliest[node(0)] == 1 && earliest[node(3)] == nil)
    #expect(earliest.reachedCount == 3)
    let way = try #require(earliest.path(node(2)))
    #expect(way.path.edges.map(\.index) == [0, 3] && way.path.nodes.map(\.index) == [0, 1, 2])
    #expect(way.departure == 1 && way.arrival == 6 && way.duration == 5)
    let fastest = graph.fastestPaths(from: node(0))
    #expect(fastest[node(2)] == 2)
    #expect(fastest.path(node(2))?.path.edges.map(\.index) == [1, 4])
    let fewest = graph.fewestSteps(from: node(0))
    #expect(fewest[node(2)] == 1)
    #expect(fewest.path(node(2))?.path.edges.map(\.index) == [2])
    let shortest = graph.shortestPaths(from: node(0))
    #expect(shortest[node(2)] == 2)
    #expect(shortest.path(node(2))?.path.edges.map(\.index) == [0, 3])
    let latest = graph.latestDepartures(to: node(2))
    #expect(latest[node(0)] == 9 && latest[node(1)] == 10 && latest[node(2)] == 11)
    #expect(latest.path(node(0))?.path.nodes.map(\.index) == [0, 1, 2])
    #expect(latest.path(node(3)) == nil)
  }

  @Test func windowBoundsBothEnds() throws {
    let graph = try sample()
    #expect(graph.earliestArrivals(from: node(0), in: 2...8)[node(1)] == nil)
    #expect(graph.earliestArrivals(from: node(0), in: 2...9)[node(2)] == 9)
    #expect(graph.earliestArrivals(from: node(0), in: 40...50).measures.values == [40, nil, nil, nil])
    #expect(graph.latestDepartures(to: node(2), in: 1...6)[node(0)] == 1)
    #expect(graph.fewestSteps(from: node(0), in: 40...50).measures.values == [0, nil, nil, nil])
    #expect(graph.reachable(from: node(0), in: 5...20).elements.map(\.index) == [0, 1, 2])
  }

  @Test func restIsAWayWithoutEdges() throws {
    let graph = try sample()
    for paths in [
      graph.earliestArrivals(from: node(3)), graph.fastestPaths(from: node(3)), graph.fewestSteps(from: node(3)),
      graph.shortestPaths(from: node(3)),
    ] {
      let way = try #require(paths.path(node(3)))
      #expect(way.path.nodes == [node(3)] && way.path.edges.isEmpty && way.duration == 0)
      #expect(paths.reached.elements == [node(3)])
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func measuresAreTheBestOfAllWays(seed: UInt64) throws {
    let graph = try RandomTemporalGraph.make(seed: seed, nodes: 7, density: 2, isUniform: seed % 4 == 0)
    let direction = Direction.allCases[Int(seed / 4) % 3]
    let window = RandomTemporalGraph.window(graph, seed: seed)
    let oracle = TemporalOracle(graph, direction, in: window)
    let begin = (window ?? graph.span)?.lowerBound ?? 0
    let finish = (window ?? graph.span)?.upperBound ?? 0
    var latest = graph.nodes.map { target in graph.nodes.map { $0 == target ? finish : Int64.min } }
    for source in graph.nodes {
      var expected = graph.nodes.map {
        [$0 == source ? begin : .max] + [Int64](repeating: $0 == source ? 0 : .max, count: 3)
      }
      oracle.forEachWay(from: source) { way in
        guard let first = way.first, let last = way.last, last.to != source else { return }
        let target = last.to.index
        latest[target][source.index] = max(latest[target][source.index], first.start)
        let underway = way.reduce(0) { $0 + $1.end - $1.start }
        for (place, value) in [last.end, last.end - first.start, Int64(way.count), underway].enumerated() {
          expected[target][place] = min(expected[target][place], value)
        }
      }
      let found = [
        graph.earliestArrivals(from: source, in: window, direction: direction),
        graph.fastestPaths(from: source, in: window, direction: direction),
        graph.fewestSteps(from: source, in: window, direction: direction),
        graph.shortestPaths(from: source, in: window, direction: direction),
      ]
      for node in graph.nodes {
        #expect(found.map { $0[node] ?? .max } == expected[node.index], "seed \(seed), from \(source) to \(node)")
        for (place, paths) in found.enumerated() {
          guard paths[node] != nil else { continue }
          let way = try #require(paths.path(node))
          #expect(way.path.nodes.first == source && way.path.nodes.last == node, "seed \(seed)")
          let measure = try followed(way, graph, oracle)
          if node != source { #expect(measure[place] == paths[node], "seed \(seed), measure \(place)") }
        }
      }
    }
    for target in graph.nodes {
      let found = graph.latestDepartures(to: target, in: window, direction: direction)
      #expect(found.measures.values.map { $0 ?? .min } == latest[target.index], "seed \(seed), to \(target)")
      for node in graph.nodes where found[node] != nil && node != target {
        let way = try #require(found.path(node))
        #expect(way.path.nodes.first == node && way.path.nodes.last == target && way.departure == found[node])
        _ = try followed(way, graph, oracle)
      }
    }
  }

  /// Checks that a way is one, and gives its arrival, duration, number of contacts and time under way.
  private func followed(_ way: TemporalPath, _ graph: TemporalGraph, _ oracle: TemporalOracle) throws -> [Int64] {
    var now = way.departure
    var underway: Int64 = 0
    for (place, edge) in way.path.edges.enumerated() {
      let move = try #require(
        oracle.moves.first { $0.edge == edge && $0.from == way.path.nodes[place] && $0.to == way.path.nodes[place + 1] }
      )
      #expect(move.start >= now && (place > 0 || move.start == way.departure))
      now = move.end
      underway += move.end - move.start
    }
    #expect(now == way.arrival)
    return [way.arrival, way.duration, Int64(way.path.length), underway]
  }
}
