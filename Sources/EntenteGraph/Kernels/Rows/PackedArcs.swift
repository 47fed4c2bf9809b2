/// The neighbour and the whole weight at each place of some rows in one word, so that relaxing an edge reads once.
final class PackedArcs: Sendable {
  private let outgoing = Lazily<Column<UInt64>>()
  private let incoming = Lazily<Column<UInt64>>()
  private let symmetric = Lazily<Column<UInt64>>()

  /// The weight in the upper and the neighbour in the lower half, made when first asked for and then kept.
  ///
  /// - Precondition: the weights are whole numbers from 0 to below 2^31.
  func column(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) -> Column<UInt64> {
    let kept = direction == .outgoing ? outgoing : direction == .incoming ? incoming : symmetric
    return kept.value {
      let neighbors = topology.rows(direction).neighbors
      return neighbors.read { neighbors in
        weights.values.read { values in
          topology.edges(direction).map { edges in
            edges.read { edges in Self.packed(neighbors) { values[edges[$0]] } }
          } ?? Self.packed(neighbors) { values[$0] }
        }
      }
    }
  }

  @inline(__always) private static func packed(
    _ neighbors: Elements<UInt32>, _ weight: (Int) -> Double
  ) -> Column<UInt64> {
    Column(count: neighbors.count) { arcs in
      for place in 0..<neighbors.count { arcs[place] = UInt64(weight(place)) << 32 | UInt64(neighbors[place]) }
    }
  }
}

extension Direction {
  /// The direction that goes back where this one goes.
  var backward: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}
