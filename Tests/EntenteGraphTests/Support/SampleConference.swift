import EntenteGraph

// The graph of the guide. The article "Storage" shows this code; `GuideTests` holds the two together.

extension TypedGraph {
  /// Adds a link between two nodes that are there already.
  mutating func link(
    _ source: String, _ type: String, _ target: String, reports: Int, tone: String? = nil, day: Int? = nil
  ) throws {
    guard let from = node(forKey: source), let to = node(forKey: target) else {
      throw GraphError(.invalidInput, "'\(source)' or '\(target)' is not a node; add it with addNode first")
    }
    let edge = try addEdge(from: from, to: to, type: type, properties: ["reports": .integer(reports)])
    self[edge, "tone"] = tone.map { .string($0) }
    self[edge, "start"] = day.map { .integer($0) }
    self[edge, "end"] = day.map { .integer($0) }
  }
}

enum SampleConference {
  /// Five states at two lakes, their ministers and bodies; days are counted from the opening of a conference.
  static func make() throws -> TypedGraph {
    var graph = TypedGraph()
    for name in ["Aldmark", "Brovia", "Corland", "Dunmoor", "Esmar"] { try graph.addNode(name, type: "State") }
    for name in ["Kass", "Lind", "Orm", "Velt"] { try graph.addNode(name, type: "Minister") }
    for name in ["Border Commission", "Grain Pact", "Lake Council"] { try graph.addNode(name, type: "Body") }

    try graph.link("Velt", "REPRESENTS", "Aldmark", reports: 4, tone: "friendly")
    try graph.link("Kass", "REPRESENTS", "Brovia", reports: 3, tone: "friendly")
    try graph.link("Lind", "REPRESENTS", "Corland", reports: 5, tone: "friendly")
    try graph.link("Orm", "REPRESENTS", "Dunmoor", reports: 3, tone: "friendly")

    try graph.link("Aldmark", "MEMBER_OF", "Lake Council", reports: 2)
    try graph.link("Brovia", "MEMBER_OF", "Lake Council", reports: 2)
    try graph.link("Corland", "MEMBER_OF", "Lake Council", reports: 1)
    try graph.link("Corland", "MEMBER_OF", "Grain Pact", reports: 2)
    try graph.link("Dunmoor", "MEMBER_OF", "Grain Pact", reports: 2)
    try graph.link("Esmar", "MEMBER_OF", "Grain Pact", reports: 1)
    try graph.link("Border Commission", "REPORTS_TO", "Lake Council", reports: 1)

    try graph.link("Aldmark", "ALLIED_WITH", "Brovia", reports: 6, tone: "friendly")
    try graph.link("Dunmoor", "ALLIED_WITH", "Esmar", reports: 4, tone: "friendly")
    try graph.link("Brovia", "SUPPORTS", "Corland", reports: 2, tone: "friendly", day: 8)
    try graph.link("Dunmoor", "THREATENS", "Aldmark", reports: 5, tone: "hostile", day: 7)

    try graph.link("Velt", "MEETS", "Kass", reports: 2, tone: "friendly", day: 1)
    try graph.link("Kass", "MEETS", "Lind", reports: 1, tone: "friendly", day: 3)
    try graph.link("Lind", "MEETS", "Orm", reports: 3, tone: "friendly", day: 4)
    try graph.link("Velt", "MEETS", "Lind", reports: 2, tone: "friendly", day: 6)
    try graph.link("Velt", "MEETS", "Kass", reports: 1, tone: "friendly", day: 10)
    try graph.link("Velt", "CRITICIZES", "Orm", reports: 2, tone: "hostile", day: 2)
    try graph.link("Kass", "CRITICIZES", "Orm", reports: 1, tone: "hostile", day: 5)
    return graph
  }
}

extension Snapshot {
  /// The node of a name.
  func named(_ name: String) throws -> NodeID {
    guard let node = node(forKey: name) else { throw GraphError(.invalidInput, "no node is called '\(name)'") }
    return node
  }

  /// The names of nodes.
  func names(_ nodes: some Sequence<NodeID>) -> [String] { nodes.map { key(of: $0) } }

  /// The names of edges.
  func names(_ edges: some Sequence<EdgeID>) -> [String] { edges.map { key(of: $0) } }
}
