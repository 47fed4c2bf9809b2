/// A way through a temporal graph, with the times of its ends.
public struct TemporalPath: Hashable, Sendable {
  /// The nodes and edges in the order of travel.
  public var path: Path
  /// When the first edge is taken; where there is none, when the way may begin.
  public var departure: Int64
  /// When the last edge arrives; where there is none, the departure.
  public var arrival: Int64

  /// The time from departure to arrival.
  public var duration: Int64 { arrival - departure }
}

/// The best ways between one node and every other, by some measure.
public struct TemporalPaths: Sendable {
  let graph: TemporalGraph
  /// The contact at each place.
  let contacts: Column<UInt32>
  /// Whether the ways lead to the root.
  let leadsToRoot: Bool
  /// The node from which, or to which, all ways lead.
  public let root: NodeID
  /// When a way without edges begins and ends.
  let rest: Int64
  /// By node; `Int64.max` where no way leads.
  let values: [Int64]
  /// The place at which each node's way ends; `UInt32.max` at the root.
  let best: [UInt32]
  /// The place before each place on a way; without them, it is the one at which the way to the node before ends.
  let parents: Column<UInt32>?

  /// The measure of the best way: a moment, a duration or a number of steps, as the search says; `nil` where no
  /// way leads.
  public subscript(node: NodeID) -> Int64? { values[node.index] == .max ? nil : values[node.index] }

  /// The measures by node.
  public var measures: NodeMap<Int64?> { NodeMap(values.map { $0 == .max ? nil : $0 }) }

  /// The number of nodes that a way joins with the root, the root included.
  public var reachedCount: Int { values.count { $0 != .max } }

  /// The nodes that a way joins with the root, the root included.
  public var reached: NodeMask { NodeMask(bound: values.count) { values[$0.index] != .max } }

  /// The best way between the root and a node, or `nil` where none leads.
  ///
  /// - Complexity: O(*l*) in its number of edges.
  public func path(_ node: NodeID) -> TemporalPath? {
    guard values[node.index] != .max else { return nil }
    var nodes = [node]
    var edges: [EdgeID] = []
    var contacts: [Int] = []
    var place = best[node.index]
    var here = node
    while place != .max {
      let contact = Int(self.contacts[Int(place)])
      let edge = EdgeID(rawValue: graph.contactEdges[contact])
      here = graph.source(of: edge) == here ? graph.target(of: edge) : graph.source(of: edge)
      contacts.append(contact)
      edges.append(edge)
      nodes.append(here)
      place = parents?[Int(place)] ?? best[here.index]
    }
    if !leadsToRoot {
      nodes.reverse()
      edges.reverse()
      contacts.reverse()
    }
    return TemporalPath(
      path: Path(nodes: nodes, edges: edges),
      departure: contacts.first.map { graph.clock[Int(graph.departures[$0])] } ?? rest,
      arrival: contacts.last.map { graph.clock[Int(graph.arrivals[$0])] } ?? rest)
  }
}

// All searches take contacts that start and end within the window, one after the other: each starts at the
// end of the one before or later.
extension TemporalGraph {
  /// The earliest moment at which each node can be reached from a node.
  ///
  /// The node itself is reached at the start of the window. Which of several ways that arrive at the same moment
  /// is given depends on the graph alone.
  ///
  /// - Parameters:
  ///   - window: when the first contact may start and the last may end; without it, any time.
  ///   - direction: how edges are taken; `incoming` from target to source, `both` either way, always forward in time.
  /// - Complexity: O(*V* + *E*); one pass through the contacts of the window.
  ///
  /// Source: B.-M. Bui-Xuan, A. Ferreira, A. Jarry, "Computing shortest, fastest, and foremost journeys in dynamic
  /// networks", 2003 (foremost journeys).
  public func earliestArrivals(
    from source: NodeID, in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing
  ) -> TemporalPaths {
    scan(direction, from: source, in: window, isMirrored: false)
  }

  /// The latest moment at which each node can be left to reach a node.
  ///
  /// The node itself can be left at the end of the window. Otherwise as `earliestArrivals(from:in:direction:)`, with time
  /// running backwards; paths of the result lead to `target`.
  ///
  /// - Complexity: O(*V* + *E*).
  public func latestDepartures(
    to target: NodeID, in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing
  ) -> TemporalPaths {
    scan(direction, from: target, in: window, isMirrored: true)
  }

  /// The least time from leaving a node to arriving at each node; the node itself takes none.
  ///
  /// Of the ways that take as long, the one that leaves last is given.
  ///
  /// - Parameters: as for `earliestArrivals(from:in:direction:)`.
  /// - Complexity: O(*V* + *E*): the source is left later first, so that a contact need be looked at only once.
  ///
  /// Source: the measure is that of H. Wu et al., "Path Problems in Temporal Graphs", 2014 (fastest path).
  public func fastestPaths(
    from source: NodeID, in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing
  ) -> TemporalPaths {
    search(from: source, in: window, direction) { kernel, start, limit in
      kernel.fastest(from: source.rawValue, at: start, before: limit)
    }
  }

  /// The fewest contacts by which each node can be reached from a node, 0 for the node itself.
  ///
  /// Of the ways with as few, one that arrives earliest is given.
  ///
  /// - Parameters: as for `earliestArrivals(from:in:direction:)`.
  /// - Complexity: O(*V* + *E*).
  public func fewestSteps(
    from source: NodeID, in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing
  ) -> TemporalPaths {
    search(from: source, in: window, direction) { kernel, start, limit in
      kernel.fewest(from: source.rawValue, at: start, before: limit)
    }
  }

  /// The least time under way by which each node can be reached from a node, waiting not counted.
  ///
  /// Of the ways with as little, one that arrives earliest is given.
  ///
  /// - Parameters: as for `earliestArrivals(from:in:direction:)`.
  /// - Complexity: O(*V* + *E* log *E*), and O(*V* + *E*) where all contacts take the same time.
  ///
  /// Source: the measure is that of H. Wu et al., "Path Problems in Temporal Graphs", 2014 (shortest path).
  public func shortestPaths(
    from source: NodeID, in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing
  ) -> TemporalPaths {
    if let commonDuration {
      return search(from: source, in: window, direction, scale: commonDuration) { kernel, start, limit in
        kernel.fewest(from: source.rawValue, at: start, before: limit)
      }
    }
    return search(from: source, in: window, direction) { kernel, start, limit in
      kernel.shortest(from: source.rawValue, at: start, before: limit)
    }
  }

  /// Places in the clock, as the rows count them, of a window's first moment and the first one behind it.
  func ranks(_ window: ClosedRange<Int64>?, isMirrored: Bool) -> (start: UInt32, limit: UInt32) {
    guard let window else { return (0, UInt32(clock.count)) }
    let first = rank(notBefore: window.lowerBound)
    let behind = window.upperBound == .max ? clock.count : rank(notBefore: window.upperBound + 1)
    let count = clock.count
    return isMirrored
      ? (UInt32(count - behind), UInt32(count - first)) : (UInt32(first), UInt32(behind))
  }

  private func scan(
    _ direction: Direction, from root: NodeID, in window: ClosedRange<Int64>?, isMirrored: Bool
  ) -> TemporalPaths {
    precondition(root.index < nodeCount, "node \(root) is not in the graph")
    let (start, limit) = ranks(window, isMirrored: isMirrored)
    let ordered = ordered(direction, isMirrored: isMirrored)
    let labels = MutableElements<UInt32>.allocate(count: nodeCount)
    let best = MutableElements<UInt32>.allocate(count: nodeCount)
    defer {
      labels.deallocate()
      best.deallocate()
    }
    ordered.earliest(from: root.rawValue, at: start, before: limit, labels: labels, best: best)
    let bounds = window ?? span ?? 0...0
    let rest = isMirrored ? bounds.upperBound : bounds.lowerBound
    let values = clock.read { clock in
      (0..<nodeCount).map { node in
        let rank = Int(labels[node])
        if node == root.index { return rest }
        return rank == limit ? .max : clock[isMirrored ? clock.count &- 1 &- rank : rank]
      }
    }
    return TemporalPaths(
      graph: self, contacts: ordered.contacts, leadsToRoot: isMirrored, root: root, rest: rest, values: values,
      best: best.array(), parents: nil)
  }

  private func search(
    from root: NodeID, in window: ClosedRange<Int64>?, _ direction: Direction, scale: Int64 = 1,
    _ run: (TemporalPathKernel, UInt32, UInt32) -> Void
  ) -> TemporalPaths {
    precondition(root.index < nodeCount, "node \(root) is not in the graph")
    let (start, limit) = ranks(window, isMirrored: false)
    let rows = rows(direction)
    return rows.read { timed in
      clock.read { clock in
        let kernel = TemporalPathKernel(timed, clock: clock)
        defer { kernel.deallocate() }
        run(kernel, start, limit)
        var values = kernel.values.array()
        if scale != 1 { for node in values.indices where values[node] != .max { values[node] *= scale } }
        return TemporalPaths(
          graph: self, contacts: rows.contacts, leadsToRoot: false, root: root,
          rest: (window ?? span ?? 0...0).lowerBound, values: values, best: kernel.best.array(),
          parents: Column(adopting: kernel.parents))
      }
    }
  }
}
