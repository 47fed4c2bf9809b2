public import EntenteModel

/// The facts of one kind as rows.
public enum FactTable: String, Hashable, Sendable, CaseIterable {
  /// A row for each entity.
  case entities
  /// A row for each relation.
  case relations
  /// A row for each event.
  case events

  /// The rows of `facts`, by identifier.
  ///
  /// - Complexity: O(*n* log *n*) in the facts.
  public func table(_ facts: FactSet) -> Table {
    switch self {
    case .entities: Self.entities(facts)
    case .relations: Self.relations(facts)
    case .events: Self.events(facts)
    }
  }

  private static func entities(_ facts: FactSet) -> Table {
    Table(
      columns: ["id", "type", "name", "aliases", "codes", "lat", "lon", "level", "mentions", "documents"],
      rows: facts.entities.map { entity in
        [
          .text(entity.id.rawValue), .text(entity.type.rawValue), .text(entity.name), .list(entity.aliases),
          .list(entity.codes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }),
          entity.location.map { .number($0.lat) } ?? .none, entity.location.map { .number($0.lon) } ?? .none,
          entity.location.map { .text($0.level) } ?? .none, .integer(entity.mentions.count),
          .integer(Set(entity.mentions.map(\.document)).count),
        ]
      })
  }

  private static func relations(_ facts: FactSet) -> Table {
    Table(
      columns: [
        "id", "type", "source", "source_name", "target", "target_name", "attributes", "confidence", "rule",
      ] + evidenceColumns,
      rows: facts.relations.map { relation in
        [
          .text(relation.id.rawValue), .text(relation.type.rawValue),
          .text(relation.source.rawValue), .text(name(relation.source, facts)),
          .text(relation.target.rawValue), .text(name(relation.target, facts)),
          .list(relation.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }),
          .number(Confidence.rounded(relation.confidence)), .text(relation.rule),
        ] + evidence(relation.evidence, facts)
      })
  }

  private static func events(_ facts: FactSet) -> Table {
    Table(
      columns: [
        "id", "type", "mode", "context", "quad", "score", "status", "hedge", "start", "end", "edtf", "basis", "actors",
        "targets", "places", "attributed_to", "trigger", "confidence", "rule",
      ] + evidenceColumns,
      rows: facts.events.map { event in
        func names(_ ids: [EntityID]) -> Table.Cell { .list(ids.map { name($0, facts) }) }
        let date: [Table.Cell] =
          event.date.map {
            [.text($0.start.description), .text($0.end.description), .text($0.edtf), .text($0.basis.rawValue)]
          } ?? [.none, .none, .none, .none]
        return [
          .text(event.id.rawValue), .text(event.type.rawValue), .text(event.mode), .list(event.context),
          .text(event.quad.rawValue), .number(event.score), .text(event.status.rawValue),
          event.hedge.map { .text($0) } ?? .none,
        ] + date + [
          names(event.entities(.actor)), names(event.entities(.target)), names(event.entities(.place)),
          names(event.attributedTo), .text(event.triggerText), .number(Confidence.rounded(event.confidence)),
          .text(event.rule),
        ] + evidence(event.evidence, facts)
      })
  }

  private static let evidenceColumns = ["document", "evidence_start", "evidence_end", "evidence"]

  /// The first piece of evidence, with the path or name of its document.
  private static func evidence(_ evidence: [Evidence], _ facts: FactSet) -> [Table.Cell] {
    guard let first = evidence.first else { return [.none, .none, .none, .none] }
    return [
      .text(facts.document(first.document)?.source ?? first.document.rawValue), .integer(first.span.start),
      .integer(first.span.end), .text(first.text),
    ]
  }

  private static func name(_ id: EntityID, _ facts: FactSet) -> String { facts.entity(id)?.name ?? id.rawValue }
}
