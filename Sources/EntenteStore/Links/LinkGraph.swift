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
    /// Nodes are called by their numbers.
    case numbers
  }

  let origin: Origin
  /// The nodes and edges.
  public let topology: Topology
  /// How much each edge draws, where that is known; without it all draw alike.
  public let weights: EdgeWeights?
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

  /// The links of a snapshot; the number `weight` of an edge is how much it draws, where each edge has one.
  ///
  /// - Complexity: O(*E*).
  public init(_ snapshot: Snapshot) {
    origin = .snapshot(snapshot)
    topology = snapshot.topology
    let values = snapshot.edges.map { snapshot[$0, "weight"]?.doubleValue }
    weights =
      values.allSatisfy { $0.map { $0.isFinite && $0 >= 0 } ?? false } && !values.isEmpty
      ? try? EdgeWeights(snapshot) { values[$0.index] ?? 1 } : nil
    isDirected = true
  }

  /// The links of a numbered graph.
  public init(_ list: EdgeList) {
    origin = .numbers
    topology = list.topology
    weights = list.weights.flatMap { $0.least >= 0 ? $0 : nil }
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
    case .numbers: node.description
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

  /// When the fact of an edge happened, where that is known: of an event its days, of an edge its `date` as YYYY-MM-DD.
  public func days(of edge: EdgeID) -> ClosedRange<CalendarDate>? {
    switch origin {
    case .facts(let facts):
      guard case .event(let id) = facts.ties.facts[edge.index], let date = facts.facts.event(id)?.date else {
        return nil
      }
      return date.start...date.end
    case .snapshot(let snapshot):
      guard let text = snapshot[edge, "date"]?.stringValue, let day = CalendarDate(iso8601: text) else { return nil }
      return day...day
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
    case .numbers:
      guard let number = UInt32(name), Int(number) < nodeCount else {
        throw StoreError(.notFound, "the graph has no node '\(name)'; its nodes are numbers from 0 to \(nodeCount - 1)")
      }
      return NodeID(rawValue: number)
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

  private func notFound(_ name: String, _ like: [NodeID]) -> StoreError {
    let hint =
      like.isEmpty
      ? "list the names with 'rank'" : "is it \(like.prefix(3).map { self.name(of: $0) }.joined(separator: " or "))?"
    return StoreError(.notFound, "nothing is called '\(name)'; \(hint)")
  }
}
