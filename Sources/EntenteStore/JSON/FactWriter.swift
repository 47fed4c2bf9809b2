import EntenteModel

/// Writes the exchange format, each object's members by ascending name.
struct FactWriter {
  private var json = JSONWriter()

  /// The bytes of a file of facts.
  ///
  /// - Parameter breaksLines: whether each document, entity, relation and event stands on a line of its own.
  static func bytes(_ file: FactFile, breaksLines: Bool) -> [UInt8] {
    var writer = FactWriter()
    writer.write(file, breaksLines: breaksLines)
    return writer.json.bytes
  }

  private mutating func write(_ file: FactFile, breaksLines: Bool) {
    func list<Element>(
      _ json: inout JSONWriter, _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
    ) {
      if breaksLines { json.breakLine() }
      json.key(name)
      if breaksLines { json.lines(elements, body) } else { json.array(elements, body) }
    }
    json.object { json in
      list(&json, "documents", file.facts.documents) { $0.write($1) }
      list(&json, "entities", file.facts.entities) { $0.write($1) }
      list(&json, "events", file.facts.events) { $0.write($1) }
      if file.offsets != .scalars {
        if breaksLines { json.breakLine() }
        json.member("offsets", file.offsets.rawValue)
      }
      list(&json, "relations", file.facts.relations) { $0.write($1) }
      if breaksLines { json.breakLine() }
      json.member("schema", FactSet.schema)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ document: DocumentRecord) {
    object { json in
      if let author = document.author { json.member("author", author) }
      if let date = document.date { json.member("date", date.description) } else { json.nullMember("date") }
      json.member("dateBasis", document.dateBasis.rawValue)
      json.member("encoding", document.encoding)
      json.member("id", document.id.rawValue)
      json.key("repairs")
      json.array(document.repairs) { $0.write($1) }
      json.key("sentences")
      json.array(document.sentences) { $0.write($1) }
      json.member("sha256", document.sha256)
      json.member("source", document.source)
      json.member("title", document.title)
    }
  }

  private mutating func write(_ repair: Repair) {
    object { json in
      json.member("end", repair.span.end)
      json.member("from", repair.original)
      json.member("kind", repair.kind)
      json.member("start", repair.span.start)
      json.member("to", repair.replacement)
    }
  }

  private mutating func write(_ sentence: Sentence) {
    object { json in
      json.member("end", sentence.span.end)
      json.member("paragraph", sentence.paragraph)
      json.member("role", sentence.role.rawValue)
      json.member("start", sentence.span.start)
    }
  }

  fileprivate mutating func write(_ entity: Entity) {
    object { json in
      json.strings("aliases", entity.aliases)
      json.table("codes", entity.codes)
      json.member("id", entity.id.rawValue)
      if let location = entity.location {
        json.key("location")
        json.object { json in
          json.member("lat", location.lat)
          json.member("level", location.level)
          json.member("lon", location.lon)
        }
      }
      json.key("mentions")
      json.array(entity.mentions) { $0.write($1) }
      json.member("name", entity.name)
      json.member("type", entity.type.rawValue)
    }
  }

  private mutating func write(_ mention: Mention) {
    object { json in
      json.member("document", mention.document.rawValue)
      json.member("end", mention.span.end)
      json.member("form", mention.form.rawValue)
      json.member("sentence", mention.sentence)
      json.member("start", mention.span.start)
      json.member("text", mention.text)
    }
  }

  fileprivate mutating func write(_ relation: Relation) {
    object { json in
      json.table("attributes", relation.attributes)
      json.member("confidence", Confidence.rounded(relation.confidence))
      json.evidence(relation.evidence)
      json.member("id", relation.id.rawValue)
      json.member("rule", relation.rule)
      json.member("source", relation.source.rawValue)
      json.member("target", relation.target.rawValue)
      json.member("type", relation.type.rawValue)
    }
  }

  fileprivate mutating func write(_ event: Event) {
    object { json in
      json.strings("attributed_to", event.attributedTo.map(\.rawValue))
      json.member("confidence", Confidence.rounded(event.confidence))
      json.strings("context", event.context)
      if let date = event.date { json.date(date) } else { json.nullMember("date") }
      json.evidence(event.evidence)
      if let hedge = event.hedge { json.member("hedge", hedge) } else { json.nullMember("hedge") }
      json.member("id", event.id.rawValue)
      json.key("magnitudes")
      json.array(event.magnitudes) { $0.write($1) }
      json.member("mode", event.mode)
      json.key("participants")
      json.array(event.participants) { $0.write($1) }
      json.member("quad", event.quad.rawValue)
      json.member("rule", event.rule)
      json.strings("same_as", event.sameAs.map(\.rawValue))
      json.member("score", event.score)
      json.member("status", event.status.rawValue)
      json.key("trigger")
      json.object { json in
        json.member("end", event.triggerSpan.end)
        json.member("start", event.triggerSpan.start)
        json.member("text", event.triggerText)
      }
      json.member("type", event.type.rawValue)
    }
  }

  private mutating func write(_ magnitude: Magnitude) {
    object { json in
      json.member("kind", magnitude.kind)
      json.member("unit", magnitude.unit)
      json.member("value", magnitude.value)
    }
  }

  private mutating func write(_ participant: Participant) {
    object { json in
      json.member("end", participant.span.end)
      json.member("entity", participant.entity.rawValue)
      json.member("role", participant.role.rawValue)
      json.member("start", participant.span.start)
    }
  }

  private mutating func date(_ date: TimeSpan) {
    key("date")
    object { json in
      json.member("basis", date.basis.rawValue)
      json.member("edtf", date.edtf)
      json.member("end", date.end.description)
      json.member("start", date.start.description)
    }
  }

  private mutating func evidence(_ evidence: [Evidence]) {
    key("evidence")
    array(evidence) { json, evidence in
      json.object { json in
        json.member("document", evidence.document.rawValue)
        json.member("end", evidence.span.end)
        json.member("sentence", evidence.sentence)
        json.member("start", evidence.span.start)
        json.member("text", evidence.text)
      }
    }
  }

  private mutating func strings(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.string($1) }
  }

  private mutating func table(_ name: String, _ table: [String: String]) {
    key(name)
    object { json in
      for (name, value) in table.sorted(by: { $0.key < $1.key }) {
        json.key(escaping: name)
        json.string(value)
      }
    }
  }
}
