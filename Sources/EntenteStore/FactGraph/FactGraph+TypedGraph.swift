public import EntenteGraph
public import EntenteModel

extension FactGraph {
  /// The facts as a typed graph; `typedGraph(_:)` says how.
  ///
  /// - Complexity: O(*n*) in the facts.
  public func typedGraph() -> TypedGraph { Self.typedGraph(facts) }

  /// A fact set as a typed graph.
  ///
  /// * An entity is a node of its type (`Person`, …), an event a node of type `Event`; the key is the identifier.
  /// * A relation is an edge of its type (`HOLDS_OFFICE`, …) under its identifier; its attributes are properties.
  /// * A part in an event is an edge from the event to the entity, of the role in upper case (`ACTOR`, `TARGET`,
  ///   `PLACE`), `ATTRIBUTED_TO` for who says so; `SAME_AS` joins events. Status and date stand on
  ///   the edge as they do on the event, so that a filter on edges needs no look at the event.
  /// * `evidence` lists `document:sentence:start-end`.
  ///
  /// A fact that names an entity or event which the set does not hold is left out.
  ///
  /// - Complexity: O(*n*) in the facts.
  public static func typedGraph(_ facts: FactSet) -> TypedGraph {
    var builder = TypedGraphBuilder()
    for entity in facts.entities { builder.add(entity) }
    for event in facts.events { builder.add(event) }
    for relation in facts.relations { builder.add(relation) }
    for event in facts.events { builder.addParts(of: event) }
    return builder.graph
  }
}

private struct TypedGraphBuilder {
  private(set) var graph = TypedGraph()

  mutating func add(_ entity: Entity) {
    var properties: [String: PropertyValue] = [
      "name": .string(entity.name), "aliases": .strings(entity.aliases), "mentions": .integer(entity.mentions.count),
      "evidence": .strings(entity.mentions.map { reference($0.document, $0.sentence, $0.span) }),
    ]
    for (scheme, code) in entity.codes { properties["code.\(scheme)"] = .string(code) }
    if let location = entity.location {
      properties["lat"] = .double(location.lat)
      properties["lon"] = .double(location.lon)
      properties["level"] = .string(location.level)
    }
    addNode(entity.id.rawValue, type: entity.type.rawValue, properties)
  }

  mutating func add(_ event: Event) {
    var properties = circumstances(of: event)
    properties["type"] = .string(event.type.rawValue)
    properties["mode"] = .string(event.mode)
    properties["context"] = .strings(event.context)
    properties["quad"] = .string(event.quad.rawValue)
    properties["score"] = .double(event.score)
    properties["trigger"] = .string(event.triggerText)
    properties["confidence"] = .double(event.confidence)
    properties["rule"] = .string(event.rule)
    if let hedge = event.hedge { properties["hedge"] = .string(hedge) }
    for magnitude in event.magnitudes {
      properties["magnitude.\(magnitude.kind).\(magnitude.unit)"] = .double(magnitude.value)
    }
    addNode(event.id.rawValue, type: "Event", properties)
  }

  mutating func add(_ relation: Relation) {
    var properties: [String: PropertyValue] = [:]
    for (name, value) in relation.attributes { properties[name] = .string(value) }
    properties["confidence"] = .double(relation.confidence)
    properties["rule"] = .string(relation.rule)
    properties["evidence"] = references(relation.evidence)
    addEdge(
      from: relation.source.rawValue, to: relation.target.rawValue, type: relation.type.rawValue,
      key: relation.id.rawValue, properties)
  }

  mutating func addParts(of event: Event) {
    let circumstances = circumstances(of: event)
    let parts =
      event.participants.map { (entity: $0.entity, role: $0.role.rawValue) }
      + event.attributedTo.map { (entity: $0, role: "attributed_to") }
    for part in parts {
      let key = "\(event.id) \(part.role) \(part.entity)"
      // One entity may be named twice in a role.
      guard graph.edge(forKey: key) == nil else { continue }
      var properties = circumstances
      properties["role"] = .string(part.role)
      addEdge(
        from: event.id.rawValue, to: part.entity.rawValue, type: part.role.uppercased(), key: key, properties)
    }
    for twin in Set(event.sameAs).sorted() {
      addEdge(
        from: event.id.rawValue, to: twin.rawValue, type: "SAME_AS", key: "\(event.id) same_as \(twin)", [:])
    }
  }

  /// What holds of an event and of each part in it.
  private func circumstances(of event: Event) -> [String: PropertyValue] {
    var properties: [String: PropertyValue] = [
      "status": .string(event.status.rawValue), "evidence": references(event.evidence),
    ]
    if let date = event.date {
      properties["date"] = .string(date.edtf)
      properties["start"] = .string(date.start.description)
      properties["end"] = .string(date.end.description)
    }
    return properties
  }

  private func references(_ evidence: [Evidence]) -> PropertyValue {
    .strings(evidence.map { reference($0.document, $0.sentence, $0.span) })
  }

  private func reference(_ document: DocumentID, _ sentence: Int, _ span: TextSpan) -> String {
    "\(document):\(sentence):\(span.start)-\(span.end)"
  }

  private mutating func addNode(_ key: String, type: String, _ properties: [String: PropertyValue]) {
    do {
      try graph.addNode(key, type: type, properties: properties)
    } catch {
      preconditionFailure("the identifiers of a fact set are unique, yet \(error)")
    }
  }

  private mutating func addEdge(
    from source: String, to target: String, type: String, key: String, _ properties: [String: PropertyValue]
  ) {
    guard let source = graph.node(forKey: source), let target = graph.node(forKey: target) else { return }
    do {
      try graph.addEdge(from: source, to: target, type: type, key: key, properties: properties)
    } catch {
      preconditionFailure("the identifiers of a fact set are unique, yet \(error)")
    }
  }
}
