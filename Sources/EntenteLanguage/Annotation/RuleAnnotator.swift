public import EntenteModel

/// Divides English text into sentences and tokens by rules, without tags or a parse.
///
/// Tokens follow the English Web Treebank of Universal Dependencies. A sentence holds the quotes
/// and brackets that close it; abbreviations, initials and decimal points end none.
public struct RuleAnnotator: Annotator {
  /// An annotator; all are alike.
  public init() {}

  /// The sentences of one paragraph, in text order, each with its tokens.
  ///
  /// Line ends inside the paragraph count as spaces. A paragraph of white space has no sentence.
  ///
  /// - Precondition: `paragraph` lies inside `text`.
  /// - Complexity: O(*n*) in the paragraph.
  public func annotate(_ text: IndexedText, paragraph: TextSpan) -> [AnnotatedSentence] {
    let scalars = text.scalars(in: paragraph)
    let ranges = Tokenizer.tokens(in: scalars)
    let sentences = SentenceSplitter(scalars: scalars, tokens: ranges).sentences()
    var start = text.utf8Offset(ofScalar: paragraph.start)
    var reached = 0
    return sentences.map { sentence in
      let tokens = ranges[sentence].map { range in
        start += Self.utf8Length(scalars[reached..<range.lowerBound])
        let end = start + Self.utf8Length(scalars[range])
        let form = String(decoding: text.utf8[start..<end], as: UTF8.self)
        start = end
        reached = range.upperBound
        return Token(form: form, span: Self.span(range, in: paragraph))
      }
      let whole = ranges[sentence.lowerBound].lowerBound..<ranges[sentence.upperBound - 1].upperBound
      return AnnotatedSentence(span: Self.span(whole, in: paragraph), tokens: tokens)
    }
  }

  private static func span(_ range: Range<Int>, in paragraph: TextSpan) -> TextSpan {
    TextSpan(start: paragraph.start + range.lowerBound, end: paragraph.start + range.upperBound)
  }

  private static func utf8Length(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var length = 0
    for scalar in scalars {
      length += scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x1_0000 ? 3 : 4
    }
    return length
  }
}

extension IndexedText {
  /// The scalars of a span.
  func scalars(in span: TextSpan) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(span.length)
    var place = utf8Offset(ofScalar: span.start)
    for _ in 0..<span.length {
      let length = UTF8Sequence.length(lead: utf8[place])
      scalars.append(UTF8Sequence.scalar(in: utf8, at: place, length: length))
      place += length
    }
    return scalars
  }
}
