import EntenteModel
import Foundation
import Testing

@Suite struct FactSetTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func orderAndGroupingOfMergingDoNotMatter(seed: UInt64) {
    let a = RandomFacts.make(seed: 3 * seed)
    let b = RandomFacts.make(seed: 3 * seed + 1)
    let c = RandomFacts.make(seed: 3 * seed + 2)
    #expect(a.merged(with: b) == b.merged(with: a), "seed \(seed)")
    #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)), "seed \(seed)")
    #expect(FactSet.merged([c, a, b]) == a.merged(with: b).merged(with: c), "seed \(seed)")
    #expect(a.merged(with: b).merged(with: b) == a.merged(with: b), "seed \(seed)")
    #expect(a.merged(with: a) == a && a.merged(with: FactSet()) == a, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func mergingWhatWasReadBackIsMergingWhatWasWritten(seed: UInt64) throws {
    func readBack(_ facts: FactSet) throws -> FactSet {
      try JSONDecoder().decode(FactSet.self, from: JSONEncoder().encode(facts))
    }
    let a = RandomFacts.make(seed: 2 * seed)
    let b = RandomFacts.make(seed: 2 * seed + 1)
    #expect(try readBack(a.merged(with: b)) == readBack(a).merged(with: readBack(b)), "seed \(seed)")
  }

  @Test func evidenceOfAnEventsOwnDocumentStaysFirst() {
    let documents = ["one", "two"].map { DocumentID(hashing: "Document", $0) }.sorted()
    let span = TextSpan(start: 0, end: 3)
    let pieces = documents.map { Evidence(document: $0, sentence: 0, span: span, text: "met") }
    for home in [0, 1] {
      let event = Event(
        type: .consult, document: documents[home], triggerText: "met", triggerSpan: span, participants: [],
        status: .actual, confidence: 0.5, rule: "r", evidence: [pieces[home], pieces[1 - home]])
      let facts = FactSet(documents: [], entities: [], relations: [], events: [event, event])
      #expect(facts.merged(with: facts).events.map(\.evidence) == [[pieces[home], pieces[1 - home]]])
    }
  }

  @Test func partsAreFoundByIdentifier() {
    let facts = RandomFacts.make(seed: 5)
    #expect(!facts.entities.isEmpty && !facts.events.isEmpty)
    for entity in facts.entities { #expect(facts.entity(entity.id) == entity) }
    for event in facts.events { #expect(facts.event(event.id) == event) }
    for relation in facts.relations { #expect(facts.relation(relation.id) == relation) }
    for document in facts.documents { #expect(facts.document(document.id) == document) }
    #expect(facts.entity(EntityID(rawValue: "ent-z")) == nil && facts.entity(EntityID(rawValue: "")) == nil)
  }
}
