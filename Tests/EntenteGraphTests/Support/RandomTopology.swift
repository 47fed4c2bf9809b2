import EntenteGraph
import EntenteTestSupport

/// Random shapes for laws and oracles: sparse, dense, with self-loops, parallel edges and nodes that stand alone.
enum RandomTopology {
  /// A graph of at most `nodes` nodes; the empty graph and the single node are among them.
  static func make(
    seed: UInt64, nodes: Int = 12, density: Double = 2, allowsLoops: Bool = true
  ) throws -> Topology {
    var random = SeededGenerator(seed: seed)
    let nodeCount = seed % 16 == 0 ? Int(seed / 16 % 2) : Int.random(in: 1...nodes, using: &random)
    guard nodeCount > 0 else { return try Topology(nodeCount: 0, edges: []) }
    let edgeCount = Int.random(in: 0...Int(Double(nodeCount) * density), using: &random)
    let edges = (0..<edgeCount).map { _ in
      (source: Int.random(in: 0..<nodeCount, using: &random), target: Int.random(in: 0..<nodeCount, using: &random))
    }
    return try Topology(nodeCount: nodeCount, edges: edges.filter { allowsLoops || $0.source != $0.target })
  }

  /// Whole weights from 0 (or `least`) to `greatest`.
  static func weights(_ graph: Topology, seed: UInt64, least: Int = 0, greatest: Int = 9) throws -> EdgeWeights {
    var random = SeededGenerator(seed: seed)
    return try EdgeWeights(graph) { _ in Double(Int.random(in: least...greatest, using: &random)) }
  }
}
