import EntenteLanguage
import Testing

@Suite struct SourceDecoderTests {
  private func text(_ bytes: [UInt8], _ encoding: String) -> String? {
    SourceDecoder(encoding: encoding).text(of: bytes[...])
  }

  @Test func eachEncodingIsRead() {
    #expect(text([0xC3, 0xA9], "utf-8") == "é")
    #expect(text([0xE9, 0x00], "utf-16le") == "é")
    #expect(text([0xD8, 0x3D, 0xDE, 0x00], "utf-16be") == "😀")
    #expect(text([0xE9, 0x00, 0x00, 0x00], "utf-32le") == "é")
    #expect(text([0x93, 0x61, 0x94], "windows-1252") == "“a”")
    #expect(text([0x8E], "macintosh") == "é")
  }

  @Test func whatStandsForNothingIsNil() {
    #expect(text([0xE9], "utf-16le") == nil)
    #expect(text([0xD8, 0x3D], "utf-16be") == nil)
    #expect(text([0x61], "ebcdic") == nil)
  }

  @Test(arguments: ["&rsquo;", "&rsquo", "&#8217;", "&#x2019;", "&#146;"])
  func aReferenceStandsForItsCharacter(reference: String) {
    #expect(text(Array(reference.utf8), "utf-8") == "’")
  }

  @Test(arguments: ["&", "&;", "&nothing-known;", "R&D", "& so on", "&#xD800;"])
  func anythingElseStandsForItself(words: String) {
    #expect(text(Array(words.utf8), "utf-8") == words)
  }
}
