/// Compares the neighbourhoods of nodes.
struct NeighborhoodKernel {
  /// Where one row is this many times longer than the other, the shorter one's nodes are looked up in it.
  private static let lookupRatio = 16

  let rows: Rows
  private let measure: NeighborhoodMeasure

  init(_ rows: Rows, _ measure: NeighborhoodMeasure) {
    self.rows = rows
    self.measure = measure
  }

  /// How much a neighbour in common counts.
  @inline(__always) func share(of neighbor: Int) -> Double {
    switch measure {
    case .adamicAdar: rows.degree(neighbor) > 1 ? 1 / Logarithm.natural(Double(rows.degree(neighbor))) : 0
    case .resourceAllocation: 1 / Double(rows.degree(neighbor))
    default: 1
    }
  }

  /// The measure from the sum of the shares.
  @inline(__always) func score(_ left: Int, _ right: Int, _ sum: Double) -> Double {
    let (a, b) = (Double(rows.degree(left)), Double(rows.degree(right)))
    switch measure {
    case .commonNeighbors, .adamicAdar, .resourceAllocation: return sum
    case .preferentialAttachment: return a * b
    case .jaccard: return sum > 0 ? sum / (a + b - sum) : 0
    case .cosine: return sum > 0 ? sum / (a * b).squareRoot() : 0
    case .overlap: return sum > 0 ? sum / min(a, b) : 0
    }
  }

  /// The measure for two nodes.
  func score(_ left: Int, _ right: Int) -> Double {
    if measure == .preferentialAttachment { return score(left, right, 0) }
    let (short, long) = rows.degree(left) < rows.degree(right) ? (left, right) : (right, left)
    if rows.degree(long) > Self.lookupRatio * rows.degree(short) {
      var sum = 0.0
      for place in rows.start(short)..<rows.end(short) {
        let neighbor = rows.neighbors[place]
        if SortedRow.contains(neighbor, in: rows, long) { sum += share(of: Int(neighbor)) }
      }
      return score(left, right, sum)
    }
    switch measure {
    case .adamicAdar, .resourceAllocation:
      var sum = 0.0
      forEachPlace(of: short, and: long) { a, b in if a == b { sum += share(of: Int(a)) } }
      return score(left, right, sum)
    case .commonNeighbors, .jaccard, .preferentialAttachment, .cosine, .overlap:
      var count = 0
      forEachPlace(of: short, and: long) { a, b in count &+= a == b ? 1 : 0 }
      return score(left, right, Double(count))
    }
  }

  /// Goes through two rows at a time, past the lower neighbour or, where they are the same, both.
  @inline(__always) private func forEachPlace(of left: Int, and right: Int, _ body: (UInt32, UInt32) -> Void) {
    var (place, other) = (rows.start(left), rows.start(right))
    let (end, otherEnd) = (rows.end(left), rows.end(right))
    while place < end, other < otherEnd {
      let (a, b) = (rows.neighbors[place], rows.neighbors[other])
      body(a, b)
      place &+= a <= b ? 1 : 0
      other &+= b <= a ? 1 : 0
    }
  }

  /// The measure for a node and each node two steps away that is no neighbour, in ascending order of node.
  func scores(from node: Int) -> [(node: Int, score: Double)] {
    let sums = MutableElements<Double>.allocate(count: rows.nodeCount, repeating: 0)
    let isNear = MutableElements<Bool>.allocate(count: rows.nodeCount, repeating: false)
    defer {
      sums.deallocate()
      isNear.deallocate()
    }
    var met: [Int] = []
    isNear[node] = true
    for place in rows.start(node)..<rows.end(node) { isNear[rows.neighbors[place]] = true }
    let isMet = MutableElements<Bool>.allocate(count: rows.nodeCount, repeating: false)
    defer { isMet.deallocate() }
    for place in rows.start(node)..<rows.end(node) {
      let middle = Int(rows.neighbors[place])
      let share = share(of: middle)
      for further in rows.start(middle)..<rows.end(middle) {
        let other = Int(rows.neighbors[further])
        if isNear[other] { continue }
        if !isMet[other] {
          isMet[other] = true
          met.append(other)
        }
        sums[other] += share
      }
    }
    return met.sorted().map { ($0, score(node, $0, sums[$0])) }
  }

  /// The measure for a node and every other that is no neighbour, in ascending order of node.
  func scoresToAll(from node: Int) -> [(node: Int, score: Double)] {
    (0..<rows.nodeCount).filter { other in
      other != node && !SortedRow.contains(UInt32(truncatingIfNeeded: other), in: rows, node)
    }.map { ($0, score(node, $0)) }
  }
}
