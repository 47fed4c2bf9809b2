import EntenteModel
import EntenteStore
import EntenteTestSupport
import Foundation
import Testing

@Suite struct FactFileTests {
  private static func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A } }

  private static func standardLine(_ facts: FactSet) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(facts), as: UTF8.self) + "\n"
  }

  @Test func bytesAreThoseOfTheStandardEncoder() throws {
    let line = String(decoding: FactFile(Sample.facts).jsonLine(), as: UTF8.self)
    #expect(try line == Self.standardLine(Sample.facts))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let file = FactFile(Sample.facts)
    #expect(try FactFile.decode(file.json(), name: "facts.json") == file)
    #expect(try FactFile.decode(file.jsonLine(), name: "facts.jsonl") == file)
    #expect(try JSONDecoder().decode(FactSet.self, from: Data(file.json())) == Sample.facts)
  }

  @Test func eachFactStandsOnItsLine() {
    let facts = Sample.facts
    let count = facts.documents.count + facts.entities.count + facts.relations.count + facts.events.count
    // A line for each of five members, for the end of four lists, and the last one.
    #expect(Self.lines(FactFile(facts).json()) == count + 5 + 4 + 1)
    #expect(Self.lines(FactFile(facts).jsonLine()) == 1)
  }

  @Test func orderInWhichFactsComeDoesNotShow() {
    let facts = Sample.facts
    let reversed = FactSet(
      documents: facts.documents.reversed(), entities: facts.entities.reversed(), relations: facts.relations.reversed(),
      events: facts.events.reversed())
    #expect(FactFile(facts).json() == FactFile(reversed).json())
  }

  @Test func confidenceIsToldToFourDecimals() throws {
    var relation = Sample.office
    relation.confidence = 0.1 + 0.2
    let facts = FactSet(
      documents: [Sample.first.record], entities: [Sample.rutte, Sample.nato], relations: [relation], events: [])
    let text = String(decoding: FactFile(facts).json(), as: UTF8.self)
    #expect(text.contains("\"confidence\":0.3,"))
    #expect(try String(decoding: FactFile(facts).jsonLine(), as: UTF8.self) == Self.standardLine(facts))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func oddTextSurvives(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func oddText() -> String {
      let odd: [Unicode.Scalar] = [
        "\"", "\\", "/", "\u{0}", "\u{8}", "\t", "\n", "\u{C}", "\r", "\u{1F}", "\u{7F}", "\u{2028}", "é", "e",
        "\u{301}",
        "€", "😀", "\u{FFFF}", "\u{FEFF}", "a", " ",
      ]
      return String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...9, using: &random)).map { _ in odd[Int.random(in: 0..<odd.count, using: &random)] }))
    }
    var record = Sample.first.record
    record.title = oddText()
    record.source = oddText()
    record.author = oddText()
    let entities = (0..<5).map { _ in
      makeEntity(
        .person, "\(oddText())\(seed)", aliases: [oddText(), oddText()], codes: [oddText(): oddText()],
        location: GeoLocation(
          lat: Double.random(in: -90...90, using: &random), lon: Double(Int.random(in: -180...180, using: &random)),
          level: oddText()))
    }
    let facts = FactSet(documents: [record], entities: entities, relations: [], events: [])
    let file = FactFile(facts)
    let read = try FactFile.decode(file.jsonLine(), name: "odd")
    #expect(read == file && read.jsonLine() == file.jsonLine(), "seed \(seed)")
    #expect(try JSONDecoder().decode(FactSet.self, from: Data(file.json())) == facts, "seed \(seed)")
    #expect(try String(decoding: file.jsonLine(), as: UTF8.self) == Self.standardLine(facts), "seed \(seed)")
  }
}
