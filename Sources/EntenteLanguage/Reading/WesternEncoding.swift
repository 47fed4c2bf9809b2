import EntenteModel

/// The one-byte encodings of Western Europe in which texts were written before UTF-8.
enum WesternEncoding: String, Sendable {
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case macintosh

  /// The encoding in which the bytes beyond ASCII make the best text.
  ///
  /// Latin-1 has nothing but control characters from 80 to 9F, so bytes from there mean Windows-1252.
  /// It is MacRoman only where that is clearly better: accents inside words and quotes at their edges.
  ///
  /// - Complexity: O(*n*).
  static func best(for bytes: [UInt8]) -> WesternEncoding {
    var windows = 0
    var macintosh = 0
    var hasControls = false
    for place in bytes.indices where bytes[place] >= 0x80 {
      hasControls = hasControls || bytes[place] < 0xA0
      let before = place > 0 ? bytes[place - 1] : 0x20
      let after = place + 1 < bytes.count ? bytes[place + 1] : 0x20
      windows += score(SingleByteCodec.windows1252.scalar(of: bytes[place]), before, after)
      macintosh += score(SingleByteCodec.macintosh.scalar(of: bytes[place]), before, after)
    }
    if macintosh > 0 && macintosh > windows + 1 { return .macintosh }
    return hasControls ? .windows1252 : .latin1
  }

  /// The text.
  ///
  /// - Parameter isDeclared: the file names the encoding; otherwise it is reported that it is a conclusion.
  func decode(_ bytes: [UInt8], isDeclared: Bool = false) -> DecodedText {
    let codec: SingleByteCodec = self == .macintosh ? .macintosh : .windows1252
    var text = SourceText()
    text.reserveCapacity(bytes.count)
    for place in bytes.indices { text.append(codec.scalar(of: bytes[place]), bytes: place..<place + 1) }
    if isDeclared { return DecodedText(text: text, encoding: rawValue, diagnostics: []) }
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let message = "the byte at offset \(first) is not UTF-8, so the file was read as \(rawValue)"
    return DecodedText(
      text: text, encoding: rawValue, diagnostics: [Diagnostic(code: "encoding-concluded", message: message)])
  }

  /// How well a character suits the bytes beside it.
  private static func score(_ scalar: Unicode.Scalar, _ before: UInt8, _ after: UInt8) -> Int {
    let isInWord = isLetter(before) && isLetter(after)
    switch scalar {
    case "\u{2018}", "\u{201C}", "\u{AB}": return isLetter(before) ? -1 : isLetter(after) ? 1 : 0
    case "\u{2019}", "\u{201D}", "\u{BB}": return isLetter(before) || isMark(before) ? 1 : -1
    case "\u{2013}", "\u{2014}", "\u{2026}": return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return isLetter(before) || isLetter(after) ? 1 : 0
    case .uppercaseLetter: return isLowercase(before) ? -2 : isLetter(after) ? 1 : 0
    case .control, .privateUse: return -3
    case .mathSymbol, .modifierSymbol, .otherSymbol: return isInWord ? -2 : 0
    default: return isInWord ? -1 : 0
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || isLowercase(byte) }

  private static func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x27
  }
}
