import EntenteGraph
import Synchronization

/// A loaded graph and the choices that every timed program shares.
struct Workload: Sendable {
  var graph: Topology
  var direction: Direction
  var execution: Execution
  /// Weights from the file, or made from the ends of the edges when first asked for.
  var weights: EdgeWeights { madeWeights.value { fileWeights ?? Self.weights(of: graph) } }
  private let fileWeights: EdgeWeights?
  private let madeWeights = MadeWeights()
  /// The node of the highest degree, of equals the lowest.
  var source: NodeID?
  /// The node of the second highest degree.
  var target: NodeID?

  init(graph: Topology, fileWeights: EdgeWeights?, isDirected: Bool, execution: Execution) {
    self.graph = graph
    direction = isDirected ? .outgoing : .both
    self.execution = execution
    self.fileWeights = fileWeights
    let order = graph.degrees(.both).ranked(limit: 2)
    source = order.first
    target = order.dropFirst().first
  }

  var isDirected: Bool { direction == .outgoing }

  /// `count` nodes, evenly spaced by number.
  func spaced(_ count: Int) -> [NodeID] {
    guard graph.nodeCount > 0 else { return [] }
    return (0..<count).map { NodeID(rawValue: UInt32($0 * graph.nodeCount / count)) }
  }

  /// The lowest node at the most steps from the source.
  func farthest() throws -> NodeID? {
    guard let source else { return nil }
    let steps = try graph.steps(from: [source], direction: direction)
    return graph.nodes.max { left, right in
      let (near, far) = (steps[left] ?? -1, steps[right] ?? -1)
      return near != far ? near < far : left > right
    }
  }

  /// Rows in both directions, as loading leaves them.
  func prepareBothWays() {
    graph.prepare(isDirected ? .incoming : .both)
  }

  private static func weights(of graph: Topology) -> EdgeWeights {
    do {
      return try EdgeWeights(graph) { weight(graph.source(of: $0), graph.target(of: $0)) }
    } catch {
      preconditionFailure("whole numbers from 1 to 100 are weights, yet \(error)")
    }
  }

  /// From 1 to 100, the same for both directions of an edge: SplitMix64's finaliser over the ends.
  static func weight(_ source: NodeID, _ target: NodeID) -> Double {
    let ends = UInt64(min(source, target).rawValue) << 32 | UInt64(max(source, target).rawValue)
    return Double(SplitMix64.mixed(ends &+ SplitMix64.increment) % 100 + 1)
  }
}

/// Weights that are made once.
private final class MadeWeights: Sendable {
  private let made = Mutex<EdgeWeights?>(nil)

  func value(_ make: () -> EdgeWeights) -> EdgeWeights {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}
