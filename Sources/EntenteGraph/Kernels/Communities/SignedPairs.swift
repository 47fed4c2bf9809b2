/// A signed graph with one weight for each pair of nodes: its positive less its negative edges.
struct SignedPairs {
  /// Where each node's row begins, and one more.
  private(set) var offsets: [Int] = [0]
  /// Neighbours with a weight other than 0, ascending in each row.
  private(set) var neighbors: [UInt32] = []
  /// The weight at each place.
  private(set) var weights: [Int] = []
  /// Edges that go unsatisfied however the nodes are divided: negative self-loops, and the fewer of a pair's two kinds.
  private(set) var contradictions = 0

  var nodeCount: Int { offsets.count - 1 }

  init(_ topology: Topology, _ signs: EdgeSigns) {
    let signs = signs.byPlace(topology)
    offsets.reserveCapacity(topology.nodeCount + 1)
    topology.symmetric.read { rows in
      signs.read { signs in
        for node in 0..<rows.nodeCount { addRow(rows, signs, node) }
      }
    }
  }

  private mutating func addRow(_ rows: Rows, _ signs: Elements<Int8>, _ node: Int) {
    var place = rows.start(node)
    let end = rows.end(node)
    while place < end {
      let neighbor = rows.neighbors[place]
      var (positive, negative) = (0, 0)
      while place < end, rows.neighbors[place] == neighbor {
        if signs[place] > 0 { positive += 1 }
        if signs[place] < 0 { negative += 1 }
        place &+= 1
      }
      if Int(neighbor) == node {
        // A self-loop stands twice.
        contradictions += negative / 2
        continue
      }
      if Int(neighbor) > node { contradictions += min(positive, negative) }
      if positive == negative { continue }
      neighbors.append(neighbor)
      weights.append(positive - negative)
    }
    offsets.append(neighbors.count)
  }

  /// The places of a node's row.
  func row(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }
}
