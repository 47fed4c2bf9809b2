public import EntenteModel

/// Why a fact is in the graph.
public struct Explanation: Hashable, Sendable, Encodable {
  /// Which kind of fact it is.
  public enum Kind: String, Hashable, Sendable, Encodable {
    /// Someone or something.
    case entity
    /// A lasting tie.
    case relation
    /// Something that happened, may happen or did not.
    case event
  }

  /// An entity's part in the fact.
  public struct Part: Hashable, Sendable, Encodable {
    /// `source`, `target`, or the role in an event.
    public var role: String
    /// The entity.
    public var entity: EntitySummary
  }

  /// The identifier.
  public var id: String
  /// Which kind of fact it is.
  public var kind: Kind
  /// The type of the entity, relation or event.
  public var type: String
  /// The fact in one line.
  public var summary: String
  /// The rule that found it; empty for an entity.
  public var rule: String
  /// 0 to 1; `nil` for an entity.
  public var confidence: Double?
  /// Who and what is part of it.
  public var parts: [Part]
  /// The attributes of a relation, the codes of an entity, the mode, score, hedge and magnitudes of an event.
  public var attributes: [String: String]
  /// Whether an event happened.
  public var status: EventStatus?
  /// When an event happened, if the text says.
  public var date: TimeSpan?
  /// Who says so, where it is not the documents themselves.
  public var attributedTo: [EntitySummary]
  /// The words it rests on; an entity rests on its mentions.
  public var evidence: [Evidence]
  /// The documents that `evidence` is in.
  public var documents: [DocumentSummary]
  /// Other readings: events that the same words were also read as, entities that bear the same name.
  public var alternatives: [String]
  /// Events that are the same.
  public var sameAs: [EventID]

  private enum CodingKeys: String, CodingKey {
    case id, kind, type, summary, rule, confidence, parts, attributes, status, date
    case attributedTo = "attributed_to"
    case evidence, documents, alternatives
    case sameAs = "same_as"
  }
}

extension FactGraph {
  /// Why the entity, relation or event of an identifier is in the graph.
  ///
  /// - Parameter id: the identifier or a beginning of it that fits no other, as in `evt-4f1d`.
  /// - Throws: `StoreError` with `notFound` or `ambiguous`.
  /// - Complexity: O(*n*) in the facts.
  public func explanation(of id: String) throws(StoreError) -> Explanation {
    let entities = facts.entities.filter { $0.id.rawValue.hasPrefix(id) }
    let relations = facts.relations.filter { $0.id.rawValue.hasPrefix(id) }
    let events = facts.events.filter { $0.id.rawValue.hasPrefix(id) }
    let found = entities.map(\.id.rawValue) + relations.map(\.id.rawValue) + events.map(\.id.rawValue)
    guard id.utf8.count > 4, !found.isEmpty else {
      throw StoreError(
        .notFound,
        "no fact has the identifier '\(id)'; it begins with ent-, rel- or evt-, and 'entente show' lists them")
    }
    guard found.count == 1 || found.contains(id) else {
      let shown = found.prefix(5).joined(separator: ", ")
      throw StoreError(.ambiguous, "'\(id)' begins \(found.count) identifiers (\(shown)…); give more of its digits")
    }
    if let entity = entities.first { return explanation(of: entity) }
    if let relation = relations.first { return explanation(of: relation) }
    guard let event = events.first else { throw StoreError(.notFound, "no fact has the identifier '\(id)'") }
    return explanation(of: event)
  }

  private func explanation(of entity: Entity) -> Explanation {
    let evidence = entity.mentions.map {
      Evidence(document: $0.document, sentence: $0.sentence, span: $0.span, text: $0.text)
    }
    return Explanation(
      id: entity.id.rawValue, kind: .entity, type: entity.type.rawValue, summary: entity.name, rule: "",
      confidence: nil, parts: [], attributes: entity.codes, status: nil, date: nil, attributedTo: [],
      evidence: evidence, documents: documents(of: evidence), alternatives: namesakes(of: entity), sameAs: [])
  }

  private func explanation(of relation: Relation) -> Explanation {
    let ends = [("source", relation.source), ("target", relation.target)]
    let names = ends.map { facts.entity($0.1)?.name ?? $0.1.rawValue }
    let title = relation.attributes["title"].map { " (\($0))" } ?? ""
    return Explanation(
      id: relation.id.rawValue, kind: .relation, type: relation.type.rawValue,
      summary: "\(names[0]) \(relation.type) \(names[1])\(title)", rule: relation.rule,
      confidence: relation.confidence, parts: parts(ends), attributes: relation.attributes, status: nil, date: nil,
      attributedTo: [], evidence: relation.evidence, documents: documents(of: relation.evidence), alternatives: [],
      sameAs: [])
  }

  private func explanation(of event: Event) -> Explanation {
    var attributes = ["score": "\(event.score)", "quad": event.quad.rawValue, "trigger": event.triggerText]
    if !event.mode.isEmpty { attributes["mode"] = event.mode }
    if !event.context.isEmpty { attributes["context"] = event.context.joined(separator: ", ") }
    attributes["hedge"] = event.hedge
    for magnitude in event.magnitudes { attributes[magnitude.kind] = "\(magnitude.value) \(magnitude.unit)" }
    return Explanation(
      id: event.id.rawValue, kind: .event, type: event.type.rawValue,
      summary: Timeline.Entry(event, in: facts).summary, rule: event.rule, confidence: event.confidence,
      parts: parts(event.participants.map { ($0.role.rawValue, $0.entity) }), attributes: attributes,
      status: event.status, date: event.date, attributedTo: summaries(event.attributedTo), evidence: event.evidence,
      documents: documents(of: event.evidence), alternatives: otherReadings(of: event), sameAs: event.sameAs)
  }

  private func parts(_ ends: [(role: String, entity: EntityID)]) -> [Explanation.Part] {
    ends.compactMap { end in
      facts.entity(end.entity).map { Explanation.Part(role: end.role, entity: EntitySummary($0)) }
    }
  }

  /// Events of the same document whose triggers share words with that of `event`.
  private func otherReadings(of event: Event) -> [String] {
    facts.events.filter {
      $0.id != event.id && $0.evidence.first?.document == event.evidence.first?.document
        && $0.triggerSpan.overlaps(event.triggerSpan)
    }.map { "\($0.id): \($0.type.rawValue) “\($0.triggerText)”, by \($0.rule)" }
  }

  private func namesakes(of entity: Entity) -> [String] {
    let own = Set(([entity.name] + entity.aliases).map { TextFolding.fold($0) })
    return facts.entities.filter { other in
      other.id != entity.id && ([other.name] + other.aliases).contains { own.contains(TextFolding.fold($0)) }
    }.map { "\($0.id): \($0.name) (\($0.type.rawValue))" }
  }
}
