import EntenteModel
import EntenteStore
import Testing

@Suite struct OriginalBytesTests {
  private func maps() -> [DocumentID: OffsetMap] {
    var maps: [DocumentID: OffsetMap] = [:]
    for story in [Sample.first, Sample.second] {
      var offsets = OffsetMap()
      // As if each file began with a byte order mark.
      var place = 3
      for scalar in story.text.unicodeScalars {
        let width = String(scalar).utf8.count
        offsets.append(place..<(place + width))
        place += width
      }
      maps[story.record.id] = offsets
    }
    return maps
  }

  @Test func spansCutTheWordsOutOfTheFile() throws {
    let file = try FactFile(Sample.facts).inOriginalBytes(maps())
    #expect(file.offsets == .originalBytes)
    let files = [Sample.first, Sample.second].map { ($0.record.id, [0xEF, 0xBB, 0xBF] + Array($0.text.utf8)) }
    let bytes = Dictionary(uniqueKeysWithValues: files)
    func words(_ span: TextSpan, _ document: DocumentID) -> String {
      String(decoding: bytes[document]?[span.start..<span.end] ?? [], as: UTF8.self)
    }
    for entity in file.facts.entities {
      for mention in entity.mentions { #expect(words(mention.span, mention.document) == mention.text) }
    }
    for event in file.facts.events {
      let document = event.evidence[0].document
      for evidence in event.evidence { #expect(words(evidence.span, evidence.document) == evidence.text) }
      #expect(words(event.triggerSpan, document) == event.triggerText)
    }
    #expect(file.facts.events.map(\.id) == Sample.facts.events.map(\.id))
    // “Türkiye” begins behind two curly quotes of three bytes each and the byte order mark.
    let turkey = try #require(file.facts.entity(Sample.turkey.id)).mentions[0].span
    #expect(turkey.start == Sample.turkey.mentions[0].span.start + 3 + 4 && turkey.length == 8)
  }

  @Test func fileSaysWhatItsOffsetsCount() throws {
    let file = try FactFile(Sample.facts).inOriginalBytes(maps())
    #expect(String(decoding: file.json(), as: UTF8.self).contains("\n\"offsets\":\"original-bytes\",\n"))
    #expect(!String(decoding: FactFile(Sample.facts).json(), as: UTF8.self).contains("\"offsets\""))
    #expect(try FactFile.decode(file.json(), name: "f") == file)
    #expect(try file.inOriginalBytes([:]) == file)
  }

  @Test func scalarsAndBytesAreNotMixed() throws {
    let file = FactFile(Sample.facts)
    let bytes = try file.inOriginalBytes(maps())
    let error = #expect(throws: StoreError.self) { try FactFile.merged([file, bytes]) }
    #expect(error?.code == .mixedOffsets)
    #expect(throws: StoreError.self) { try FactFile.decode(file.jsonLine() + bytes.jsonLine(), name: "f") }
  }

  @Test func missingAndTooShortMapsAreErrors() {
    let missing = #expect(throws: StoreError.self) { try FactFile(Sample.facts).inOriginalBytes([:]) }
    #expect(missing?.code == .notFound)
    var maps = maps()
    maps[Sample.first.record.id] = OffsetMap()
    let short = #expect(throws: StoreError.self) { try FactFile(Sample.facts).inOriginalBytes(maps) }
    #expect(short?.code == .malformed)
  }
}
