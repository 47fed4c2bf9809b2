import EntenteModel
import EntenteTestSupport

/// Facts made by chance from a small stock, so that two of them share much.
enum RandomFacts {
  static func make(seed: UInt64) -> FactSet {
    var random = SeededGenerator(seed: seed)
    let documents = (0..<3).map { document($0, &random) }
    return FactSet(
      documents: documents.filter { _ in Bool.random(using: &random) },
      entities: (0..<5).map { entity($0, &random) }.filter { _ in Bool.random(using: &random) },
      relations: (0..<4).map { relation($0, &random) }.filter { _ in Bool.random(using: &random) },
      events: (0..<5).map { event($0, &random) }.filter { _ in Bool.random(using: &random) })
  }

  private static func id(_ number: Int) -> EntityID { EntityID(hashing: "Person", "\(number)") }

  private static func document(_ number: Int, _ random: inout SeededGenerator) -> DocumentRecord {
    DocumentRecord(
      id: documentID(number), source: ["a.txt", "b.txt"].randomElement(using: &random) ?? "", title: "t",
      author: [nil, "x"].randomElement(using: &random) ?? nil,
      date: [nil, CalendarDate(year: 2026, month: 2, day: 13)].randomElement(using: &random) ?? nil, dateBasis: .none,
      sha256: "s\(number)", encoding: "utf-8")
  }

  private static func documentID(_ number: Int) -> DocumentID { DocumentID(hashing: "Document", "\(number)") }

  private static func evidence(_ random: inout SeededGenerator) -> [Evidence] {
    let pieces = (0..<3).map { number in
      Evidence(
        document: documentID(number), sentence: number, span: TextSpan(start: number, end: number + 2),
        text: "w\(number)")
    }
    let chosen = pieces.filter { _ in Bool.random(using: &random) }
    return chosen.isEmpty ? [pieces[0]] : chosen
  }

  private static func entity(_ number: Int, _ random: inout SeededGenerator) -> Entity {
    Entity(
      id: id(number), type: [.person, .group].randomElement(using: &random) ?? .person,
      name: ["Mark Rutte", "Rutte", "Rutta"].randomElement(using: &random) ?? "",
      aliases: ["Mr. R", "R"].filter { _ in Bool.random(using: &random) },
      codes: [["x": "1"], ["x": "2", "y": "3"], [:]].randomElement(using: &random) ?? [:],
      location: [nil, GeoLocation(lat: 1, lon: 2, level: "city"), GeoLocation(lat: 0, lon: 2, level: "city")]
        .randomElement(using: &random) ?? nil,
      mentions: evidence(&random).map {
        Mention(document: $0.document, sentence: $0.sentence, span: $0.span, text: $0.text, form: .name)
      })
  }

  private static func relation(_ number: Int, _ random: inout SeededGenerator) -> Relation {
    Relation(
      type: .memberOf, source: id(number), target: id(number + 1),
      confidence: [0.5, 0.3, 0.1 + 0.2].randomElement(using: &random) ?? 0,
      rule: ["r1", "r2"].randomElement(using: &random) ?? "", evidence: evidence(&random))
  }

  private static func event(_ number: Int, _ random: inout SeededGenerator) -> Event {
    Event(
      type: .consult, mode: ["", "visit"].randomElement(using: &random) ?? "", document: documentID(number % 3),
      triggerText: "met", triggerSpan: TextSpan(start: number, end: number + 3),
      participants: [Participant(role: .actor, entity: id(number), span: TextSpan(start: 0, end: 1))],
      date: [nil, TimeSpan(year: 2029, basis: .explicit)].randomElement(using: &random) ?? nil,
      status: EventStatus.allCases.randomElement(using: &random) ?? .actual,
      confidence: [0.3, 0.1 + 0.2, 0.9].randomElement(using: &random) ?? 0,
      rule: ["r1", "r2"].randomElement(using: &random) ?? "", evidence: evidence(&random),
      sameAs: [EventID(hashing: "1"), EventID(hashing: "2")].filter { _ in Bool.random(using: &random) })
  }
}
