/// Nodes that a graph is divided into and the edges between them.
public struct Cut: Hashable, Sendable {
  /// The weights or capacities of the edges together.
  public let weight: Double
  /// The nodes of one side, ascending.
  public let side: [NodeID]
  /// The edges that lead from this side to the other, ascending; in an undirected graph, those between the two.
  public let edges: [EdgeID]
}

/// As much as can be sent from one node to another through a graph's edges.
public struct MaximumFlow: Sendable {
  /// How much it is.
  public let value: Double
  private let topology: Topology
  private let flows: Column<Double>
  private let direction: Direction
  private let capacities: EdgeWeights
  private let isBehindCut: [Bool]

  init(
    value: Double, topology: Topology, flows: Column<Double>, direction: Direction, capacities: EdgeWeights,
    isBehindCut: [Bool]
  ) {
    self.value = value
    self.topology = topology
    self.flows = flows
    self.direction = direction
    self.capacities = capacities
    self.isBehindCut = isBehindCut
  }

  /// How much flows over an edge from its source to its target; below 0 where it flows the other way.
  ///
  /// A self-loop carries nothing.
  ///
  /// - Complexity: O(log *d*) in the edges at its source.
  public subscript(edge: EdgeID) -> Double {
    let (source, target) = (topology.source(of: edge), topology.target(of: edge))
    if source == target { return 0 }
    return topology.symmetric.read { rows in
      topology.symmetricEdges.read { edges in
        flows[
          MaximumFlowKernel.place(
            rows, edges, node: source.index, neighbor: target.rawValue, edge: edge.rawValue)]
      }
    }
  }

  /// The edges that hold the flow back: a cut between source and sink of the least capacity, which is the flow's value.
  ///
  /// Its side is that of the source. Of several least cuts it is the one nearest to the sink. Edges without capacity are
  /// left out.
  ///
  /// - Complexity: O(*V* + *E*).
  public func minimumCut() -> Cut {
    var edges: [EdgeID] = []
    for edge in topology.edges where capacities[edge] > 0 {
      let source = isBehindCut[topology.source(of: edge).index]
      let target = isBehindCut[topology.target(of: edge).index]
      switch direction {
      case .outgoing: if !source && target { edges.append(edge) }
      case .incoming: if source && !target { edges.append(edge) }
      case .both: if source != target { edges.append(edge) }
      }
    }
    let weight = edges.reduce(0) { $0 + capacities[$1] }
    return Cut(weight: weight, side: topology.nodes.filter { !isBehindCut[$0.index] }, edges: edges)
  }
}

extension GraphStructure {
  /// As much as can be sent from one node to another, no edge carrying more than its capacity.
  ///
  /// Parallel edges add up; self-loops carry nothing; between nodes that no way joins nothing flows. Of several greatest
  /// flows it is one that the graph alone determines. Whole capacities give whole flows.
  ///
  /// - Parameters:
  ///   - capacities: what each edge carries at most, not below 0.
  ///   - direction: which way edges carry; over an undirected edge (`both`) flow may go either way.
  /// - Throws: `GraphError` with `invalidArgument` for a capacity below 0, a node that is not in the graph, or a source
  ///   that is the sink; `CancellationError`.
  /// - Complexity: O(*V*² · *E*) time at worst, a few searches over the graph mostly; O(*V* + *E*) memory.
  ///
  /// Source: R. K. Ahuja, J. B. Orlin, "Distance-directed augmenting path algorithms for maximum flow and parametric
  /// maximum flow problems", 1991, in the residual graph of L. R. Ford, D. R. Fulkerson, 1956.
  public func maximumFlow(
    from source: NodeID, to sink: NodeID, capacities: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> MaximumFlow {
    try requireNodes([source, sink])
    try capacities.requireNonnegative(for: "a flow")
    guard source != sink else {
      throw GraphError(.invalidArgument, "node \(source) is both source and sink; a flow takes two nodes")
    }
    let kernel = MaximumFlowKernel(topology, direction, capacities)
    defer { kernel.deallocateScratch() }
    let flows = Column(adopting: kernel.flows)
    let value = try kernel.send(from: source.rawValue, to: sink.rawValue, execution)
    return MaximumFlow(
      value: value, topology: topology, flows: flows, direction: direction, capacities: capacities,
      isBehindCut: kernel.levels.array().map { $0 >= 0 })
  }

  /// The edges of the least capacity without which no way leads from one node to another.
  ///
  /// Its side is that of `source`; of several least cuts it is the one nearest to `sink`. Everything else is as in
  /// `maximumFlow(from:to:capacities:direction:execution:)`.
  ///
  /// - Throws: as `maximumFlow(from:to:capacities:direction:execution:)`.
  /// - Complexity: as `maximumFlow(from:to:capacities:direction:execution:)`.
  ///
  /// Source: L. R. Ford, D. R. Fulkerson, "Maximal flow through a network", 1956.
  public func minimumCut(
    from source: NodeID, to sink: NodeID, capacities: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> Cut {
    try maximumFlow(from: source, to: sink, capacities: capacities, direction: direction, execution: execution)
      .minimumCut()
  }
}
