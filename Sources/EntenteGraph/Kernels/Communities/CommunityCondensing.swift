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

  /// The graph of groups, numbered from 0, of whose nodes `members` tells; made on no more threads than there is
  /// working memory for.
  static func condense<Number>(
    _ graph: CommunityGraph<Number>, groups: MutableElements<UInt32>, members: Members,
    _ scratch: [CommunitySums<Number>], isDouble: Bool, _ execution: Execution
  ) throws -> CondensedGraph<Number> {
    let parts = CondensingParts(graph, members)
    let condensed = CondensedGraph<Number>(
      nodeCount: members.groupCount, placeBound: parts.starts[parts.count], isDouble: isDouble)
    let placed = MutableElements<Int>.allocate(count: parts.count)
    defer { placed.deallocate() }
    var execution = execution
    execution.threads = min(execution.threads, scratch.count)
    do {
      try execution.forEachChunk(parts.count) { part, worker in
        var place = parts.starts[part]
        for group in parts.bounds[part]..<parts.bounds[part + 1] {
          condensed.offsets[group] = UInt32(truncatingIfNeeded: place)
          place = condensed.fill(group, from: place, graph, groups: groups, members, scratch[worker])
        }
        placed[part] = place - parts.starts[part]
      }
    } catch {
      condensed.deallocate()
      throw error
    }
    condensed.close(parts, placed)
    return condensed
  }
}

/// Parts of the groups with about as many places each, and where the rows of each part can begin.
struct CondensingParts {
  /// Places in a part, at least.
  private static var placesPerPart: Int { 1 << 16 }

  private(set) var bounds = [0]
  private(set) var starts = [0]

  var count: Int { bounds.count - 1 }

  init<Number>(_ graph: CommunityGraph<Number>, _ members: Members) {
    var places = 0
    for group in 0..<members.groupCount {
      for slot in members.slots(group) { places &+= graph.rows.degree(Int(members.nodes[slot])) }
      if places - starts[count] >= Self.placesPerPart || group == members.groupCount - 1 {
        bounds.append(group + 1)
        starts.append(places)
      }
    }
  }
}

extension CondensedGraph {
  /// Writes the row of a group to a place; gives where it ends.
  @inline(__always) fileprivate func fill(
    _ group: Int, from start: Int, _ graph: CommunityGraph<Number>, groups: MutableElements<UInt32>, _ members: Members,
    _ sums: CommunitySums<Number>
  ) -> Int {
    var count = 0
    var (x, y) = (0.0, 0.0)
    for slot in members.slots(group) {
      let node = Int(members.nodes[slot])
      x += graph.first[node]
      y += graph.secondMass(node)
      count = sums.add(graph, node, by: groups, after: count)
    }
    first[group] = x
    if second.count > 0 { second[group] = y }
    var end = start
    for place in 0..<count {
      let other = sums.touched[place]
      let sum = sums[other]
      if Int(other) == group || sum == 0 { continue }
      neighbors[end] = other
      weights[end] = sum
      end &+= 1
    }
    sums.clear(count)
    return end
  }

  /// Closes the gaps between the rows of the parts.
  fileprivate func close(_ parts: CondensingParts, _ placed: MutableElements<Int>) {
    var end = 0
    for part in 0..<parts.count {
      let start = parts.starts[part]
      if start != end {
        for place in 0..<placed[part] {
          neighbors[end &+ place] = neighbors[start &+ place]
          weights[end &+ place] = weights[start &+ place]
        }
        let shift = UInt32(truncatingIfNeeded: start &- end)
        for group in parts.bounds[part]..<parts.bounds[part + 1] { offsets[group] &-= shift }
      }
      end &+= placed[part]
    }
    offsets[offsets.count - 1] = UInt32(truncatingIfNeeded: end)
  }
}

/// The nodes of each group.
struct Members {
  private let offsets: MutableElements<UInt32>
  let nodes: MutableElements<UInt32>
  private(set) var groupCount = 0

  init(nodeCount: Int) {
    offsets = MutableElements.allocate(count: nodeCount + 1)
    nodes = MutableElements.allocate(count: nodeCount)
  }

  func deallocate() {
    offsets.deallocate()
    nodes.deallocate()
  }

  /// Where the nodes of a group stand.
  @inline(__always) func slots(_ group: Int) -> Range<Int> {
    Int(offsets[group])..<Int(offsets[group &+ 1])
  }

  /// Sorts nodes by their group, by counting; in a group they ascend, or follow each other as they do in `order`.
  mutating func sort(
    _ groups: MutableElements<UInt32>, count: Int, groupCount: Int, order: MutableElements<UInt32>? = nil
  ) {
    self.groupCount = groupCount
    for place in 0...groupCount { offsets[place] = 0 }
    for node in 0..<count { offsets[groups[node]] &+= 1 }
    var end: UInt32 = 0
    for group in 0..<groupCount {
      end &+= offsets[group]
      offsets[group] = end
    }
    offsets[groupCount] = end
    for place in 0..<count {
      let last = count &- 1 &- place
      let node = order.map { $0[last] } ?? UInt32(truncatingIfNeeded: last)
      let group = groups[node]
      offsets[group] &-= 1
      nodes[offsets[group]] = node
    }
  }

  /// The first groups of parts that have so many nodes or a little more, and the number of groups at the end.
  func bounds(nodesPerPart: Int) -> [Int] {
    var bounds = [0]
    var next = nodesPerPart
    for group in 0..<groupCount where Int(offsets[group &+ 1]) >= next || group == groupCount - 1 {
      bounds.append(group + 1)
      next = Int(offsets[group &+ 1]) + nodesPerPart
    }
    return bounds
  }
}
