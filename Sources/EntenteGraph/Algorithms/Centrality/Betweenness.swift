extension GraphStructure {
  /// How many shortest ways between other nodes pass each node: of each pair, the share of its shortest ways.
  ///
  /// The ends of a way do not count. With `both`, a pair counts once, not once each way. Self-loops change nothing;
  /// each of several parallel edges makes a way of its own. Pairs without a way add nothing. The number of ways is
  /// kept as a `Double`: exact up to 2^53, and then to 53 bits.
  ///
  /// - Parameters:
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  ///   - sources: where ways begin, one named twice counting twice; all nodes if not given. With `both` the sums are
  ///     halved all the same, as if each pair were seen from both of its ends.
  ///   - weights: how long edges are, above 0; without them a way is as long as it has steps. Lengths that differ by
  ///     less than 10^-12 of themselves count as equal, unless all weights are whole numbers.
  /// - Throws: `GraphError` with `invalidArgument` for a source that is not in the graph or a weight that is not above 0;
  ///   `CancellationError`.
  /// - Complexity: O(*S* (*V* + *E*)) time in the number of sources without trees, with weights
  ///   O(*S* (*V* + *E*) log *E*), and O(*V* + *E*) memory a thread. Trees that hang on the rest cost O(1) a node.
  ///
  /// Sources: U. Brandes, "A Faster Algorithm for Betweenness Centrality", 2001; M. Baglioni et al., "Fast Exact
  /// Computation of Betweenness Centrality in Social Networks", 2012 (trees).
  public func betweenness(
    direction: Direction = .outgoing, sources: [NodeID]? = nil, weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try weights?.requirePositive(for: "betweenness")
    let own = try sourceCounts(sources)
    let run = BetweennessRun(topology, direction, own: own, weights: weights, wantsEdges: false)
    let sums = try run.sums(execution).byNode
    return NodeMap(direction == .both ? sums.map { $0 / 2 } : sums)
  }

  /// How many shortest ways between nodes take each edge, by edge: of each pair, the share of its shortest ways.
  ///
  /// As in `betweenness(direction:sources:weights:execution:)`, of which it is the counterpart; a self-loop has 0, and parallel
  /// edges each have their share.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a source that is not in the graph or a weight that is not above 0;
  ///   `CancellationError`.
  /// - Complexity: as `betweenness(direction:sources:weights:execution:)`.
  ///
  /// Source: U. Brandes, "On Variants of Shortest-Path Betweenness Centrality and their Generic Computation", 2008.
  public func edgeBetweenness(
    direction: Direction = .outgoing, sources: [NodeID]? = nil, weights: EdgeWeights? = nil,
    execution: Execution = Execution()
  ) throws -> [Double] {
    try weights?.requirePositive(for: "betweenness")
    let own = try sourceCounts(sources)
    let run = BetweennessRun(topology, direction, own: own, weights: weights, wantsEdges: true)
    let sums = try run.sums(execution).byEdge
    return direction == .both ? sums.map { $0 / 2 } : sums
  }

  /// How often each node is named as a source; once each if none is.
  private func sourceCounts(_ sources: [NodeID]?) throws(GraphError) -> [Double] {
    guard let sources else { return [Double](repeating: 1, count: nodeCount) }
    var counts = [Double](repeating: 0, count: nodeCount)
    for source in sources {
      guard source.index < nodeCount else {
        throw GraphError(
          .invalidArgument, "source \(source) is not in the graph, whose nodes are 0 to \(nodeCount - 1)")
      }
      counts[source.index] += 1
    }
    return counts
  }
}
