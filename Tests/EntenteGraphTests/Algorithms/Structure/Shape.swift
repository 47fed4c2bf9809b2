import EntenteGraph

/// A graph of edges between numbered nodes.
func shape(_ nodeCount: Int, _ edges: [(Int, Int)]) throws -> Topology {
  try Topology(nodeCount: nodeCount, edges: edges.map { (source: $0.0, target: $0.1) })
}

/// The outcome of work in a task that was cancelled before the work began.
func cancelled<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async -> Result<Value, any Error> {
  let task = Task {
    while !Task.isCancelled { await Task.yield() }
    return try work()
  }
  task.cancel()
  return await task.result
}

extension Topology {
  /// Whether there is an edge from one node to another, by both.
  func matrix(_ direction: Direction) -> [[Bool]] {
    var has = Array(repeating: Array(repeating: false, count: nodeCount), count: nodeCount)
    for edge in edges {
      let (from, to) = (source(of: edge).index, target(of: edge).index)
      if direction != .incoming { has[from][to] = true }
      if direction != .outgoing { has[to][from] = true }
    }
    return has
  }

  /// Between which nodes there is an edge either way, other than from a node to itself.
  var adjacency: [[Bool]] {
    var has = matrix(.both)
    for node in 0..<nodeCount { has[node][node] = false }
    return has
  }
}
