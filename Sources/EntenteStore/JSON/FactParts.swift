import EntenteModel

/// The lists of a file of facts, in the order of the file.
struct FactParts {
  var documents: [DocumentRecord] = []
  var entities: [Entity] = []
  var relations: [Relation] = []
  var events: [Event] = []

  var facts: FactSet {
    FactSet(documents: documents, entities: entities, relations: relations, events: events)
  }

  /// The first identifier that leads nowhere, and where it stands.
  func fault() -> (member: String, message: String)? {
    let sentences = Dictionary(documents.map { ($0.id, $0.sentences.count) }, uniquingKeysWith: max)
    let known = Set(entities.map(\.id))
    func places(_ member: String, _ places: [(DocumentID, Int)]) -> (String, String)? {
      for (index, place) in places.enumerated() {
        guard let count = sentences[place.0] else {
          return ("\(member)[\(index)].document", "there is no document '\(place.0)' in the file")
        }
        guard (0..<count).contains(place.1) else {
          return ("\(member)[\(index)].sentence", "sentence \(place.1) lies outside a document of \(count)")
        }
      }
      return nil
    }
    func entity(_ member: String, _ id: EntityID) -> (String, String)? {
      known.contains(id) ? nil : (member, "there is no entity '\(id)' in the file")
    }
    for (index, item) in entities.enumerated() {
      if let fault = places("entities[\(index)].mentions", item.mentions.map { ($0.document, $0.sentence) }) {
        return fault
      }
    }
    for (index, relation) in relations.enumerated() {
      let member = "relations[\(index)]"
      if let fault = entity("\(member).source", relation.source) ?? entity("\(member).target", relation.target)
        ?? places("\(member).evidence", relation.evidence.map { ($0.document, $0.sentence) })
      {
        return fault
      }
    }
    for (index, event) in events.enumerated() {
      let member = "events[\(index)]"
      for (number, participant) in event.participants.enumerated() {
        if let fault = entity("\(member).participants[\(number)].entity", participant.entity) { return fault }
      }
      for (number, source) in event.attributedTo.enumerated() {
        if let fault = entity("\(member).attributed_to[\(number)]", source) { return fault }
      }
      if let fault = places("\(member).evidence", event.evidence.map { ($0.document, $0.sentence) }) { return fault }
    }
    return nil
  }
}
