/// SimRank of all pairs, row by row.
///
/// Source: D. Lizorkin, P. Velikhov, M. Grinev, D. Turdakov, "Accuracy Estimate and Optimization Techniques for SimRank
/// Computation", 2008 (partial sums, and the error after a number of rounds).
struct SimRankKernel {
  private static let rowsPerPart = 64

  private let rows: CSR
  private let decay: Double
  private let count: Int
  private let current: MutableElements<Double>
  private let next: MutableElements<Double>

  /// - Parameter rows: the nodes that make two nodes alike, by node.
  init(_ rows: CSR, decay: Double) {
    self.rows = rows
    self.decay = decay
    count = rows.nodeCount
    current = MutableElements.allocate(count: count * count, repeating: 0)
    next = MutableElements.allocate(count: count * count)
    for node in 0..<count { current[node &* count &+ node] = 1 }
  }

  func deallocate() {
    current.deallocate()
    next.deallocate()
  }

  /// The values of all pairs, none of them further off than the tolerance.
  func values(tolerance: Double, _ execution: Execution) throws -> [Double] {
    let parts = Execution.parts(of: count, size: Self.rowsPerPart)
    let sums = (0..<max(1, min(execution.threads, parts))).map { _ in MutableElements<Double>.allocate(count: count) }
    let moved = MutableElements<Double>.allocate(count: parts)
    defer {
      for sums in sums { sums.deallocate() }
      moved.deallocate()
    }
    var (from, to) = (current, next)
    // After k rounds no value is further off than the decay to the power of k + 1.
    var error = decay
    while error > tolerance {
      let (source, goal) = (from, to)
      try rows.read { rows in
        try execution.forEachChunk(parts) { part, worker in
          var greatest = 0.0
          for node in part * Self.rowsPerPart..<min(count, (part + 1) * Self.rowsPerPart) {
            greatest = max(greatest, advance(rows, node, source, goal, sums[worker]))
          }
          moved[part] = greatest
        }
      }
      swap(&from, &to)
      error *= decay
      // A round that moves by little is followed by rounds that move by less.
      let greatest = (0..<parts).reduce(0.0) { max($0, moved[$1]) }
      if greatest * decay / (1 - decay) <= tolerance { break }
    }
    return from.array()
  }

  /// One row of the next round; gives how far its values moved at most.
  private func advance(
    _ rows: Rows, _ node: Int, _ from: MutableElements<Double>, _ to: MutableElements<Double>,
    _ sums: MutableElements<Double>
  ) -> Double {
    sums.fill(0)
    for place in rows.start(node)..<rows.end(node) {
      let row = Int(rows.neighbors[place]) &* count
      var other = 0
      while other < count {
        sums[other] += from[row &+ other]
        other &+= 1
      }
    }
    let scale = decay / Double(max(1, rows.degree(node)))
    let base = node &* count
    var greatest = 0.0
    for other in 0..<count {
      var value = 1.0
      if other != node {
        let degree = Double(max(1, rows.degree(other)))
        value = scale / degree * Gathering.sum(sums.elements, at: rows.neighbors, rows.start(other), rows.end(other))
      }
      greatest = max(greatest, abs(value - from[base &+ other]))
      to[base &+ other] = value
    }
    return greatest
  }
}

/// SimRank of one node with all others, from walks backwards that go on together once they have met.
///
/// Source: D. Fogaras, B. Rácz, "Scaling Link-Based Similarity Search", 2005.
struct SimRankSampling {
  private static let nodesPerPart = 256
  private static let nowhere = UInt32.max

  let rows: CSR
  let decay: Double
  let samples: Int
  /// The most steps of a walk.
  let length: Int
  let seed: UInt64

  func values(of source: Int, _ execution: Execution) throws -> [Double] {
    let count = rows.nodeCount
    let values = MutableElements<Double>.allocate(count: count, repeating: 0)
    let walk = MutableElements<UInt32>.allocate(count: samples * length)
    defer {
      values.deallocate()
      walk.deallocate()
    }
    try rows.read { rows in
      for sample in 0..<samples {
        var node = UInt32(truncatingIfNeeded: source)
        for step in 0..<length {
          node = node == Self.nowhere ? node : self.step(rows, node, sample, step)
          walk[sample &* length &+ step] = node
        }
      }
      try execution.forEachPart(of: count, size: Self.nodesPerPart) { nodes, _ in
        for node in nodes { values[node] = node == source ? 1 : value(rows, node, walk) }
      }
    }
    return values.array()
  }

  private func value(_ rows: Rows, _ start: Int, _ walk: MutableElements<UInt32>) -> Double {
    var sum = 0.0
    for sample in 0..<samples {
      var node = UInt32(truncatingIfNeeded: start)
      var share = 1.0
      for step in 0..<length {
        node = self.step(rows, node, sample, step)
        share *= decay
        let other = walk[sample &* length &+ step]
        if node == Self.nowhere || other == Self.nowhere { break }
        if node == other {
          sum += share
          break
        }
      }
    }
    return sum / Double(samples)
  }

  /// Where the walk of a sample goes from a node at a step: the same for every walk that comes there at that step.
  @inline(__always) private func step(_ rows: Rows, _ node: UInt32, _ sample: Int, _ step: Int) -> UInt32 {
    let degree = rows.degree(Int(node))
    if degree == 0 { return Self.nowhere }
    let moment = SplitMix64.mixed(seed &+ UInt64(truncatingIfNeeded: sample &* length &+ step) &* 0x9E37_79B9_7F4A_7C15)
    var random = SplitMix64(seed: moment ^ UInt64(node))
    return rows.neighbors[rows.start(Int(node)) &+ Int(random.next(below: UInt32(truncatingIfNeeded: degree)))]
  }
}
