/// How alike two nodes are, told from their neighbours.
public enum NeighborhoodMeasure: Hashable, Sendable, CaseIterable {
  /// The number of neighbours in common.
  case commonNeighbors
  /// The neighbours in common as a share of the neighbours of either (P. Jaccard, 1901).
  case jaccard
  /// The sum of 1 / ln *d* over the neighbours in common, of degree *d* (L. A. Adamic, E. Adar, 2003).
  case adamicAdar
  /// The sum of 1 / *d* over the neighbours in common, of degree *d* (T. Zhou, L. Lü, Y.-C. Zhang, 2009).
  case resourceAllocation
  /// The product of the degrees (A.-L. Barabási et al., 2002).
  case preferentialAttachment
  /// The neighbours in common divided by the geometric mean of the degrees (G. Salton, 1983).
  case cosine
  /// The neighbours in common as a share of the neighbours of the node that has fewer.
  case overlap
}

/// A node to which an edge may come to lead, and how much speaks for it.
public struct LinkPrediction: Hashable, Sendable {
  /// The node.
  public let node: NodeID
  /// The measure.
  public let score: Double
}

extension GraphStructure {
  /// How alike two nodes are by their neighbours.
  ///
  /// The graph is taken as undirected; self-loops do not count, and parallel edges count once. Nodes without a
  /// neighbour in common have 0 by every measure but `preferentialAttachment`. A node may be compared with itself.
  ///
  /// - Complexity: O(*d*) in the degrees; O(*a* log *b*) where the one is much smaller than the other.
  ///
  /// Source: D. Liben-Nowell, J. Kleinberg, "The Link-Prediction Problem for Social Networks", 2007.
  public func similarity(_ measure: NeighborhoodMeasure, of left: NodeID, and right: NodeID) -> Double {
    topology.simple.read { NeighborhoodKernel($0, measure).score(left.index, right.index) }
  }

  /// How alike the nodes of each pair are by their neighbours, in the order of the pairs.
  ///
  /// Conventions, source and complexity, for each pair, as in `similarity(_:of:and:)`.
  ///
  /// - Throws: `CancellationError`.
  public func similarities(
    _ measure: NeighborhoodMeasure, of pairs: [(NodeID, NodeID)], execution: Execution = Execution()
  ) throws -> [Double] {
    let scores = MutableElements<Double>.allocate(count: pairs.count)
    defer { scores.deallocate() }
    try topology.simple.read { rows in
      let kernel = NeighborhoodKernel(rows, measure)
      try execution.forEachPart(of: pairs.count, size: 1 << 12) { places, _ in
        for place in places { scores[place] = kernel.score(pairs[place].0.index, pairs[place].1.index) }
      }
    }
    return scores.array()
  }

  /// The nodes that a node is most like without having an edge with them, the likest first, of equals the lower node.
  ///
  /// Only nodes with which it has a neighbour in common are named; by `preferentialAttachment` all are. Conventions and
  /// source as in `similarity(_:of:and:)`.
  ///
  /// - Parameter limit: the most nodes to name.
  /// - Complexity: O(*V* + *k* log *k*) and what the rows of its neighbours are long, in the number *k* of nodes two steps
  ///   away; O(*V* log *V*) by `preferentialAttachment`.
  public func predictedLinks(
    from node: NodeID, by measure: NeighborhoodMeasure, limit: Int = 10
  ) -> [LinkPrediction] {
    let scores = topology.simple.read { rows in
      let kernel = NeighborhoodKernel(rows, measure)
      return measure == .preferentialAttachment ? kernel.scoresToAll(from: node.index) : kernel.scores(from: node.index)
    }
    let ranked = scores.sorted { $0.score != $1.score ? $0.score > $1.score : $0.node < $1.node }
    return ranked.prefix(max(0, limit)).map { LinkPrediction(node: NodeID($0.node), score: $0.score) }
  }
}
