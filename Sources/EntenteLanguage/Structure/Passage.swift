import EntenteModel

/// A line or a paragraph with what can be seen of it without its neighbours.
struct Passage {
  /// A word or mark; words in lower case beside how they are written.
  struct Word {
    var range: Range<Int>
    var folded: String
    var isWord: Bool
    var isCapitalised: Bool
    var isUppercase: Bool
  }

  /// Passages longer than this are paragraphs, whatever they say.
  static let longestLine = 600

  let range: Range<Int>
  let opensBlock: Bool
  /// The words and marks; none where the passage is too long to be a line of anything.
  let words: [Word]
  /// The words in lower case, without the marks.
  let folded: [String]
  /// The number of words, without marks.
  let wordCount: Int
  /// Whether its last mark, but for closing quotes, ends sentences.
  let endsLikeSentence: Bool
  /// The scalar it ends with.
  let last: Unicode.Scalar
  /// Whether it begins with an opening quote.
  let opensWithQuote: Bool
  /// Whether its first letter is a small one.
  let startsLowercase: Bool

  init(_ scalars: [Unicode.Scalar], _ line: LineDivider.Line) {
    range = line.span.start..<line.span.end
    opensBlock = line.opensBlock
    last = scalars[range.upperBound - 1]
    var end = range.upperBound
    while end > range.lowerBound, scalars[end - 1].isClosingMark { end -= 1 }
    let mark: Unicode.Scalar = end > range.lowerBound ? scalars[end - 1] : " "
    endsLikeSentence = mark == "." || mark == "!" || mark == "?" || mark == "\u{2026}" || mark == "\u{3002}"
    let first = scalars[range.lowerBound]
    opensWithQuote = first == "\"" || first == "\u{201C}" || first == "\u{AB}" || first == "\u{201E}"
    startsLowercase = first.isLowercase
    if range.count <= Self.longestLine {
      words = Self.words(scalars, range)
      folded = words.lazy.filter(\.isWord).map(\.folded)
      wordCount = folded.count
    } else {
      words = []
      folded = []
      wordCount = range.count / 6
    }
  }

  /// Whether it is too long to be anything but a paragraph.
  var isLong: Bool { range.count > Self.longestLine }

  /// The words and marks of a stretch.
  static func words(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Word] {
    let part = Array(scalars[range])
    return Tokenizer.tokens(in: part).map { token in
      let isWord = ScalarKind(part[token.lowerBound]) != .other
      let letters = part[token].filter { ScalarKind($0) == .letter }
      var folded = String.UnicodeScalarView()
      for scalar in part[token] { folded.append(scalar == "\u{2019}" ? "'" : scalar.asciiLowercased) }
      return Word(
        range: (token.lowerBound + range.lowerBound)..<(token.upperBound + range.lowerBound),
        folded: String(folded), isWord: isWord, isCapitalised: part[token.lowerBound].isUppercase,
        isUppercase: letters.count > 1 && letters.allSatisfy(\.isUppercase))
    }
  }
}
