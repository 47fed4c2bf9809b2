import EntenteGraph
import EntenteModel

/// Entities alone: one edge for each relation, and one for each two that share an event.
///
/// Events become edges here, so that one step is one fact and rankings rank entities.
struct TieGraph: Sendable {
  /// The fact behind an edge.
  enum Fact: Hashable, Sendable {
    case relation(RelationID)
    case event(EventID)
  }

  let snapshot: Snapshot
  /// The fact of each edge.
  let facts: [Fact]
  /// How much each edge draws in a ranking.
  ///
  /// A relation weighs 1. In an event each participant has the weight 1, spread evenly over the others
  /// (M. E. J. Newman, "Scientific collaboration networks II", 2001), so that a summit of twenty
  /// does not count as 190 meetings; what did not happen weighs nothing.
  let weights: [Double]

  init(_ facts: FactSet) {
    var graph = TypedGraph()
    var known: [String: (fact: Fact, weight: Double)] = [:]
    func addTie(_ source: EntityID, _ target: EntityID, _ key: String, _ fact: Fact, _ weight: Double) throws {
      guard let from = graph.node(forKey: source.rawValue), let to = graph.node(forKey: target.rawValue) else { return }
      try graph.addEdge(from: from, to: to, type: "TIE", key: key)
      known[key] = (fact, weight)
    }
    do {
      for entity in facts.entities { try graph.addNode(entity.id.rawValue, type: entity.type.rawValue) }
      for relation in facts.relations {
        try addTie(relation.source, relation.target, relation.id.rawValue, .relation(relation.id), 1)
      }
      for event in facts.events {
        let members = Self.members(of: event).filter { facts.entity($0) != nil }
        let weight = event.status == .negated ? 0 : 1 / Double(max(1, members.count - 1))
        for (place, source) in members.enumerated() {
          for target in members[(place + 1)...] {
            try addTie(source, target, "\(event.id) \(source) \(target)", .event(event.id), weight)
          }
        }
      }
    } catch {
      preconditionFailure("the identifiers of a fact set are unique, yet \(error)")
    }
    let snapshot = graph.snapshot()
    self.snapshot = snapshot
    let ties = snapshot.edges.compactMap { known[snapshot.key(of: $0)] }
    self.facts = ties.map(\.fact)
    weights = ties.map(\.weight)
  }

  /// Who takes part in an event, each once: actors first, then targets, then the others.
  static func members(of event: Event) -> [EntityID] {
    let others = event.participants.filter { $0.role != .actor && $0.role != .target }.map(\.entity)
    var seen = Set<EntityID>()
    return (event.entities(.actor) + event.entities(.target) + others).filter { seen.insert($0).inserted }
  }

  func node(_ entity: EntityID) -> NodeID? { snapshot.node(forKey: entity.rawValue) }

  func entity(_ node: NodeID) -> EntityID { EntityID(rawValue: snapshot.key(of: node)) }
}
