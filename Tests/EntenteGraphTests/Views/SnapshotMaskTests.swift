import EntenteGraph
import Testing

@Suite struct SnapshotMaskTests {
  private let snapshot: Snapshot

  init() throws {
    var graph = TypedGraph()
    let a = try graph.addNode("a", type: "Person", properties: ["age": 40])
    let b = try graph.addNode("b", type: "State")
    func add(_ key: String, _ type: String, _ properties: [String: PropertyValue]) throws {
      try graph.addEdge(from: a, to: b, type: type, key: key, properties: properties)
    }
    try add("1", "LEADS", ["confidence": 0.9, "start": "2014-01-01", "end": "2016-12-31", "status": "ended"])
    try add("2", "LEADS", ["confidence": 1, "start": "2017-01-01"])
    try add("3", "VISITS", ["confidence": 0.2, "end": "2015-06-30", "status": "ended"])
    try add("4", "VISITS", ["confidence": "high"])
    try add("5", "WARNS", ["start": 7, "end": 9])
    snapshot = graph.snapshot()
  }

  private func keys(_ mask: EdgeMask) -> String { mask.elements.map { snapshot.key(of: $0) }.joined() }

  @Test func typesChoose() {
    #expect(keys(snapshot.edges(ofTypes: ["VISITS", "WARNS", "UNKNOWN"])) == "345")
    #expect(keys(snapshot.edges(ofTypes: [])) == "")
    #expect(snapshot.nodes(ofTypes: ["State"]).elements.map { snapshot.key(of: $0) } == ["b"])
  }

  @Test func minimumTakesWholeAndOtherNumbersOnly() {
    #expect(keys(snapshot.edges(withAtLeast: 0.9, of: "confidence")) == "12")
    #expect(keys(snapshot.edges(withAtLeast: 0, of: "unknown")) == "")
  }

  @Test func equalityTakesTheSameKind() {
    #expect(keys(snapshot.edges(where: "status", equals: "ended")) == "13")
    #expect(keys(snapshot.edges(where: "confidence", equals: 1)) == "2")
    #expect(keys(snapshot.edges(where: "confidence", equals: 1.0)) == "")
    #expect(snapshot.nodes(where: "age") { ($0.integerValue ?? 0) > 30 }.count == 1)
  }

  @Test func intervalsHoldAtBothEnds() {
    #expect(keys(snapshot.edges(asOf: "2016-12-31")) == "14")
    #expect(keys(snapshot.edges(asOf: "2017-01-01")) == "24")
    #expect(keys(snapshot.edges(during: "2015-06-30"..."2017-01-01")) == "1234")
    #expect(keys(snapshot.edges(asOf: 9)) == "45")
    #expect(keys(snapshot.edges(asOf: 9.5)) == "4")
    #expect(keys(snapshot.edges(asOf: 9, IntervalProperties(start: "from", end: "to"))) == "12345")
  }
}
