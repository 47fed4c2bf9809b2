/// A token of a paragraph in the numbers that the divider into sentences weighs.
struct DividerToken: Sendable {
  var kind = TokenKind.none
  /// The word in small letters, with `0` for every digit.
  var word: UInt32 = 0
  /// Its pattern of capitals, small letters, digits and marks, repetitions shortened.
  var shape: UInt32 = 0
  /// Its first three scalars and its last three.
  var prefix: UInt32 = 0
  var suffix: UInt32 = 0
  var isCapitalized = false
  var isFollowedBySpace = true

  /// What stands past the ends of a paragraph.
  static let none = DividerToken()

  private init() {}

  init(_ token: Range<Int>, in scalars: [Unicode.Scalar], isFollowedBySpace: Bool) {
    self.isFollowedBySpace = isFollowedBySpace
    var word = ByteHash()
    var shape = ByteHash()
    var counts = Counts()
    var (before, run) = (UInt8(0), 0)
    for place in token {
      let sign = Self.sign(scalars[place], &counts)
      Self.add(scalars[place], to: &word)
      run = sign == before ? run + 1 : 1
      before = sign
      if run <= 2 { shape.add(sign) }
      if place - token.lowerBound == 2 { prefix = word.value }
    }
    self.word = word.value
    self.shape = shape.value
    if token.count < 3 { prefix = word.value }
    var suffix = ByteHash()
    for place in max(token.lowerBound, token.upperBound - 3)..<token.upperBound {
      Self.add(scalars[place], to: &suffix)
    }
    self.suffix = suffix.value
    isCapitalized = scalars[token.lowerBound].isUppercase
    kind = Self.kind(token, in: scalars, counts, isFollowedBySpace)
    settleOpenClasses(token, scalars)
  }

  /// Years and addresses are one word each.
  private mutating func settleOpenClasses(_ token: Range<Int>, _ scalars: [Unicode.Scalar]) {
    if kind == .address {
      (word, prefix, suffix) = (2, 2, 2)
    } else if kind == .number, token.count == 4 {
      switch (scalars[token.lowerBound], scalars[token.lowerBound + 1]) {
      case ("1", "8"), ("1", "9"), ("2", "0"): word = 4
      default: break
      }
    }
  }

  // MARK: - Kinds

  private struct Counts {
    var capitals = 0
    var smallLetters = 0
    var digits = 0
    var marks = 0
  }

  /// The sign of a scalar in a pattern.
  private static func sign(_ scalar: Unicode.Scalar, _ counts: inout Counts) -> UInt8 {
    switch ScalarKind(scalar) {
    case .letter where scalar.isUppercase:
      counts.capitals += 1
      return 0x58  // X
    case .letter:
      counts.smallLetters += 1
      return 0x78  // x
    case .digit:
      counts.digits += 1
      return 0x30  // 0
    case .other, .space:
      counts.marks += 1
      return scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0x7F
    }
  }

  private static func kind(
    _ token: Range<Int>, in scalars: [Unicode.Scalar], _ counts: Counts, _ isFollowedBySpace: Bool
  ) -> TokenKind {
    let letters = counts.capitals + counts.smallLetters
    if letters == 0 {
      return counts.digits > 0
        ? .number : TokenKind(markAt: token, in: scalars, isFollowedBySpace: isFollowedBySpace)
    }
    if counts.marks > 0, token.count > 6, AddressScanner.end(in: scalars, token) == token.upperBound { return .address }
    if counts.marks > 0, token.count > 1 {
      if scalars[token.upperBound - 1] == "." { return .shortened }
      if Emoticon.end(in: scalars, token) == token.upperBound { return .face }
    }
    if counts.digits > 0 { return .code }
    if !scalars[token.lowerBound].isUppercase { return counts.capitals > 0 ? .mixedCase : .smallWord }
    if letters == 1 { return .initial }
    if counts.smallLetters == 0 { return .capitals }
    return counts.capitals == 1 ? .capitalized : .mixedCase
  }

  // MARK: - Words

  /// Adds a scalar in the form that words are compared in.
  private static func add(_ scalar: Unicode.Scalar, to hash: inout ByteHash) {
    switch scalar {
    case "0"..."9": hash.add(0x30)
    case "\u{2018}", "\u{2019}", "\u{2BC}": hash.add(0x27)
    case "\u{201C}", "\u{201D}": hash.add(0x22)
    case "\u{2013}", "\u{2014}":
      hash.add(0x2D)
      hash.add(0x2D)
    case "\u{2026}": for _ in 0..<3 { hash.add(0x2E) }
    default:
      var value = NormalForm.smallLetter(scalar.value)
      repeat {
        hash.add(UInt8(truncatingIfNeeded: value))
        value >>= 8
      } while value > 0
    }
  }
}
