/// Each node's contacts, without itself and each once, with the weight of the edges to and from it together.
struct ContactTies {
  private let rows: CSR
  private let weights: Column<Double>

  init(_ topology: Topology, weights given: EdgeWeights?) {
    let lengths = given?.byPlace(topology, .both)
    (rows, weights) = topology.symmetric.read { rows in
      var offsets: [UInt32] = [0]
      var neighbors: [UInt32] = []
      var weights: [Double] = []
      for node in 0..<rows.nodeCount {
        for place in rows.start(node)..<rows.end(node) where Int(rows.neighbors[place]) != node {
          let weight = lengths?[place] ?? 1
          if neighbors.count > Int(offsets[node]), neighbors[neighbors.count - 1] == rows.neighbors[place] {
            weights[weights.count - 1] += weight
          } else {
            neighbors.append(rows.neighbors[place])
            weights.append(weight)
          }
        }
        offsets.append(UInt32(truncatingIfNeeded: neighbors.count))
      }
      return (CSR(offsets: Column(offsets), neighbors: Column(neighbors)), Column(weights))
    }
  }

  /// How the contacts of a node among each other count.
  enum Measure: Sendable {
    /// The sum over contacts of the squared share of a node's ties that goes to each, directly and by another contact.
    case constraint
    /// The number of contacts less what of each is redundant because other contacts are tied to it.
    case effectiveSize
  }

  /// The measure for each node; `nothing` where a node has no ties.
  func values(_ measure: Measure, nothing: Double, _ execution: Execution) throws -> [Double] {
    let nodeCount = rows.nodeCount
    let values = MutableElements<Double>.allocate(count: nodeCount, repeating: nothing)
    let scales = MutableElements<Double>.allocate(count: nodeCount, repeating: 0)
    let tables = (0..<execution.threads).map { _ in MutableElements<Double>.allocate(count: 2 * nodeCount, repeating: 0)
    }
    defer {
      values.deallocate()
      scales.deallocate()
      for table in tables { table.deallocate() }
    }
    try rows.read { rows in
      try weights.read { weights in
        let sums = MutableElements<Double>.allocate(count: nodeCount, repeating: 0)
        defer { sums.deallocate() }
        for node in 0..<nodeCount {
          for place in rows.start(node)..<rows.end(node) {
            sums[node] += weights[place]
            scales[node] = measure == .constraint ? scales[node] + weights[place] : max(scales[node], weights[place])
          }
        }
        let size = 64
        try execution.forEachChunk(Execution.parts(of: nodeCount, size: size), reporting: true) { part, worker in
          for node in part * size..<min(nodeCount, (part + 1) * size) where sums[node] > 0 {
            values[node] = Self.value(rows, weights, node, sums[node], scales, tables[worker], measure)
          }
        }
      }
    }
    return values.array()
  }

  /// - Parameter table: two values a node, 0 before and after: whether it is a contact, and what other contacts add.
  private static func value(
    _ rows: Rows, _ weights: Elements<Double>, _ node: Int, _ sum: Double, _ scales: MutableElements<Double>,
    _ table: MutableElements<Double>, _ measure: Measure
  ) -> Double {
    let row = rows.start(node)..<rows.end(node)
    for place in row { table[2 &* Int(rows.neighbors[place])] = 1 }
    for place in row {
      let contact = Int(rows.neighbors[place])
      let share = weights[place] / sum
      guard scales[contact] > 0 else { continue }
      var other = rows.start(contact)
      let end = rows.end(contact)
      let factor = share / scales[contact]
      while other < end {
        let neighbor = Int(rows.neighbors[other])
        // What is not a contact gets 0, without a branch.
        table[2 &* neighbor &+ 1] += table[2 &* neighbor] * factor * weights[other]
        other &+= 1
      }
    }
    var value = 0.0
    for place in row {
      let contact = Int(rows.neighbors[place])
      let indirect = table[2 &* contact &+ 1]
      switch measure {
      case .constraint:
        let share = weights[place] / sum + indirect
        value += share * share
      case .effectiveSize: value += 1 - indirect
      }
      table[2 &* contact] = 0
      table[2 &* contact &+ 1] = 0
    }
    return value
  }
}
