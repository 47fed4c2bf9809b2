public import EntenteGraph
public import EntenteModel

/// An entity with its place in a ranking.
public struct RankedEntity: Hashable, Sendable, Encodable {
  /// The place, from 1; entities of the same score share it.
  public var place: Int
  /// The entity.
  public var entity: EntitySummary
  /// What it was ranked by.
  public var score: Double
  /// The number of relations it is an end of.
  public var relations: Int
  /// The number of events it takes part in.
  public var events: Int
  /// The number of times it is spoken of.
  public var mentions: Int
}

extension FactGraph {
  /// The entities by descending score; of the same score, by name and identifier.
  ///
  /// Measures look at the ties between entities, followed both ways: a relation weighs 1, an event
  /// spreads a weight of 1 over its other participants, and what did not happen weighs nothing. `degree`
  /// counts relations and events, those that did not happen too.
  ///
  /// - Parameter types: the types to list; the others still take part in the walk.
  /// - Throws: `GraphError` with `noConvergence` where a measure does not settle; `CancellationError`.
  /// - Complexity: that of the measure, and O(*V* log *V*).
  public func ranking(
    by measure: LinkMeasure, types: Set<EntityType> = Set(EntityType.allCases), execution: Execution = Execution()
  ) throws -> [RankedEntity] {
    let counts = factCounts()
    var scores: [EntityID: Double] = [:]
    switch measure {
    case .degree:
      for entity in facts.entities {
        scores[entity.id] = Double((counts.relations[entity.id] ?? 0) + (counts.events[entity.id] ?? 0))
      }
    default:
      let values = try LinkGraph(self).values(of: measure, direction: .both, execution: execution)
      for node in values.nodes { scores[ties.entity(node)] = values[node] }
    }
    let ranked = facts.entities.filter { types.contains($0.type) }.map { entity in
      RankedEntity(
        place: 0, entity: EntitySummary(entity), score: scores[entity.id] ?? 0,
        relations: counts.relations[entity.id] ?? 0, events: counts.events[entity.id] ?? 0,
        mentions: entity.mentions.count)
    }
    return Self.placed(ranked)
  }

  private static func placed(_ entities: [RankedEntity]) -> [RankedEntity] {
    var placed = entities.sorted {
      $0.score != $1.score ? $0.score > $1.score : ($0.entity.name, $0.entity.id) < ($1.entity.name, $1.entity.id)
    }
    for index in placed.indices {
      let isTied = index > 0 && placed[index - 1].score == placed[index].score
      placed[index].place = isTied ? placed[index - 1].place : index + 1
    }
    return placed
  }

  private func factCounts() -> (relations: [EntityID: Int], events: [EntityID: Int]) {
    var relations: [EntityID: Int] = [:]
    var events: [EntityID: Int] = [:]
    for relation in facts.relations {
      for end in Set([relation.source, relation.target]) { relations[end, default: 0] += 1 }
    }
    for event in facts.events {
      for member in TieGraph.members(of: event) { events[member, default: 0] += 1 }
    }
    return (relations, events)
  }
}
