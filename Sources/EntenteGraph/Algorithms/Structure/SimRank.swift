/// A number for each pair of nodes.
public struct NodeSimilarities: Hashable, Sendable {
  /// The number of nodes.
  public let nodeCount: Int
  private let values: [Double]

  init(nodeCount: Int, values: [Double]) {
    self.nodeCount = nodeCount
    self.values = values
  }

  /// How alike two nodes are.
  ///
  /// - Precondition: the nodes are in the graph.
  public subscript(left: NodeID, right: NodeID) -> Double {
    precondition(
      left.index < nodeCount && right.index < nodeCount, "similarities belong to the graph that they were made for")
    return values[left.index * nodeCount + right.index]
  }

  /// How alike a node and each node are.
  ///
  /// - Complexity: O(*V*).
  public func similarities(of node: NodeID) -> NodeMap<Double> {
    NodeMap(Array(values[node.index * nodeCount..<(node.index + 1) * nodeCount]))
  }
}

extension GraphStructure {
  /// How alike all pairs of nodes are, where nodes are alike if alike nodes lead to them.
  ///
  /// A node is like itself by 1; two nodes are alike by the mean of how alike their neighbours are, times the decay;
  /// a node without neighbours is like no other. Parallel edges each count, and a self-loop makes a node its own
  /// neighbour, twice for `both`.
  ///
  /// - Parameters:
  ///   - decay: how much likeness one step carries, from 0 up to, but not including, 1.
  ///   - tolerance: how far a value may be off; greater than 0.
  ///   - direction: which edges lead from a node to those that make it like others.
  /// - Throws: `GraphError` with `invalidArgument` for a decay or a tolerance out of range, `tooLarge` beyond 16,384 nodes,
  ///   whose pairs take 4 GiB; `CancellationError`.
  /// - Complexity: O(*V* · *E* · log tolerance / log decay) time, O(*V*²) memory.
  ///
  /// Source: G. Jeh, J. Widom, "SimRank: A Measure of Structural-Context Similarity", 2002; D. Lizorkin et al., 2008.
  public func simRank(
    decay: Double = 0.8, tolerance: Double = 1e-4, direction: Direction = .incoming, execution: Execution = Execution()
  ) throws -> NodeSimilarities {
    try checkDecay(decay)
    guard tolerance > 0, tolerance.isFinite else {
      throw GraphError(.invalidArgument, "the tolerance is \(tolerance), and it is a number greater than 0")
    }
    guard nodeCount <= 1 << 14 else {
      throw GraphError(
        .tooLarge, "\(nodeCount) nodes have too many pairs for SimRank; take at most 16384, or ask for one node's alone"
      )
    }
    let kernel = SimRankKernel(topology.rows(direction), decay: decay)
    defer { kernel.deallocate() }
    return NodeSimilarities(nodeCount: nodeCount, values: try kernel.values(tolerance: tolerance, execution))
  }

  /// How alike a node and each node are by SimRank, estimated.
  ///
  /// The same seed gives the same result. A value's standard error is at most 0.5 / √`samples`; steps beyond those
  /// that can add 0.001 are left out. Conventions as in `simRank(decay:tolerance:direction:execution:)`.
  ///
  /// - Parameters:
  ///   - decay: how much likeness one step carries, from 0 up to, but not including, 1.
  ///   - samples: how many walks to take from each node, at least 1.
  ///   - direction: which edges lead from a node to those that make it like others.
  ///   - seed: where the random numbers begin.
  /// - Throws: `GraphError` with `invalidArgument` for a decay or a number of samples out of range; `CancellationError`.
  /// - Complexity: O(*V* · samples · log 0.001 / log decay) time, O(*V* + samples) memory.
  ///
  /// Source: D. Fogaras, B. Rácz, "Scaling Link-Based Similarity Search", 2005.
  public func simRank(
    of node: NodeID, decay: Double = 0.8, samples: Int = 1000, direction: Direction = .incoming, seed: UInt64 = 1,
    execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try checkDecay(decay)
    guard samples >= 1 else {
      throw GraphError(.invalidArgument, "\(samples) samples are to be taken, and at least 1 is needed")
    }
    var (length, reach) = (1, decay)
    while reach * decay > 0.001 { (length, reach) = (length + 1, reach * decay) }
    let sampling = SimRankSampling(
      rows: topology.rows(direction), decay: decay, samples: samples, length: length, seed: seed)
    return NodeMap(try sampling.values(of: node.index, execution))
  }

  private func checkDecay(_ decay: Double) throws(GraphError) {
    guard decay >= 0, decay < 1 else {
      throw GraphError(.invalidArgument, "the decay is \(decay), and it lies between 0 and 1, 1 not included")
    }
  }
}
