// The exchange format of `entente extract --format json`, member by member. Offsets are the `start`
// and `end` of the object that they belong to, so spans are written flat.

extension FactSet: Codable {
  private enum Key: String, CodingKey { case schema, documents, entities, relations, events }

  /// Reads the exchange format.
  ///
  /// - Throws: `DecodingError` where the format is another version or a member is missing or malformed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container,
        debugDescription: "the schema is '\(schema)', this version reads '\(Self.schema)'")
    }
    self.init(
      documents: try container.decode([DocumentRecord].self, forKey: .documents),
      entities: try container.decode([Entity].self, forKey: .entities),
      relations: try container.decode([Relation].self, forKey: .relations),
      events: try container.decode([Event].self, forKey: .events))
  }

  /// Writes the exchange format.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(documents, forKey: .documents)
    try container.encode(entities, forKey: .entities)
    try container.encode(relations, forKey: .relations)
    try container.encode(events, forKey: .events)
  }
}

// MARK: - Documents

extension DocumentRecord: Codable {
  private enum Key: String, CodingKey {
    case id, source, title, author, date, dateBasis, sha256, encoding, repairs, sentences
  }

  /// Reads a document's record.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try container.decode(DocumentID.self, forKey: .id),
      source: try container.decode(String.self, forKey: .source),
      title: try container.decode(String.self, forKey: .title),
      author: try container.decodeIfPresent(String.self, forKey: .author),
      date: try container.decodeIfPresent(CalendarDate.self, forKey: .date),
      dateBasis: try container.decode(DocumentDateBasis.self, forKey: .dateBasis),
      sha256: try container.decode(String.self, forKey: .sha256),
      encoding: try container.decodeIfPresent(String.self, forKey: .encoding) ?? "utf-8",
      repairs: try container.decode([Repair].self, forKey: .repairs),
      sentences: try container.decode([Sentence].self, forKey: .sentences))
  }

  /// Writes a document's record.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(source, forKey: .source)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(author, forKey: .author)
    try container.encode(date, forKey: .date)
    try container.encode(dateBasis, forKey: .dateBasis)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(encoding, forKey: .encoding)
    try container.encode(repairs, forKey: .repairs)
    try container.encode(sentences, forKey: .sentences)
  }
}

extension Repair: Codable {
  private enum Key: String, CodingKey { case kind, start, end, from, to }

  /// Reads a repair.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      kind: try container.decode(String.self, forKey: .kind),
      span: try container.decodeSpan(start: .start, end: .end),
      original: try container.decode(String.self, forKey: .from),
      replacement: try container.decode(String.self, forKey: .to))
  }

  /// Writes a repair.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(span, start: .start, end: .end)
    try container.encode(original, forKey: .from)
    try container.encode(replacement, forKey: .to)
  }
}

extension Sentence: Codable {
  private enum Key: String, CodingKey { case start, end, role, paragraph }

  /// Reads a sentence, without tokens.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      span: try container.decodeSpan(start: .start, end: .end),
      role: try container.decode(SentenceRole.self, forKey: .role),
      paragraph: try container.decodeIfPresent(Int.self, forKey: .paragraph) ?? 0)
  }

  /// Writes a sentence, without tokens.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(span, start: .start, end: .end)
    try container.encode(role, forKey: .role)
    try container.encode(paragraph, forKey: .paragraph)
  }
}

extension Evidence: Codable {
  private enum Key: String, CodingKey { case document, sentence, start, end, text }

  /// Reads a piece of evidence.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      document: try container.decode(DocumentID.self, forKey: .document),
      sentence: try container.decode(Int.self, forKey: .sentence),
      span: try container.decodeSpan(start: .start, end: .end),
      text: try container.decode(String.self, forKey: .text))
  }

  /// Writes a piece of evidence.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(document, forKey: .document)
    try container.encode(sentence, forKey: .sentence)
    try container.encode(span, start: .start, end: .end)
    try container.encode(text, forKey: .text)
  }
}

// MARK: - Entities and relations

extension Mention: Codable {
  private enum Key: String, CodingKey { case document, sentence, start, end, text, form }

  /// Reads a mention.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      document: try container.decode(DocumentID.self, forKey: .document),
      sentence: try container.decode(Int.self, forKey: .sentence),
      span: try container.decodeSpan(start: .start, end: .end),
      text: try container.decode(String.self, forKey: .text),
      form: try container.decode(MentionForm.self, forKey: .form))
  }

  /// Writes a mention.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(document, forKey: .document)
    try container.encode(sentence, forKey: .sentence)
    try container.encode(span, start: .start, end: .end)
    try container.encode(text, forKey: .text)
    try container.encode(form, forKey: .form)
  }
}

extension Entity: Codable {
  private enum Key: String, CodingKey { case id, type, name, aliases, codes, location, mentions }

  /// Reads an entity.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try container.decode(EntityID.self, forKey: .id),
      type: try container.decode(EntityType.self, forKey: .type),
      name: try container.decode(String.self, forKey: .name),
      aliases: try container.decode([String].self, forKey: .aliases),
      codes: try container.decode([String: String].self, forKey: .codes),
      location: try container.decodeIfPresent(GeoLocation.self, forKey: .location),
      mentions: try container.decode([Mention].self, forKey: .mentions))
  }

  /// Writes an entity.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encode(name, forKey: .name)
    try container.encode(aliases, forKey: .aliases)
    try container.encode(codes, forKey: .codes)
    try container.encodeIfPresent(location, forKey: .location)
    try container.encode(mentions, forKey: .mentions)
  }
}

extension Relation: Codable {
  private enum Key: String, CodingKey {
    case id, type, source, target, attributes, confidence, rule, evidence
  }

  /// Reads a relation; the identifier is taken as written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      type: try container.decode(RelationType.self, forKey: .type),
      source: try container.decode(EntityID.self, forKey: .source),
      target: try container.decode(EntityID.self, forKey: .target),
      attributes: try container.decode([String: String].self, forKey: .attributes),
      confidence: try container.decode(Double.self, forKey: .confidence),
      rule: try container.decodeIfPresent(String.self, forKey: .rule) ?? "",
      evidence: try container.decode([Evidence].self, forKey: .evidence))
    id = try container.decode(RelationID.self, forKey: .id)
  }

  /// Writes a relation.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encode(source, forKey: .source)
    try container.encode(target, forKey: .target)
    try container.encode(attributes, forKey: .attributes)
    try container.encode(Confidence.rounded(confidence), forKey: .confidence)
    try container.encode(rule, forKey: .rule)
    try container.encode(evidence, forKey: .evidence)
  }
}

// MARK: - Spans

extension KeyedDecodingContainer {
  func decodeSpan(start: Key, end: Key) throws -> TextSpan {
    let first = try decode(Int.self, forKey: start)
    let last = try decode(Int.self, forKey: end)
    guard 0 <= first, first <= last else {
      throw DecodingError.dataCorruptedError(
        forKey: start, in: self, debugDescription: "the offsets \(first) and \(last) do not run forward")
    }
    return TextSpan(start: first, end: last)
  }
}

extension KeyedEncodingContainer {
  mutating func encode(_ span: TextSpan, start: Key, end: Key) throws {
    try encode(span.start, forKey: start)
    try encode(span.end, forKey: end)
  }
}
