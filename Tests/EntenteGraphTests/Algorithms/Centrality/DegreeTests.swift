import EntenteGraph
import Testing

@Suite struct DegreeTests {
  @Test func edgesCountAtBothEndsAndLoopsTwice() throws {
    let snapshot = try makeGraph([("a", "b"), ("a", "b"), ("b", "b")], alone: ["c"]).snapshot()
    #expect(snapshot.degrees(.outgoing).values == [2, 1, 0])
    #expect(snapshot.degrees(.incoming).values == [0, 3, 0])
    #expect(snapshot.degrees().values == [2, 4, 0])
    #expect(snapshot.degree(of: NodeID(rawValue: 1), .outgoing) == 1)
  }

  @Test func emptyGraphHasNoDegrees() { #expect(TypedGraph().snapshot().degrees().isEmpty) }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func degreesAddUpToTheEdges(seed: UInt64) throws {
    let snapshot = try RandomGraph.make(seed: seed).snapshot()
    #expect(snapshot.degrees(.outgoing).reduce(0, +) == snapshot.edgeCount, "seed \(seed)")
    #expect(snapshot.degrees(.incoming).reduce(0, +) == snapshot.edgeCount, "seed \(seed)")
    #expect(snapshot.degrees(.both).reduce(0, +) == 2 * snapshot.edgeCount, "seed \(seed)")
  }
}
