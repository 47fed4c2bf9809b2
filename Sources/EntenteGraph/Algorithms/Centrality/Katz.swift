extension GraphStructure {
  /// How many walks of any length end at each node, where each step counts less than the one before it.
  ///
  /// The values solve *x* = 1 + *α Aᵀx* and are scaled to length 1 (the squares add up to 1). Parallel edges each
  /// count; followed both ways, a self-loop counts twice. The graph without edges has equal values.
  ///
  /// - Parameters:
  ///   - attenuation: *α*, what a step leaves of a walk; from 0 to below one over the greatest eigenvalue. Without it,
  ///     half of one over the greatest degree (with weights, strength) both ways, which is always small enough.
  ///   - options: the tolerance is for the greatest change of a node in a round, as a share of the greatest value.
  ///   - direction: `outgoing` counts walks that end at a node, `incoming` those that begin there.
  ///   - weights: how much an edge counts, not negative.
  /// - Throws: `GraphError` with `invalidArgument` for an attenuation, option or weight out of range, `noConvergence`
  ///   where the values do not settle: the attenuation is too large; `CancellationError`.
  /// - Complexity: O((*V* + *E*) · rounds) time, O(*V*) memory beside the rows; some ten rounds.
  ///
  /// Source: L. Katz, "A New Status Index Derived from Sociometric Analysis", 1953; by Gauss-Seidel iteration, in large
  /// graphs by Jacobi iteration.
  public func katzCentrality(
    attenuation: Double? = nil, _ options: IterationOptions = IterationOptions(), direction: Direction = .outgoing,
    weights: EdgeWeights? = nil, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try options.check()
    try weights?.requireNonnegative(for: "Katz centrality")
    let greatest = weights.map { strengths($0).max() ?? 0 } ?? Double(degrees().max() ?? 0)
    let attenuation = attenuation ?? (greatest > 0 ? 0.5 / greatest : 0)
    guard attenuation >= 0, attenuation.isFinite else {
      throw GraphError(.invalidArgument, "the attenuation is \(attenuation), and it is a number not below 0")
    }
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    let iteration = KatzIteration(topology, reverse, weights: weights, attenuation: attenuation, base: 1)
    defer { iteration.deallocate() }
    for round in 0..<options.maximumRounds {
      try execution.check()
      let (moved, greatest) = try iteration.advance(execution)
      execution.report(round + 1, of: options.maximumRounds)
      if !greatest.isFinite || greatest > 1e200 { break }
      if moved <= options.tolerance * greatest { return NodeMap(iteration.unitValues()) }
    }
    throw GraphError(
      .noConvergence,
      "Katz centrality does not settle with an attenuation of \(attenuation); take less than one over the greatest "
        + "eigenvalue, or allow more than \(options.maximumRounds) rounds")
  }
}
