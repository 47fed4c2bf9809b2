/// Searches that count the shortest ways from one source, and those of them that pass no node of a group.
struct GroupSearch {
  private let steps: MutableElements<Int32>
  private let queue: MutableElements<UInt32>
  private let ways: MutableElements<Double>
  private let openWays: MutableElements<Double>

  init(nodeCount: Int) {
    steps = .allocate(count: nodeCount, repeating: -1)
    queue = .allocate(count: nodeCount)
    ways = .allocate(count: nodeCount)
    openWays = .allocate(count: nodeCount)
  }

  func deallocate() {
    steps.deallocate()
    queue.deallocate()
    ways.deallocate()
    openWays.deallocate()
  }

  /// The sum over targets outside the group of the share of shortest ways that pass it.
  func passing(_ rows: Rows, from source: Int, group: Elements<Bool>) -> Double {
    steps[source] = 0
    queue[0] = UInt32(truncatingIfNeeded: source)
    (ways[source], openWays[source]) = (1, 1)
    var (head, tail, sum) = (0, 1, 0.0)
    while head < tail {
      let node = Int(queue[head])
      head &+= 1
      // All ways to a node are counted when it comes to the head of the queue.
      if group[node] { openWays[node] = 0 } else { sum += 1 - openWays[node] / ways[node] }
      let next = steps[node] &+ 1
      var place = rows.start(node)
      let end = rows.end(node)
      while place < end {
        let neighbor = Int(rows.neighbors[place])
        place &+= 1
        if steps[neighbor] < 0 {
          steps[neighbor] = next
          queue[tail] = UInt32(truncatingIfNeeded: neighbor)
          tail &+= 1
          (ways[neighbor], openWays[neighbor]) = (ways[node], openWays[node])
        } else if steps[neighbor] == next {
          ways[neighbor] += ways[node]
          openWays[neighbor] += openWays[node]
        }
      }
    }
    for place in 0..<tail { steps[queue[place]] = -1 }
    return sum
  }

  /// The sums of all sources outside the group, added up in their order.
  static func passing(_ rows: CSR, _ group: [Bool], _ execution: Execution) throws -> Double {
    let nodeCount = rows.nodeCount
    let size = 64
    let parts = Execution.parts(of: nodeCount, size: size)
    let searches = (0..<max(1, min(execution.threads, parts))).map { _ in GroupSearch(nodeCount: nodeCount) }
    let sums = MutableElements<Double>.allocate(count: nodeCount, repeating: 0)
    defer {
      for search in searches { search.deallocate() }
      sums.deallocate()
    }
    try rows.read { rows in
      try group.read { group in
        try execution.forEachChunk(parts, reporting: true) { part, worker in
          for source in part * size..<min(nodeCount, (part + 1) * size) where !group[source] {
            sums[source] = searches[worker].passing(rows, from: source, group: group)
          }
        }
      }
    }
    return (0..<nodeCount).reduce(0) { $0 + sums[$1] }
  }
}
