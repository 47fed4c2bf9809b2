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
    let nodes = graph.nodes.sorted { graph.record($0).key < graph.record($1).key }
    var places = [UInt32](repeating: 0, count: graph.nodeRecords.count)
    for (place, node) in nodes.enumerated() { places[node.index] = UInt32(place) }
    let edges = Self.ranked(graph, places: places, table: table)
    symbols = table.symbols
    nodeLabels = nodes.map { table.label(graph.record($0)) }
    edgeLabels = edges.map { table.label(graph.record($0.id)) }
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
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : graph.record(left.id).key < graph.record(right.id).key
    }
  }
}

/// A graph's names numbered by the alphabet, without those that nothing bears any more.
private struct CanonicalSymbols {
  let symbols: SymbolTable
  private let renamed: [Symbol?]

  init(_ graph: TypedGraph) {
    var used = Set<Symbol>()
    for node in graph.nodeRecords.lazy.compactMap({ $0 }) {
      used.insert(node.type)
      used.formUnion(node.properties.names)
    }
    for edge in graph.edgeRecords.lazy.compactMap({ $0 }) {
      used.insert(edge.type)
      used.formUnion(edge.properties.names)
    }
    let symbols = SymbolTable(used.map { graph.symbols[$0] }.sorted())
    self.symbols = symbols
    renamed = (0..<graph.symbols.count).map { symbols.symbol(graph.symbols[Symbol(rawValue: UInt32($0))]) }
  }

  func canonical(_ symbol: Symbol) -> Symbol {
    guard let canonical = renamed[Int(symbol.rawValue)] else { preconditionFailure("the name is in use") }
    return canonical
  }

  func label(_ node: TypedGraph.Node) -> Snapshot.Label {
    Snapshot.Label(
      key: node.key, type: canonical(node.type), properties: node.properties.renamed { canonical($0) })
  }

  func label(_ edge: TypedGraph.Edge) -> Snapshot.Label {
    Snapshot.Label(
      key: edge.key, type: canonical(edge.type), properties: edge.properties.renamed { canonical($0) })
  }
}
