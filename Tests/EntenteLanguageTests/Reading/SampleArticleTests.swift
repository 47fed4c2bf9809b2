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
  private let document: Document

  init() throws {
    let path = try #require(SampleArticle.path)
    original = try TextDecoder.decode(try FileReader.bytes(ofFile: path, limit: 1 << 20)).text
    repaired = MojibakeRepair.repair(original)
    document = try DocumentReader().read(file: path)
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

  @Test func titleAndDateAreFound() {
    #expect(document.record.title == paragraphs[1])
    #expect(document.record.date == CalendarDate(year: 2026, month: 2, day: 13))
    #expect(document.record.dateBasis == .dateLine)
    #expect(document.diagnostics.isEmpty)
  }

  /// The paragraphs that are no body, by their numbers; all others are.
  @Test func eachParagraphHasItsRole() {
    let special: [Int: SentenceRole] = [
      0: .boilerplate, 1: .title, 2: .caption, 3: .credit, 4: .dateline, 8: .teaser, 9: .teaser, 12: .teaser,
      16: .caption, 17: .credit, 20: .teaser, 22: .subhead, 30: .subhead, 35: .caption, 36: .credit, 37: .subhead,
    ]
    #expect(paragraphs.count == 47)
    for sentence in document.record.sentences {
      let expected = special[sentence.paragraph] ?? .body
      #expect(sentence.role == expected, "\(document.text[sentence.span])")
    }
  }

  @Test func spansLeadBackToTheBytesOfTheFile() throws {
    let bytes = try FileReader.bytes(ofFile: document.record.source, limit: 1 << 20)
    var place = 0
    for repair in document.record.repairs {
      for scalar in place..<repair.span.start {
        let stretch = bytes[document.offsets.bytes(ofScalar: scalar)]
        #expect(String(decoding: stretch, as: UTF8.self) == document.text[TextSpan(start: scalar, end: scalar + 1)])
      }
      #expect(String(decoding: bytes[document.offsets.bytes(of: repair.span)], as: UTF8.self) == repair.original)
      place = repair.span.end
    }
  }

  private var paragraphs: [String] {
    document.text.string.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

enum SampleArticle {
  static var path: String? {
    guard let folder = ProcessInfo.processInfo.environment["ENTENTE_SHARED"], !folder.isEmpty else { return nil }
    return folder + "/samples/nato-allies-brussels-munich.garbled.txt"
  }
}
