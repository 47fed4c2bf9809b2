import EntenteGraph
import Testing

@Suite struct TemporalMotifsTests {
  @Test func oneMotifOfEachKind() throws {
    func counts(_ edges: [(Int, Int)], within duration: Int64 = 2) throws -> TemporalMotifCounts {
      // Edges are numbered by source and target; each starts at its place in the list.
      let graph = try numberedGraph(3, edges)
      var starts: [[Int]: Int64] = [:]
      for (place, edge) in edges.enumerated() { starts[[edge.0, edge.1]] = Int64(place) }
      return try TemporalGraph(graph) { edge in
        Contact(start: starts[[graph.source(of: edge).index, graph.target(of: edge).index]] ?? 0)
      }.temporalMotifs(within: duration)
    }
    let triangle = try counts([(2, 0), (0, 1), (1, 2)])
    #expect(triangle[.bc, .ca] == 1 && triangle.total == 1 && triangle.triangles == 1)
    let star = try counts([(0, 1), (1, 0), (2, 0)])
    #expect(star[.ba, .ca] == 1 && star.total == 1 && star.stars == 1)
    #expect(try counts([(0, 1), (1, 0), (2, 0)], within: 1).total == 0)
    let loop = try counts([(0, 1), (1, 1), (1, 0), (0, 2)], within: 3)
    #expect(loop[.ba, .ac] == 1 && loop.total == 1)
  }

  @Test func durationBelowNothingIsRefused() throws {
    let graph = try TemporalGraph(numberedGraph(2, [(0, 1)])) { _ in Contact(start: 0) }
    let error = #expect(throws: GraphError.self) { try graph.temporalMotifs(within: -1) }
    #expect(error?.code == .invalidArgument)
    #expect(try graph.temporalMotifs(within: 0).total == 0)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func countsAreThoseOfAllChoices(seed: UInt64) throws {
    let graph = try RandomTemporalGraph.make(seed: seed, nodes: seed % 3 == 0 ? 4 : 9, density: 5)
    let unit: Int64 = seed % 3 == 0 ? 1_000_000_000 : 1
    let duration = Int64(seed % 7) * unit
    let edges = graph.edges(startingIn: .min ..< .max).filter { graph.source(of: $0) != graph.target(of: $0) }
    let starts = edges.map { graph.contact(of: $0)?.start ?? 0 }
    let ends = edges.map { [graph.source(of: $0).index, graph.target(of: $0).index] }
    var expected: [[TemporalMotifCounts.Step]: Int] = [:]
    for first in edges.indices {
      for second in edges.indices where second > first {
        for third in edges.indices where third > second && starts[third] - starts[first] <= duration {
          guard Set(ends[first] + ends[second] + ends[third]).count <= 3 else { continue }
          func step(_ contact: [Int]) -> TemporalMotifCounts.Step {
            let names = contact.map { $0 == ends[first][0] ? "a" : $0 == ends[first][1] ? "b" : "c" }
            return TemporalMotifCounts.Step.allCases.first { "\($0)" == names.joined() } ?? .ab
          }
          expected[[step(ends[second]), step(ends[third])], default: 0] += 1
        }
      }
    }
    let counts = try graph.temporalMotifs(within: duration)
    for second in TemporalMotifCounts.Step.allCases {
      for third in TemporalMotifCounts.Step.allCases {
        #expect(counts[second, third] == expected[[second, third]] ?? 0, "seed \(seed), ab \(second) \(third)")
      }
    }
    #expect(
      counts.total == expected.values.reduce(0, +) && counts.total == counts.pairs + counts.stars + counts.triangles)
    #expect(try graph.temporalMotifs(within: duration, execution: Execution(threads: 3)) == counts, "seed \(seed)")
  }

  @Test func cancellationIsHeard() async throws {
    let graph = try TemporalGraph(numberedGraph(2, [(0, 1)])) { _ in Contact(start: 0) }
    await #expect(throws: CancellationError.self) { try await inCancelledTask { try graph.temporalMotifs(within: 1) } }
  }
}
