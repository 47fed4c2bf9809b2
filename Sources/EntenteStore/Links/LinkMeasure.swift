public import EntenteGraph

/// A number for each node of a graph, by which nodes can be ranked.
public enum LinkMeasure: String, Hashable, Sendable, CaseIterable, Encodable {
  /// Share of a random walk: who is linked to those that matter.
  case pageRank = "pagerank"
  /// Number of links.
  case degree
  /// Weight of links.
  case strength
  /// Share of shortest ways that pass by: who stands between others.
  case betweenness
  /// One over the mean distance to those that are reached: who is near.
  case closeness
  /// Sum of one over each distance.
  case harmonic
  /// Who is linked to those that are linked well.
  case eigenvector
  /// The same with a share of one's own.
  case katz
  /// Who points to authorities.
  case hubs
  /// Who is pointed to by hubs.
  case authorities
  /// The innermost core that a node is in.
  case core
  /// The share of pairs of neighbours that are linked.
  case clustering
}

extension LinkGraph {
  /// The measure of each node.
  ///
  /// PageRank, strength and the eigenvector look at weights where there are any; all measures follow edges by
  /// `direction`.
  ///
  /// - Throws: `StoreError` with `malformed` for a weight below 0, which strength alone takes, and for weights whose sum is
  ///   too great; `GraphError` with `noConvergence`; `CancellationError`.
  /// - Complexity: that of the algorithm behind the measure.
  public func values(
    of measure: LinkMeasure, direction: Direction, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    switch measure {
    case .pageRank:
      try pageRank(
        PageRankOptions(direction: direction), weights: try weights(for: "PageRank"), execution: execution)
    case .degree: degrees(direction).mapValues(Double.init)
    case .strength:
      try weights(for: "strength", mayBeNegative: true).map { strengths($0, direction) }
        ?? degrees(direction).mapValues(Double.init)
    case .betweenness: try betweenness(direction: direction, execution: execution)
    case .closeness: try closeness(direction: direction, scale: .timesReach, execution: execution)
    case .harmonic: try harmonicCloseness(direction: direction, isNormalized: true, execution: execution)
    case .eigenvector:
      try eigenvectorCentrality(
        direction: direction, weights: try weights(for: "the eigenvector"), execution: execution)
    case .katz: try katzCentrality(direction: direction, execution: execution)
    case .hubs: try hubsAndAuthorities(execution: execution).hubs
    case .authorities: try hubsAndAuthorities(execution: execution).authorities
    case .core: try simplified(isUndirected: true).coreNumbers().mapValues(Double.init)
    case .clustering: try localClustering(execution: execution)
    }
  }
}
