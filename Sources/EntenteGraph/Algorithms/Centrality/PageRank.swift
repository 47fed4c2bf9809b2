/// How PageRank is to be computed.
public struct PageRankOptions: Sendable {
  /// The chance to follow an edge rather than to start anew, from 0 up to, but not including, 1.
  public var damping: Double
  /// Iteration ends when the ranks of all nodes together move by less than this; greater than 0.
  public var tolerance: Double
  /// The most rounds to take; at least 1.
  public var maximumRounds: Int
  /// Which way rank flows; `both` takes the graph as undirected.
  public var direction: Direction

  /// Options; those not given have the usual values.
  public init(
    damping: Double = 0.85, tolerance: Double = 1e-10, maximumRounds: Int = 1000, direction: Direction = .outgoing
  ) {
    self.damping = damping
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
    self.direction = direction
  }
}

extension GraphStructure {
  /// The share of its time that a random walker spends at each node; the shares add up to 1.
  ///
  /// A walker at a node without a way on (a dangling node, or one whose edges all weigh 0) starts anew
  /// like one that was not to follow an edge. Parallel edges each count; followed both ways, a self-loop counts
  /// twice. The graph without nodes has no ranks.
  ///
  /// - Parameters:
  ///   - weights: how much an edge draws, not negative; without them, all draw alike.
  ///   - restart: how likely a walker is to start at each node, in any unit (personalised PageRank, random
  ///     walk with restart); without it, all are as likely.
  /// - Throws: `GraphError` with `invalidArgument` for an option, a weight or a restart out of range,
  ///   `noConvergence` where the ranks still move after the last round; `CancellationError`.
  /// - Complexity: O((*V* + *E*) · rounds) time, O(*V*) memory beside the rows; about half the rounds of power iteration.
  ///
  /// Source: L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank Citation Ranking", 1999; solved as the linear
  /// system of G. M. Del Corso, A. Gullì, F. Romani, "Fast PageRank Computation via a Sparse Linear System", 2005,
  /// by Gauss-Seidel iteration, or by conjugate gradients where edges lead both ways.
  public func pageRank(
    _ options: PageRankOptions = PageRankOptions(), weights: EdgeWeights? = nil, restart: NodeMap<Double>? = nil,
    execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try options.check()
    try weights?.requireNonnegative(for: "PageRank")
    guard nodeCount > 0 else { return NodeMap([]) }
    let start = try restart.map { try checkedRestart($0) }
    let system = try PageRankSystem(topology, options, weights: weights, restart: start, execution)
    defer { system.deallocate() }
    let ranks =
      options.direction == .both
      ? try conjugateGradients(system, options, execution) : try gaussSeidel(system, options, execution)
    guard let ranks else {
      throw GraphError(
        .noConvergence,
        "PageRank still moved after \(options.maximumRounds) rounds; allow more rounds or a larger tolerance than "
          + "\(options.tolerance)")
    }
    return NodeMap(ranks)
  }

  private func gaussSeidel(
    _ system: PageRankSystem, _ options: PageRankOptions, _ execution: Execution
  ) throws -> [Double]? {
    let iteration = PageRankGaussSeidel(system)
    defer { iteration.deallocate() }
    for round in 0..<options.maximumRounds {
      try execution.check()
      let moved = try iteration.advance(execution)
      execution.report(round + 1, of: options.maximumRounds)
      if moved < options.tolerance { return iteration.normalizedRanks }
    }
    return nil
  }

  private func conjugateGradients(
    _ system: PageRankSystem, _ options: PageRankOptions, _ execution: Execution
  ) throws -> [Double]? {
    let iteration = PageRankConjugateGradients(system)
    defer { iteration.deallocate() }
    var sums = try iteration.begin(execution)
    for round in 0..<options.maximumRounds {
      if sums.moved < options.tolerance * iteration.sum { return iteration.normalizedRanks }
      try execution.check()
      sums = try iteration.advance(sums, execution)
      execution.report(round + 1, of: options.maximumRounds)
    }
    return sums.moved < options.tolerance * iteration.sum ? iteration.normalizedRanks : nil
  }

  private func checkedRestart(_ restart: NodeMap<Double>) throws(GraphError) -> [Double] {
    guard restart.count == nodeCount else {
      throw GraphError(
        .invalidArgument, "the restart has \(restart.count) values, and the graph has \(nodeCount) nodes")
    }
    for node in restart.nodes where !(restart[node].isFinite && restart[node] >= 0) {
      throw GraphError(
        .invalidArgument, "node \(node) restarts with \(restart[node]), and a chance is finite and not negative")
    }
    let greatest = restart.values.max() ?? 0
    guard greatest > 0 else {
      throw GraphError(.invalidArgument, "the restart is 0 at every node; give at least one node a chance")
    }
    // Scaled first, so that the sum is finite.
    let scaled = restart.values.map { $0 / greatest }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 / sum }
  }
}

extension PageRankOptions {
  func check() throws(GraphError) {
    guard damping >= 0, damping < 1 else {
      throw GraphError(.invalidArgument, "the damping is \(damping), and it lies between 0 and 1, 1 not included")
    }
    guard tolerance > 0, tolerance.isFinite else {
      throw GraphError(.invalidArgument, "the tolerance is \(tolerance), and it is a number greater than 0")
    }
    guard maximumRounds >= 1 else {
      throw GraphError(.invalidArgument, "\(maximumRounds) rounds are allowed, and at least 1 is needed")
    }
  }
}
