/// What a scalar is to a tokenizer.
enum ScalarKind: Sendable {
  case space, letter, digit, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x00...0x20, 0x7F...0xA0: self = .space
    case 0x21...0x7E: self = .other
    case 0xC0...0x24F, 0x400...0x481: self = scalar.value == 0xD7 || scalar.value == 0xF7 ? .other : .letter
    case 0x2010...0x2027, 0x2030...0x205E: self = .other
    // The zero-width space divides words; a lost character and the marks that join do not.
    case 0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFD: self = .letter
    default: self = Self.looked(up: scalar)
    }
  }

  private static func looked(up scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber:
      .letter
    case .decimalNumber: .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: .space
    default: .other
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a white space or a control that words cannot hold.
  var isSpacing: Bool { ScalarKind(self) == .space }

  /// A straight or a typographic apostrophe.
  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{02BC}" }

  /// Whether it is an upper-case letter.
  var isUppercase: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  /// Whether it is a lower-case letter.
  var isLowercase: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase
  }

  /// ASCII letters in lower case, everything else as it is.
  var asciiLowercased: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) + 32) : self
  }

  /// Marks that may stand between a full stop and the end of its sentence.
  var isClosingMark: Bool {
    switch self {
    case "\"", "'", "\u{2019}", "\u{201D}", ")", "]", "}", "\u{BB}", "\u{203A}": true
    default: false
    }
  }

  /// Marks that may stand before the first word of a sentence.
  var isOpeningMark: Bool {
    switch self {
    case "\"", "'", "\u{2018}", "\u{201C}", "\u{201E}", "(", "[", "{", "\u{AB}", "\u{2039}", "\u{BF}", "\u{A1}": true
    default: false
    }
  }
}
