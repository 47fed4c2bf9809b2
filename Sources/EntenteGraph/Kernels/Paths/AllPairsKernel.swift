/// What is known of all pairs of nodes, by searches from 64 nodes at a time.
struct AllPairsKernel {
  private let forward: CSR
  private let backward: CSR
  private let nodeCount: Int

  init(_ topology: Topology, _ direction: Direction) {
    forward = topology.rows(direction)
    backward = topology.rows(direction.backward)
    nodeCount = topology.nodeCount
  }

  /// Runs `body` for each 64 of `sources`, with the search memory of its thread.
  private func forEachBatch(
    of sources: [UInt32], _ execution: Execution,
    _ body:
      @Sendable (_ batch: ArraySlice<UInt32>, _ number: Int, _ search: ManySourceSearch, _ worker: Int) throws -> Void
  ) throws {
    let batches = Execution.parts(of: sources.count, size: ManySourceSearch.width)
    let searches = (0..<min(execution.threads, max(1, batches))).map { _ in ManySourceSearch(nodeCount: nodeCount) }
    defer { searches.forEach { $0.deallocate() } }
    try execution.forEachChunk(batches, reporting: true) { batch, worker in
      let start = batch * ManySourceSearch.width
      let part = sources[start..<min(sources.count, start + ManySourceSearch.width)]
      try body(part, batch, searches[worker], worker)
    }
  }

  /// Calls `body` with each source and the steps from it, from several threads where there are more.
  func rows(
    from sources: [UInt32], _ execution: Execution, _ body: @Sendable (UInt32, StepCounts) throws -> Void
  ) throws {
    let workers = min(execution.threads, max(1, Execution.parts(of: sources.count, size: ManySourceSearch.width)))
    let count = nodeCount
    let tables = (0..<workers).map { _ in MutableElements<Int32>.allocate(count: ManySourceSearch.width * count) }
    defer { tables.forEach { $0.deallocate() } }
    try forEachBatch(of: sources, execution) { batch, _, search, worker in
      let table = tables[worker]
      for place in 0..<(batch.count * count) { table[place] = -1 }
      forward.read { forward in
        backward.read { backward in
          search.search(forward, backward, from: batch) { node, searches, level in
            var bits = searches
            while bits != 0 {
              table[bits.trailingZeroBitCount &* count &+ node] = level
              bits &= bits &- 1
            }
          }
        }
      }
      for (number, source) in batch.enumerated() {
        try body(source, StepCounts(values: table.array(from: number * count, count: count)))
      }
    }
  }

  /// The greatest finite number of steps from each of `sources`.
  func eccentricities(of sources: [UInt32], _ execution: Execution) throws -> [Int32] {
    let greatest = MutableElements<Int32>.allocate(count: sources.count, repeating: 0)
    defer { greatest.deallocate() }
    try forEachBatch(of: sources, execution) { batch, _, search, _ in
      forward.read { forward in
        backward.read { backward in
          var (last, moving): (Int32, UInt64) = (0, 0)
          search.search(forward, backward, from: batch) { _, searches, level in
            if level != last {
              Self.set(greatest, batch.startIndex, moving, last)
              (last, moving) = (level, 0)
            }
            moving |= searches
          }
          Self.set(greatest, batch.startIndex, moving, last)
        }
      }
    }
    return greatest.array()
  }

  @inline(__always) private static func set(
    _ values: MutableElements<Int32>, _ start: Int, _ searches: UInt64, _ level: Int32
  ) {
    var bits = searches
    while bits != 0 {
      values[start &+ bits.trailingZeroBitCount] = level
      bits &= bits &- 1
    }
  }

  /// How many ordered pairs lie 0, 1, 2 and so on steps apart.
  func pairCounts(_ execution: Execution) throws -> [Int] {
    let sources = (0..<UInt32(truncatingIfNeeded: nodeCount)).map { $0 }
    let parts = Collected<[Int]>(count: Execution.parts(of: sources.count, size: ManySourceSearch.width))
    try forEachBatch(of: sources, execution) { batch, number, search, _ in
      var counts: [Int] = []
      forward.read { forward in
        backward.read { backward in
          search.search(forward, backward, from: batch) { _, searches, level in
            if counts.count == level { counts.append(0) }
            counts[Int(level)] += searches.nonzeroBitCount
          }
        }
      }
      parts[number] = counts
    }
    var sums: [Int] = []
    for part in parts.values {
      while sums.count < part.count { sums.append(0) }
      for (level, count) in part.enumerated() { sums[level] += count }
    }
    return sums
  }
}

extension MutableElements {
  /// A copy of some elements.
  fileprivate func array(from start: Int, count: Int) -> [Element] {
    // SAFETY: the part lies within the memory.
    unsafe withBuffer { buffer in unsafe Array(buffer[start..<(start + count)]) }
  }
}
