/// A minimum spanning forest: edges by weight, each of which is kept that joins two trees.
///
/// Where there are many edges a node, the lighter ones are taken first, and of the others only those are sorted whose
/// ends still lie in different trees.
///
/// Source: J. B. Kruskal, "On the shortest spanning subtree of a graph", 1956; V. Osipov, P. Sanders, J. Singler, "The
/// Filter-Kruskal Minimum Spanning Tree Algorithm", 2009.
struct SpanningForestKernel {
  struct Item: BitwiseCopyable, Sendable {
    var key: UInt64
    var source: UInt32
    var edge: UInt32
  }

  /// Below this many edges, and below this many a node, all are sorted at once.
  private static let leastEdges = 1 << 15
  private static let sampleSize = 1 << 10

  private let rows: CSR
  private let weights: EdgeWeights
  private let isMaximum: Bool
  private let parents: MutableElements<UInt32>
  private var edges: [UInt32] = []

  init(_ topology: Topology, _ weights: EdgeWeights, isMaximum: Bool) {
    rows = topology.outgoing
    self.weights = weights
    self.isMaximum = isMaximum
    parents = MutableElements.allocate(count: topology.nodeCount)
    for node in 0..<topology.nodeCount { parents[node] = UInt32(truncatingIfNeeded: node) }
  }

  func deallocate() { parents.deallocate() }

  mutating func forest(_ execution: Execution) throws -> [UInt32] {
    let all = rows.neighbors.count
    let bound = all < Self.leastEdges || all < 4 * rows.nodeCount ? UInt64.max : pivot()
    try take(execution) { _, _, key in key <= bound }
    guard bound < .max else { return edges }
    for node in 0..<parents.count { parents[node] = root(UInt32(truncatingIfNeeded: node)) }
    let roots = parents
    try take(execution) { source, target, key in roots[source] != roots[target] && key > bound }
    return edges
  }

  /// The key at which about as many edges are no heavier as twice the nodes.
  private func pivot() -> UInt64 {
    let all = weights.values.count
    let sample = stride(from: 0, to: all, by: max(1, all / Self.sampleSize)).map { key(weights.values[$0]) }.sorted()
    return sample[min(sample.count - 1, sample.count * 2 * rows.nodeCount / all)]
  }

  /// Sorts the chosen edges and keeps those that join two trees.
  @inline(__always) private mutating func take(
    _ execution: Execution, _ isChosen: (_ source: Int, _ target: UInt32, _ key: UInt64) -> Bool
  ) throws {
    let chosen = MutableElements<Item>.allocate(count: rows.neighbors.count)
    defer { chosen.deallocate() }
    let count = choose(chosen, isChosen)
    try execution.check()
    let sorted = RadixSort.sorted(chosen, count: count)
    defer { sorted.deallocate() }
    try execution.check()
    rows.neighbors.read { targets in
      for place in 0..<count {
        let item = sorted[place]
        let (left, right) = (root(item.source), root(targets[item.edge]))
        if left == right { continue }
        parents[max(left, right)] = min(left, right)
        edges.append(item.edge)
      }
    }
  }

  @inline(__always) private func choose(
    _ chosen: MutableElements<Item>, _ isChosen: (_ source: Int, _ target: UInt32, _ key: UInt64) -> Bool
  ) -> Int {
    rows.read { rows in
      weights.values.read { weights in
        var count = 0
        for node in 0..<rows.nodeCount {
          for place in rows.start(node)..<rows.end(node) {
            let key = key(weights[place])
            if isChosen(node, rows.neighbors[place], key) {
              let edge = UInt32(truncatingIfNeeded: place)
              chosen[count] = Item(key: key, source: UInt32(truncatingIfNeeded: node), edge: edge)
              count &+= 1
            }
          }
        }
        return count
      }
    }
  }

  /// A whole number that grows with the weight, or falls with it where the heaviest edges are wanted.
  @inline(__always) private func key(_ weight: Double) -> UInt64 {
    if weights.areSmallIntegers { return UInt64(isMaximum ? weights.greatest - weight : weight - weights.least) }
    let bits = (weight + 0.0).bitPattern
    let ascending = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return isMaximum ? ~ascending : ascending
  }

  @inline(__always) private func root(_ node: UInt32) -> UInt32 {
    var node = node
    var parent = parents[node]
    while parent != node {
      let above = parents[parent]
      parents[node] = above
      node = above
      parent = parents[node]
    }
    return node
  }
}

/// Sorting by digits, from the lowest to the highest; digits that are the same everywhere are passed over.
enum RadixSort {
  private static let digitBits = 11

  /// The first `count` items by key, equal ones in the order in which they stood, in memory of its own.
  static func sorted(
    _ items: MutableElements<SpanningForestKernel.Item>, count: Int
  ) -> MutableElements<SpanningForestKernel.Item> {
    var from = MutableElements<SpanningForestKernel.Item>.allocate(count: count)
    var to = MutableElements<SpanningForestKernel.Item>.allocate(count: count)
    defer { to.deallocate() }
    var varying: UInt64 = 0
    for place in 0..<count {
      from[place] = items[place]
      varying |= items[place].key ^ items[0].key
    }
    let digits = 1 << digitBits
    let starts = MutableElements<Int>.allocate(count: digits)
    defer { starts.deallocate() }
    let mask = UInt64(digits - 1)
    for shift in stride(from: 0, to: 64, by: digitBits) where (varying >> shift) & mask != 0 {
      starts.fill(0)
      for place in 0..<count { starts[Int((from[place].key >> shift) & mask)] &+= 1 }
      var sum = 0
      for digit in 0..<digits {
        let size = starts[digit]
        starts[digit] = sum
        sum &+= size
      }
      for place in 0..<count {
        let item = from[place]
        let digit = Int((item.key >> shift) & mask)
        to[starts[digit]] = item
        starts[digit] &+= 1
      }
      swap(&from, &to)
    }
    return from
  }
}
