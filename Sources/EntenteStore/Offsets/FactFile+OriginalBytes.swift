public import EntenteModel

extension FactFile {
  /// The same facts with offsets that count bytes of the original files.
  ///
  /// Texts and identifiers stay as they are. Where a repair made several scalars of the same bytes,
  /// their offsets coincide.
  ///
  /// - Parameter maps: the way back to the bytes of each document; a file that counts bytes already needs none.
  /// - Throws: `StoreError` with `notFound` where the map of a document is missing, `malformed` where a
  ///   span lies outside its document.
  /// - Complexity: O(*n* log *r*) in spans and runs of the maps.
  public func inOriginalBytes(_ maps: [DocumentID: OffsetMap]) throws(StoreError) -> FactFile {
    if offsets == .originalBytes { return self }
    let mapper = SpanMapper(maps: maps)
    var documents: [DocumentRecord] = []
    for document in facts.documents { documents.append(try mapper.mapped(document)) }
    var entities: [Entity] = []
    for entity in facts.entities { entities.append(try mapper.mapped(entity)) }
    var relations: [Relation] = []
    for var relation in facts.relations {
      relation.evidence = try mapper.mapped(relation.evidence)
      relations.append(relation)
    }
    var events: [Event] = []
    for event in facts.events { events.append(try mapper.mapped(event)) }
    let mapped = FactSet(documents: documents, entities: entities, relations: relations, events: events)
    return FactFile(mapped, offsets: .originalBytes)
  }
}

private struct SpanMapper {
  let maps: [DocumentID: OffsetMap]

  func mapped(_ span: TextSpan, _ document: DocumentID) throws(StoreError) -> TextSpan {
    guard let map = maps[document] else {
      throw StoreError(.notFound, "the way from document \(document) back to its bytes is missing")
    }
    guard span.end <= map.scalarCount else {
      throw StoreError(
        .malformed, "the span \(span.start)-\(span.end) lies outside document \(document) of \(map.scalarCount) scalars"
      )
    }
    let bytes = map.bytes(of: span)
    return TextSpan(start: bytes.lowerBound, end: bytes.upperBound)
  }

  func mapped(_ document: DocumentRecord) throws(StoreError) -> DocumentRecord {
    var document = document
    for index in document.repairs.indices {
      document.repairs[index].span = try mapped(document.repairs[index].span, document.id)
    }
    for index in document.sentences.indices {
      document.sentences[index].span = try mapped(document.sentences[index].span, document.id)
      document.sentences[index].tokens = []
    }
    return document
  }

  func mapped(_ entity: Entity) throws(StoreError) -> Entity {
    var entity = entity
    for index in entity.mentions.indices {
      entity.mentions[index].span = try mapped(entity.mentions[index].span, entity.mentions[index].document)
    }
    return entity
  }

  func mapped(_ evidence: [Evidence]) throws(StoreError) -> [Evidence] {
    var evidence = evidence
    for index in evidence.indices {
      evidence[index].span = try mapped(evidence[index].span, evidence[index].document)
    }
    return evidence
  }

  func mapped(_ event: Event) throws(StoreError) -> Event {
    guard let document = event.evidence.first?.document else {
      throw StoreError(.malformed, "event \(event.id) has no evidence")
    }
    var event = event
    event.triggerSpan = try mapped(event.triggerSpan, document)
    for index in event.participants.indices {
      event.participants[index].span = try mapped(event.participants[index].span, document)
    }
    event.evidence = try mapped(event.evidence)
    return event
  }
}
