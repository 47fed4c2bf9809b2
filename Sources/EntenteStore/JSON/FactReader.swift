import EntenteModel

/// Reads the exchange format; members that it does not know are skipped.
enum FactReader {
  /// Every object of a text: one of a JSON file, one a line of JSON Lines.
  static func files(_ bytes: [UInt8], name: String) throws(StoreError) -> [FactFile] {
    var json = JSONReader(bytes, file: name)
    var files: [FactFile] = []
    while !json.isAtEnd() { files.append(try file(&json)) }
    guard !files.isEmpty else { throw json.error("the file is empty, and facts were expected; run 'entente extract'") }
    return files
  }

  private static func file(_ json: inout JSONReader) throws(StoreError) -> FactFile {
    var parts = FactParts()
    var schema: String?
    var offsets = OffsetUnit.scalars
    try json.object { json, name throws(StoreError) in
      switch name {
      case "schema":
        let found = try json.string()
        guard found == FactSet.schema else {
          throw json.error("the schema is '\(found)', and this version reads '\(FactSet.schema)'", .unsupportedSchema)
        }
        schema = found
      case "offsets": offsets = try json.word()
      case "documents": parts.documents = try json.array(document)
      case "entities": parts.entities = try json.array(entity)
      case "relations": parts.relations = try json.array(relation)
      case "events": parts.events = try json.array(event)
      default: try json.skip()
      }
    }
    _ = try json.need(schema, "schema")
    if let fault = parts.fault() {
      var error = json.error(fault.message)
      (error.line, error.column, error.member) = (nil, nil, fault.member)
      throw error
    }
    return FactFile(parts.facts, offsets: offsets)
  }

  private static func document(_ json: inout JSONReader) throws(StoreError) -> DocumentRecord {
    var (id, source, title, author, sha256): (String?, String?, String?, String?, String?)
    var (date, basis): (CalendarDate?, DocumentDateBasis?)
    var encoding = "utf-8"
    var (repairs, sentences): ([Repair]?, [Sentence]?)
    try json.object { json, name throws(StoreError) in
      switch name {
      case "id": id = try json.string()
      case "source": source = try json.string()
      case "title": title = try json.string()
      case "author": author = try json.optionalString()
      case "date": date = json.takesNull() ? nil : try json.date()
      case "dateBasis": basis = try json.word()
      case "sha256": sha256 = try json.string()
      case "encoding": encoding = try json.string()
      case "repairs": repairs = try json.array(repair)
      case "sentences": sentences = try json.array(sentence)
      default: try json.skip()
      }
    }
    return DocumentRecord(
      id: DocumentID(rawValue: try json.need(id, "id")), source: try json.need(source, "source"),
      title: try json.need(title, "title"), author: author, date: date, dateBasis: try json.need(basis, "dateBasis"),
      sha256: try json.need(sha256, "sha256"), encoding: encoding, repairs: try json.need(repairs, "repairs"),
      sentences: try json.need(sentences, "sentences"))
  }

  private static func repair(_ json: inout JSONReader) throws(StoreError) -> Repair {
    var (kind, from, to): (String?, String?, String?)
    var span = SpanReader()
    try json.object { json, name throws(StoreError) in
      switch name {
      case "kind": kind = try json.string()
      case "from": from = try json.string()
      case "to": to = try json.string()
      default: if try !span.takes(name, &json) { try json.skip() }
      }
    }
    return Repair(
      kind: try json.need(kind, "kind"), span: try span.span(json), original: try json.need(from, "from"),
      replacement: try json.need(to, "to"))
  }

  private static func sentence(_ json: inout JSONReader) throws(StoreError) -> Sentence {
    var role: SentenceRole?
    var paragraph = 0
    var span = SpanReader()
    try json.object { json, name throws(StoreError) in
      switch name {
      case "role": role = try json.word()
      case "paragraph": paragraph = try json.integer()
      default: if try !span.takes(name, &json) { try json.skip() }
      }
    }
    return Sentence(span: try span.span(json), role: try json.need(role, "role"), paragraph: paragraph)
  }

  private static func entity(_ json: inout JSONReader) throws(StoreError) -> Entity {
    var (id, name, type): (String?, String?, EntityType?)
    var (aliases, codes): ([String]?, [String: String]?)
    var location: GeoLocation?
    var mentions: [Mention]?
    try json.object { json, member throws(StoreError) in
      switch member {
      case "id": id = try json.string()
      case "type": type = try json.word()
      case "name": name = try json.string()
      case "aliases": aliases = try json.strings()
      case "codes": codes = try json.table()
      case "location": location = json.takesNull() ? nil : try self.location(&json)
      case "mentions": mentions = try json.array(mention)
      default: try json.skip()
      }
    }
    return Entity(
      id: EntityID(rawValue: try json.need(id, "id")), type: try json.need(type, "type"),
      name: try json.need(name, "name"), aliases: try json.need(aliases, "aliases"),
      codes: try json.need(codes, "codes"), location: location, mentions: try json.need(mentions, "mentions"))
  }

  private static func location(_ json: inout JSONReader) throws(StoreError) -> GeoLocation {
    var (lat, lon, level): (Double?, Double?, String?)
    try json.object { json, name throws(StoreError) in
      switch name {
      case "lat": lat = try json.double()
      case "lon": lon = try json.double()
      case "level": level = try json.string()
      default: try json.skip()
      }
    }
    return GeoLocation(
      lat: try json.need(lat, "lat"), lon: try json.need(lon, "lon"), level: try json.need(level, "level"))
  }

  private static func mention(_ json: inout JSONReader) throws(StoreError) -> Mention {
    var form: MentionForm?
    let evidence = try evidence(&json) { json, name throws(StoreError) in
      guard name == "form" else { return false }
      form = try json.word()
      return true
    }
    return Mention(
      document: evidence.document, sentence: evidence.sentence, span: evidence.span, text: evidence.text,
      form: try json.need(form, "form"))
  }

  private static func relation(_ json: inout JSONReader) throws(StoreError) -> Relation {
    var (id, type, source, target): (String?, String?, String?, String?)
    var (attributes, confidence, rule): ([String: String]?, Double?, String) = (nil, nil, "")
    var evidence: [Evidence]?
    try json.object { json, name throws(StoreError) in
      switch name {
      case "id": id = try json.string()
      case "type": type = try json.string()
      case "source": source = try json.string()
      case "target": target = try json.string()
      case "attributes": attributes = try json.table()
      case "confidence": confidence = try json.confidence()
      case "rule": rule = try json.string()
      case "evidence": evidence = try json.evidence()
      default: try json.skip()
      }
    }
    var relation = Relation(
      type: RelationType(rawValue: try json.need(type, "type")),
      source: EntityID(rawValue: try json.need(source, "source")),
      target: EntityID(rawValue: try json.need(target, "target")), attributes: try json.need(attributes, "attributes"),
      confidence: try json.need(confidence, "confidence"), rule: rule, evidence: try json.need(evidence, "evidence"))
    relation.id = RelationID(rawValue: try json.need(id, "id"))
    return relation
  }

  private static func event(_ json: inout JSONReader) throws(StoreError) -> Event {
    var parts = EventParts()
    try json.object { json, name throws(StoreError) in
      if try !parts.takes(name, &json) { try json.skip() }
    }
    return try parts.event(json)
  }

  /// Reads a piece of evidence; `other` may take members that belong to something larger.
  static func evidence(
    _ json: inout JSONReader, other: (inout JSONReader, String) throws(StoreError) -> Bool
  ) throws(StoreError) -> Evidence {
    var (document, sentence, text): (String?, Int?, String?)
    var span = SpanReader()
    try json.object { json, name throws(StoreError) in
      switch name {
      case "document": document = try json.string()
      case "sentence": sentence = try json.integer()
      case "text": text = try json.string()
      default: if try !span.takes(name, &json), try !other(&json, name) { try json.skip() }
      }
    }
    return Evidence(
      document: DocumentID(rawValue: try json.need(document, "document")),
      sentence: try json.need(sentence, "sentence"), span: try span.span(json), text: try json.need(text, "text"))
  }
}
