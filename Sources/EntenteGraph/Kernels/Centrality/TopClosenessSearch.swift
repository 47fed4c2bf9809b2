/// The nodes of greatest harmonic closeness, by searches that end as soon as a node can no longer be among them.
///
/// Source: E. Bergamini, M. Borassi, P. Crescenzi, A. Marino, H. Meyerhenke, "Computing top-k Closeness Centrality
/// Faster in Unweighted Graphs", 2019 (its bound by neighbourhoods, NBCut).
struct TopClosenessSearch {
  private let isMet: MutableElements<Bool>
  private let queue: MutableElements<UInt32>

  init(nodeCount: Int) {
    isMet = .allocate(count: nodeCount, repeating: false)
    queue = .allocate(count: nodeCount + 1)
  }

  func deallocate() {
    isMet.deallocate()
    queue.deallocate()
  }

  /// The harmonic closeness of a node, or `nil` where it is certainly below `least`.
  ///
  /// - Parameters:
  ///   - reach: as many nodes as it can reach at most, itself included.
  ///   - backtracks: whether each edge can be followed back, so that one edge of a node leads where it was met from.
  func harmonic(_ rows: Rows, of source: UInt32, reach: Int, backtracks: Bool, least: Double) -> Double? {
    queue[0] = source
    isMet[source] = true
    var (levelStart, levelEnd, tail) = (0, 1, 1)
    defer {
      for place in 0..<tail { isMet[queue[place]] = false }
    }
    var (sum, step) = (0.0, 0)
    // Rounding must not cut off what equals the bound.
    let bound = least * (1 - 1e-12)
    while levelStart < levelEnd {
      step &+= 1
      let near = 1 / Double(step)
      let far = 1 / Double(step &+ 1)
      var places = 0
      let back = backtracks && step > 1 ? 1 : 0
      for place in levelStart..<levelEnd { places &+= rows.degree(Int(queue[place])) &- back }
      var place = levelStart
      while place < levelEnd {
        // At best each place left leads to a node of its own, and all others lie one step further.
        let rest = reach &- levelEnd
        let nearest = min(rest, tail &- levelEnd &+ places)
        if sum + Double(nearest) * near + Double(rest &- nearest) * far < bound { return nil }
        let node = Int(queue[place])
        places &-= rows.degree(node) &- back
        visit(rows, node, &tail)
        place &+= 1
      }
      sum += Double(tail &- levelEnd) * near
      levelStart = levelEnd
      levelEnd = tail
    }
    return sum
  }

  @inline(__always) private func visit(_ rows: Rows, _ node: Int, _ tail: inout Int) {
    var place = rows.start(node)
    let end = rows.end(node)
    while place < end {
      let neighbor = rows.neighbors[place]
      let isNew = !isMet[neighbor]
      queue[tail] = neighbor
      tail &+= isNew ? 1 : 0
      isMet[neighbor] = true
      place &+= 1
    }
  }
}
