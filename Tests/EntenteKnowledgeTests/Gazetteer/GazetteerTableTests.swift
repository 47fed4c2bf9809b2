import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteKnowledge

@Suite struct GazetteerTableTests {
  private static let sound = GazetteerBytes.embedded.withSpan { span in span.indices.map { span[$0] } }

  private func error(_ bytes: [UInt8]) -> KnowledgeError? {
    do throws(KnowledgeError) {
      _ = try Gazetteer(bytes: GazetteerBytes(bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test func soundBytesAreTaken() {
    #expect(error(Self.sound) == nil)
  }

  @Test func refusesBytesThatAreCutOrLonger() {
    for count in [0, 1, 7, 8, 79, 80, 81, Self.sound.count - 1] {
      #expect(error(Array(Self.sound.prefix(count)))?.code == .corruptData, "\(count) bytes")
    }
    #expect(error(Self.sound + [0, 0, 0, 0])?.code == .corruptData)
  }

  @Test(arguments: 0..<20)
  func refusesAHeaderWithAnyNumberChanged(field: Int) {
    var generator = SeededGenerator(seed: UInt64(field))
    for _ in 0..<4 {
      var bytes = Self.sound
      bytes[4 * field + Int.random(in: 0..<4, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(error(bytes)?.code == .corruptData)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func refusesAnyChangedByte(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Self.sound
    for _ in 0...Int.random(in: 0..<3, using: &generator) {
      let place = Int.random(in: 80..<bytes.count, using: &generator)
      bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
    }
    #expect(error(bytes)?.code == .corruptData, "seed \(seed)")
  }

  @Test func saysWhatIsWrong() throws {
    var bytes = Self.sound
    bytes[8] = 99
    #expect(
      error(bytes)?.description == "gazetteer.bin: the gazetteer has version 99, wanted is 2; build the program anew")
    bytes = Self.sound
    bytes[bytes.count / 2] ^= 1
    #expect(
      error(bytes)?.description
        == "gazetteer.bin: the gazetteer is damaged: its checksum is another; build the program anew")
  }

  @Test func isSmallEnough() {
    #expect(Self.sound.count < 6_000_000)
  }

  @Test func namesStandInOrderUnderTheirFoldedSurfaces() throws {
    let names = try GazetteerTable(.embedded).allNames()
    let keys = names.map { Array($0.key.utf8) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    for name in names.enumerated() where name.offset.isMultiple(of: 5) {
      let key = name.element.key
      #expect(name.element.candidates.allSatisfy { TextFolding.fold($0.surface) == key }, "\(key)")
    }
  }

  @Test func theFilterTurnsNoNameAway() throws {
    let table = try GazetteerTable(.embedded)
    #expect(table.allNames().allSatisfy { table.mayBegin(with: $0.key.utf8.prefix { $0 != 0x20 }) })
  }

  @Test func everyEntryHasAKeyOfItsOwnAndAPointOnTheEarth() throws {
    let table = try GazetteerTable(.embedded)
    var keys: Set<String> = []
    for index in stride(from: 0, to: table.entryCount, by: 3) {
      let entry = table.entry(index)
      #expect(keys.insert(entry.key).inserted, "\(entry.key) stands twice")
      #expect(table.index(ofKey: entry.key) == index)
      if let location = entry.location { #expect(abs(location.lat) <= 90 && abs(location.lon) <= 180) }
    }
  }
}
