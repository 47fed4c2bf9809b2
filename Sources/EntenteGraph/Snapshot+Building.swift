extension TypedGraph {
  /// The graph as it is now, ready for algorithms.
  ///
  /// - Complexity: O(*V* log *V* + *E* log *E*).
  public func snapshot() -> Snapshot { Snapshot(self) }
}

extension Snapshot {
  /// An edge with its ends, type and key by their rank, so that sorting compares numbers.
  private struct RankedEdge {
    var source: UInt32
    var target: UInt32
    var type: UInt32
    var id: EdgeID
  }

  /// The state of a graph.
  ///
  /// - Complexity: O(*V* log *V* + *E* log *E*).
  public init(_ graph: TypedGraph) {
    let table = CanonicalSymbols(graph)
    let nodes = graph.nodes.sorted { graph.record($0).key.precedesInBytes(graph.record($1).key) }
    var places = [UInt32](repeating: 0, count: graph.nodeRecords.count)
    for (place, node) in nodes.enumerated() { places[node.index] = UInt32(place) }
    let edges = Self.ranked(graph, places: places, table: table)
    symbols = table.symbols
    nodeKeys = TextPool(nodes.map { graph.record($0).key })
    edgeKeys = TextPool(edges.map { graph.record($0.id).key })
    nodeTypes = Column(nodes.map { table.canonical(graph.record($0).type).rawValue })
    edgeTypes = Column(edges.map(\.type))
    nodeProperties = PropertyFreezing.freeze(graph.nodeProperties, places: nodes.map(\.index), names: table.renamed)
    edgeProperties = PropertyFreezing.freeze(graph.edgeProperties, places: edges.map(\.id.index), names: table.renamed)
    let rows = RowBuilding.rows(nodeCount: nodes.count, owners: edges.map(\.source), neighbors: edges.map(\.target))
    topology = Topology(outgoing: rows.rows)
  }

  private static func ranked(
    _ graph: TypedGraph, places: [UInt32], table: CanonicalSymbols
  ) -> [RankedEdge] {
    let ranked = graph.edges.map { id in
      let edge = graph.record(id)
      return RankedEdge(
        source: places[edge.source.index], target: places[edge.target.index],
        type: table.canonical(edge.type).rawValue, id: id)
    }
    return ranked.sorted { left, right in
      let ranks = ((left.source, left.target, left.type), (right.source, right.target, right.type))
      return ranks.0 != ranks.1
        ? ranks.0 < ranks.1 : graph.record(left.id).key.precedesInBytes(graph.record(right.id).key)
    }
  }
}

/// A graph's names numbered by the order of their bytes, without those that nothing bears any more.
private struct CanonicalSymbols {
  let symbols: SymbolTable
  /// The old and the new number of each name in use.
  let renamed: [(old: Symbol, new: Symbol)]
  private let byOld: [Symbol: Symbol]

  init(_ graph: TypedGraph) {
    var used = Set<Symbol>()
    for node in graph.nodes { used.insert(graph.record(node).type) }
    for edge in graph.edges { used.insert(graph.record(edge).type) }
    for (name, column) in graph.nodeProperties.columns where graph.nodes.contains(where: { column[$0.index] != nil }) {
      used.insert(name)
    }
    for (name, column) in graph.edgeProperties.columns where graph.edges.contains(where: { column[$0.index] != nil }) {
      used.insert(name)
    }
    let sorted = used.sorted { graph.symbols[$0].precedesInBytes(graph.symbols[$1]) }
    symbols = SymbolTable(sorted.map { graph.symbols[$0] })
    renamed = sorted.enumerated().map { ($0.element, Symbol(rawValue: UInt32($0.offset))) }
    byOld = Dictionary(uniqueKeysWithValues: renamed.map { ($0.old, $0.new) })
  }

  func canonical(_ symbol: Symbol) -> Symbol {
    guard let canonical = byOld[symbol] else { preconditionFailure("the name is in use") }
    return canonical
  }
}
