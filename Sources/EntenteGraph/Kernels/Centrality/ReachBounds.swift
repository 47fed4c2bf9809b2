/// For each node, a number of nodes (itself included) that it reaches at most.
///
/// Undirected, it is the size of the node's component. Directed, what the greatest hub reaches bounds all that it
/// reaches; other nodes reach at most that and those outside it that something outside it leads to.
struct ReachBounds {
  private let bounds: [Int]
  /// The greatest of the numbers.
  let greatest: Int

  init(_ topology: Topology, _ direction: Direction, _ execution: Execution) throws {
    let kernel = WeakComponentsKernel(topology, execution)
    defer { kernel.deallocate() }
    let components = try kernel.components()
    let sizes = components.sizes
    var bounds = components.labels.map { sizes[Int($0)] }
    if direction != .both { topology.rows(direction).read { Self.narrow(&bounds, $0) } }
    self.bounds = bounds
    greatest = bounds.max() ?? 0
  }

  private static func narrow(_ bounds: inout [Int], _ rows: Rows) {
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
}
