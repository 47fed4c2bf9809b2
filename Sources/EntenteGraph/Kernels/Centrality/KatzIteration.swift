/// Katz centrality as a linear system: each node has a base and a share of what those in its row have.
struct KatzIteration {
  /// From this many places on, nodes are set side by side from the round before, so that threads can share them.
  private static let leastSharedPlaces = 1 << 19

  private let rows: CSR
  private let weights: Column<Double>?
  private let attenuation: Double
  private let base: Double
  private let matrix: NeighborSums?
  private let values: MutableElements<Double>
  private let sums: MutableElements<Double>

  init(_ topology: Topology, _ direction: Direction, weights: EdgeWeights?, attenuation: Double, base: Double) {
    rows = topology.rows(direction)
    self.weights = weights?.byPlace(topology, direction)
    self.attenuation = attenuation
    self.base = base
    matrix =
      rows.neighbors.count < Self.leastSharedPlaces ? nil : NeighborSums(topology, direction, weights: weights)
    values = .allocate(count: topology.nodeCount, repeating: base)
    sums = .allocate(count: matrix == nil ? 0 : topology.nodeCount)
  }

  func deallocate() {
    values.deallocate()
    sums.deallocate()
  }

  /// One round; gives the greatest change of a node and the greatest value.
  func advance(_ execution: Execution) throws -> (moved: Double, greatest: Double) {
    if let matrix {
      try matrix.apply(values, into: sums, execution)
      return rows.read { rows in update(rows) { node, _ in sums[node] } }
    }
    return rows.read { rows in
      guard let weights else {
        return update(rows) { node, rows in
          Gathering.sum(values.elements, at: rows.neighbors, rows.start(node), rows.end(node))
        }
      }
      return weights.read { weights in
        update(rows) { node, rows in
          var sum = 0.0
          for place in rows.start(node)..<rows.end(node) { sum += weights[place] * values[rows.neighbors[place]] }
          return sum
        }
      }
    }
  }

  @inline(__always) private func update(_ rows: Rows, _ sum: (Int, Rows) -> Double) -> (Double, Double) {
    var (moved, greatest, node) = (0.0, 0.0, 0)
    while node < rows.nodeCount {
      let value = base + attenuation * sum(node, rows)
      moved = max(moved, abs(value - values[node]))
      greatest = max(greatest, abs(value))
      values[node] = value
      node &+= 1
    }
    return (moved, greatest)
  }

  /// The values, scaled to length 1.
  func unitValues() -> [Double] {
    let length = VectorArithmetic.length(values)
    if length > 0 { VectorArithmetic.set(values, to: 1 / length, times: values) }
    return values.array()
  }
}
