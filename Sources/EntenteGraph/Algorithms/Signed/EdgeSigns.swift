/// Whether an edge stands for friendship or hostility.
public enum EdgeSign: Hashable, Sendable, CaseIterable {
  /// Support, alliance, agreement.
  case positive
  /// Attack, rivalry, disagreement.
  case negative
}

/// A sign for each edge of a graph, or none for edges that are to play no part.
///
/// What is computed from signs takes the graph as undirected.
public struct EdgeSigns: Sendable {
  /// 1, -1, or 0 for none, by edge.
  let values: Column<Int8>
  /// The number of positive edges.
  public let positiveCount: Int
  /// The number of negative edges.
  public let negativeCount: Int

  /// The signs of a graph's edges; `nil` leaves an edge out.
  ///
  /// - Complexity: O(*E*).
  public init(_ graph: some GraphStructure, _ sign: (EdgeID) throws -> EdgeSign?) rethrows {
    var counts = (positive: 0, negative: 0)
    values = try Column(count: graph.edgeCount) { values in
      for edge in graph.edges {
        switch try sign(edge) {
        case .positive?:
          values[edge.index] = 1
          counts.positive += 1
        case .negative?:
          values[edge.index] = -1
          counts.negative += 1
        case nil: values[edge.index] = 0
        }
      }
    }
    positiveCount = counts.positive
    negativeCount = counts.negative
  }

  /// The sign of an edge.
  public subscript(edge: EdgeID) -> EdgeSign? {
    switch values[edge.index] {
    case 0: nil
    case 1: .positive
    default: .negative
    }
  }

  /// The sign at each place of the rows both ways.
  ///
  /// - Precondition: the signs were made for this topology.
  func byPlace(_ topology: Topology) -> Column<Int8> {
    checkBelongs(to: topology)
    return Column(topology.symmetricEdges.lazy.map { values[Int($0)] })
  }

  func checkBelongs(to topology: Topology) {
    precondition(values.count == topology.edgeCount, "signs belong to the graph that they were made for")
  }
}
