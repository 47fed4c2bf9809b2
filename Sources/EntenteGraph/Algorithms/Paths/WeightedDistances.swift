/// How far from where a search started each node lies.
public struct Distances: Hashable, Sendable {
  /// The distance by node; infinity where no way leads.
  let values: [Double]

  /// The distance to a node, or `nil` where no way leads there.
  public subscript(node: NodeID) -> Double? { values[node.index] < .infinity ? values[node.index] : nil }

  /// The number of nodes that a way leads to, those where the search started included.
  public var reachedCount: Int { values.count { $0 < .infinity } }

  /// The greatest distance to any node that was reached; 0 where none was.
  public var greatest: Double { values.lazy.filter { $0 < .infinity }.max() ?? 0 }

  /// The distances by node.
  public var distances: NodeMap<Double?> { NodeMap(values.map { $0 < .infinity ? $0 : nil }) }
}

/// The shortest ways from where a search started to all nodes, as a tree.
public struct ShortestPathTree: Hashable, Sendable {
  /// The lengths of the ways.
  public let distances: Distances
  /// The node before each, and the edge from it; `DijkstraKernel.none` at sources and where no way leads.
  private let parents: [UInt32]
  private let edges: [UInt32]

  init(distances: [Double], parents: [UInt32], edges: [UInt32]) {
    self.distances = Distances(values: distances)
    self.parents = parents
    self.edges = edges
  }

  /// The distance to a node, or `nil` where no way leads there.
  public subscript(node: NodeID) -> Double? { distances[node] }

  /// The node before this one, or `nil` where the search started or does not come.
  public func parent(of node: NodeID) -> NodeID? {
    parents[node.index] == DijkstraKernel.none ? nil : NodeID(rawValue: parents[node.index])
  }

  /// The edge by which the way comes to a node, or `nil` where the search started or does not come.
  public func edge(to node: NodeID) -> EdgeID? {
    edges[node.index] == DijkstraKernel.none ? nil : EdgeID(rawValue: edges[node.index])
  }

  /// The shortest way to a node, or `nil` where none leads there.
  ///
  /// - Complexity: O(*l*) in its steps.
  public func path(to node: NodeID) -> Path? {
    guard self[node] != nil else { return nil }
    var nodes = [node]
    var edges: [EdgeID] = []
    var last = node
    while let parent = parent(of: last), let edge = edge(to: last) {
      nodes.append(parent)
      edges.append(edge)
      last = parent
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed())
  }
}

extension GraphStructure {
  /// The length of the shortest way from the nearest of some nodes to every node.
  ///
  /// Parallel edges are ways of their own, self-loops make no way shorter, and the graph without nodes has no
  /// distances. Where a weight is below 0, rounds over the edges take the place of Dijkstra's search.
  ///
  /// - Parameters:
  ///   - sources: where the search starts; a node may be named twice.
  ///   - weights: the length of each edge.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected, in which an edge below 0 is a
  ///     cycle below 0 by itself.
  /// - Throws: `GraphError` with `negativeCycle`, which names its nodes, where a cycle that can be reached sums to less
  ///   than 0, `invalidArgument` for a node that is not in the graph; `CancellationError`.
  /// - Complexity: O(*E* + *V* + *D*) where the weights are whole numbers below 4,096, *D* being the number of
  ///   different distances; O(*E* log *V*) for others from 0 up; O(*V* · *E*) where one is below 0.
  ///
  /// Source: E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959, with the buckets of R. B. Dial,
  /// 1969; below 0: E. F. Moore, 1959, R. Bellman, 1958, L. R. Ford, 1956.
  public func distances(
    from sources: some Sequence<NodeID>, weights: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> Distances {
    if weights.least < 0 {
      return try shortestPathTree(from: sources, weights: weights, direction: direction, execution: execution).distances
    }
    let starts = Array(sources)
    try requireNodes(starts)
    let kernel = DijkstraKernel(topology, direction, weights, recordsTree: false)
    defer { kernel.deallocate() }
    return Distances(values: try kernel.search(from: starts.map(\.rawValue), execution))
  }

  /// The shortest way from the nearest of some nodes to every node.
  ///
  /// Of ways of one length it keeps the one whose last node but one is nearest to the sources, of equally near ones
  /// the lowest, and of parallel edges the lowest; where the last edge weighs 0, the one that was found first.
  /// Everything else is as in `distances(from:weights:direction:execution:)`.
  ///
  /// - Throws: as `distances(from:weights:direction:execution:)`.
  /// - Complexity: as `distances(from:weights:direction:execution:)`.
  public func shortestPathTree(
    from sources: some Sequence<NodeID>, weights: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> ShortestPathTree {
    let starts = Array(sources)
    try requireNodes(starts)
    if weights.least < 0 {
      let kernel = BellmanFordKernel(topology, direction, weights)
      defer { kernel.deallocate() }
      return try kernel.search(from: starts.map(\.rawValue), execution)
    }
    let kernel = DijkstraKernel(topology, direction, weights, recordsTree: true)
    defer { kernel.deallocate() }
    let distances = try kernel.search(from: starts.map(\.rawValue), execution)
    let tree = kernel.tree()
    return ShortestPathTree(distances: distances, parents: tree.parents, edges: tree.edges)
  }

  /// A shortest way from one node to another, or `nil` where none leads there.
  ///
  /// Of several it is one that the graph alone determines. From a node to itself it is the way without steps.
  ///
  /// - Parameters:
  ///   - weights: the length of each edge, not below 0.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0 or a node that is not in the graph;
  ///   `CancellationError`.
  /// - Complexity: O(*V* + *E* log *V*) time, O(*V*) memory; mostly a small part of the edges is looked at.
  ///
  /// Source: Dijkstra's search from both ends; T. A. J. Nicholson, "Finding the shortest route between two points in a
  /// network", 1966.
  public func shortestPath(
    from start: NodeID, to end: NodeID, weights: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> WeightedPath? {
    try requireNodes([start, end])
    try weights.requireNonnegative(for: "a shortest path")
    let kernel = TwoSidedKernel(topology, direction, weights)
    defer { kernel.deallocate() }
    return try kernel.search(from: start.rawValue, to: end.rawValue, execution)
  }

  /// A shortest way from one node to another that a guess at the rest of the way leads to.
  ///
  /// - Parameters:
  ///   - weights: the length of each edge, not below 0.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  ///   - estimate: at least 0 and never more than the distance from a node to `end`, or the way may not be the
  ///     shortest; asked at most once a node.
  /// - Throws: `GraphError` with `invalidArgument` for a weight or an estimate below 0 or a node that is not in the
  ///   graph; `CancellationError`; what `estimate` throws.
  /// - Complexity: O(*E* log *V*) where the estimate never falls by more than the weight of an edge along it; nodes are
  ///   looked at again where it does.
  ///
  /// Source: P. E. Hart, N. J. Nilsson, B. Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost
  /// Paths", 1968.
  public func shortestPath(
    from start: NodeID, to end: NodeID, weights: EdgeWeights, direction: Direction = .outgoing,
    execution: Execution = Execution(), estimate: (NodeID) throws -> Double
  ) throws -> WeightedPath? {
    try requireNodes([start, end])
    try weights.requireNonnegative(for: "a shortest path")
    let kernel = GuidedKernel(topology, direction, weights)
    defer { kernel.deallocate() }
    return try kernel.search(from: start.rawValue, to: end.rawValue, execution, estimate)
  }
}
