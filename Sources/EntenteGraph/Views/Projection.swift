/// The nodes of one side of a two-mode graph, joined where they have neighbours of the other side in common.
///
/// An edge leads from the lower node to the higher one; the graph is meant to be taken as undirected.
public struct Projection: GraphStructure {
  /// The nodes of the side and the edges between them.
  public let topology: Topology
  private let originalNodes: Column<UInt32>
  private let common: [UInt32]
  /// For each edge the sum of 1 / (*d* - 1) over the common neighbours, where *d* is how many nodes of the side such
  /// a neighbour has.
  ///
  /// Source: M. E. J. Newman, "Scientific collaboration networks. II", 2001.
  public let weights: EdgeWeights

  init(topology: Topology, originalNodes: Column<UInt32>, common: [UInt32], weights: EdgeWeights) {
    self.topology = topology
    self.originalNodes = originalNodes
    self.common = common
    self.weights = weights
  }

  /// How many neighbours of the other side the ends of an edge have in common.
  public func commonNeighbors(of edge: EdgeID) -> Int { Int(common[edge.index]) }

  /// The node of the two-mode graph that a node is.
  public func original(_ node: NodeID) -> NodeID { NodeID(rawValue: originalNodes[node.index]) }

  /// The node that a node of the two-mode graph is, or `nil` where it is of the other side.
  public func node(forOriginal node: NodeID) -> NodeID? {
    originalNodes.ascendingPlace(of: node.rawValue).map { NodeID($0) }
  }
}

extension GraphStructure {
  /// The projection of a two-mode graph onto the nodes of one side.
  ///
  /// Edges are taken either way; parallel edges count once, and edges between two nodes of the same side are passed
  /// over.
  ///
  /// - Precondition: the mask was made for this graph's nodes.
  /// - Throws: `GraphError` with `tooLarge` beyond 2^31 edges, `CancellationError`.
  /// - Complexity: O(*V* + *E* + Σ *d*² + *k* log *k*) in the degrees *d* of the other side and the number *k* of edges of
  ///   the projection.
  public func projected(onto side: NodeMask, execution: Execution = Execution()) throws -> Projection {
    precondition(side.bound == nodeCount, "a mask belongs to the graph that it was made for")
    return try ProjectionKernel(topology.simple, side: side).project(execution)
  }
}
