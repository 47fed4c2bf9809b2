import EntenteGraph

/// A graph of edges between numbered nodes.
func numberedGraph(_ nodeCount: Int, _ edges: [(Int, Int)]) throws -> Topology {
  try Topology(nodeCount: nodeCount, edges: edges.lazy.map { (source: $0.0, target: $0.1) })
}

/// What `work` gives or throws in a task that was cancelled before.
func inCancelledTask<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
  let task = Task {
    while !Task.isCancelled { await Task.yield() }
    return try work()
  }
  task.cancel()
  return try await task.value
}
