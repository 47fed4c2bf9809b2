public import EntenteGraph
public import EntenteModel

/// Who is linked to whom: facts, or any other graph, with a name for each node and a word for each edge.
///
/// All algorithms of the graph engine run on it. Made of facts, it joins two entities by each relation between them
/// and by each event in which both have a part; an event that did not happen weighs nothing.
public struct LinkGraph: GraphStructure {
  enum Origin: Sendable {
    case facts(FactGraph)
    case snapshot(Snapshot)
    /// Nodes are called by their numbers in the lines.
    case numbers(EdgeList)
  }

  let origin: Origin
  /// The nodes and edges.
  public let topology: Topology
  /// How much each edge draws, where an edge says so, and 1 for edges that do not; without it all draw alike.
  public internal(set) var weights: EdgeWeights?
  /// Whether the direction of edges means something of itself; between entities facts are followed either way.
  public let isDirected: Bool

  /// The links between the entities of facts.
  ///
  /// - Complexity: O(*E*) in the ties between entities.
  public init(_ facts: FactGraph) {
    let ties = facts.ties
    origin = .facts(facts)
    topology = ties.snapshot.topology
    weights = try? EdgeWeights(ties.snapshot) { ties.weights[$0.index] }
    isDirected = false
  }

  /// The links of a snapshot; the number `weight` of an edge is how much it draws, and an edge without one draws 1. Where
  /// no edge has a weight, or one has a weight that is not finite, there are no weights.
  ///
  /// - Complexity: O(*E*).
  public init(_ snapshot: Snapshot) {
    origin = .snapshot(snapshot)
    topology = snapshot.topology
    let values = snapshot.edges.map { snapshot[$0, "weight"]?.doubleValue }
    weights = values.contains { $0 != nil } ? try? EdgeWeights(snapshot) { values[$0.index] ?? 1 } : nil
    isDirected = true
  }

  /// The links of a numbered graph.
  public init(_ list: EdgeList) {
    origin = .numbers(list)
    topology = list.topology
    weights = list.weights
    isDirected = true
  }

  /// The facts that the links were made of, if they were.
  public var facts: FactGraph? { if case .facts(let facts) = origin { facts } else { nil } }

  /// The way in which an algorithm follows edges if nothing else is said.
  public var direction: Direction { isDirected ? .outgoing : .both }
}

// MARK: - Names

extension LinkGraph {
  /// What a node is called.
  public func name(of node: NodeID) -> String {
    switch origin {
    case .facts(let facts): facts.facts.entity(facts.ties.entity(node))?.name ?? facts.ties.entity(node).rawValue
    case .snapshot(let snapshot): snapshot[node, "name"]?.stringValue ?? snapshot.key(of: node)
    case .numbers(let list): list.number(of: node).description
    }
  }

  /// What kind of thing a node is; empty where that is not known.
  public func type(of node: NodeID) -> String {
    switch origin {
    case .facts(let facts): facts.ties.snapshot.type(of: node)
    case .snapshot(let snapshot): snapshot.type(of: node)
    case .numbers: ""
    }
  }

  /// What ties the ends of an edge: the type of the relation or event, or of the edge.
  public func label(of edge: EdgeID) -> String {
    switch origin {
    case .facts(let facts):
      switch facts.ties.facts[edge.index] {
      case .relation(let id): facts.facts.relation(id)?.type.rawValue ?? ""
      case .event(let id): facts.facts.event(id)?.type.rawValue ?? ""
      }
    case .snapshot(let snapshot): snapshot.type(of: edge)
    case .numbers: ""
    }
  }

  /// When the fact of an edge happened, where that is known: of an event its days, of an edge those of its `date`, as
  /// `TimeSpan.init(edtf:basis:)` reads it.
  public func days(of edge: EdgeID) -> ClosedRange<CalendarDate>? {
    switch origin {
    case .facts(let facts):
      guard case .event(let id) = facts.ties.facts[edge.index], let date = facts.facts.event(id)?.date else {
        return nil
      }
      return date.start...date.end
    case .snapshot(let snapshot):
      return snapshot[edge, "date"]?.stringValue.flatMap { TimeSpan(edtf: $0, basis: .explicit) }
        .map { $0.start...$0.end }
    case .numbers: return nil
    }
  }

  /// The node that a name stands for: among entities as `FactGraph.entity(named:)` finds it; elsewhere by key, then by
  /// name without regard to case, then by the beginning of a name.
  ///
  /// - Throws: `StoreError` with `notFound` or `ambiguous`.
  public func node(named name: String) throws(StoreError) -> NodeID {
    switch origin {
    case .facts(let facts):
      let entity = try facts.entity(named: name)
      guard let node = facts.ties.node(entity.id) else { throw notFound(name, []) }
      return node
    case .numbers(let list):
      guard let number = Int(name), number.description == name, let node = list.node(numbered: number) else {
        throw StoreError(
          .notFound, "the graph has no node '\(name)'; its nodes are called by numbers\(Self.range(list))")
      }
      return node
    case .snapshot(let snapshot):
      if let node = snapshot.node(forKey: name) { return node }
      let folded = TextFolding.fold(name)
      let names = nodes.map { TextFolding.fold(self.name(of: $0)) }
      let same = nodes.filter { names[$0.index] == folded }
      if let only = same.first, same.count == 1 { return only }
      let begun = nodes.filter { names[$0.index].hasPrefix(folded) && !folded.isEmpty }
      if let only = begun.first, begun.count == 1, same.isEmpty { return only }
      let several = same.isEmpty ? begun : same
      if several.isEmpty { throw notFound(name, nodes.filter { names[$0.index].contains(folded) && !folded.isEmpty }) }
      throw StoreError(
        .ambiguous, "'\(name)' may be \(several.prefix(5).map { self.name(of: $0) }.joined(separator: ", ")); say which"
      )
    }
  }

  /// The lowest and the highest number that a node is called by.
  private static func range(_ list: EdgeList) -> String {
    guard let last = list.topology.nodes.last else { return "" }
    return " from \(list.number(of: NodeID(rawValue: 0))) to \(list.number(of: last))"
  }

  private func notFound(_ name: String, _ like: [NodeID]) -> StoreError {
    let hint =
      like.isEmpty
      ? "list the names with 'rank'" : "is it \(like.prefix(3).map { self.name(of: $0) }.joined(separator: " or "))?"
    return StoreError(.notFound, "nothing is called '\(name)'; \(hint)")
  }
}
