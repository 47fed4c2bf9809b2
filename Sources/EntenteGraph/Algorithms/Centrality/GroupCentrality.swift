extension GraphStructure {
  /// How many nodes outside a group are next to one of its nodes.
  ///
  /// - Parameter direction: `outgoing` counts nodes to which the group leads.
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph.
  /// - Complexity: O(*V* + *d*) in the group's degrees *d* together.
  ///
  /// Source: M. Everett, S. Borgatti, "The centrality of groups and classes", 1999.
  public func groupDegree(_ group: some Sequence<NodeID>, direction: Direction = .outgoing) throws -> Int {
    let isMember = try membership(group)
    var isNext = [Bool](repeating: false, count: nodeCount)
    topology.rows(direction).read { rows in
      for node in isMember.indices where isMember[node] {
        for place in rows.start(node)..<rows.end(node) { isNext[Int(rows.neighbors[place])] = true }
      }
    }
    return isNext.indices.count { isNext[$0] && !isMember[$0] }
  }

  /// How near a group is to the nodes outside that it reaches: one over their mean distance from its nearest node.
  ///
  /// 0 where it reaches none.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph; `CancellationError`.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: M. Everett, S. Borgatti, "The centrality of groups and classes", 1999.
  public func groupCloseness(
    _ group: some Sequence<NodeID>, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> Double {
    let isMember = try membership(group)
    let found = try steps(from: nodes.filter { isMember[$0.index] }, direction: direction, execution: execution)
    let distances = nodes.compactMap { isMember[$0.index] ? nil : found[$0] }
    return distances.isEmpty ? 0 : Double(distances.count) / Double(distances.reduce(0, +))
  }

  /// How many shortest ways between nodes outside a group pass it: of each pair, the share of its shortest ways.
  ///
  /// With `both`, a pair counts once. Each of several parallel edges makes a way of its own.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph; `CancellationError`.
  /// - Complexity: O(*V* (*V* + *E*)) time, O(*V*) memory a thread.
  ///
  /// Source: M. Everett, S. Borgatti, "The centrality of groups and classes", 1999.
  public func groupBetweenness(
    _ group: some Sequence<NodeID>, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> Double {
    let sum = try GroupSearch.passing(topology.rows(direction), try membership(group), execution)
    return direction == .both ? sum / 2 : sum
  }

  /// A group of nodes that is next to many others, found one node at a time.
  ///
  /// Each node added covers the most nodes, itself included, that are neither in the group nor next to it; of
  /// equals the lower. The nodes covered are at least 1 - 1/e (63 %) of what a group of that size can cover.
  ///
  /// - Parameters:
  ///   - size: how many nodes; all where the graph has fewer.
  ///   - direction: `outgoing` covers nodes to which the group leads.
  /// - Returns: the nodes in the order in which they were added.
  /// - Throws: `GraphError` with `invalidArgument` for a negative size; `CancellationError`.
  /// - Complexity: O(*V* + *E*) for the first, and then for each node as many rows as must be counted anew to be sure
  ///   of the greatest; O(*V*) memory.
  ///
  /// Source: G. Nemhauser, L. Wolsey, M. Fisher, "An analysis of approximations for maximizing submodular set
  /// functions", 1978; counted as in M. Minoux, "Accelerated greedy algorithms", 1978.
  public func coveringGroup(
    size: Int, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> [NodeID] {
    guard size >= 0 else {
      throw GraphError(.invalidArgument, "a group of \(size) nodes is asked for, and that is below 0")
    }
    return try topology.rows(direction).read { rows in
      var isCovered = [Bool](repeating: false, count: rows.nodeCount)
      func gain(_ node: Int) -> Int {
        var new = Set<UInt32>()
        if !isCovered[node] { new.insert(UInt32(node)) }
        for place in rows.start(node)..<rows.end(node) where !isCovered[Int(rows.neighbors[place])] {
          new.insert(rows.neighbors[place])
        }
        return new.count
      }
      // A node covers no more later than it does now, so what was counted before is a bound.
      var buckets = [[Int]](repeating: [], count: rows.nodeCount + 2)
      for node in (0..<rows.nodeCount).reversed() { buckets[gain(node)].append(node) }
      var group: [NodeID] = []
      var top = rows.nodeCount + 1
      while group.count < min(size, rows.nodeCount), top >= 0 {
        try execution.check()
        guard let node = buckets[top].popLast() else {
          top -= 1
          // Only buckets further down grow, so that this one stays in order.
          if top >= 0 { buckets[top].sort(by: >) }
          continue
        }
        let now = gain(node)
        if now < top {
          buckets[now].append(node)
          continue
        }
        group.append(NodeID(node))
        isCovered[node] = true
        for place in rows.start(node)..<rows.end(node) { isCovered[Int(rows.neighbors[place])] = true }
      }
      return group
    }
  }

  private func membership(_ group: some Sequence<NodeID>) throws(GraphError) -> [Bool] {
    var isMember = [Bool](repeating: false, count: nodeCount)
    for node in group {
      guard node.index < nodeCount else {
        throw GraphError(.invalidArgument, "node \(node) is not in the graph, whose nodes are 0 to \(nodeCount - 1)")
      }
      isMember[node.index] = true
    }
    return isMember
  }
}
