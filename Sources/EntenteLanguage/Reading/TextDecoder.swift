package import EntenteModel

/// Bytes that were read as text.
package struct DecodedText: Hashable, Sendable {
  /// The scalars with their places in the file.
  package var text: SourceText
  /// The encoding they were read in: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `macintosh`, …
  package var encoding: String
  /// What was odd about the bytes.
  package var diagnostics: [Diagnostic]
}

/// Tells in which encoding a file is written and reads it.
package enum TextDecoder {
  /// The text of a file's bytes; line ends and everything else stay as they are.
  ///
  /// - Throws: `ReadingError` where there is nothing to read or the bytes are no text.
  /// - Complexity: O(*n*).
  package static func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    guard !bytes.isEmpty else {
      throw ReadingError(code: .empty, message: "the file is empty; name one that holds text")
    }
    return decodedUTF8(bytes)
  }

  private static func decodedUTF8(_ bytes: [UInt8]) -> DecodedText {
    var text = SourceText()
    text.reserveCapacity(bytes.count)
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while place < bytes.count {
      let length = UTF8Sequence.length(in: bytes, at: place)
      if length == 0 {
        text.append("\u{FFFD}", bytes: place..<place + 1)
        place += 1
      } else {
        text.append(UTF8Sequence.scalar(in: bytes, at: place, length: length), bytes: place..<place + length)
        place += length
      }
    }
    return DecodedText(text: text, encoding: "utf-8", diagnostics: [])
  }
}
