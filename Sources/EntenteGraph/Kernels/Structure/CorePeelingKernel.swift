/// Takes nodes away from the outside in, level by level.
///
/// At level *k* each node with *k* edges left goes, and so does each that falls to *k* meanwhile; no edge count falls
/// below the level, so that in the end it is the core number. The nodes left are looked over once a level, which
/// over all levels costs the sum of the core numbers: linear, and without the buckets of other methods.
///
/// Sources: V. Batagelj, M. Zaveršnik, "An O(m) Algorithm for Cores Decomposition of Networks", 2003; the levels as in
/// H. Kabir, K. Madduri, "Parallel k-Core Decomposition on Multicore Platforms", 2017 (PKC).
struct CorePeelingKernel {
  private let counted: CSR
  private let lessened: CSR
  private let hasLoops: Bool
  /// The number of edges left, and at the end the core number.
  let degrees: MutableElements<UInt32>
  /// The nodes in the order in which they go.
  let order: MutableElements<UInt32>

  /// - Parameters:
  ///   - counted: rows whose lengths are the edge counts; a node in its own row is not counted.
  ///   - lessened: the nodes whose counts a node lessens when it goes.
  ///   - hasLoops: whether a node may stand in its own row.
  init(counted: CSR, lessened: CSR, hasLoops: Bool) {
    self.hasLoops = hasLoops
    self.counted = counted
    self.lessened = lessened
    degrees = MutableElements.allocate(count: counted.nodeCount)
    // One more, because a place is written before it is known whether it is kept.
    order = MutableElements.allocate(count: counted.nodeCount + 1)
  }

  func deallocate() {
    degrees.deallocate()
    order.deallocate()
  }

  func peel() {
    counted.read { setDegrees($0) }
    lessened.read { peel($0) }
  }

  private func setDegrees(_ rows: Rows) {
    for node in 0..<rows.nodeCount {
      let loops = hasLoops ? SortedRow.count(of: UInt32(truncatingIfNeeded: node), in: rows, node) : 0
      degrees[node] = UInt32(truncatingIfNeeded: rows.degree(node) &- loops)
    }
  }

  private func peel(_ rows: Rows) {
    let count = rows.nodeCount
    let left = MutableElements<UInt32>.allocate(count: count + 1)
    defer { left.deallocate() }
    for node in 0..<count { left[node] = UInt32(truncatingIfNeeded: node) }
    var (head, tail, leftCount) = (0, 0, count)
    var level: UInt32 = 0
    while tail < count {
      var (kept, place) = (0, 0)
      while place < leftCount {
        let node = left[place]
        let degree = degrees[node]
        left[kept] = node
        kept &+= degree > level ? 1 : 0
        order[tail] = node
        tail &+= degree == level ? 1 : 0
        place &+= 1
      }
      leftCount = kept
      while head < tail {
        let node = Int(order[head])
        head &+= 1
        tail = lessen(rows, node, level, tail)
      }
      level &+= 1
    }
  }

  /// Takes a node's edges from its neighbours; those that fall to the level join the queue.
  @inline(__always) private func lessen(_ rows: Rows, _ node: Int, _ level: UInt32, _ end: Int) -> Int {
    var tail = end
    var place = rows.start(node)
    let last = rows.end(node)
    while place < last {
      let neighbor = rows.neighbors[place]
      let degree = degrees[neighbor]
      let isAbove: UInt32 = degree > level ? 1 : 0
      degrees[neighbor] = degree &- isAbove
      order[tail] = neighbor
      tail &+= degree == level &+ 1 ? 1 : 0
      place &+= 1
    }
    return tail
  }
}

/// Looks up nodes in a row in ascending order.
enum SortedRow {
  /// The first place of a node's row at which a neighbour is not below `value`.
  @inline(__always) static func lowerBound(of value: UInt32, in rows: Rows, _ node: Int) -> Int {
    var (low, high) = (rows.start(node), rows.end(node))
    while low < high {
      let middle = (low &+ high) / 2
      if rows.neighbors[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// How often a neighbour stands in a node's row.
  @inline(__always) static func count(of value: UInt32, in rows: Rows, _ node: Int) -> Int {
    let first = lowerBound(of: value, in: rows, node)
    var end = first
    while end < rows.end(node), rows.neighbors[end] == value { end &+= 1 }
    return end &- first
  }

  /// Whether a neighbour stands in a node's row.
  @inline(__always) static func contains(_ value: UInt32, in rows: Rows, _ node: Int) -> Bool {
    let place = lowerBound(of: value, in: rows, node)
    return place < rows.end(node) && rows.neighbors[place] == value
  }
}
