// Events in the exchange format; `FactSet+Codable.swift` holds the rest.

extension Participant: Codable {
  private enum Key: String, CodingKey { case role, entity, start, end }

  /// Reads a participant.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      role: try container.decode(ParticipantRole.self, forKey: .role),
      entity: try container.decode(EntityID.self, forKey: .entity),
      span: try container.decodeSpan(start: .start, end: .end))
  }

  /// Writes a participant.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(role, forKey: .role)
    try container.encode(entity, forKey: .entity)
    try container.encode(span, start: .start, end: .end)
  }
}

extension Event: Codable {
  private enum Key: String, CodingKey {
    case id, type, mode, context, quad, score, trigger, participants, date, status, hedge
    case attributedTo = "attributed_to"
    case magnitudes, confidence, rule, evidence
    case sameAs = "same_as"
  }

  private enum TriggerKey: String, CodingKey { case text, start, end }

  /// Reads an event; the identifier is taken as written, the quad class follows from the type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let trigger = try container.nestedContainer(keyedBy: TriggerKey.self, forKey: .trigger)
    let evidence = try container.decode([Evidence].self, forKey: .evidence)
    guard let first = evidence.first else {
      throw DecodingError.dataCorruptedError(
        forKey: .evidence, in: container, debugDescription: "an event needs at least one piece of evidence")
    }
    self.init(
      type: try container.decode(EventType.self, forKey: .type),
      mode: try container.decode(String.self, forKey: .mode),
      context: try container.decode([String].self, forKey: .context),
      score: try container.decode(Double.self, forKey: .score),
      document: first.document,
      triggerText: try trigger.decode(String.self, forKey: .text),
      triggerSpan: try trigger.decodeSpan(start: .start, end: .end),
      participants: try container.decode([Participant].self, forKey: .participants),
      date: try container.decodeIfPresent(TimeSpan.self, forKey: .date),
      status: try container.decode(EventStatus.self, forKey: .status),
      hedge: try container.decodeIfPresent(String.self, forKey: .hedge),
      attributedTo: try container.decode([EntityID].self, forKey: .attributedTo),
      magnitudes: try container.decode([Magnitude].self, forKey: .magnitudes),
      confidence: try container.decode(Double.self, forKey: .confidence),
      rule: try container.decodeIfPresent(String.self, forKey: .rule) ?? "",
      evidence: evidence,
      sameAs: try container.decode([EventID].self, forKey: .sameAs))
    id = try container.decode(EventID.self, forKey: .id)
  }

  /// Writes an event.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encode(mode, forKey: .mode)
    try container.encode(context, forKey: .context)
    try container.encode(quad, forKey: .quad)
    try container.encode(score, forKey: .score)
    var trigger = container.nestedContainer(keyedBy: TriggerKey.self, forKey: .trigger)
    try trigger.encode(triggerText, forKey: .text)
    try trigger.encode(triggerSpan, start: .start, end: .end)
    try container.encode(participants, forKey: .participants)
    try container.encode(date, forKey: .date)
    try container.encode(status, forKey: .status)
    try container.encode(hedge, forKey: .hedge)
    try container.encode(attributedTo, forKey: .attributedTo)
    try container.encode(magnitudes, forKey: .magnitudes)
    try container.encode(Confidence.rounded(confidence), forKey: .confidence)
    try container.encode(rule, forKey: .rule)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(sameAs, forKey: .sameAs)
  }
}
