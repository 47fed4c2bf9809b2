import EntenteModel

/// Cuts a paragraph into tokens and puts them together to sentences, however those are divided.
enum ParagraphAnnotation {
  /// The sentences of a paragraph.
  ///
  /// - Parameter divided: parts tokens into sentences, in order and without gaps.
  /// - Complexity: O(*n*) in the paragraph, but for `divided`.
  static func sentences(
    of text: IndexedText, paragraph: TextSpan,
    divided: (_ scalars: [Unicode.Scalar], _ tokens: [Range<Int>]) -> [Range<Int>]
  ) -> [AnnotatedSentence] {
    let scalars = text.scalars(in: paragraph)
    let ranges = Tokenizer.tokens(in: scalars)
    var start = text.utf8Offset(ofScalar: paragraph.start)
    var reached = 0
    return divided(scalars, ranges).map { sentence in
      let tokens = ranges[sentence].map { range in
        start += utf8Length(scalars[reached..<range.lowerBound])
        let end = start + utf8Length(scalars[range])
        let form = String(decoding: text.utf8[start..<end], as: UTF8.self)
        start = end
        reached = range.upperBound
        return Token(form: form, span: span(range, in: paragraph))
      }
      let whole = ranges[sentence.lowerBound].lowerBound..<ranges[sentence.upperBound - 1].upperBound
      return AnnotatedSentence(span: span(whole, in: paragraph), tokens: tokens)
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
