import EntenteGraph
import EntenteTestSupport

/// Random contacts, few moments for many ties, some edges without a contact.
enum RandomTemporalGraph {
  static func make(seed: UInt64, nodes: Int = 8, density: Double = 3, isUniform: Bool = false) throws -> TemporalGraph {
    let graph = try RandomTopology.make(seed: seed, nodes: nodes, density: density)
    var random = SeededGenerator(seed: seed &+ 1)
    let spread: Int64 = seed % 3 == 0 ? 1_000_000_000 : 1
    return try TemporalGraph(graph) { _ in
      if seed % 5 == 1, Int.random(in: 0..<4, using: &random) == 0 { return nil }
      return Contact(
        start: Int64.random(in: -3...9, using: &random) * spread,
        duration: isUniform ? spread : Int64.random(in: 1...4, using: &random) * spread)
    }
  }

  /// A window that leaves some contacts out, or none.
  static func window(_ graph: TemporalGraph, seed: UInt64) -> ClosedRange<Int64>? {
    guard seed % 2 == 0, let span = graph.span else { return nil }
    let quarter = (span.upperBound - span.lowerBound) / 4
    return span.lowerBound + quarter...span.upperBound - quarter / 2
  }
}

/// Every way through a temporal graph, found one contact at a time.
struct TemporalOracle {
  struct Move {
    var edge: EdgeID
    var from: NodeID
    var to: NodeID
    var start: Int64
    var end: Int64
  }

  let moves: [Move]

  init(_ graph: TemporalGraph, _ direction: Direction, in window: ClosedRange<Int64>?) {
    var moves: [Move] = []
    for edge in graph.edges {
      guard let contact = graph.contact(of: edge) else { continue }
      let end = contact.start + contact.duration
      if let window, contact.start < window.lowerBound || end > window.upperBound { continue }
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      if direction != .incoming {
        moves.append(Move(edge: edge, from: source, to: target, start: contact.start, end: end))
      }
      if direction != .outgoing {
        moves.append(Move(edge: edge, from: target, to: source, start: contact.start, end: end))
      }
    }
    self.moves = moves
  }

  /// Calls `body` with every sequence of moves from a node of which each starts at the end of the one before or later.
  func forEachWay(from node: NodeID, limit: Int = .max, _ body: ([Move]) -> Void) {
    var way: [Move] = []
    func extend() {
      body(way)
      guard way.count < limit else { return }
      for move in moves where move.from == way.last?.to ?? node && move.start >= way.last?.end ?? .min {
        way.append(move)
        extend()
        way.removeLast()
      }
    }
    extend()
  }
}
