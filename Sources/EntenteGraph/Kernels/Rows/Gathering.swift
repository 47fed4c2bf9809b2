/// Sums over the neighbours of a node.
enum Gathering {
  /// The sum of `values` at the nodes that `neighbors` names from `start` to before `end`.
  ///
  /// Four sums run side by side, because one alone would wait for each addition.
  @inline(__always) static func sum(
    _ values: Elements<Double>, at neighbors: Elements<UInt32>, _ start: Int, _ end: Int
  ) -> Double {
    var place = start
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    while place &+ 4 <= end {
      a += values[neighbors[place]]
      b += values[neighbors[place &+ 1]]
      c += values[neighbors[place &+ 2]]
      d += values[neighbors[place &+ 3]]
      place &+= 4
    }
    while place < end {
      a += values[neighbors[place]]
      place &+= 1
    }
    return (a + b) + (c + d)
  }
}

/// Nodes divided into parts of about as many places each.
enum RowPartition {
  /// The first node of each part and, at last, the number of nodes.
  static func bounds(_ rows: Rows, parts: Int) -> [Int] {
    var bounds = [0]
    for part in 1..<max(1, parts) {
      // A row costs its places and a little more; rows without places cost that little.
      let goal = part * (rows.placeCount + rows.nodeCount) / parts
      var low = bounds[part - 1]
      var high = rows.nodeCount
      while low < high {
        let middle = (low + high) / 2
        if rows.start(middle) + middle < goal { low = middle + 1 } else { high = middle }
      }
      bounds.append(low)
    }
    bounds.append(rows.nodeCount)
    return bounds
  }

  /// Writes the nodes by falling length of their rows, equal ones as they come, and says how many have neighbours.
  ///
  /// By counting; all rows longer than `longest` count as equal.
  static func order(_ rows: Rows, into order: MutableElements<UInt32>, longest: Int = 1023) -> Int {
    let next = MutableElements<Int>.allocate(count: longest + 2, repeating: 0)
    defer { next.deallocate() }
    for node in 0..<rows.nodeCount { next[longest &- min(longest, rows.degree(node)) &+ 1] &+= 1 }
    for place in 1...(longest + 1) { next[place] &+= next[place &- 1] }
    let withNeighbors = next[longest]
    for node in 0..<rows.nodeCount {
      let rank = longest &- min(longest, rows.degree(node))
      order[next[rank]] = UInt32(truncatingIfNeeded: node)
      next[rank] &+= 1
    }
    return withNeighbors
  }
}
