extension TypedGraph {
  /// The nodes and edges of both, with those of the same key made one.
  ///
  /// Associative, commutative and idempotent, because each part takes the greater of two values in a
  /// total order or the union of two sets: a node the greater type, an edge the greater of type, source
  /// key and target key, a property the greater value. Two lists that are the same stay as they are;
  /// others give the sorted union. A node or edge that one side removed and the other kept is kept.
  ///
  /// - Complexity: O(*n* log *n*) in the nodes and edges of both.
  public func merged(with other: TypedGraph) -> TypedGraph {
    var nodes: [String: MergedNode] = [:]
    var edges: [String: MergedEdge] = [:]
    for graph in [self, other] {
      for id in graph.nodes {
        let node = MergedNode(type: graph.type(of: id), properties: graph.properties(of: id))
        nodes[graph.key(of: id)] = nodes[graph.key(of: id)]?.merged(with: node) ?? node
      }
      for id in graph.edges {
        let edge = MergedEdge(
          type: graph.type(of: id), source: graph.key(of: graph.source(of: id)),
          target: graph.key(of: graph.target(of: id)), properties: graph.properties(of: id))
        edges[graph.key(of: id)] = edges[graph.key(of: id)]?.merged(with: edge) ?? edge
      }
    }
    return TypedGraph(nodes: nodes, edges: edges)
  }

  /// Nodes and edges are put in by ascending key, so that equal contents have equal identifiers.
  private init(nodes: [String: MergedNode], edges: [String: MergedEdge]) {
    self.init()
    do {
      for (key, node) in nodes.sorted(by: { $0.key < $1.key }) {
        try addNode(key, type: node.type, properties: node.properties)
      }
      for (key, edge) in edges.sorted(by: { $0.key < $1.key }) {
        guard let source = node(forKey: edge.source), let target = node(forKey: edge.target) else { continue }
        try addEdge(from: source, to: target, type: edge.type, key: key, properties: edge.properties)
      }
    } catch {
      preconditionFailure("the keys of a dictionary are unique, yet \(error)")
    }
  }
}

extension TypedGraph: Equatable {
  /// Whether both hold the same keys, types, ends and properties.
  ///
  /// - Complexity: O(*n*) in nodes, edges and properties.
  public static func == (left: TypedGraph, right: TypedGraph) -> Bool {
    guard left.nodeCount == right.nodeCount, left.edgeCount == right.edgeCount else { return false }
    return left.nodes.allSatisfy { left.isSame($0, in: right) } && left.edges.allSatisfy { left.isSame($0, in: right) }
  }

  private func isSame(_ id: NodeID, in other: TypedGraph) -> Bool {
    guard let twin = other.node(forKey: key(of: id)) else { return false }
    return type(of: id) == other.type(of: twin) && properties(of: id) == other.properties(of: twin)
  }

  private func isSame(_ id: EdgeID, in other: TypedGraph) -> Bool {
    guard let twin = other.edge(forKey: key(of: id)) else { return false }
    return type(of: id) == other.type(of: twin)
      && key(of: source(of: id)) == other.key(of: other.source(of: twin))
      && key(of: target(of: id)) == other.key(of: other.target(of: twin))
      && properties(of: id) == other.properties(of: twin)
  }
}

private struct MergedNode {
  var type: String
  var properties: [String: PropertyValue]

  func merged(with other: MergedNode) -> MergedNode {
    MergedNode(
      type: max(type, other.type),
      properties: properties.merging(other.properties) { $0.merged(with: $1) })
  }
}

private struct MergedEdge {
  var type: String
  var source: String
  var target: String
  var properties: [String: PropertyValue]

  func merged(with other: MergedEdge) -> MergedEdge {
    var merged = (type, source, target) < (other.type, other.source, other.target) ? other : self
    merged.properties = properties.merging(other.properties) { $0.merged(with: $1) }
    return merged
  }
}

extension PropertyValue {
  fileprivate func merged(with other: PropertyValue) -> PropertyValue {
    if case .strings(let left) = self, case .strings(let right) = other, left != right {
      return .strings(Set(left).union(right).sorted())
    }
    return max(self, other)
  }
}
