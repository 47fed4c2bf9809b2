public import EntenteModel

/// What is known of an entity.
public struct EntityCard: Hashable, Sendable, Encodable {
  /// The entity itself, with aliases, codes, location and mentions.
  public var entity: Entity
  /// The documents that speak of it, each once, by identifier.
  public var documents: [DocumentSummary]
  /// Its relations.
  public var relations: [Tie]
  /// The events in which it takes part.
  public var timeline: Timeline
}

extension FactGraph {
  /// What is known of an entity, or `nil` where the facts do not hold it.
  ///
  /// - Complexity: O(*n*) in the events, O(*d* log *d*) in the entity's own facts.
  public func card(of id: EntityID) -> EntityCard? {
    guard let entity = facts.entity(id) else { return nil }
    let documents = Set(entity.mentions.map(\.document)).sorted()
    return EntityCard(
      entity: entity, documents: documents.compactMap { facts.document($0).map { DocumentSummary($0) } },
      relations: neighbors(of: id).filter { $0.kind == .relation },
      timeline: Timeline(facts, filter: TimelineFilter(entities: [id])))
  }

  /// The entity that a name, an alias, a code or the beginning of an identifier means.
  ///
  /// - Throws: `StoreError` with `notFound` and what may have been meant, or `ambiguous` and the candidates.
  public func entity(named query: String) throws(StoreError) -> Entity {
    switch names.find(query) {
    case .found(let id):
      guard let entity = facts.entity(id) else { throw Self.unknown(query, []) }
      return entity
    case .ambiguous(let candidates):
      let shown = summaries(candidates).prefix(5).map { "\($0.name) (\($0.type.rawValue), \($0.id))" }
      let rest = candidates.count > 5 ? " and \(candidates.count - 5) more" : ""
      throw StoreError(
        .ambiguous,
        "'\(query)' may be \(shown.joined(separator: ", "))\(rest); give the full name or the identifier")
    case .none(let suggestions): throw Self.unknown(query, suggestions)
    }
  }

  private static func unknown(_ query: String, _ suggestions: [String]) -> StoreError {
    let hint =
      suggestions.isEmpty
      ? "; list the names with 'entente rank'"
      : "; did you mean \(suggestions.map { "'\($0)'" }.joined(separator: ", "))?"
    return StoreError(.notFound, "no entity is called '\(query)'\(hint)")
  }
}
