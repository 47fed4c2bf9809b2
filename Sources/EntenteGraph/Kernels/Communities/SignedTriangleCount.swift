/// Triangles counted by sign, each found at its node of the lowest degree.
struct SignedTriangleCount {
  private let nodeCount: Int
  /// Rows that lead from a node to those of a higher degree; of equals to the higher node.
  private let offsets: [Int]
  private let neighbors: [UInt32]
  /// 1 for a negative pair, 0 for a positive one.
  private let negatives: [UInt8]

  init(_ pairs: SignedPairs) {
    nodeCount = pairs.nodeCount
    var offsets = [0]
    var neighbors: [UInt32] = []
    var negatives: [UInt8] = []
    offsets.reserveCapacity(pairs.nodeCount + 1)
    neighbors.reserveCapacity(pairs.neighbors.count / 2)
    negatives.reserveCapacity(pairs.neighbors.count / 2)
    for node in 0..<pairs.nodeCount {
      let degree = pairs.row(node).count
      for place in pairs.row(node) {
        let neighbor = Int(pairs.neighbors[place])
        let other = pairs.row(neighbor).count
        if (other, neighbor) > (degree, node) {
          neighbors.append(pairs.neighbors[place])
          negatives.append(pairs.weights[place] < 0 ? 1 : 0)
        }
      }
      offsets.append(neighbors.count)
    }
    self.offsets = offsets
    self.neighbors = neighbors
    self.negatives = negatives
  }

  func run(_ execution: Execution) throws -> SignedTriangles {
    var counts = (0, 0, 0, 0)
    // 0 for no pair with the node in hand, 1 for a positive one, 2 for a negative one.
    let marks = MutableElements<UInt8>.allocate(count: nodeCount, repeating: 0)
    defer { marks.deallocate() }
    try offsets.read { offsets in
      try neighbors.read { neighbors in
        try negatives.read { negatives in
          for node in 0..<nodeCount {
            if node & 1023 == 0 { try execution.check() }
            Self.count(node, offsets, neighbors, negatives, marks, &counts)
          }
        }
      }
    }
    return SignedTriangles(
      allPositive: counts.0, oneNegative: counts.1, twoNegative: counts.2, allNegative: counts.3)
  }

  @inline(__always) private static func count(
    _ node: Int, _ offsets: Elements<Int>, _ neighbors: Elements<UInt32>, _ negatives: Elements<UInt8>,
    _ marks: MutableElements<UInt8>, _ counts: inout (Int, Int, Int, Int)
  ) {
    let row = offsets[node]..<offsets[node &+ 1]
    for place in row { marks[neighbors[place]] = negatives[place] &+ 1 }
    for place in row {
      let neighbor = Int(neighbors[place])
      let first = negatives[place]
      for far in offsets[neighbor]..<offsets[neighbor &+ 1] {
        let mark = marks[neighbors[far]]
        if mark == 0 { continue }
        switch first &+ negatives[far] &+ mark &- 1 {
        case 0: counts.0 &+= 1
        case 1: counts.1 &+= 1
        case 2: counts.2 &+= 1
        default: counts.3 &+= 1
        }
      }
    }
    for place in row { marks[neighbors[place]] = 0 }
  }
}
