/// For each node, a number of nodes (itself included) that it reaches at most.
///
/// Undirected, it is the size of the node's component. Directed, what the greatest hub reaches bounds all that it
/// reaches; other nodes reach at most that and those outside it that something outside it leads to.
struct ReachBounds {
  private var bounds: [Int]

  init(_ topology: Topology, _ direction: Direction) {
    bounds = Self.componentSizes(topology)
    guard direction != .both else { return }
    topology.rows(direction).read { rows in
      guard let hub = (0..<rows.nodeCount).max(by: { rows.degree($0) < rows.degree($1) }) else { return }
      let within = Self.reached(rows, from: hub)
      let inner = within.count { $0 }
      var isLedTo = [Bool](repeating: false, count: rows.nodeCount)
      for node in 0..<rows.nodeCount where !within[node] {
        for place in rows.start(node)..<rows.end(node) { isLedTo[Int(rows.neighbors[place])] = true }
      }
      let outer = (0..<rows.nodeCount).count { !within[$0] && isLedTo[$0] }
      for node in 0..<rows.nodeCount { bounds[node] = min(bounds[node], inner + (within[node] ? 0 : outer + 1)) }
    }
  }

  subscript(node: UInt32) -> Int { bounds[Int(node)] }

  private static func reached(_ rows: Rows, from source: Int) -> [Bool] {
    var isReached = [Bool](repeating: false, count: rows.nodeCount)
    isReached[source] = true
    var queue = [source]
    while let node = queue.popLast() {
      for place in rows.start(node)..<rows.end(node) where !isReached[Int(rows.neighbors[place])] {
        isReached[Int(rows.neighbors[place])] = true
        queue.append(Int(rows.neighbors[place]))
      }
    }
    return isReached
  }

  /// By node, the number of nodes in its part of the graph, taken as undirected.
  private static func componentSizes(_ topology: Topology) -> [Int] {
    topology.symmetric.read { rows in
      var sizes = [Int](repeating: 0, count: rows.nodeCount)
      var queue: [Int] = []
      for seed in 0..<rows.nodeCount where sizes[seed] == 0 {
        queue.removeAll(keepingCapacity: true)
        queue.append(seed)
        sizes[seed] = 1
        var head = 0
        while head < queue.count {
          let node = queue[head]
          head += 1
          for place in rows.start(node)..<rows.end(node) where sizes[Int(rows.neighbors[place])] == 0 {
            sizes[Int(rows.neighbors[place])] = 1
            queue.append(Int(rows.neighbors[place]))
          }
        }
        for node in queue { sizes[node] = queue.count }
      }
      return sizes
    }
  }
}
