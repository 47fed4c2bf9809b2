import EntenteLanguage
import EntenteModel
import Foundation
import Testing

/// A real article that was misread as GBK and lost bytes; it is not part of this repository, so the
/// tests run only where ENTENTE_SHARED names the folder that holds it.
@Suite(.enabled(if: SampleArticle.path != nil, "ENTENTE_SHARED is not set: the garbled article is not at hand"))
struct SampleArticleTests {
  private let original: SourceText
  private let repaired: RepairedText

  init() throws {
    let path = try #require(SampleArticle.path)
    original = try TextDecoder.decode(try FileReader.bytes(ofFile: path, limit: 1 << 20)).text
    repaired = MojibakeRepair.repair(original)
  }

  @Test func noMojibakeIsLeft() {
    let chinese = repaired.text.scalars.filter { (0x4E00...0x9FFF).contains($0.value) }
    // The name of the site in the first line is meant.
    #expect(chinese.count == 4)
    #expect(!repaired.text.scalars.contains("\u{FFFD}"))
    #expect(repaired.text.scalars.starts(with: original.scalars.prefix(5)))
  }

  @Test func quotesCloseInEachParagraph() {
    for paragraph in repaired.text.string.split(separator: "\n") {
      var isOpen = false
      for character in paragraph where character == "“" || character == "”" {
        #expect((character == "“") != isOpen, "\(paragraph)")
        isOpen = character == "“"
      }
      #expect(!isOpen, "\(paragraph)")
    }
  }

  @Test func dashesStandBetweenSpaces() {
    let scalars = repaired.text.scalars
    let dashes = scalars.indices.filter { scalars[$0] == "—" }
    #expect(dashes.count == 7)
    for dash in dashes { #expect(scalars[dash - 1] == " " && scalars[dash + 1] == " ") }
  }

  @Test func repairsAreTheOnlyChanges() {
    var rebuilt = ""
    var place = 0
    for repair in repaired.repairs {
      rebuilt.unicodeScalars.append(contentsOf: repaired.text.scalars[place..<repair.span.start])
      rebuilt += repair.original
      place = repair.span.end
    }
    rebuilt.unicodeScalars.append(contentsOf: repaired.text.scalars[place...])
    #expect(rebuilt == original.string)
  }
}

enum SampleArticle {
  static var path: String? {
    guard let folder = ProcessInfo.processInfo.environment["ENTENTE_SHARED"], !folder.isEmpty else { return nil }
    return folder + "/samples/nato-allies-brussels-munich.garbled.txt"
  }
}
