/// What makes a division into communities a good one.
public enum CommunityObjective: Hashable, Sendable {
  /// More weight inside communities than the degrees of the nodes let expect.
  ///
  /// Source: M. E. J. Newman, M. Girvan, 2004; the resolution of J. Reichardt, S. Bornholdt, 2006.
  case modularity
  /// More weight inside communities than the resolution for each pair of nodes: communities are denser than
  /// the resolution, what lies between them is thinner, whatever the size of the graph.
  ///
  /// Source: V. A. Traag, P. Van Dooren, Y. Nesterov, "Narrow scope for resolution-limit-free community detection",
  /// 2011 (constant Potts model).
  case constantPotts
}

/// How communities are to be sought.
public struct CommunityOptions: Sendable {
  /// What makes a division a good one.
  public var objective: CommunityObjective
  /// Above 1, modularity gives more and smaller communities; for the constant Potts model, the weight that a pair of
  /// nodes in one community has at least on average. Not negative.
  public var resolution: Double
  /// How often to go through all levels, each time from what the time before found; it ends early when nothing
  /// changes. At least 1.
  public var iterations: Int
  /// `both` takes the graph as undirected; otherwise modularity is the directed one, the same for `outgoing` and
  /// `incoming`. The constant Potts model takes the graph as undirected always.
  public var direction: Direction
  /// The division to begin with; without it, each node begins alone.
  public var start: Partition?
  /// Where the random numbers begin that put the nodes into an order; the same seed gives the same result.
  public var seed: UInt64

  /// Options; those not given have the usual values.
  public init(
    objective: CommunityObjective = .modularity, resolution: Double = 1, iterations: Int = 2,
    direction: Direction = .both, start: Partition? = nil, seed: UInt64 = 1
  ) {
    self.objective = objective
    self.resolution = resolution
    self.iterations = iterations
    self.direction = direction
    self.start = start
    self.seed = seed
  }

  func check() throws(GraphError) {
    try Self.check(resolution: resolution)
    guard iterations >= 1 else {
      throw GraphError(.invalidArgument, "\(iterations) iterations are asked for, and at least 1 is needed")
    }
  }

  static func check(resolution: Double) throws(GraphError) {
    guard resolution >= 0, resolution.isFinite else {
      throw GraphError(.invalidArgument, "the resolution is \(resolution), and it is a number from 0 up")
    }
  }
}
