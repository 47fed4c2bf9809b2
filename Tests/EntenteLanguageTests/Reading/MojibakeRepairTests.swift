import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteLanguage

@Suite struct MojibakeRepairTests {
  private func source(_ text: String) -> SourceText {
    var source = SourceText()
    var place = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      source.append(scalar, bytes: place..<place + width)
      place += width
    }
    return source
  }

  // MARK: - Worked examples

  @Test(arguments: [
    ("NATO鈥檚 鈥渟tepping up鈥", "NATO’s “stepping up”", "utf8-read-as-gb18030"),
    ("NATOâ€™s â€œsteppingâ€\u{9D} up", "NATO’s “stepping” up", "utf8-read-as-windows-1252"),
    ("the ChÃ¢teau dâ€™Ã‰lysÃ©e", "the Château d’Élysée", "utf8-read-as-windows-1252"),
    ("NATO‚Äôs ‚Äústepping‚Äù up", "NATO’s “stepping” up", "utf8-read-as-macintosh"),
  ])
  func garbledMarksAreMended(garbled: String, expected: String, kind: String) {
    let repaired = MojibakeRepair.repair(source(garbled))
    #expect(repaired.text.string == expected)
    #expect(repaired.repairs.contains { $0.kind.hasPrefix(kind) })
  }

  @Test func lostBytesAreChosenFromTheirSurroundings() {
    let text = "“We will stay,” he said — and he stayed.\n\nIt’s a “strange” plan — so far."
    let repaired = MojibakeRepair.repair(source(Garbling.gb18030.garble(text)))
    #expect(repaired.text.string == text)
    #expect(repaired.repairs.contains { $0.kind == "utf8-read-as-gb18030-lost-byte" })
  }

  // MARK: - Laws

  @Test(arguments: Garbling.allCases, 0..<24 as Range<UInt64>)
  func garblingIsUndone(garbling: Garbling, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = GarbledTexts.paragraphs(using: &random, isLossless: garbling == .gb18030)
    let garbled = garbling.garble(text)
    let repaired = MojibakeRepair.repair(source(garbled))
    #expect(repaired.text.string == text, "seed \(seed)")
  }

  @Test(arguments: GarbledTexts.clean)
  func cleanTextIsNotTouched(text: String) {
    let repaired = MojibakeRepair.repair(source(text))
    #expect(repaired.text.string == text)
    #expect(repaired.repairs.isEmpty)
  }

  @Test(arguments: Garbling.allCases, 0..<8 as Range<UInt64>)
  func repairsAreTheOnlyChangesAndKnowTheirBytes(garbling: Garbling, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let garbled = garbling.garble(GarbledTexts.paragraphs(using: &random, isLossless: false))
    let bytes = Array(garbled.utf8)
    let document = try DocumentReader().read(text: garbled, source: "-")
    var place = 0
    for repair in document.record.repairs {
      for scalar in place..<repair.span.start {
        let stretch = bytes[document.offsets.bytes(ofScalar: scalar)]
        #expect(String(decoding: stretch, as: UTF8.self) == document.text[TextSpan(start: scalar, end: scalar + 1)])
      }
      #expect(document.text[repair.span] == repair.replacement)
      #expect(String(decoding: bytes[document.offsets.bytes(of: repair.span)], as: UTF8.self) == repair.original)
      place = repair.span.end
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func repairIsDoneOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Garbling.windows1252.garble(GarbledTexts.paragraphs(using: &random, isLossless: false))
    let once = MojibakeRepair.repair(source(text)).text.string
    #expect(MojibakeRepair.repair(source(once)).repairs.isEmpty, "seed \(seed)")
  }
}
