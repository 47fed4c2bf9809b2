/// Searches from every node, with working memory for each thread.
enum TemporalSweep {
  private static let sourcesPerChunk = 64

  /// For each node the sum of one over the measure of every other node that a search from it reaches.
  static func sums(
    _ rows: TimedRows, clock: Elements<Int64>, _ execution: Execution,
    _ search: @Sendable (TemporalPathKernel, UInt32) -> Void
  ) throws -> [Double] {
    let chunks = Execution.parts(of: rows.nodeCount, size: sourcesPerChunk)
    let kernels = (0..<max(1, min(execution.threads, chunks))).map { _ in TemporalPathKernel(rows, clock: clock) }
    let sums = MutableElements<Double>.allocate(count: rows.nodeCount, repeating: 0)
    defer {
      sums.deallocate()
      for kernel in kernels {
        kernel.parents.deallocate()
        kernel.deallocate()
      }
    }
    try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
      let kernel = kernels[worker]
      for source in chunk * sourcesPerChunk..<min(rows.nodeCount, (chunk + 1) * sourcesPerChunk) {
        // A node that nothing leaves reaches nothing.
        if rows.offsets[source] == rows.offsets[source &+ 1] { continue }
        search(kernel, UInt32(truncatingIfNeeded: source))
        var sum = 0.0
        for node in 0..<rows.nodeCount where kernel.values[node] != .max && node != source {
          sum += 1 / Double(kernel.values[node])
        }
        sums[source] = sum
      }
    }
    return sums.array()
  }
}
