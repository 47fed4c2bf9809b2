import EntenteModel
import EntenteStore
import Foundation
import Testing

@Suite struct FactFileTests {
  private static func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A } }

  @Test func bytesAreThoseOfTheStandardEncoder() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let expected = String(decoding: try encoder.encode(Sample.facts), as: UTF8.self)
    #expect(String(decoding: FactFile(Sample.facts).jsonLine(), as: UTF8.self) == expected + "\n")
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
}
