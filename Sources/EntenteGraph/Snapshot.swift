/// A graph at a moment: immutable, in compressed sparse rows, and safe to share between threads.
///
/// Nodes stand in the order of their keys; edges in the order of source, target, type name and key. So equal
/// graphs have equal snapshots however they were built, and "the lower identifier" means the same in
/// each of them. Identifiers are 32 bits wide and dense: arrays with one value a node or an edge are indexed by them.
public struct Snapshot: Hashable, Sendable, GraphStructure {
  struct Label: Hashable, Sendable {
    var key: String
    var type: Symbol
    var properties: PropertyList
  }

  let symbols: SymbolTable
  let nodeLabels: [Label]
  let edgeLabels: [Label]
  /// Nodes and edges by number.
  public let topology: Topology
}

// MARK: - Labels

extension Snapshot {
  /// The node that has a key.
  ///
  /// - Complexity: O(log *V*).
  public func node(forKey key: String) -> NodeID? {
    var low = 0
    var high = nodeLabels.count
    while low < high {
      let middle = (low + high) / 2
      if nodeLabels[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < nodeLabels.count && nodeLabels[low].key == key ? NodeID(low) : nil
  }

  /// The key of a node.
  public func key(of node: NodeID) -> String { nodeLabels[node.index].key }

  /// The key of an edge.
  public func key(of edge: EdgeID) -> String { edgeLabels[edge.index].key }

  /// The type of a node.
  public func type(of node: NodeID) -> String { symbols[nodeLabels[node.index].type] }

  /// The type of an edge.
  public func type(of edge: EdgeID) -> String { symbols[edgeLabels[edge.index].type] }

  /// The properties of a node by name.
  public func properties(of node: NodeID) -> [String: PropertyValue] {
    nodeLabels[node.index].properties.dictionary(symbols)
  }

  /// The properties of an edge by name.
  public func properties(of edge: EdgeID) -> [String: PropertyValue] {
    edgeLabels[edge.index].properties.dictionary(symbols)
  }

  /// A property of a node.
  ///
  /// - Complexity: O(*p*) in the number of its properties.
  public subscript(node: NodeID, name: String) -> PropertyValue? {
    symbols.symbol(name).flatMap { nodeLabels[node.index].properties[$0] }
  }

  /// A property of an edge.
  ///
  /// - Complexity: O(*p*) in the number of its properties.
  public subscript(edge: EdgeID, name: String) -> PropertyValue? {
    symbols.symbol(name).flatMap { edgeLabels[edge.index].properties[$0] }
  }
}
