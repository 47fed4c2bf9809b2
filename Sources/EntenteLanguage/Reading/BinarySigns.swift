/// Tells files that are no text, by how they begin and by what they hold.
enum BinarySigns {
  /// A kind of file that is no text.
  struct Format {
    var name: String
    /// What a person can do about it.
    var advice: String
  }

  static func error(_ format: Format) -> ReadingError {
    ReadingError(
      code: .binary, message: "this is \(format.name), not a text; \(format.advice)", byteOffset: 0)
  }

  /// The format that the first bytes announce, if it is none of text.
  static func format(of bytes: [UInt8]) -> Format? {
    for (signature, name, advice) in signatures where bytes.starts(with: signature) {
      return Format(name: name, advice: advice)
    }
    if bytes.count > 11, bytes.starts(with: Array("RIFF".utf8)) {
      return Format(name: "a RIFF file (sound, film or picture)", advice: other)
    }
    if bytes.count > 11, bytes[4..<8].elementsEqual("ftyp".utf8) {
      return Format(name: "an MP4 or HEIF file", advice: other)
    }
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      return Format(name: "a tar archive", advice: "unpack it and name the texts inside")
    }
    return nil
  }

  /// The place of the first control character that text cannot hold, where there are more than a few.
  ///
  /// - Complexity: O(*n*).
  static func firstControl(in text: SourceText) -> Int? {
    var first: Int?
    var controls = 0
    for (index, scalar) in text.scalars.enumerated() where isControl(scalar) {
      if scalar.value == 0 { return text.bytes(at: index).lowerBound }
      first = first ?? text.bytes(at: index).lowerBound
      controls += 1
    }
    return controls > 4 && controls * 200 > text.count ? first : nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1A: false
    case 0x00...0x1F, 0x7F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static let unpack = "unpack it and name the text inside"
  private static let export = "save it as text or as a web page and read that"
  private static let other = "name a text file or a saved web page"

  private static let signatures: [(signature: [UInt8], name: String, advice: String)] = [
    (Array("%PDF-".utf8), "a PDF", "turn it into text first, with pdftotext, say"),
    (Array("{\\rtf".utf8), "an RTF document", export),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (or a Word, OpenDocument or EPUB file)", export),
    ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive", unpack),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Microsoft Office document", export),
    ([0x1F, 0x8B], "a gzip archive", unpack),
    (Array("BZh".utf8) + [0x31], "a bzip2 archive", unpack),
    (Array("BZh9".utf8), "a bzip2 archive", unpack),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive", unpack),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", unpack),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
    (Array("Rar!".utf8) + [0x1A, 0x07], "a RAR archive", unpack),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture", other),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture", other),
    (Array("GIF87a".utf8), "a GIF picture", other),
    (Array("GIF89a".utf8), "a GIF picture", other),
    ([0x7F] + Array("ELF".utf8), "a program (ELF)", other),
    ([0xCF, 0xFA, 0xED, 0xFE], "a program (Mach-O)", other),
    (Array("SQLite format 3".utf8), "an SQLite database", other),
    ([0x4D, 0x5A, 0x90, 0x00], "a program (PE)", other),
    (Array("OggS".utf8), "an Ogg file", other),
    (Array("ID3".utf8) + [0x03], "an MP3 file", other),
    (Array("ID3".utf8) + [0x04], "an MP3 file", other),
  ]
}
