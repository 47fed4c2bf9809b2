/// How PageRank is to be computed.
public struct PageRankOptions: Hashable, Sendable {
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

extension Snapshot {
  /// The share of its time that a random walker spends at each node, by node; the shares add up to 1.
  ///
  /// A walker at a node without a way on (a dangling node, or one whose edges all weigh 0) starts anew
  /// at any node. Parallel edges each count; followed both ways, a self-loop counts twice. The graph
  /// without nodes has no ranks.
  ///
  /// - Parameter weight: how much an edge draws, finite and not negative; without it, all draw alike.
  /// - Throws: `GraphError` with `invalidArgument` for an option or a weight out of range,
  ///   `noConvergence` where the ranks still move after the last round.
  /// - Complexity: O((*V* + *E*) · rounds) time, O(*V* + *E*) memory.
  ///
  /// Source: L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank Citation Ranking", 1999; power
  /// iteration as in A. N. Langville, C. D. Meyer, "Deeper Inside PageRank", 2004.
  public func pageRank(
    _ options: PageRankOptions = PageRankOptions(), weight: ((EdgeID) -> Double)? = nil
  ) throws(GraphError) -> [Double] {
    try options.check()
    guard nodeCount > 0 else { return [] }
    var weights: [Double]?
    if let weight { weights = try checkedWeights(weight) }
    var iteration = PageRankIteration(snapshot: self, direction: options.direction, weights: weights)
    for _ in 0..<options.maximumRounds where iteration.advance(damping: options.damping) < options.tolerance {
      return iteration.ranks
    }
    throw GraphError(
      .noConvergence,
      "PageRank still moved after \(options.maximumRounds) rounds; allow more rounds or a larger tolerance than "
        + "\(options.tolerance)")
  }

  private func checkedWeights(_ weight: (EdgeID) -> Double) throws(GraphError) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(edgeCount)
    for edge in edges {
      let value = weight(edge)
      guard value.isFinite, value >= 0 else {
        throw GraphError(
          .invalidArgument, "edge '\(key(of: edge))' weighs \(value), and a weight is finite and not negative")
      }
      weights.append(value)
    }
    return weights
  }
}

extension PageRankOptions {
  fileprivate func check() throws(GraphError) {
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

/// Ranks that are pulled along reversed edges, so that each is a sum in a fixed order.
private struct PageRankIteration {
  /// One way in which rank flows: node *v* receives from the neighbours of its row.
  private struct Flow {
    var rows: CSR
    /// The weight at each place of the rows, at last as the sender's share; `nil` where all weigh 1.
    var weights: [Double]?
  }

  private(set) var ranks: [Double]
  private var next: [Double]
  private var shares: [Double]
  private var flows: [Flow]
  /// The weight that leaves each node.
  private let strengths: [Double]

  init(snapshot: Snapshot, direction: Direction, weights: [Double]?) {
    // Weights count relative to each other; below 1 their sum cannot overflow.
    let heaviest = weights?.max() ?? 1
    let weights = heaviest > 0 ? weights?.map { $0 / heaviest } : weights
    flows = []
    if direction != .incoming {
      let permuted = weights.map { weights in snapshot.incomingEdges.map { weights[Int($0)] } }
      flows.append(Flow(rows: snapshot.incoming, weights: permuted))
    }
    if direction != .outgoing { flows.append(Flow(rows: snapshot.outgoing, weights: weights)) }
    var strengths = [Double](repeating: 0, count: snapshot.nodeCount)
    for flow in flows {
      for (place, sender) in flow.rows.neighbors.enumerated() { strengths[Int(sender)] += flow.weights?[place] ?? 1 }
    }
    for index in flows.indices {
      let senders = flows[index].rows.neighbors
      flows[index].weights = flows[index].weights.map { weights in
        weights.indices.map { weights[$0] > 0 ? weights[$0] / strengths[Int(senders[$0])] : 0 }
      }
    }
    self.strengths = strengths
    ranks = [Double](repeating: 1 / Double(snapshot.nodeCount), count: snapshot.nodeCount)
    next = ranks
    shares = ranks
  }

  /// Takes one step and says how far the ranks moved, summed over the nodes.
  mutating func advance(damping: Double) -> Double {
    var dangling = 0.0
    for node in ranks.indices {
      shares[node] = strengths[node] > 0 ? ranks[node] / strengths[node] : 0
      if strengths[node] == 0 { dangling += ranks[node] }
    }
    let base = (1 - damping + damping * dangling) / Double(ranks.count)
    var moved = 0.0
    for node in ranks.indices {
      next[node] = base + damping * received(at: node)
      moved += abs(next[node] - ranks[node])
    }
    swap(&ranks, &next)
    return moved
  }

  private func received(at node: Int) -> Double {
    var received = 0.0
    for flow in flows {
      let neighbors = flow.rows.neighbors
      if let weights = flow.weights {
        for place in flow.rows.row(node) { received += weights[place] * ranks[Int(neighbors[place])] }
      } else {
        for place in flow.rows.row(node) { received += shares[Int(neighbors[place])] }
      }
    }
    return received
  }
}
