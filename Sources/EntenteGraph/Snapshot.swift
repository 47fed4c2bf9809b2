/// A graph at a moment: immutable, in compressed sparse rows, and safe to share between threads.
///
/// Nodes stand in the order of their keys, byte by byte; edges in the order of source, target, type name and key. So equal
/// graphs have equal snapshots however they were built, and "the lower identifier" means the same in
/// each of them. Identifiers are 32 bits wide and dense: arrays with one value a node or an edge are indexed by them.
public struct Snapshot: Hashable, Sendable, GraphStructure {
  let symbols: SymbolTable
  /// In the order of their bytes.
  let nodeKeys: TextPool
  let edgeKeys: TextPool
  /// The number of each type's name in `symbols`.
  let nodeTypes: Column<UInt32>
  let edgeTypes: Column<UInt32>
  let nodeProperties: FrozenProperties
  let edgeProperties: FrozenProperties
  /// Nodes and edges by number.
  public let topology: Topology
}

// MARK: - Labels

extension Snapshot {
  /// The node that has a key.
  ///
  /// - Complexity: O(log *V*).
  public func node(forKey key: String) -> NodeID? { nodeKeys.place(of: key).map { NodeID($0) } }

  /// The key of a node.
  public func key(of node: NodeID) -> String { nodeKeys[node.index] }

  /// The key of an edge.
  public func key(of edge: EdgeID) -> String { edgeKeys[edge.index] }

  /// The type of a node.
  public func type(of node: NodeID) -> String { symbols[Symbol(rawValue: nodeTypes[node.index])] }

  /// The type of an edge.
  public func type(of edge: EdgeID) -> String { symbols[Symbol(rawValue: edgeTypes[edge.index])] }

  /// The properties of a node by name.
  ///
  /// - Complexity: O(*p*) in the number of names that any node has a property of.
  public func properties(of node: NodeID) -> [String: PropertyValue] {
    nodeProperties.dictionary(node.index, symbols)
  }

  /// The properties of an edge by name.
  ///
  /// - Complexity: O(*p*) in the number of names that any edge has a property of.
  public func properties(of edge: EdgeID) -> [String: PropertyValue] {
    edgeProperties.dictionary(edge.index, symbols)
  }

  /// A property of a node.
  ///
  /// - Complexity: O(*p*) in the number of names that any node has a property of.
  public subscript(node: NodeID, name: String) -> PropertyValue? {
    symbols.symbol(name).flatMap { nodeProperties[node.index, $0] }
  }

  /// A property of an edge.
  ///
  /// - Complexity: O(*p*) in the number of names that any edge has a property of.
  public subscript(edge: EdgeID, name: String) -> PropertyValue? {
    symbols.symbol(name).flatMap { edgeProperties[edge.index, $0] }
  }
}
