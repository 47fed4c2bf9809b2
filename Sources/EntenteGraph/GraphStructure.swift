/// What algorithms run on: anything that has nodes and edges.
///
/// Each algorithm is a method of every conforming type. Its nodes and edges are those of `topology`,
/// which a conforming type numbers like its own.
public protocol GraphStructure: Sendable {
  /// The nodes and edges without names.
  var topology: Topology { get }
}

extension GraphStructure {
  /// The number of nodes.
  public var nodeCount: Int { topology.nodeCount }

  /// The number of edges.
  public var edgeCount: Int { topology.edgeCount }

  /// The nodes.
  public var nodes: Range<NodeID> { NodeID(0)..<NodeID(nodeCount) }

  /// The edges, in the order of source and target.
  public var edges: Range<EdgeID> { EdgeID(0)..<EdgeID(edgeCount) }

  /// Where an edge ends.
  ///
  /// - Complexity: O(1).
  public func target(of edge: EdgeID) -> NodeID { NodeID(rawValue: topology.outgoing.neighbors[edge.index]) }

  /// Where an edge starts.
  ///
  /// - Complexity: O(1), or O(*E*) at the first call.
  public func source(of edge: EdgeID) -> NodeID { NodeID(rawValue: topology.sources[edge.index]) }

  /// The edges that start at a node, by ascending target.
  ///
  /// - Complexity: O(1).
  public func outgoingEdges(of node: NodeID) -> Range<EdgeID> {
    let row = topology.outgoing.row(node.index)
    return EdgeID(row.lowerBound)..<EdgeID(row.upperBound)
  }

  /// The edges that end at a node, by ascending source.
  ///
  /// - Complexity: O(*d*) in the node's incoming edges, and O(*V* + *E*) at the first call.
  public func incomingEdges(of node: NodeID) -> [EdgeID] {
    let incoming = topology.incoming
    return incoming.rows.row(node.index).map { EdgeID(rawValue: incoming.edges[$0]) }
  }
}
