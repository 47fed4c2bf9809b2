public import EntenteGraph

/// A node that lies on shortest ways between two others.
public struct GoBetween: Hashable, Sendable {
  /// The node.
  public var node: NodeID
  /// How many steps it is from the start.
  public var steps: Int
  /// The share of the shortest ways that pass by it, from 0 to 1.
  public var share: Double
}

extension GraphStructure {
  /// The nodes between two others: those on a shortest way, without its ends, by share and then by number of steps.
  ///
  /// Ways are told apart by their nodes: parallel edges are one step. Empty where the ends are neighbours, the same, or not
  /// linked.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph; `CancellationError`.
  /// - Complexity: O(*V* + *E*) and O(*b* log *b*) in the nodes found.
  ///
  /// Source: L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", 1977 (pair dependency).
  public func goBetweens(
    from start: NodeID, to end: NodeID, direction: Direction, execution: Execution = Execution()
  ) throws -> [GoBetween] {
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    let ahead = try steps(from: [start], direction: direction, execution: execution)
    let back = try steps(from: [end], direction: reverse, execution: execution)
    guard let length = ahead[end], length > 1 else { return [] }
    let onWay = nodes.filter { node in
      guard let before = ahead[node], let after = back[node] else { return false }
      return before + after == length
    }
    // Ways from the start and ways to the end, counted level by level.
    var before = [NodeID: Double](minimumCapacity: onWay.count)
    before[start] = 1
    let byStep = onWay.sorted { (ahead[$0] ?? 0, $0) < (ahead[$1] ?? 0, $1) }
    for node in byStep where node != start {
      before[node] = predecessors(of: node, direction).reduce(0) {
        $0 + ((ahead[$1] ?? -1) + 1 == ahead[node] ? before[$1] ?? 0 : 0)
      }
    }
    var after: [NodeID: Double] = [end: 1]
    for node in byStep.reversed() where node != end {
      after[node] = predecessors(of: node, reverse).reduce(0) {
        $0 + ((back[$1] ?? -1) + 1 == back[node] ? after[$1] ?? 0 : 0)
      }
    }
    let all = before[end] ?? 1
    return byStep.filter { $0 != start && $0 != end }
      .map { GoBetween(node: $0, steps: ahead[$0] ?? 0, share: (before[$0] ?? 0) * (after[$0] ?? 0) / all) }
      .sorted { ($1.share, $0.steps, $0.node) < ($0.share, $1.steps, $1.node) }
  }

  /// The nodes from which an edge leads to a node, in ascending order.
  private func predecessors(of node: NodeID, _ direction: Direction) -> [NodeID] {
    let into = direction == .incoming ? [] : incomingEdges(of: node).map { source(of: $0) }
    let all = direction == .outgoing ? into : into + outgoingEdges(of: node).map { target(of: $0) }
    return Set(all).sorted()
  }
}
