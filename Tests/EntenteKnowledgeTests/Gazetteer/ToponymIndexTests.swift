import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteKnowledge

@Suite struct ToponymIndexTests {
  private static let sound = GazetteerBytes.embeddedToponyms.withSpan { span in span.indices.map { span[$0] } }

  private func error(_ bytes: [UInt8]) -> KnowledgeError? {
    do throws(KnowledgeError) {
      _ = try ToponymIndex(bytes: GazetteerBytes(bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test func bearersOfANameComeByTheirSize() throws {
    let places = try ToponymIndex().places(forFolded: "paris")
    #expect(places.count > 5)
    #expect(places.map(\.population) == places.map(\.population).sorted(by: >))
    let first = try #require(places.first)
    #expect(first.name == "Paris" && first.country == "FRA")
    #expect(abs(first.location.lat - 48.85) < 0.02 && abs(first.location.lon - 2.35) < 0.02)
    #expect(places.contains { $0.country == "USA" && abs($0.location.lat - 33.66) < 0.02 })
  }

  @Test func statesAndCountiesAreFoundByNamesAndAbbreviations() throws {
    let index = try ToponymIndex()
    let kentucky = try #require(index.places(forFolded: "kentucky").first { $0.kind == .region })
    #expect(index.places(forFolded: "ky").first?.region == kentucky.region)
    let county = try #require(index.places(forFolded: "laurel county").first)
    #expect(county.kind == .county && county.region == kentucky.region && county.country == "USA")
    let surrey = index.places(forFolded: "surrey").first { $0.kind == .county && $0.country == "GBR" }
    #expect(surrey.map { abs($0.location.lat - 51.25) < 0.3 } == true)
  }

  @Test func otherNamesOfLargeCitiesAreKnownAndNonsenseIsNot() throws {
    let index = try ToponymIndex()
    #expect(index.places(forFolded: "moskva").first?.name == "Moscow")
    for key in ["", "qqqq", "paris france texas", "ＰＡＲＩＳ"] { #expect(index.places(forFolded: key).isEmpty) }
  }

  @Test func damagedBytesAreRefused() {
    #expect(error(Self.sound) == nil)
    for count in [0, 7, 47, 48, Self.sound.count - 4] {
      #expect(error(Array(Self.sound.prefix(count)))?.code == .corruptData, "\(count) bytes")
    }
    var bytes = Self.sound
    bytes[8] = 9
    #expect(
      error(bytes)?.description
        == "toponyms.bin: the index of place names has version 9, wanted is 1; build the program anew")
    for place in [0, 12, 16, 30, 44, bytes.count / 2, bytes.count - 1] {
      bytes = Self.sound
      bytes[place] ^= 0x41
      #expect(error(bytes)?.code == .corruptData, "byte \(place)")
    }
  }
}
