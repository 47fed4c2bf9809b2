import EntenteModel
import EntenteStore
import Foundation
import Testing

@Suite struct FactGraphAnswersTests {
  private let graph = FactGraph(Sample.facts)

  @Test func neighborsStandByNameWithTheFactsThatJoin() {
    let ties = graph.neighbors(of: Sample.rutte.id)
    #expect(ties.map(\.to.name) == ["Brussels", "Iceland", "Kaja Kallas", "North Atlantic Treaty Organization"])
    #expect(ties.map(\.type) == ["CONSULT", "SUPPORT", "CONSULT", "HOLDS_OFFICE"])
    #expect(ties.map(\.bearing) == [.forward, .forward, .mutual, .forward])
    #expect(ties.map(\.toRole) == ["place", "target", "actor", ""])
    #expect(ties.allSatisfy { $0.from.id == Sample.rutte.id && !$0.evidence.isEmpty && !$0.documents.isEmpty })
    #expect(graph.neighbors(of: EntityID(rawValue: "ent-unknown")).isEmpty)
  }

  @Test func entityTiedToItselfIsItsOwnNeighborOnce() {
    let loop = Relation(
      type: .affiliatedWith, source: Sample.nato.id, target: Sample.nato.id, confidence: 0.5, rule: "r",
      evidence: [Sample.first.evidence("NATO")])
    let facts = FactSet(
      documents: [Sample.first.record], entities: [Sample.nato], relations: [loop], events: [])
    #expect(FactGraph(facts).neighbors(of: Sample.nato.id).map(\.to.id) == [Sample.nato.id])
  }

  @Test func degreeCountsFactsAndSharesPlaces() throws {
    let ranking = try graph.ranking(by: .degree)
    #expect(ranking.first?.entity.name == "Mark Rutte")
    #expect(ranking.first.map { [$0.relations, $0.events, $0.mentions] } == [1, 2, 2])
    #expect(ranking.prefix(3).map(\.place) == [1, 2, 2])
    #expect(ranking.count == Sample.facts.entities.count)
  }

  @Test func pageRankRanksTheWellTiedAboveTheOthers() throws {
    let ranking = try graph.ranking(by: .pageRank)
    #expect(ranking.first?.entity.name == "Mark Rutte")
    #expect(abs(ranking.map(\.score).reduce(0, +) - 1) < 1e-6)
    let scores = Dictionary(uniqueKeysWithValues: ranking.map { ($0.entity.id, $0.score) })
    // What did not happen ties nobody: Greenland ranks no higher than Turkey, of whom nothing is told.
    #expect(scores[Sample.greenland.id] == scores[Sample.turkey.id])
    #expect(try graph.ranking(by: .pageRank, types: [.person]).map(\.entity.type) == [.person, .person, .person])
  }

  @Test func cardTellsAllOfAnEntity() throws {
    let card = try #require(graph.card(of: Sample.rutte.id))
    #expect(card.entity == Sample.rutte)
    #expect(Set(card.documents.map(\.source)) == ["first.txt", "second.txt"])
    #expect(card.relations.map(\.type) == ["HOLDS_OFFICE"])
    #expect(card.timeline.dated.map(\.type) == [.support, .consult] && card.timeline.undated.isEmpty)
    #expect(graph.card(of: EntityID(rawValue: "ent-unknown")) == nil)
  }

  @Test func eventIsExplainedByRuleWordsAndParts() throws {
    let explanation = try graph.explanation(of: String(Sample.tanks.id.rawValue.prefix(14)))
    #expect(explanation.kind == .event && explanation.rule == "test.AID" && explanation.type == "AID")
    #expect(explanation.summary == "Germany: send → Lithuania (planned; says Boris Pistorius)")
    #expect(explanation.parts.map { "\($0.role) \($0.entity.name)" } == ["actor Germany", "target Lithuania"])
    #expect(explanation.evidence.map(\.text) == [Sample.first.evidence("tanks").text])
    #expect(explanation.attributes["trigger"] == "send" && explanation.status == .planned)
  }

  @Test func relationAndEntityAreExplainedToo() throws {
    let relation = try graph.explanation(of: Sample.office.id.rawValue)
    #expect(relation.kind == .relation && relation.rule == "office.of" && relation.confidence == 0.95)
    #expect(
      relation.summary == "Mark Rutte HOLDS_OFFICE North Atlantic Treaty Organization (secretary-general)")
    let entity = try graph.explanation(of: Sample.rutte.id.rawValue)
    #expect(entity.kind == .entity && entity.evidence.map(\.text).sorted() == ["Mark Rutte", "Mr. Rutte"])
  }

  @Test func otherReadingsOfTheSameWordsAreAlternatives() throws {
    let rival = Sample.first.event(.agree, "met", [(.actor, Sample.rutte, "Mark Rutte")])
    let facts = Sample.facts.merged(
      with: FactSet(
        documents: [Sample.first.record], entities: [Sample.rutte], relations: [], events: [rival]))
    let explanation = try FactGraph(facts).explanation(of: Sample.meeting.id.rawValue)
    #expect(explanation.alternatives == ["\(rival.id): AGREE “met”, by test.AGREE"])
  }

  @Test(arguments: ["evt-", "ent-zz", "", "rutte"]) func identifiersThatFitNothingAreRefused(id: String) {
    let error = #expect(throws: StoreError.self) { try graph.explanation(of: id) }
    #expect(error?.code == .notFound)
  }

  @Test func beginningOfSeveralIdentifiersIsAmbiguous() throws {
    let prefixes = Sample.facts.entities.map { $0.id.rawValue.prefix(5) }
    let counts = Dictionary(prefixes.map { ($0, 1) }, uniquingKeysWith: +)
    let shared = try #require(counts.filter { $0.value > 1 }.keys.min())
    let error = #expect(throws: StoreError.self) { try graph.explanation(of: String(shared)) }
    #expect(error?.code == .ambiguous)
  }

  @Test func answersAreEncodedUnderTheNamesOfTheExchangeFormat() throws {
    let path = try #require(graph.path(from: Sample.lithuania.id, to: Sample.germany.id))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let line = String(decoding: try encoder.encode(path), as: UTF8.self)
    #expect(line.contains("\"attributed_to\":[{\"id\":\"\(Sample.pistorius.id)\",\"name\":\"Boris Pistorius\""))
    #expect(line.contains("\"from_role\":\"target\"") && line.contains("\"status\":\"planned\""))
    let card = String(decoding: try encoder.encode(try #require(graph.card(of: Sample.rutte.id))), as: UTF8.self)
    #expect(card.hasPrefix("{\"documents\":[") && card.contains("\"timeline\":{\"dated\":["))
  }
}
