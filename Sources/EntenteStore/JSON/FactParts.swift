import EntenteModel

/// The lists of a file of facts, in the order of the file.
struct FactParts {
  /// An identifier that leads nowhere: where it stands, and what is missing.
  typealias Fault = (member: String, message: String)

  var documents: [DocumentRecord] = []
  var entities: [Entity] = []
  var relations: [Relation] = []
  var events: [Event] = []

  var facts: FactSet {
    FactSet(documents: documents, entities: entities, relations: relations, events: events)
  }

  /// The first identifier that leads nowhere.
  func fault() -> Fault? {
    let known = Known(documents, entities)
    for (index, entity) in entities.enumerated() {
      let places = entity.mentions.map { ($0.document, $0.sentence) }
      if let fault = known.fault(of: places, "entities[\(index)].mentions") { return fault }
    }
    for (index, relation) in relations.enumerated() {
      let member = "relations[\(index)]"
      let fault =
        known.fault(of: relation.source, "\(member).source") ?? known.fault(of: relation.target, "\(member).target")
        ?? known.fault(of: relation.evidence, "\(member).evidence")
      if let fault { return fault }
    }
    for (index, event) in events.enumerated() {
      if let fault = Self.fault(of: event, "events[\(index)]", known) { return fault }
    }
    return nil
  }

  private static func fault(of event: Event, _ member: String, _ known: Known) -> Fault? {
    for (index, participant) in event.participants.enumerated() {
      if let fault = known.fault(of: participant.entity, "\(member).participants[\(index)].entity") { return fault }
    }
    for (index, source) in event.attributedTo.enumerated() {
      if let fault = known.fault(of: source, "\(member).attributed_to[\(index)]") { return fault }
    }
    return known.fault(of: event.evidence, "\(member).evidence")
  }

  /// What identifiers may lead to.
  private struct Known {
    private let sentenceCounts: [DocumentID: Int]
    private let entities: Set<EntityID>

    init(_ documents: [DocumentRecord], _ entities: [Entity]) {
      sentenceCounts = Dictionary(documents.map { ($0.id, $0.sentences.count) }, uniquingKeysWith: max)
      self.entities = Set(entities.map(\.id))
    }

    func fault(of entity: EntityID, _ member: String) -> Fault? {
      entities.contains(entity) ? nil : (member, "there is no entity '\(entity)' in the file")
    }

    func fault(of evidence: [Evidence], _ member: String) -> Fault? {
      fault(of: evidence.map { ($0.document, $0.sentence) }, member)
    }

    func fault(of places: [(document: DocumentID, sentence: Int)], _ member: String) -> Fault? {
      for (index, place) in places.enumerated() {
        guard let count = sentenceCounts[place.document] else {
          return ("\(member)[\(index)].document", "there is no document '\(place.document)' in the file")
        }
        guard (0..<count).contains(place.sentence) else {
          let message = "sentence \(place.sentence) lies outside a document of \(count)"
          return ("\(member)[\(index)].sentence", message)
        }
      }
      return nil
    }
  }
}
