import EntenteGraph
import Testing

@Suite struct ConstrainedPathsTests {
  /// Two ministers of two countries, an alliance of three and a sanction.
  private func makeAlliance() throws -> Snapshot {
    var graph = TypedGraph()
    let people = try ["ana", "bo"].map { try graph.addNode($0, type: "Person") }
    let states = try ["chad", "dane", "east"].map { try graph.addNode($0, type: "Country") }
    try graph.addEdge(from: people[0], to: states[0], type: "MEMBER_OF")
    try graph.addEdge(from: people[1], to: states[2], type: "MEMBER_OF")
    try graph.addEdge(from: states[0], to: states[1], type: "ALLIED_WITH")
    try graph.addEdge(from: states[1], to: states[2], type: "ALLIED_WITH")
    try graph.addEdge(from: states[2], to: states[0], type: "SANCTION")
    return graph.snapshot()
  }

  @Test(arguments: [
    ("MEMBER_OF/ALLIED_WITH*/^MEMBER_OF", ["ana", "chad", "dane", "east", "bo"]),
    ("MEMBER_OF/^SANCTION/^MEMBER_OF", ["ana", "chad", "east", "bo"]),
    ("MEMBER_OF/(ALLIED_WITH*|^SANCTION)/^MEMBER_OF", ["ana", "chad", "east", "bo"]),
    ("MEMBER_OF/~ALLIED_WITH{2,4}/^MEMBER_OF", ["ana", "chad", "dane", "east", "bo"]),
    (". / [Country] / ^. / [ Country ] / ^\"MEMBER_OF\"", ["ana", "chad", "east", "bo"]),
    ("^(MEMBER_OF/SANCTION/^MEMBER_OF)", ["ana", "chad", "east", "bo"]),
    ("(~.)+", ["ana", "chad", "east", "bo"]),
  ])
  func walkMatches(text: String, keys: [String]) throws {
    let snapshot = try makeAlliance()
    let ends = (try #require(snapshot.node(forKey: "ana")), try #require(snapshot.node(forKey: "bo")))
    let expression = try PathExpression(text)
    let path = try snapshot.shortestWalk(from: ends.0, to: ends.1, matching: expression)
    #expect(path?.nodes.map { snapshot.key(of: $0) } == keys)
    let same = try snapshot.topology.shortestWalk(
      from: ends.0, to: ends.1, matching: expression, edgeType: { snapshot.type(of: $0) },
      nodeType: { snapshot.type(of: $0) })
    #expect(same == path)
  }

  @Test(arguments: [
    "MEMBER_OF/ALLIED_WITH/^MEMBER_OF", "MEMBER_OF{3}", "[Country]/(~.)*", "UNHEARD_OF", "ALLIED_WITH?",
  ])
  func nothingMatches(text: String) throws {
    let snapshot = try makeAlliance()
    let ends = (try #require(snapshot.node(forKey: "ana")), try #require(snapshot.node(forKey: "bo")))
    #expect(try snapshot.shortestWalk(from: ends.0, to: ends.1, matching: PathExpression(text)) == nil)
  }

  @Test func stepsAreCountedAlongTheExpression() throws {
    let snapshot = try makeAlliance()
    let ana = try #require(snapshot.node(forKey: "ana"))
    let steps = try snapshot.steps(from: [ana], matching: PathExpression("MEMBER_OF/ALLIED_WITH*"))
    #expect(steps.steps.values == [nil, nil, 1, 2, 3])
    #expect(try snapshot.steps(from: [ana], matching: PathExpression(".?")).steps[ana] == 0)
  }

  @Test(arguments: [
    ("", "path expression, column 1: the name of a type was expected, or '.', '^', '~', '[' or '('"),
    ("A/", "path expression, column 3: the name of a type was expected, or '.', '^', '~', '[' or '('"),
    ("A B", "path expression, column 3: 'B' was not expected; parts are joined by '/' or '|'"),
    ("(A", "path expression, column 3: a ')' is missing"),
    ("[A", "path expression, column 3: a ']' is missing"),
    ("\"A", "path expression, column 3: a '\"' is missing"),
    ("A{2,1}", "path expression, column 7: a repetition of 2 to 1 is empty; put the lower number first"),
    ("A{99}", "path expression, column 5: a number from 0 to 64 was expected"),
    ("A{1", "path expression, column 4: a '}' is missing"),
  ])
  func oddTextIsRefused(text: String, message: String) throws {
    let error = #expect(throws: GraphError.self) { try PathExpression(text) }
    #expect(error?.code == .invalidInput && error?.message == message)
  }

  /// Against all walks of up to six edges, whose types as text match a regular expression.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func agreesWithRegularExpressions(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 5, density: 1.4)
    let types = try RandomTopology.weights(graph, seed: seed, least: 0, greatest: 1)
    func type(_ edge: EdgeID) -> String { types[edge] == 0 ? "a" : "b" }
    let pairs: [(String, Regex<Substring>)] = [
      ("a/b*", /ab*/), ("(a|b/a)+", /(?:a|ba)+/), ("a?/b{1,2}/a*", /a?b{1,2}a*/), ("(a*/b)*", /(?:a*b)*/),
      ("./a{2,}", /.a{2,}/),
    ]
    for start in graph.nodes {
      var walks: [(end: Int, text: String)] = [(start.index, "")]
      var shortest = pairs.map { _ in [Int?](repeating: nil, count: graph.nodeCount) }
      for length in 0...6 {
        for (number, pair) in pairs.enumerated() {
          for walk in walks where shortest[number][walk.end] == nil {
            if try pair.1.wholeMatch(in: walk.text) != nil { shortest[number][walk.end] = length }
          }
        }
        let next = walks.flatMap { walk in
          graph.arcs(.outgoing).filter { $0.source == walk.end }.map {
            (end: $0.target, text: walk.text + type($0.edge))
          }
        }
        walks = Dictionary(next.map { ("\($0.end) \($0.text)", $0) }) { first, _ in first }.values.map { $0 }
      }
      for (number, pair) in pairs.enumerated() {
        let expression = try PathExpression(pair.0)
        let steps = try graph.steps(from: [start], matching: expression, edgeType: type)
        for end in graph.nodes {
          let found = steps[end].flatMap { $0 <= 6 ? $0 : nil }
          #expect(found == shortest[number][end.index], "seed \(seed), \(pair.0)")
          let walk = try graph.shortestWalk(from: start, to: end, matching: expression, edgeType: type)
          #expect(walk?.length == steps[end], "seed \(seed), \(pair.0)")
          if let walk {
            #expect(graph.holds(walk, .outgoing), "seed \(seed)")
            #expect(try pair.1.wholeMatch(in: walk.edges.map(type).joined()) != nil, "seed \(seed), \(pair.0)")
          }
        }
      }
    }
  }
}
