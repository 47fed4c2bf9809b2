/// A directed multigraph that grows: typed nodes and edges with stable keys and properties.
///
/// Any number of edges may join the same two nodes, and an edge may lead back to where it starts.
/// A key names a node or an edge wherever the graph is stored or merged; an identifier (`NodeID`,
/// `EdgeID`) finds it in this graph in constant time and is never given again after a removal.
/// What a fact rests on is a property like any other, a list of references: the graph keeps and
/// merges evidence without knowing what evidence is.
///
/// Two graphs are equal where they hold the same keys, types, ends and properties, whatever the
/// order in which they were built. Algorithms run on a `Snapshot`.
public struct TypedGraph: Sendable {
  struct Node: Sendable {
    var key: String
    var type: Symbol
    var outgoing: [EdgeID] = []
    var incoming: [EdgeID] = []
  }

  struct Edge: Sendable {
    var key: String
    var type: Symbol
    var source: NodeID
    var target: NodeID
  }

  private(set) var symbols = SymbolTable()
  /// By identifier; `nil` where one was removed.
  private(set) var nodeRecords: [Node?] = []
  private(set) var edgeRecords: [Edge?] = []
  private(set) var nodeProperties = PropertyTable()
  private(set) var edgeProperties = PropertyTable()
  private var nodesByKey: [String: NodeID] = [:]
  private var edgesByKey: [String: EdgeID] = [:]

  /// The graph without nodes.
  public init() {}

  /// The number of nodes.
  public var nodeCount: Int { nodesByKey.count }

  /// The number of edges.
  public var edgeCount: Int { edgesByKey.count }
}

// MARK: - Nodes

extension TypedGraph {
  /// Adds a node.
  ///
  /// - Throws: `GraphError` with `duplicateKey` where a node has the key already, `tooLarge` at 2^32 nodes.
  /// - Complexity: O(*p*) in the number of properties.
  @discardableResult
  public mutating func addNode(
    _ key: String, type: String, properties: [String: PropertyValue] = [:]
  ) throws(GraphError) -> NodeID {
    guard nodesByKey[key] == nil else {
      throw GraphError(.duplicateKey, "the graph has a node '\(key)' already; look it up with node(forKey:)")
    }
    guard nodeRecords.count < Int(UInt32.max) else {
      throw GraphError(.tooLarge, "the graph holds as many nodes as 32 bits count; divide it")
    }
    let id = NodeID(nodeRecords.count)
    nodeRecords.append(Node(key: key, type: symbols.intern(type)))
    nodesByKey[key] = id
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) { self[id, name] = value }
    return id
  }

  /// Removes a node and every edge that starts or ends there.
  ///
  /// - Precondition: the node is in the graph.
  /// - Complexity: O(*d*) in the degrees of the node and of its neighbours.
  public mutating func removeNode(_ id: NodeID) {
    let node = record(id)
    for edge in node.outgoing { removeEdge(edge) }
    for edge in node.incoming where contains(edge) { removeEdge(edge) }
    nodesByKey[node.key] = nil
    nodeProperties.removeAll(at: id.index)
    nodeRecords[id.index] = nil
  }

  /// The node that has a key.
  ///
  /// - Complexity: O(1).
  public func node(forKey key: String) -> NodeID? { nodesByKey[key] }

  /// Whether the node was given by this graph and not removed.
  public func contains(_ id: NodeID) -> Bool { id.index < nodeRecords.count && nodeRecords[id.index] != nil }

  /// The nodes in the order in which they were added.
  public var nodes: some Sequence<NodeID> {
    nodeRecords.indices.lazy.filter { nodeRecords[$0] != nil }.map { NodeID($0) }
  }

  /// The key of a node.
  ///
  /// - Precondition: the node is in the graph.
  public func key(of id: NodeID) -> String { record(id).key }

  /// The type of a node.
  ///
  /// - Precondition: the node is in the graph.
  public func type(of id: NodeID) -> String { symbols[record(id).type] }

  /// The edges that start at a node, in the order in which they were added.
  ///
  /// - Precondition: the node is in the graph.
  public func outgoingEdges(of id: NodeID) -> [EdgeID] { record(id).outgoing }

  /// The edges that end at a node, in the order in which they were added.
  ///
  /// - Precondition: the node is in the graph.
  public func incomingEdges(of id: NodeID) -> [EdgeID] { record(id).incoming }
}

// MARK: - Edges

extension TypedGraph {
  /// Adds an edge.
  ///
  /// - Parameter key: without one, the edge is named by source, type and target, and by a number where
  ///   an edge of that name is there.
  /// - Precondition: both nodes are in the graph.
  /// - Throws: `GraphError` with `duplicateKey` where an edge has the key already, `tooLarge` at 2^32 edges.
  /// - Complexity: O(*p*) in the number of properties; without a key, also O(*k*) in the number of edges
  ///   of that name.
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, type: String, key: String? = nil,
    properties: [String: PropertyValue] = [:]
  ) throws(GraphError) -> EdgeID {
    let key = key ?? unusedKey(from: source, to: target, type: type)
    precondition(contains(source) && contains(target), "an edge joins two nodes of its graph")
    guard edgesByKey[key] == nil else {
      throw GraphError(.duplicateKey, "the graph has an edge '\(key)' already; look it up with edge(forKey:)")
    }
    guard edgeRecords.count < Int(UInt32.max) else {
      throw GraphError(.tooLarge, "the graph holds as many edges as 32 bits count; divide it")
    }
    let id = EdgeID(edgeRecords.count)
    edgeRecords.append(Edge(key: key, type: symbols.intern(type), source: source, target: target))
    edgesByKey[key] = id
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) { self[id, name] = value }
    nodeRecords[source.index]?.outgoing.append(id)
    nodeRecords[target.index]?.incoming.append(id)
    return id
  }

  /// Removes an edge.
  ///
  /// - Precondition: the edge is in the graph.
  /// - Complexity: O(*d*) in the degrees of its ends.
  public mutating func removeEdge(_ id: EdgeID) {
    let edge = record(id)
    nodeRecords[edge.source.index]?.outgoing.removeAll { $0 == id }
    nodeRecords[edge.target.index]?.incoming.removeAll { $0 == id }
    edgesByKey[edge.key] = nil
    edgeProperties.removeAll(at: id.index)
    edgeRecords[id.index] = nil
  }

  /// The edge that has a key.
  ///
  /// - Complexity: O(1).
  public func edge(forKey key: String) -> EdgeID? { edgesByKey[key] }

  /// Whether the edge was given by this graph and not removed.
  public func contains(_ id: EdgeID) -> Bool { id.index < edgeRecords.count && edgeRecords[id.index] != nil }

  /// The edges in the order in which they were added.
  public var edges: some Sequence<EdgeID> {
    edgeRecords.indices.lazy.filter { edgeRecords[$0] != nil }.map { EdgeID($0) }
  }

  /// The key of an edge.
  ///
  /// - Precondition: the edge is in the graph.
  public func key(of id: EdgeID) -> String { record(id).key }

  /// The type of an edge.
  ///
  /// - Precondition: the edge is in the graph.
  public func type(of id: EdgeID) -> String { symbols[record(id).type] }

  /// Where an edge starts.
  ///
  /// - Precondition: the edge is in the graph.
  public func source(of id: EdgeID) -> NodeID { record(id).source }

  /// Where an edge ends.
  ///
  /// - Precondition: the edge is in the graph.
  public func target(of id: EdgeID) -> NodeID { record(id).target }

  private func unusedKey(from source: NodeID, to target: NodeID, type: String) -> String {
    let name = "\(key(of: source)) \(type) \(key(of: target))"
    var key = name
    var number = 1
    while edgesByKey[key] != nil {
      number += 1
      key = "\(name) #\(number)"
    }
    return key
  }
}

// MARK: - Properties

extension TypedGraph {
  /// The properties of a node by name.
  ///
  /// - Precondition: the node is in the graph.
  /// - Complexity: O(*p*) in the number of names that any node has a property of.
  public func properties(of id: NodeID) -> [String: PropertyValue] {
    precondition(contains(id), "the node is not in the graph")
    return nodeProperties.dictionary(id.index, symbols)
  }

  /// The properties of an edge by name.
  ///
  /// - Precondition: the edge is in the graph.
  /// - Complexity: O(*p*) in the number of names that any edge has a property of.
  public func properties(of id: EdgeID) -> [String: PropertyValue] {
    precondition(contains(id), "the edge is not in the graph")
    return edgeProperties.dictionary(id.index, symbols)
  }

  /// A property of a node; set to `nil`, it is taken away.
  ///
  /// - Precondition: the node is in the graph.
  /// - Complexity: O(1).
  public subscript(id: NodeID, name: String) -> PropertyValue? {
    get {
      precondition(contains(id), "the node is not in the graph")
      return symbols.symbol(name).flatMap { nodeProperties[id.index, $0] }
    }
    set {
      precondition(contains(id), "the node is not in the graph")
      nodeProperties[id.index, symbols.intern(name)] = newValue
    }
  }

  /// A property of an edge; set to `nil`, it is taken away.
  ///
  /// - Precondition: the edge is in the graph.
  /// - Complexity: O(1).
  public subscript(id: EdgeID, name: String) -> PropertyValue? {
    get {
      precondition(contains(id), "the edge is not in the graph")
      return symbols.symbol(name).flatMap { edgeProperties[id.index, $0] }
    }
    set {
      precondition(contains(id), "the edge is not in the graph")
      edgeProperties[id.index, symbols.intern(name)] = newValue
    }
  }
}

// MARK: - Records

extension TypedGraph {
  func record(_ id: NodeID) -> Node {
    guard id.index < nodeRecords.count, let node = nodeRecords[id.index] else {
      preconditionFailure("node \(id) is not in the graph")
    }
    return node
  }

  func record(_ id: EdgeID) -> Edge {
    guard id.index < edgeRecords.count, let edge = edgeRecords[id.index] else {
      preconditionFailure("edge \(id) is not in the graph")
    }
    return edge
  }
}
