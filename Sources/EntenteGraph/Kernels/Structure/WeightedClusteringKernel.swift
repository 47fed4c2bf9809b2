/// Clustering in which a pair of neighbours counts by the weight of the edges to it.
struct WeightedClusteringKernel {
  private static let nodesPerPart = 1 << 10

  private let simple: CSR
  /// The weight at each place of `simple`, parallel edges together.
  private let weights: MutableElements<Double>
  private let values: MutableElements<Double>

  init(_ topology: Topology, _ weights: EdgeWeights) {
    let simple = topology.simple
    self.simple = simple
    let sums = MutableElements<Double>.allocate(count: simple.neighbors.count, repeating: 0)
    self.weights = sums
    values = MutableElements.allocate(count: topology.nodeCount)
    let byPlace = weights.byPlace(topology, .both)
    topology.symmetric.read { all in
      simple.read { simple in
        byPlace.read { weights in
          for node in 0..<all.nodeCount {
            var slot = simple.start(node)
            for place in all.start(node)..<all.end(node) where Int(all.neighbors[place]) != node {
              if simple.neighbors[slot] != all.neighbors[place] { slot &+= 1 }
              sums[slot] += weights[place]
            }
          }
        }
      }
    }
  }

  func deallocate() {
    weights.deallocate()
    values.deallocate()
  }

  func coefficients(_ execution: Execution) throws -> [Double] {
    let count = simple.nodeCount
    let parts = Execution.parts(of: count, size: Self.nodesPerPart)
    let workers = max(1, min(execution.threads, parts))
    // The weight of the edge from the node that is looked at; negative where there is none.
    let marks = (0..<workers).map { _ in MutableElements<Double>.allocate(count: count, repeating: -1) }
    defer { for marks in marks { marks.deallocate() } }
    try simple.read { rows in
      try execution.forEachChunk(parts, reporting: true) { part, worker in
        let last = min(count, (part + 1) * Self.nodesPerPart)
        for node in part * Self.nodesPerPart..<last { values[node] = coefficient(rows, node, marks[worker]) }
      }
    }
    return values.array()
  }

  private func coefficient(_ rows: Rows, _ node: Int, _ marks: MutableElements<Double>) -> Double {
    let (start, end) = (rows.start(node), rows.end(node))
    guard end - start > 1 else { return 0 }
    var strength = 0.0
    for place in start..<end {
      strength += weights[place]
      marks[rows.neighbors[place]] = weights[place]
    }
    var sum = 0.0
    for place in start..<end {
      let neighbor = Int(rows.neighbors[place])
      for further in rows.start(neighbor)..<rows.end(neighbor) {
        let weight = marks[rows.neighbors[further]]
        if weight >= 0 { sum += (weights[place] + weight) / 2 }
      }
    }
    for place in start..<end { marks[rows.neighbors[place]] = -1 }
    return strength > 0 ? sum / (strength * Double(end - start - 1)) : 0
  }
}
