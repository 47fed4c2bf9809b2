import EntenteGraph
import Testing

@Suite struct TemporalGraphTests {
  @Test func contactsAreWhatWasGiven() throws {
    let graph = try numberedGraph(3, [(0, 1), (0, 1), (1, 2), (2, 0)])
    let contacts: [Contact?] = [
      Contact(start: 5), nil, Contact(start: -7, duration: 20), Contact(start: 5, duration: 2),
    ]
    let temporal = try TemporalGraph(graph) { contacts[$0.index] }
    #expect(temporal.edges.map { temporal.contact(of: $0) } == contacts)
    #expect(temporal.contactCount == 3 && temporal.edgeCount == 4)
    #expect(temporal.span == -7...13)
    #expect(temporal.edges(startingIn: -7..<6).map(\.index) == [2, 0, 3])
    #expect(temporal.edges(startingIn: -6..<5).isEmpty)
    #expect(temporal.mask(startingIn: 5..<6).elements.map(\.index) == [0, 3])
    #expect(temporal.contactCount(startingIn: .min ..< .max) == 3)
  }

  @Test func emptyGraphHasNoSpan() throws {
    let temporal = try TemporalGraph(try numberedGraph(0, [])) { _ in Contact(start: 0) }
    #expect(temporal.span == nil && temporal.contactCount == 0)
    #expect(temporal.edges(startingIn: 0..<10).isEmpty)
  }

  @Test(arguments: [0, -3] as [Int64]) func contactsTakeTime(duration: Int64) throws {
    let graph = try numberedGraph(2, [(0, 1)])
    let error = #expect(throws: GraphError.self) {
      try TemporalGraph(graph) { _ in Contact(start: 1, duration: duration) }
    }
    #expect(error?.message == "edge 0 takes \(duration) ticks, and a contact takes at least 1; use a finer unit")
  }

  @Test func spanBeyondSixtyFourBitsIsRefused() throws {
    let graph = try numberedGraph(2, [(0, 1), (1, 0)])
    let late = #expect(throws: GraphError.self) { try TemporalGraph(graph) { _ in Contact(start: .max) } }
    #expect(late?.code == .tooLarge)
    let wide = #expect(throws: GraphError.self) {
      try TemporalGraph(graph) { Contact(start: $0.index == 0 ? .min : .max - 1) }
    }
    #expect(wide?.code == .tooLarge)
  }

  @Test func sparseTicksAreKept() throws {
    let graph = try numberedGraph(2, [(0, 1), (0, 1), (1, 0)])
    let starts: [Int64] = [1 << 50, -(1 << 50), 1 << 50]
    let temporal = try TemporalGraph(graph) { Contact(start: starts[$0.index], duration: 1 << 40) }
    #expect(temporal.edges.map { temporal.contact(of: $0)?.start } == starts)
    #expect(temporal.edges(startingIn: 0 ..< .max).map(\.index) == [0, 2])
  }

  @Test func linesBecomeContacts() throws {
    let text = "# contacts\n2\t7\t0\t-5\r\n\n0 1 2 3 4\n0,1,2,1\n"
    let list = try TemporalEdgeList(text, duration: 2)
    #expect(list.graph.nodeCount == 3)
    #expect(list.graph.edges.map { list.graph.source(of: $0).index } == [0, 0, 2])
    #expect(
      list.graph.edges.map { list.graph.contact(of: $0) } == [
        Contact(start: 3, duration: 4), Contact(start: 1, duration: 2), Contact(start: -5, duration: 2),
      ])
    #expect(list.graph.edges.map { list.relation(of: $0) } == [1, 1, 7])
    #expect(list.edges(ofRelation: 7).elements.map(\.index) == [2])
    #expect(try TemporalEdgeList("").graph.nodeCount == 0)
  }

  @Test(arguments: ["1 2 3", "1 2 x 4", "1 2 3 4 0", "1 2 3 -", "1 2 3 4 x"])
  func linesThatAreNoContactsAreSaid(line: String) {
    let error = #expect(throws: GraphError.self) { try TemporalEdgeList("0 0 1 1\n\(line)\n", name: "file") }
    #expect(
      error?.message
        == "file:2: a line is source<TAB>relation<TAB>target<TAB>time[<TAB>duration] in whole numbers, with a duration of "
        + "at least 1")
  }
}
