import EntenteGraph
import EntenteTestSupport

/// Small graphs full of loops, parallel edges, missing properties and nodes that stand alone.
enum RandomGraph {
  static func make(seed: UInt64, nodes: Int = 12, edges: Int = 30) throws -> TypedGraph {
    var random = SeededGenerator(seed: seed)
    var graph = TypedGraph()
    let nodeCount = Int.random(in: 1...nodes, using: &random)
    let keys = (0..<nodes).map { "n\($0)" }.shuffled(using: &random).prefix(nodeCount)
    let ids = try keys.map { key in
      try graph.addNode(key, type: ["A", "B"].randomElement(using: &random) ?? "A", properties: properties(&random))
    }
    for _ in 0..<Int.random(in: 0...edges, using: &random) {
      let source = ids[Int.random(in: 0..<ids.count, using: &random)]
      let target = ids[Int.random(in: 0..<ids.count, using: &random)]
      let key = "e\(Int.random(in: 0..<(2 * edges), using: &random))"
      guard graph.edge(forKey: key) == nil else { continue }
      try graph.addEdge(
        from: source, to: target, type: ["X", "Y", "Z"].randomElement(using: &random) ?? "X", key: key,
        properties: properties(&random))
    }
    return graph
  }

  private static func properties(_ random: inout SeededGenerator) -> [String: PropertyValue] {
    let choices: [PropertyValue] = [
      "text", "other", 1, 2, 0.5, .double(-0.0), .double(.nan), true, ["b", "a"], ["a", "b"], ["c"], [],
    ]
    var properties: [String: PropertyValue] = [:]
    for name in ["p", "q", "r"] where Bool.random(using: &random) {
      properties[name] = choices[Int.random(in: 0..<choices.count, using: &random)]
    }
    return properties
  }

  /// The same graph, put together in another order.
  static func rebuilt(_ graph: TypedGraph, seed: UInt64) throws -> TypedGraph {
    var random = SeededGenerator(seed: seed)
    var copy = TypedGraph()
    for node in Array(graph.nodes).shuffled(using: &random) {
      try copy.addNode(graph.key(of: node), type: graph.type(of: node), properties: graph.properties(of: node))
    }
    for edge in Array(graph.edges).shuffled(using: &random) {
      let source = copy.node(forKey: graph.key(of: graph.source(of: edge)))
      let target = copy.node(forKey: graph.key(of: graph.target(of: edge)))
      guard let source, let target else { continue }
      try copy.addEdge(
        from: source, to: target, type: graph.type(of: edge), key: graph.key(of: edge),
        properties: graph.properties(of: edge))
    }
    return copy
  }
}

/// A graph of edges between nodes that are named by their keys.
func makeGraph(_ edges: [(String, String)], alone: [String] = []) throws -> TypedGraph {
  var graph = TypedGraph()
  for key in Set(edges.flatMap { [$0.0, $0.1] } + alone).sorted() { try graph.addNode(key, type: "Node") }
  for (source, target) in edges {
    guard let from = graph.node(forKey: source), let to = graph.node(forKey: target) else { continue }
    try graph.addEdge(from: from, to: to, type: "Edge")
  }
  return graph
}
