/// How groups of nodes become the nodes of a smaller graph.
enum CommunityCondensing {
  /// Numbers the groups from 0 in the order of their lowest nodes, and says how many there are.
  ///
  /// - Parameter scratch: one place a node; its contents are lost.
  static func renumber(_ groups: MutableElements<UInt32>, count: Int, _ scratch: MutableElements<UInt32>) -> Int {
    for place in 0..<count { scratch[place] = .max }
    var used: UInt32 = 0
    for node in 0..<count {
      let group = groups[node]
      if scratch[group] == .max {
        scratch[group] = used
        used &+= 1
      }
      groups[node] = scratch[group]
    }
    return Int(used)
  }

  /// The graph of groups numbered from 0, and the nodes by group.
  static func condense<Number>(
    _ graph: CommunityGraph<Number>, groups: MutableElements<UInt32>, groupCount: Int, members: Members,
    _ sums: CommunitySums<Number>, isDouble: Bool, _ execution: Execution
  ) throws -> CondensedGraph<Number> {
    members.sort(groups, count: graph.nodeCount, groupCount: groupCount)
    let condensed = CondensedGraph<Number>(
      nodeCount: groupCount, placeBound: Int(graph.rows.offsets[graph.nodeCount]), isDouble: isDouble)
    var placed = 0
    for group in 0..<groupCount {
      if group & 4095 == 0, Task.isCancelled {
        condensed.deallocate()
        try execution.check()
      }
      var count = 0
      for slot in Int(members.offsets[group])..<Int(members.offsets[group &+ 1]) {
        let node = Int(members.nodes[slot])
        condensed.first[group] += graph.first[node]
        if isDouble { condensed.second[group] += graph.second[node] }
        count = sums.add(graph, node, by: groups, after: count)
      }
      condensed.offsets[group] = UInt32(truncatingIfNeeded: placed)
      for place in 0..<count {
        let other = sums.touched[place]
        let sum = sums[other]
        if Int(other) == group || sum == 0 { continue }
        condensed.neighbors[placed] = other
        condensed.weights[placed] = sum
        placed &+= 1
      }
      sums.clear(count)
    }
    condensed.offsets[groupCount] = UInt32(truncatingIfNeeded: placed)
    return condensed
  }
}

/// The nodes of each group, ascending.
struct Members {
  let offsets: MutableElements<UInt32>
  let nodes: MutableElements<UInt32>

  init(nodeCount: Int) {
    offsets = MutableElements.allocate(count: nodeCount + 1)
    nodes = MutableElements.allocate(count: nodeCount)
  }

  func deallocate() {
    offsets.deallocate()
    nodes.deallocate()
  }

  /// Sorts nodes by their group, by counting.
  func sort(_ groups: MutableElements<UInt32>, count: Int, groupCount: Int) {
    for place in 0...groupCount { offsets[place] = 0 }
    for node in 0..<count { offsets[groups[node]] &+= 1 }
    var end: UInt32 = 0
    for group in 0..<groupCount {
      end &+= offsets[group]
      offsets[group] = end
    }
    offsets[groupCount] = end
    for place in 0..<count {
      let node = count &- 1 &- place
      let group = groups[node]
      offsets[group] &-= 1
      nodes[offsets[group]] = UInt32(truncatingIfNeeded: node)
    }
  }
}
