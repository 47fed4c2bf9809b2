/// When an iteration for a centrality ends.
public struct IterationOptions: Sendable {
  /// How exact the result must be; each algorithm says what it measures. Greater than 0.
  public var tolerance: Double
  /// How often to go over the graph at most; at least 1.
  public var maximumRounds: Int

  /// Options; those not given have values that serve in most graphs.
  public init(tolerance: Double = 1e-10, maximumRounds: Int = 10_000) {
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
  }

  func check() throws(GraphError) {
    guard tolerance > 0, tolerance.isFinite else {
      throw GraphError(.invalidArgument, "the tolerance is \(tolerance), and it is a number greater than 0")
    }
    guard maximumRounds >= 1 else {
      throw GraphError(.invalidArgument, "\(maximumRounds) rounds are allowed, and at least 1 is needed")
    }
  }

  func unsettled(_ name: String) -> GraphError {
    GraphError(
      .noConvergence,
      "\(name) still moved after \(maximumRounds) rounds; allow more rounds or a larger tolerance than \(tolerance)")
  }
}

extension GraphStructure {
  /// How important each node is, where importance is the importance of those that lead to it: the eigenvector of the
  /// adjacency matrix for its greatest eigenvalue.
  ///
  /// The vector has length 1 (the squares add up to 1) and no negative values. Parallel edges each count; followed both
  /// ways, a self-loop counts twice. All nodes have 0 in a graph without edges and in a directed one without
  /// cycles. Where several parts of the graph have the same greatest eigenvalue, each shares in the vector.
  ///
  /// - Parameters:
  ///   - options: the tolerance is for the length of *Ax* - *λx* as a share of *λ*.
  ///   - direction: `outgoing` hands importance from source to target.
  ///   - weights: how much an edge hands on, not negative.
  /// - Throws: `GraphError` with `invalidArgument` for an option or a weight out of range, `noConvergence` where
  ///   the vector does not settle; `CancellationError`.
  /// - Complexity: O((*V* + *E*) · rounds) time; a second copy of the rows and O(*V*) memory; some dozen
  ///   rounds in graphs with hubs.
  ///
  /// Source: P. Bonacich, "Factoring and weighting approaches to status scores and clique identification", 1972; by the
  /// methods of Lanczos and Arnoldi.
  public func eigenvectorCentrality(
    _ options: IterationOptions = IterationOptions(), direction: Direction = .outgoing, weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try options.check()
    try weights?.requireNonnegative(for: "eigenvector centrality")
    let nothing = NodeMap([Double](repeating: 0, count: nodeCount))
    guard edgeCount > 0, weights.map({ $0.greatest > 0 }) ?? true else { return nothing }
    guard direction == .both || hasCycle(weights) else { return nothing }
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    let matrix = try NeighborSums.ranked(topology, reverse, weights: weights, execution)
    let start = try matrix.unitSums(nodeCount, execution)
    let search = DominantVector(start: start, isSymmetric: direction == .both)
    defer { search.deallocate() }
    let found = try search.find(
      tolerance: options.tolerance, maximumProducts: options.maximumRounds, execution
    ) { try matrix.apply($0, into: $1, execution) }
    guard let found else { throw options.unsettled("eigenvector centrality") }
    return NodeMap(matrix.byNode(found))
  }

  /// How good each node is as a pointer and as something pointed to.
  ///
  /// A node is a good authority where good hubs lead to it, and a good hub where it leads to good authorities. Both
  /// vectors have length 1 (the squares add up to 1) and no negative values; all 0 in a graph without edges.
  /// Parallel edges each count.
  ///
  /// - Parameters:
  ///   - options: the tolerance is for the length of *AᵀAx* - *λx* as a share of *λ*, in the authorities *x*.
  ///   - weights: how much an edge counts, not negative.
  /// - Throws: `GraphError` with `invalidArgument` for an option or a weight out of range, `noConvergence` where
  ///   the vector does not settle; `CancellationError`.
  /// - Complexity: O((*V* + *E*) · rounds) time, O(*V*) memory beside the rows.
  ///
  /// Source: J. Kleinberg, "Authoritative Sources in a Hyperlinked Environment", 1999; by the method of Lanczos.
  public func hubsAndAuthorities(
    _ options: IterationOptions = IterationOptions(), weights: EdgeWeights? = nil, execution: Execution = Execution()
  ) throws -> (hubs: NodeMap<Double>, authorities: NodeMap<Double>) {
    try options.check()
    try weights?.requireNonnegative(for: "HITS")
    let nothing = NodeMap([Double](repeating: 0, count: nodeCount))
    guard edgeCount > 0, weights.map({ $0.greatest > 0 }) ?? true else { return (nothing, nothing) }
    let toHubs = NeighborSums(topology, .outgoing, weights: weights)
    let toAuthorities = NeighborSums(topology, .incoming, weights: weights)
    let search = DominantVector(start: try toAuthorities.unitSums(nodeCount, execution), isSymmetric: true)
    let hubs = MutableElements<Double>.allocate(count: nodeCount)
    defer {
      search.deallocate()
      hubs.deallocate()
    }
    let found = try search.find(
      tolerance: options.tolerance, maximumProducts: options.maximumRounds, execution
    ) { authorities, sums in
      try toHubs.apply(authorities, into: hubs, execution)
      try toAuthorities.apply(hubs, into: sums, execution)
    }
    guard let found else { throw options.unsettled("HITS") }
    return (NodeMap(try toHubs.unitSums(found, execution)), NodeMap(found))
  }

  /// Whether edges, those of weight 0 left out, lead round in a circle.
  private func hasCycle(_ weights: EdgeWeights?) -> Bool {
    topology.outgoing.read { rows in
      var missing = [Int](repeating: 0, count: rows.nodeCount)
      func counts(_ place: Int) -> Bool { weights.map { $0.values[place] > 0 } ?? true }
      for place in 0..<rows.placeCount where counts(place) { missing[Int(rows.neighbors[place])] += 1 }
      var open = missing.indices.filter { missing[$0] == 0 }
      var closed = 0
      while let node = open.popLast() {
        closed += 1
        for place in rows.start(node)..<rows.end(node) where counts(place) {
          let neighbor = Int(rows.neighbors[place])
          missing[neighbor] -= 1
          if missing[neighbor] == 0 { open.append(neighbor) }
        }
      }
      return closed < rows.nodeCount
    }
  }
}
