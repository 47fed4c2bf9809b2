import EntenteModel
import EntenteStore
import Testing

@Suite struct VerificationTests {
  private let garbled = GarbledStory()

  private func report(
    _ file: FactFile, _ change: (inout ReadSource) -> Void = { _ in }
  ) -> VerificationReport {
    file.verify { _ in
      var source = garbled.source
      change(&source)
      return source
    }
  }

  /// The facts of the story, after one of them was tampered with.
  private func tampered(
    document: (inout DocumentRecord) -> Void = { _ in }, entity: (inout Entity) -> Void = { _ in },
    event: (inout Event) -> Void = { _ in }
  ) -> FactFile {
    var (record, who, what) = (garbled.facts.documents[0], garbled.facts.entities[0], garbled.facts.events[0])
    document(&record)
    entity(&who)
    event(&what)
    return FactFile(FactSet(documents: [record], entities: [who], relations: [], events: [what]))
  }

  @Test(arguments: OffsetUnit.allCases) func soundFactsHold(unit: OffsetUnit) throws {
    var file = FactFile(garbled.facts)
    if unit == .originalBytes {
      file = try file.inOriginalBytes([garbled.facts.documents[0].id: garbled.source.offsets])
    }
    let report = report(file)
    #expect(report.isSound, "\(report.failures)")
    #expect(report.checked.documents == 1 && report.checked.sentences == 1 && report.checked.repairs == 2)
    #expect(report.checked.mentions == 1 && report.checked.evidence == 1 && report.checked.triggers == 1)
    #expect(report.checked.participants == 1)
    // All but the white space and the repairs.
    #expect(report.checked.scalars == "Renmetthecafowner.".count)
  }

  @Test func anotherFileIsNoticed() {
    let report = report(FactFile(garbled.facts)) { $0.sha256 = "0" }
    #expect(report.failures.map(\.check) == ["sha256"])
    #expect(report.failures.first?.source == "garbled.txt")
  }

  @Test func changedByteIsNoticedWhereItIsSpokenOf() {
    let report = report(FactFile(garbled.facts)) { $0.bytes[$0.bytes.count - 1] = 0x58 }
    #expect(report.failures.map(\.check) == ["text", "sentence", "evidence"])
  }

  @Test func fileThatWasCutShortIsNoticed() {
    let report = report(FactFile(garbled.facts)) { $0.bytes.removeLast(3) }
    #expect(report.failures.contains { $0.check == "evidence" && $0.message.contains("outside the file") })
  }

  @Test func fileThatCannotBeReadIsOneFailure() {
    let report = FactFile(garbled.facts).verify { _ throws in throw StoreError(.unreadable, "gone") }
    #expect(report.failures.map(\.message) == ["it cannot be read anew: gone"])
    #expect(report.checked.documents == 0)
  }

  @Test func wordsThatStandElsewhereAreNoticed() {
    let mention = report(tampered(entity: { $0.mentions[0].text = "Ron" }))
    #expect(mention.failures.map(\.check) == ["mention"])
    #expect(mention.failures.first?.message == "at 0-3 stands “Ren”, and “Ron” was expected")
    let evidence = report(tampered(event: { $0.evidence[0].span.start += 1 }))
    #expect(evidence.failures.map(\.check) == ["evidence"])
    let trigger = report(tampered(event: { $0.triggerText = "left" }))
    #expect(trigger.failures.map(\.fact) == [garbled.facts.events[0].id.rawValue])
  }

  @Test func placesOutsideTheTextAreNoticed() {
    let participant = report(tampered(event: { $0.participants[0].span = TextSpan(start: 5, end: 900) }))
    #expect(participant.failures.map(\.message) == ["its place 5-900 is none of the document's"])
    let empty = report(tampered(event: { $0.participants[0].span = TextSpan(start: 5, end: 5) }))
    #expect(empty.failures.map(\.message) == ["its place 5-5 is empty"])
    let sentence = report(tampered(document: { $0.sentences[0].span.end = 900 }))
    #expect(sentence.failures.map(\.check) == ["sentence"])
  }

  @Test func repairsThatWereNotMadeAreNoticed() {
    let other = report(tampered(document: { $0.repairs[0].replacement = "x" }))
    #expect(other.failures.map(\.check).first == "repair")
    let original = report(tampered(document: { $0.repairs[0].original = "?" }))
    #expect(original.failures.map(\.check).first == "repair")
    // Without the repair, the text is not what the bytes say.
    let missing = report(tampered(document: { $0.repairs = [] }))
    #expect(missing.failures.map(\.check) == ["text", "sentence", "evidence"])
  }

  @Test func anotherEncodingIsDecodedByItsOwnReader() {
    let bytes: [UInt8] = Array("Caf".utf8) + [0xE9]
    var offsets = OffsetMap()
    for place in bytes.indices { offsets.append(place..<(place + 1)) }
    let record = DocumentRecord(
      id: DocumentID(hashing: "Document", "latin"), source: "latin.txt", title: "", date: nil, dateBasis: .none,
      sha256: "s", encoding: "windows-1252",
      sentences: [Sentence(span: TextSpan(start: 0, end: 4), role: .body, paragraph: 0)])
    let file = FactFile(FactSet(documents: [record], entities: [], relations: [], events: []))
    let source = ReadSource(bytes: bytes, sha256: "s", text: IndexedText("Café"), offsets: offsets) { bytes in
      String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
    #expect(file.verify { _ in source }.isSound)
    let misread = ReadSource(bytes: bytes, sha256: "s", text: IndexedText("Café"), offsets: offsets)
    #expect(!file.verify { _ in misread }.isSound)
  }
}

/// “Ren met the café owner — twice.” after its é and its dash were misread as single bytes.
private struct GarbledStory {
  let facts: FactSet
  let source: ReadSource

  init() {
    let pieces: [(garbled: String, mended: String)] = [
      ("Ren met the caf", "Ren met the caf"), ("Ã©", "é"), (" owner ", " owner "), ("â€”", "—"), (".", "."),
    ]
    var offsets = OffsetMap()
    var bytes: [UInt8] = []
    var text = ""
    var repairs: [Repair] = []
    for piece in pieces {
      let start = bytes.count
      bytes += Array(piece.garbled.utf8)
      if piece.garbled == piece.mended {
        for place in start..<bytes.count { offsets.append(place..<(place + 1)) }
      } else {
        offsets.append(start..<bytes.count)
        let place = text.unicodeScalars.count
        repairs.append(
          Repair(
            kind: "utf8-read-as-windows-1252", span: TextSpan(start: place, end: place + 1), original: piece.garbled,
            replacement: piece.mended))
      }
      text += piece.mended
    }
    let story = Story(text, source: "garbled.txt")
    var record = story.record
    record.repairs = repairs
    let ren = makeEntity(.person, "Ren", mentions: [story.mention("Ren")])
    facts = FactSet(
      documents: [record], entities: [ren], relations: [],
      events: [story.event(.consult, "met", [(.actor, ren, "Ren")])])
    source = ReadSource(bytes: bytes, sha256: record.sha256, text: story.indexed, offsets: offsets)
  }
}
