import EntenteGraph
import Testing

extension Topology {
  /// The ways that edges can be followed, one by one; each self-loop once.
  func arcs(_ direction: Direction) -> [(source: Int, target: Int, edge: EdgeID)] {
    edges.flatMap { edge -> [(source: Int, target: Int, edge: EdgeID)] in
      let (source, target) = (source(of: edge).index, target(of: edge).index)
      let there = (source: source, target: target, edge: edge)
      let back = (source: target, target: source, edge: edge)
      switch direction {
      case .outgoing: return [there]
      case .incoming: return [back]
      case .both: return source == target ? [there] : [there, back]
      }
    }
  }

  /// All distances, by relaxing each edge once for each node.
  func obviousDistances(_ direction: Direction, _ weight: (EdgeID) -> Double) -> [[Double]] {
    let arcs = arcs(direction)
    return (0..<nodeCount).map { start in
      var distances = Array(repeating: Double.infinity, count: nodeCount)
      distances[start] = 0
      for _ in 0..<nodeCount {
        for arc in arcs {
          distances[arc.target] = min(distances[arc.target], distances[arc.source] + weight(arc.edge))
        }
      }
      return distances
    }
  }

  /// Every way between two nodes that meets no node twice, in the order of nodes and then of edges, by trying all.
  func obviousSimplePaths(_ start: Int, _ end: Int, _ direction: Direction, atMost length: Int = .max) -> [Path] {
    let arcs = arcs(direction).sorted { ($0.target, $0.edge) < ($1.target, $1.edge) }
    var found: [Path] = []
    func extend(_ nodes: [Int], _ edges: [EdgeID]) {
      if nodes.last == end {
        found.append(Path(nodes: nodes.map { NodeID(rawValue: UInt32($0)) }, edges: edges))
        return
      }
      guard edges.count < length else { return }
      for arc in arcs where arc.source == nodes.last && !nodes.contains(arc.target) {
        extend(nodes + [arc.target], edges + [arc.edge])
      }
    }
    extend([start], [])
    return found
  }

  /// Whether a path's edges join its nodes in order.
  func holds(_ path: Path, _ direction: Direction) -> Bool {
    let arcs = arcs(direction)
    return zip(zip(path.nodes, path.nodes.dropFirst()), path.edges).allSatisfy { ends, edge in
      arcs.contains { $0.source == ends.0.index && $0.target == ends.1.index && $0.edge == edge }
    }
  }
}

/// A node by its number.
func node(_ number: Int) -> NodeID { NodeID(rawValue: UInt32(number)) }

/// An edge by its number.
func edge(_ number: Int) -> EdgeID { EdgeID(rawValue: UInt32(number)) }

/// A graph of numbered nodes.
func topology(_ nodeCount: Int, _ edges: [(source: Int, target: Int)]) throws -> Topology {
  try Topology(nodeCount: nodeCount, edges: edges)
}

/// Expects work to stop inside a task that is cancelled.
func expectCancelled(
  _ work: @escaping @Sendable () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) async {
  let task = Task {
    unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
    try work()
  }
  await #expect(throws: CancellationError.self, sourceLocation: sourceLocation) { try await task.value }
}
