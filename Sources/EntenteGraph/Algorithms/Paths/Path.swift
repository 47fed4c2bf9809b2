/// A way through a graph.
public struct Path: Hashable, Sendable {
  /// The nodes from start to end, both included.
  public var nodes: [NodeID]
  /// The edge of each step, one fewer than there are nodes.
  public var edges: [EdgeID]

  /// A way of these parts.
  ///
  /// - Precondition: there is one node more than there are edges.
  public init(nodes: [NodeID], edges: [EdgeID]) {
    precondition(nodes.count == edges.count + 1, "a path has one node more than edges")
    self.nodes = nodes
    self.edges = edges
  }

  /// The number of steps.
  public var length: Int { edges.count }
}

/// A way through a graph with what the weights of its edges come to.
public struct WeightedPath: Hashable, Sendable {
  /// The nodes and edges.
  public var path: Path
  /// The sum of its weights, from start to end, or what else the algorithm that gave it says.
  public var weight: Double

  /// A way that weighs something.
  public init(path: Path, weight: Double) {
    self.path = path
    self.weight = weight
  }

  /// The nodes from start to end, both included.
  public var nodes: [NodeID] { path.nodes }
  /// The edge of each step.
  public var edges: [EdgeID] { path.edges }
}

extension GraphStructure {
  /// Stops where a node is not one of the graph's.
  ///
  /// - Throws: `GraphError` with `invalidArgument`.
  func requireNodes(_ nodes: some Sequence<NodeID>) throws(GraphError) {
    for node in nodes where node.index >= nodeCount {
      throw GraphError(
        .invalidArgument, "node \(node) is not in the graph, which has \(nodeCount) nodes numbered from 0")
    }
  }
}
