import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteLanguage

@Suite struct TextDecoderTests {
  private static let text = "“Où est l’été?” — NATO’s chief asked in Kyiv 🙂.\nÀ bientôt, Łódź."

  private static func utf16(_ text: String, isLittleEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittleEndian ? pair.reversed() : pair
    }
  }

  private static func utf32(_ text: String, isLittleEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)).flatMap { value -> [UInt8] in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
      return isLittleEndian ? bytes.reversed() : bytes
    }
  }

  struct Case: Sendable, CustomStringConvertible {
    var encoding: String
    var bytes: [UInt8]
    var description: String { "\(encoding), \(bytes.count) bytes" }
  }

  static let unicode = [
    Case(encoding: "utf-8", bytes: Array(text.utf8)),
    Case(encoding: "utf-8", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    Case(encoding: "utf-16le", bytes: utf16(text, isLittleEndian: true, mark: true)),
    Case(encoding: "utf-16be", bytes: utf16(text, isLittleEndian: false, mark: true)),
    Case(encoding: "utf-16le", bytes: utf16(text, isLittleEndian: true, mark: false)),
    Case(encoding: "utf-16be", bytes: utf16(text, isLittleEndian: false, mark: false)),
    Case(encoding: "utf-32le", bytes: utf32(text, isLittleEndian: true, mark: true)),
    Case(encoding: "utf-32be", bytes: utf32(text, isLittleEndian: false, mark: true)),
    Case(encoding: "utf-32le", bytes: utf32(text, isLittleEndian: true, mark: false)),
    Case(encoding: "utf-32be", bytes: utf32(text, isLittleEndian: false, mark: false)),
  ]

  @Test(arguments: unicode)
  func unicodeIsReadInEachForm(file: Case) throws {
    let decoded = try TextDecoder.decode(file.bytes)
    #expect(decoded.text.string == Self.text)
    #expect(decoded.encoding == file.encoding)
    #expect(decoded.diagnostics.isEmpty)
    // The bytes of the scalars follow each other up to the end of the file.
    for index in decoded.text.scalars.indices.dropFirst() {
      #expect(decoded.text.bytes(at: index).lowerBound == decoded.text.bytes(at: index - 1).upperBound)
    }
    #expect(decoded.text.bytes(at: decoded.text.count - 1).upperBound == file.bytes.count)
  }

  /// The bytes of a text in a one-byte encoding.
  private func encode(_ text: String, _ codec: SingleByteCodec) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : codec.byte(of: $0) }
  }

  @Test(arguments: [
    ("windows-1252", "NATO’s “new” mission — the café’s own."), ("windows-1252", "It costs €5 – no more…"),
    ("iso-8859-1", "Le général a été reçu à l'Élysée."), ("iso-8859-1", "Müller sprach in Köln über Öl."),
    ("macintosh", "NATO’s “new” mission — the café’s own."), ("macintosh", "Le général a été reçu à l’Élysée, naïf."),
  ])
  func westernEncodingsAreTold(encoding: String, text: String) throws {
    let decoded = try TextDecoder.decode(encode(text, encoding == "macintosh" ? .macintosh : .windows1252))
    #expect(decoded.encoding == encoding)
    #expect(decoded.text.string == text)
    #expect(decoded.diagnostics.map(\.code) == ["encoding-concluded"])
  }

  @Test func aPagesOwnWordDecides() throws {
    let page = "<html><head><meta charset=\"macintosh\"></head><body>\u{2019}</body></html>"
    let decoded = try TextDecoder.decode(encode(page, .macintosh))
    #expect(decoded.encoding == "macintosh")
    #expect(decoded.text.string == page)
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test func anUnknownEncodingIsReported() throws {
    let page = Array("<html><meta charset=koi8-r><body>".utf8) + [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20]
    let decoded = try TextDecoder.decode(page)
    #expect(decoded.diagnostics.map(\.code) == ["encoding-not-read"])
    #expect(decoded.diagnostics.first?.message.contains("koi8-r") == true)
  }

  @Test func wrongBytesInUTF8AreReplacedAndReported() throws {
    let bytes = Array("“Où?” ".utf8) + [0xFF] + Array(" “Là.”".utf8)
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.text.string == "“Où?” \u{FFFD} “Là.”")
    #expect(decoded.encoding == "utf-8")
    #expect(
      decoded.diagnostics.map(\.message) == [
        "the byte at offset 11 is not UTF-8; U+FFFD stands in its place"
      ])
  }

  @Test func halfASurrogateIsReplacedAndReported() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0x62, 0, 0x63]
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.text.string == "a\u{FFFD}b\u{FFFD}")
    #expect(decoded.diagnostics.map(\.code) == ["invalid-utf-16le"])
  }

  // MARK: - No text

  @Test(arguments: [[], Array(" \n\t\r\n".utf8), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]])
  func nothingIsRefused(bytes: [UInt8]) {
    #expect(throws: ReadingError.self) { try TextDecoder.decode(bytes) }
    do throws(ReadingError) { _ = try TextDecoder.decode(bytes) } catch { #expect(error.code == .empty) }
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\nhello".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "PNG"),
      ([0x50, 0x4B, 0x03, 0x04, 20, 0], "ZIP"), ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], "ELF"), ([0x1F, 0x8B, 8], "gzip"),
      (Array("{\\rtf1 hello}".utf8), "RTF"),
      (Array("hello \u{0} there and some more words".utf8), "byte 6"),
      ([UInt8](repeating: 1, count: 10) + Array("ab".utf8), "byte 0"),
    ] as [([UInt8], String)])
  func binaryFilesAreNamed(bytes: [UInt8], word: String) {
    do throws(ReadingError) {
      _ = try TextDecoder.decode(bytes)
      Issue.record("a binary file was read")
    } catch {
      #expect(error.code == .binary)
      #expect(error.message.contains(word))
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func anyBytesAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 1..<400, using: &random)).map { _ in
      UInt8.random(in: seed % 2 == 0 ? 0x20...0xFF : 0...0xFF, using: &random)
    }
    guard let document = try? DocumentReader().read(bytes, source: "random") else { return }
    for scalar in 0..<document.text.scalarCount {
      let place = document.offsets.bytes(ofScalar: scalar)
      #expect(place.lowerBound >= 0 && place.upperBound <= bytes.count, "seed \(seed)")
    }
  }
}
