extension GraphStructure {
  /// How much each node depends on contacts that know each other: Burt's constraint.
  ///
  /// For a node *i*, the sum over its contacts *j* of (*p_ij* + Σ_*q* *p_iq* *p_qj*)², where *p_ij* is the share of *i*'s
  /// ties, in either direction, that goes to *j*. Low where a node brokers between groups. Self-loops do not count,
  /// parallel edges add up. Not a number (NaN) where a node has no ties.
  ///
  /// - Parameter weights: how strong ties are, not negative; without them all are as strong.
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0; `CancellationError`.
  /// - Complexity: O(Σ *d*²) time in the degrees *d*, O(*V* + *E*) memory and O(*V*) a thread.
  ///
  /// Source: R. Burt, "Structural Holes and Good Ideas", 2004.
  public func constraint(weights: EdgeWeights? = nil, execution: Execution = Execution()) throws -> NodeMap<Double> {
    try weights?.requireNonnegative(for: "constraint")
    return NodeMap(try ContactTies(topology, weights: weights).values(.constraint, nothing: .nan, execution))
  }

  /// How many contacts of each node are not redundant: Burt's effective size of its network.
  ///
  /// For a node *i*, the sum over its contacts *j* of 1 - Σ_*q* *p_iq* *m_jq*, where *p_iq* is the share of *i*'s ties, in
  /// either direction, that goes to another contact *q*, and *m_jq* is *j*'s tie to *q* as a share of *j*'s strongest.
  /// Without weights, it is the number of contacts less their mean number of ties among each other. Self-loops do not
  /// count, parallel edges add up. 0 where a node has no ties.
  ///
  /// - Parameter weights: how strong ties are, not negative; without them all are as strong.
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0; `CancellationError`.
  /// - Complexity: O(Σ *d*²) time in the degrees *d*, O(*V* + *E*) memory and O(*V*) a thread.
  ///
  /// Sources: R. Burt, "Structural Holes", 1995; S. Borgatti, "Structural Holes: Unpacking Burt's Redundancy
  /// Measures", 1997.
  public func effectiveSize(weights: EdgeWeights? = nil, execution: Execution = Execution()) throws -> NodeMap<Double> {
    try weights?.requireNonnegative(for: "effective size")
    return NodeMap(try ContactTies(topology, weights: weights).values(.effectiveSize, nothing: 0, execution))
  }
}
