/// Breadth-first searches from up to 64 nodes at once, one bit of a word a search.
///
/// Source: M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", 2014.
struct ManySourceSearch {
  /// The most searches that run at once.
  static let width = 64

  /// Which searches came to each node, to it in the last level, and to it in the level at hand.
  private let seen: MutableElements<UInt64>
  private let frontier: MutableElements<UInt64>
  private let arriving: MutableElements<UInt64>
  /// The nodes of the last level and of the level at hand.
  private let queues: (MutableElements<UInt32>, MutableElements<UInt32>)

  init(nodeCount: Int) {
    seen = MutableElements.allocate(count: nodeCount)
    frontier = MutableElements.allocate(count: nodeCount, repeating: 0)
    arriving = MutableElements.allocate(count: nodeCount, repeating: 0)
    // One place more, because what arrives is written before it is known to be new.
    queues = (MutableElements.allocate(count: nodeCount + 1), MutableElements.allocate(count: nodeCount + 1))
  }

  func deallocate() {
    seen.deallocate()
    frontier.deallocate()
    arriving.deallocate()
    queues.0.deallocate()
    queues.1.deallocate()
  }

  /// Searches from different nodes, and calls `visit` with each node, the searches that come to it and the level.
  ///
  /// - Precondition: `backward` has the rows of `forward` the other way.
  @inline(__always) func search(
    _ forward: Rows, _ backward: Rows, from sources: some Collection<UInt32>,
    _ visit: (_ node: Int, _ searches: UInt64, _ level: Int32) -> Void
  ) {
    var (current, next) = queues
    var count = 0
    seen.fill(0)
    for (search, source) in sources.enumerated() {
      let bit: UInt64 = 1 << UInt64(search)
      seen[source] = bit
      frontier[source] = bit
      visit(Int(source), bit, 0)
      current[count] = source
      count += 1
    }
    let all = count == 64 ? ~0 : (1 as UInt64) << UInt64(count) &- 1
    var level: Int32 = 0
    while count > 0 {
      level += 1
      let places = (0..<count).reduce(0) { $0 &+ forward.degree(Int(current[$1])) }
      let met = places * 4 < forward.placeCount ? push(forward, current, count, next) : pull(backward, next, all)
      for position in 0..<count { frontier[current[position]] = 0 }
      count = 0
      for position in 0..<met {
        let node = next[position]
        let fresh = arriving[node] & ~seen[node]
        arriving[node] = 0
        if fresh == 0 { continue }
        seen[node] |= fresh
        frontier[node] = fresh
        next[count] = node
        count &+= 1
        visit(Int(node), fresh, level)
      }
      swap(&current, &next)
    }
  }

  /// Sends each node's searches along its edges; gives the number of nodes that some arrived at.
  @inline(__always) private func push(
    _ rows: Rows, _ current: MutableElements<UInt32>, _ count: Int, _ next: MutableElements<UInt32>
  ) -> Int {
    var met = 0
    for position in 0..<count {
      let node = Int(current[position])
      let searches = frontier[node]
      var place = rows.start(node)
      let end = rows.end(node)
      while place < end {
        let neighbor = rows.neighbors[place]
        let known = arriving[neighbor]
        next[met] = neighbor
        if known == 0 { met &+= 1 }
        arriving[neighbor] = known | searches
        place &+= 1
      }
    }
    return met
  }

  /// Lets each node that is not met by all ask its neighbours; gives the number of nodes that some arrived at.
  @inline(__always) private func pull(_ rows: Rows, _ next: MutableElements<UInt32>, _ all: UInt64) -> Int {
    var met = 0
    for node in 0..<rows.nodeCount {
      let known = seen[node]
      if known == all { continue }
      var searches: UInt64 = 0
      var place = rows.start(node)
      let end = rows.end(node)
      while place < end {
        searches |= frontier[rows.neighbors[place]]
        place &+= 1
      }
      if searches & ~known == 0 { continue }
      arriving[node] = searches
      next[met] = UInt32(truncatingIfNeeded: node)
      met &+= 1
    }
    return met
  }
}
