extension GraphStructure {
  /// The fewest steps from each of some nodes to every node, as many single searches would give.
  ///
  /// - Parameters:
  ///   - sources: where searches start; one named twice gives two equal results.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Returns: one result a source, in their order.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*S* (*V* + *E*)) time at most in the number of sources, 512 of which are searched from at once;
  ///   O(*S* *V*) memory.
  ///
  /// Source: M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", 2014.
  public func steps(
    fromEach sources: [NodeID], direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> [StepCounts] {
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    let forward = topology.rows(direction)
    let backward = topology.rows(reverse)
    // A search takes each node once.
    let unique = Array(Set(sources.map(\.rawValue))).sorted()
    let batches = Execution.parts(of: unique.count, size: SharedSearch.width)
    let found = Collected<[[Int32]]>(count: batches)
    try forward.read { forward in
      try backward.read { backward in
        try execution.forEachChunk(batches, reporting: true) { batch, _ in
          let start = batch * SharedSearch.width
          let part = Array(unique[start..<min(unique.count, start + SharedSearch.width)])
          found[batch] = StepTable.steps(forward, backward, from: part)
        }
      }
    }
    let rows = found.values.flatMap { $0 }
    var numbers: [UInt32: Int] = [:]
    for (number, source) in unique.enumerated() { numbers[source] = number }
    return sources.compactMap { source in numbers[source.rawValue].map { StepCounts(values: rows[$0]) } }
  }
}
