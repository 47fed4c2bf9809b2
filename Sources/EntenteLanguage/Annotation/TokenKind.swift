/// What sort of token stands beside a gap, as the divider into sentences tells them apart.
enum TokenKind: UInt32, Sendable {
  /// Past the ends of a paragraph or before the sentence.
  case none
  case smallWord, capitalized, initial, capitals, mixedCase
  case number, code
  /// A word with its full stop.
  case shortened
  /// An address of a page or a mailbox.
  case address
  /// What ends sentences.
  case stop
  case face, comma, colon, opening, closingQuote, closingBracket, dash, bullet, otherMark

  /// The kind of a token without letters and digits.
  init(markAt token: Range<Int>, in scalars: [Unicode.Scalar], isFollowedBySpace: Bool) {
    let first = scalars[token.lowerBound]
    switch first {
    case ":" where token.count > 1, ";" where token.count > 1, "=" where token.count > 1:
      self = Emoticon.end(in: scalars, token) == token.upperBound ? .face : first == "=" ? .bullet : .colon
    case ".", "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}": self = .stop
    case ",": self = .comma
    case ":", ";": self = .colon
    case "\"", "'": self = isFollowedBySpace ? .closingQuote : .opening
    case "-", "\u{2013}", "\u{2014}": self = .dash
    case "*", "=", "_", "~", ">", "<", "+", "#", "|", "\u{2022}": self = .bullet
    case ")", "]", "}": self = .closingBracket
    default: self = first.isOpeningMark ? .opening : first.isClosingMark ? .closingQuote : .otherMark
    }
  }

  /// Whether the rules alone say if a sentence ends with it.
  var isLeftToRules: Bool { self == .shortened || self == .closingQuote }

  /// Whether a small word behind it all but always goes on with its sentence.
  var goesOnSmall: Bool {
    switch self {
    case .smallWord, .capitalized, .initial, .capitals, .number, .code, .comma, .opening: true
    default: false
    }
  }

  /// Whether a sentence may end with it though the next token touches it.
  var endsWithoutSpace: Bool {
    switch self {
    case .stop, .closingBracket, .bullet, .dash: true
    default: false
    }
  }
}
