extension GraphStructure {
  /// Blocs of allies: communities with positive edges inside and negative ones between them, by the Leiden algorithm on
  /// signed modularity or on the constant Potts model.
  ///
  /// Modularity is that of `signedModularity`; the constant Potts model counts negative edges as negative weight. Edges
  /// without a sign play no part. A bloc need not hang together by positive edges: common enemies draw nodes together
  /// as well, so that by modularity a node may also join one of the eight blocs of most enmity without a neighbour there. A
  /// node without signed edges is a bloc of its own. The direction of the options is not looked at.
  ///
  /// - Parameters:
  ///   - signs: made for this graph.
  ///   - weights: how much an edge counts, not negative; without them, all count alike.
  /// - Throws: `GraphError` with `invalidArgument` for an option or a weight out of range; `CancellationError`.
  /// - Complexity: as `leidenCommunities`.
  ///
  /// Source: S. Gómez, P. Jensen, A. Arenas, "Analysis of community structure in networks of correlated data", 2009;
  /// V. A. Traag, J. Bruggeman, "Community detection in networks with positive and negative links", 2009.
  public func signedCommunities(
    _ signs: EdgeSigns, _ options: CommunityOptions = CommunityOptions(), weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> Partition {
    try options.check()
    if let start = options.start { try check(start) }
    let layers = try SignedLayers(topology, signs, weights)
    let base = CommunityBase(signed: topology, layers, options)
    defer { base.deallocate() }
    return try base.search(options, isRefining: true, execution)
  }

  /// Modularity by positive less modularity by negative edges, each in proportion to its weight: positive edges ought to lie
  /// inside the groups and negative ones between them.
  ///
  /// *Q = (m⁺ Q⁺ − m⁻ Q⁻) / (m⁺ + m⁻)* with the modularity and the weight of the positive and of the negative edges. 0
  /// where no edge has a sign. The graph is taken as undirected.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a partition of another graph, a resolution or a weight below 0.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: S. Gómez, P. Jensen, A. Arenas, 2009.
  public func signedModularity(
    of partition: Partition, _ signs: EdgeSigns, weights: EdgeWeights? = nil, resolution: Double = 1
  ) throws -> Double {
    let layers = try SignedLayers(topology, signs, weights)
    let sums = (layers.positive.values.reduce(0, +), layers.negative.values.reduce(0, +))
    let within = try modularity(of: partition, weights: layers.positive, resolution: resolution)
    let against = try modularity(of: partition, weights: layers.negative, resolution: resolution)
    let total = sums.0 + sums.1
    return total > 0 ? (sums.0 * within - sums.1 * against) / total : 0
  }
}

/// The weights of a signed graph: of its positive edges, of its negative ones, and of the first less the second.
struct SignedLayers {
  let positive: EdgeWeights
  let negative: EdgeWeights
  let both: EdgeWeights

  init(_ topology: Topology, _ signs: EdgeSigns, _ weights: EdgeWeights?) throws {
    signs.checkBelongs(to: topology)
    try weights?.requireNonnegative(for: "a signed graph")
    func layer(_ factor: (Int8) -> Double) throws -> EdgeWeights {
      try EdgeWeights(topology) { factor(signs.values[$0.index]) * (weights?[$0] ?? 1) }
    }
    positive = try layer { $0 > 0 ? 1 : 0 }
    negative = try layer { $0 < 0 ? 1 : 0 }
    both = try layer { Double($0) }
  }
}
