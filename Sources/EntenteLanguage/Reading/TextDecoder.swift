package import EntenteModel

/// Bytes that were read as text.
package struct DecodedText: Hashable, Sendable {
  /// The scalars with their places in the file.
  package var text: SourceText
  /// The encoding they were read in: `utf-8`, `utf-16le`, `utf-16be`, `utf-32le`, `utf-32be`,
  /// `windows-1252`, `iso-8859-1` or `macintosh`.
  package var encoding: String
  /// What was odd about the bytes.
  package var diagnostics: [Diagnostic]
}

/// Tells in which encoding a file is written and reads it.
package enum TextDecoder {
  /// The text of a file's bytes; line ends and everything else stay as they are, a byte order mark is left out.
  ///
  /// A byte order mark decides; without one, zero bytes tell UTF-16 and UTF-32, and what is no UTF-8
  /// is read in the Western encoding that makes the better text. Single wrong bytes in UTF-8 become
  /// U+FFFD and are reported.
  ///
  /// - Throws: `ReadingError` where there is nothing to read or the bytes are no text.
  /// - Complexity: O(*n*).
  package static func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    guard !bytes.isEmpty else {
      throw ReadingError(code: .empty, message: "the file is empty; name one that holds text")
    }
    if let format = BinarySigns.format(of: bytes) { throw BinarySigns.error(format) }
    let decoded = decodedText(bytes)
    guard decoded.text.scalars.contains(where: { !$0.isSpacing || $0.value == 0 }) else {
      throw ReadingError(code: .empty, message: "the file holds nothing but white space; name one that holds text")
    }
    if let place = BinarySigns.firstControl(in: decoded.text) {
      throw ReadingError(
        code: .binary,
        message: "byte \(place) and others are control characters, so this is no text; "
          + "name a text file or a saved web page",
        byteOffset: place)
    }
    return decoded
  }

  private static func decodedText(_ bytes: [UInt8]) -> DecodedText {
    if let wide = WideEncoding(of: bytes) { return wide.decode(bytes) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let count = UTF8Count(bytes, from: start)
    if start == 0 && count.isNoUTF8 {
      return decodedWestern(bytes)
    }
    return decodedUTF8(bytes, from: start, count)
  }

  /// A page's own word counts more than what its bytes look like.
  private static func decodedWestern(_ bytes: [UInt8]) -> DecodedText {
    guard let label = DeclaredEncoding.label(in: bytes) else { return WesternEncoding.best(for: bytes).decode(bytes) }
    if let declared = DeclaredEncoding.western(label) { return declared.decode(bytes, isDeclared: true) }
    let encoding = WesternEncoding.best(for: bytes)
    var decoded = encoding.decode(bytes, isDeclared: true)
    let message =
      "the page says it is written in \(label), which its bytes are not or which is not read here; "
      + "it was read as \(encoding.rawValue); save it as UTF-8"
    decoded.diagnostics = [Diagnostic(code: "encoding-not-read", message: message)]
    return decoded
  }

  private static func decodedUTF8(_ bytes: [UInt8], from start: Int, _ count: UTF8Count) -> DecodedText {
    var text = SourceText()
    text.reserveCapacity(bytes.count)
    var place = start
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
    var diagnostics: [Diagnostic] = []
    if let first = count.firstInvalid {
      let others = count.invalid == 1 ? "" : ", nor are \(count.invalid - 1) more"
      diagnostics.append(
        Diagnostic(
          code: "invalid-utf-8",
          message: "the byte at offset \(first) is not UTF-8\(others); U+FFFD stands in its place"))
    }
    return DecodedText(text: text, encoding: "utf-8", diagnostics: diagnostics)
  }
}

/// How much of a file is UTF-8 beyond ASCII and how much cannot be.
private struct UTF8Count {
  /// The number of characters of more than one byte.
  private var valid = 0
  /// The number of bytes that belong to no character.
  private(set) var invalid = 0
  /// The first of them.
  private(set) var firstInvalid: Int?

  init(_ bytes: [UInt8], from start: Int) {
    var place = start
    while place < bytes.count {
      let length = UTF8Sequence.length(in: bytes, at: place)
      if length == 0 {
        invalid += 1
        firstInvalid = firstInvalid ?? place
      } else if length > 1 {
        valid += 1
      }
      place += max(1, length)
    }
  }

  /// Whether the bytes were written in another encoding: there, two bytes that happen to make a
  /// character of UTF-8 are rare.
  var isNoUTF8: Bool { invalid > 0 && valid < 2 * invalid }
}
