/// A part of a graph, with nodes and edges of its own numbers and the way back to the graph's.
///
/// Nodes and edges stand in the order that they have in the graph. It holds 8 bytes an edge and, unless it has all
/// nodes of the graph, 4 bytes a node, beside the rows.
public struct Subgraph: Hashable, GraphStructure {
  /// The nodes and edges of the part.
  public let topology: Topology
  /// The number of each node in the graph, ascending; `nil` where the part has all nodes.
  let originalNodes: Column<UInt32>?
  /// The number of each edge in the graph, ascending.
  let originalEdges: Column<UInt32>

  /// The node of the graph that a node of the part is.
  ///
  /// - Complexity: O(1).
  public func original(_ node: NodeID) -> NodeID {
    guard let originalNodes else { return node }
    return NodeID(rawValue: originalNodes[node.index])
  }

  /// The edge of the graph that an edge of the part is.
  ///
  /// - Complexity: O(1).
  public func original(_ edge: EdgeID) -> EdgeID { EdgeID(rawValue: originalEdges[edge.index]) }

  /// The node of the part that a node of the graph is, or `nil` where the part does not have it.
  ///
  /// - Complexity: O(log *V*), or O(1) where the part has all nodes.
  public func node(forOriginal node: NodeID) -> NodeID? {
    guard let originalNodes else { return node.index < nodeCount ? node : nil }
    return originalNodes.ascendingPlace(of: node.rawValue).map { NodeID($0) }
  }

  /// The edge of the part that an edge of the graph is, or `nil` where the part does not have it.
  ///
  /// - Complexity: O(log *E*).
  public func edge(forOriginal edge: EdgeID) -> EdgeID? {
    originalEdges.ascendingPlace(of: edge.rawValue).map { EdgeID($0) }
  }

  /// The path of the graph that a path of the part is.
  public func original(_ path: Path) -> Path {
    Path(nodes: path.nodes.map { original($0) }, edges: path.edges.map { original($0) })
  }

  /// The values that the graph's nodes have at the part's nodes.
  public func restricted<Value>(_ values: NodeMap<Value>) -> NodeMap<Value> {
    NodeMap(nodes.map { values[original($0)] })
  }
}

extension Column<UInt32> {
  /// Where a value stands in a column in ascending order.
  func ascendingPlace(of value: UInt32) -> Int? {
    let place = firstPlace(notBelow: value)
    return place < count && self[place] == value ? place : nil
  }

  /// The first place of a column in ascending order whose value is not below a bound.
  func firstPlace(notBelow bound: UInt32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension GraphStructure {
  /// All nodes with the chosen edges; nodes keep their numbers.
  ///
  /// - Precondition: the mask was made for this graph's edges.
  /// - Complexity: O(*V* + *E* / 64 + *k*) in the number *k* of chosen edges.
  public func subgraph(edges mask: EdgeMask) -> Subgraph {
    precondition(mask.bound == edgeCount, "a mask belongs to the graph that it was made for")
    return SubgraphBuilding.subgraph(topology, edges: mask)
  }

  /// Some nodes with all edges between them.
  ///
  /// - Precondition: the mask was made for this graph's nodes.
  /// - Complexity: O(*V* / 64 + Σ *d*) in the outgoing degrees *d* of the nodes.
  public func inducedSubgraph(nodes mask: NodeMask) -> Subgraph {
    precondition(mask.bound == nodeCount, "a mask belongs to the graph that it was made for")
    return SubgraphBuilding.induced(topology, nodes: mask)
  }

  /// Some nodes with all edges between them; a node may be named twice.
  ///
  /// - Complexity: as `inducedSubgraph(nodes:)` of a mask.
  public func inducedSubgraph(nodes: some Sequence<NodeID>) -> Subgraph {
    inducedSubgraph(nodes: NodeMask(bound: nodeCount, nodes))
  }

  /// The nodes within some steps of a node, with all edges between them.
  ///
  /// Within no step lies the node alone, with its self-loops.
  ///
  /// - Parameters:
  ///   - radius: how many steps, at least 0.
  ///   - direction: which way steps are taken; the edges of the result do not depend on it.
  /// - Complexity: O(*V* / 64 + Σ *d*) in the degrees *d* of the nodes within the radius.
  public func egoNetwork(of node: NodeID, radius: Int = 1, direction: Direction = .both) -> Subgraph {
    precondition(radius >= 0, "a radius of \(radius) steps; it is at least 0")
    let rows = topology.rows(direction)
    var reached = NodeMask(bound: nodeCount, CollectionOfOne(node))
    var frontier = [node.rawValue]
    for _ in 0..<radius where !frontier.isEmpty {
      var next: [UInt32] = []
      for node in frontier {
        for place in rows.row(Int(node)) where !reached[NodeID(rawValue: rows.neighbors[place])] {
          reached[NodeID(rawValue: rows.neighbors[place])] = true
          next.append(rows.neighbors[place])
        }
      }
      frontier = next
    }
    return inducedSubgraph(nodes: reached)
  }
}
