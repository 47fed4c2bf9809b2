import EntenteGraph
public import EntenteModel

extension FactGraph {
  /// The facts that join an entity to others, by the other's name, then relations before events, then
  /// by date and identifier; a fact that joins it to several stands once for each of them.
  ///
  /// - Complexity: O(*d* log *d*) in the number of those facts.
  public func neighbors(of entity: EntityID) -> [Tie] {
    guard let node = ties.node(entity) else { return [] }
    let edges = ties.snapshot.outgoingEdges(of: node) + ties.snapshot.incomingEdges(of: node)
    // A loop is met from both its ends.
    return Set(edges).sorted().compactMap { tie($0, from: node) }.sorted { Self.neighborOrder($0, $1) }
  }

  /// The fact behind an edge, as seen from one of its ends.
  func tie(_ edge: EdgeID, from node: NodeID) -> Tie? {
    let source = ties.snapshot.source(of: edge)
    let target = ties.snapshot.target(of: edge)
    guard let from = facts.entity(ties.entity(node)),
      let to = facts.entity(ties.entity(source == node ? target : source))
    else { return nil }
    switch ties.facts[edge.index] {
    case .relation(let id):
      return facts.relation(id).map { tie($0, from: EntitySummary(from), to: EntitySummary(to)) }
    case .event(let id): return facts.event(id).map { tie($0, from: EntitySummary(from), to: EntitySummary(to)) }
    }
  }

  private func tie(_ relation: Relation, from: EntitySummary, to: EntitySummary) -> Tie {
    let bearing: Tie.Bearing =
      relation.type == .alliedWith ? .mutual : relation.source == from.id ? .forward : .backward
    return Tie(
      from: from, to: to, id: relation.id.rawValue, kind: .relation, type: relation.type.rawValue, bearing: bearing,
      fromRole: "", toRole: "", attributes: relation.attributes, trigger: "", status: nil, date: nil,
      attributedTo: [], confidence: relation.confidence, evidence: relation.evidence,
      documents: documents(of: relation.evidence))
  }

  private func tie(_ event: Event, from: EntitySummary, to: EntitySummary) -> Tie {
    let fromRole = event.leadingRole(of: from.id)
    let toRole = event.leadingRole(of: to.id)
    let bearing: Tie.Bearing =
      fromRole == toRole ? .mutual : Event.rank(fromRole) < Event.rank(toRole) ? .forward : .backward
    return Tie(
      from: from, to: to, id: event.id.rawValue, kind: .event, type: event.type.rawValue, bearing: bearing,
      fromRole: fromRole, toRole: toRole, attributes: [:], trigger: event.triggerText, status: event.status,
      date: event.date, attributedTo: summaries(event.attributedTo), confidence: event.confidence,
      evidence: event.evidence, documents: documents(of: event.evidence))
  }

  func summaries(_ entities: [EntityID]) -> [EntitySummary] {
    entities.compactMap { facts.entity($0).map { EntitySummary($0) } }
  }

  func documents(of evidence: [Evidence]) -> [DocumentSummary] {
    var seen = Set<DocumentID>()
    return evidence.map(\.document).filter { seen.insert($0).inserted }
      .compactMap { facts.document($0).map { DocumentSummary($0) } }
  }

  private static func neighborOrder(_ left: Tie, _ right: Tie) -> Bool {
    if left.to != right.to { return (left.to.name, left.to.id) < (right.to.name, right.to.id) }
    if left.kind != right.kind { return left.kind == .relation }
    let dates = (left.date?.start.description ?? "~", right.date?.start.description ?? "~")
    return (left.type, dates.0, left.id) < (right.type, dates.1, right.id)
  }
}

extension Event {
  /// The role of an entity that says most: actor before target before any other.
  func leadingRole(of entity: EntityID) -> String {
    let roles = participants.filter { $0.entity == entity }.map(\.role.rawValue)
    return roles.min { (Self.rank($0), $0) < (Self.rank($1), $1) } ?? ""
  }

  static func rank(_ role: String) -> Int {
    switch role {
    case ParticipantRole.actor.rawValue: 0
    case ParticipantRole.target.rawValue: 1
    default: 2
    }
  }
}
