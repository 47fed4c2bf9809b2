import EntenteGraph
public import EntenteModel

/// Which facts a path may take.
public struct PathOptions: Hashable, Sendable {
  /// The statuses of events that join; those that did not happen are left out unless asked for.
  public var statuses: Set<EventStatus>
  /// Whether lasting ties join.
  public var usesRelations: Bool
  /// The least confidence of a fact.
  public var minimumConfidence: Double

  /// Options; those not given admit every relation and every event that is not denied.
  public init(
    statuses: Set<EventStatus> = [.actual, .planned, .possible], usesRelations: Bool = true,
    minimumConfidence: Double = 0
  ) {
    self.statuses = statuses
    self.usesRelations = usesRelations
    self.minimumConfidence = minimumConfidence
  }
}

/// One step of a path.
public struct PathHop: Hashable, Sendable, Encodable {
  /// Where it starts.
  public var from: EntitySummary
  /// Where it ends.
  public var to: EntitySummary
  /// What joins the two, the surest first; never empty.
  public var ties: [Tie]
}

/// How two entities are linked.
public struct FactPath: Hashable, Sendable, Encodable {
  /// Where it starts.
  public var from: EntitySummary
  /// Where it ends.
  public var to: EntitySummary
  /// The steps; none from an entity to itself.
  public var hops: [PathHop]
}

extension FactGraph {
  /// The shortest chain of facts between two entities, or `nil` where there is none.
  ///
  /// Facts are followed either way. Of several chains of the same length it is the one whose entities
  /// have the lower identifiers.
  ///
  /// - Complexity: O(*V* + *E*) in entities and the ties between them.
  public func path(
    from start: EntityID, to end: EntityID, options: PathOptions = PathOptions()
  ) -> FactPath? {
    guard let startNode = ties.node(start), let endNode = ties.node(end), let from = facts.entity(start),
      let to = facts.entity(end),
      let path = ties.snapshot.shortestPath(
        from: startNode, to: endNode, direction: .both, where: { admits($0, options) })
    else { return nil }
    let hops = zip(path.nodes, path.nodes.dropFirst()).compactMap { hop(from: $0, to: $1, options) }
    return FactPath(from: EntitySummary(from), to: EntitySummary(to), hops: hops)
  }

  private func hop(from node: NodeID, to neighbor: NodeID, _ options: PathOptions) -> PathHop? {
    let edges =
      ties.snapshot.outgoingEdges(of: node).filter { ties.snapshot.target(of: $0) == neighbor }
      + ties.snapshot.incomingEdges(of: node).filter { ties.snapshot.source(of: $0) == neighbor }
    let joining = edges.filter { admits($0, options) }.compactMap { tie($0, from: node) }.sorted {
      Self.isSurer($0, $1)
    }
    return joining.first.map { PathHop(from: $0.from, to: $0.to, ties: joining) }
  }

  private func admits(_ edge: EdgeID, _ options: PathOptions) -> Bool {
    switch ties.facts[edge.index] {
    case .relation(let id):
      options.usesRelations && facts.relation(id).map { $0.confidence >= options.minimumConfidence } ?? false
    case .event(let id):
      facts.event(id).map {
        options.statuses.contains($0.status) && $0.confidence >= options.minimumConfidence
      } ?? false
    }
  }

  /// What happened before what may, relations before events, the more confident first.
  private static func isSurer(_ left: Tie, _ right: Tie) -> Bool {
    func doubt(_ tie: Tie) -> Int {
      switch tie.status {
      case nil, .actual: 0
      case .planned: 1
      case .possible: 2
      case .negated: 3
      }
    }
    let ranks = (doubt(left), left.kind == .relation ? 0 : 1, -left.confidence)
    let others = (doubt(right), right.kind == .relation ? 0 : 1, -right.confidence)
    return ranks != others ? ranks < others : left.id < right.id
  }
}
