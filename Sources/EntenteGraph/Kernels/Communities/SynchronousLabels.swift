/// Label propagation in rounds: all nodes at once take the most frequent label around them.
struct SynchronousLabels {
  /// Places in a part of the nodes that one thread takes at a time.
  private static let partSize = 1 << 16

  private let rows: CSR
  private let bounds: [Int]

  init(_ rows: CSR) {
    self.rows = rows
    bounds = rows.read { RowPartition.bounds($0, parts: max(1, $0.placeCount / Self.partSize)) }
  }

  /// The labels after a number of rounds, or after the round that changed none.
  func run(rounds: Int, _ execution: Execution) throws -> [UInt32] {
    let count = rows.nodeCount
    var labels = MutableElements<UInt32>.allocate(count: count)
    var next = MutableElements<UInt32>.allocate(count: count)
    let scratch = (0..<execution.threads).map { _ in Frequencies(nodeCount: count) }
    let changed = MutableElements<Bool>.allocate(count: bounds.count)
    defer {
      labels.deallocate()
      next.deallocate()
      for frequencies in scratch { frequencies.deallocate() }
      changed.deallocate()
    }
    for node in 0..<count { labels[node] = UInt32(truncatingIfNeeded: node) }
    for round in 0..<rounds {
      try rows.read { rows in
        let (old, new) = (labels, next)
        try execution.forEachChunk(bounds.count - 1) { part, worker in
          let frequencies = scratch[worker]
          changed[part] = false
          for node in bounds[part]..<bounds[part + 1] {
            let label = frequencies.mode(rows, node, old)
            new[node] = label
            if label != old[node] { changed[part] = true }
          }
        }
      }
      swap(&labels, &next)
      execution.report(round + 1, of: rounds)
      if !(0..<bounds.count - 1).contains(where: { changed[$0] }) { break }
    }
    return labels.array()
  }

  /// How often each label stands around a node.
  private struct Frequencies {
    private let counts: MutableElements<UInt32>

    init(nodeCount: Int) { counts = MutableElements.allocate(count: nodeCount, repeating: 0) }

    func deallocate() { counts.deallocate() }

    /// The most frequent label among the neighbours, of equals the lowest; without neighbours the node's own.
    @inline(__always) func mode(_ rows: Rows, _ node: Int, _ labels: MutableElements<UInt32>) -> UInt32 {
      let (start, end) = (rows.start(node), rows.end(node))
      if start == end { return labels[node] }
      var place = start
      var (best, most): (UInt32, UInt32) = (.max, 0)
      while place < end {
        let label = labels[rows.neighbors[place]]
        let count = counts[label] &+ 1
        counts[label] = count
        if count > most || (count == most && label < best) { (best, most) = (label, count) }
        place &+= 1
      }
      place = start
      while place < end {
        counts[labels[rows.neighbors[place]]] = 0
        place &+= 1
      }
      return best
    }
  }
}
