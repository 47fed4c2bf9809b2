public import EntenteModel

/// Divides lines of text into sentences and sentences into annotated tokens.
///
/// The seam between reading and understanding: the extractor works with whatever fields an
/// annotator fills, so a trained pipeline takes the place of a rule-based one without a change
/// on either side.
public protocol Annotator: Sendable {
  /// The sentences of one paragraph, in text order, without gaps but for white space.
  ///
  /// - Parameters:
  ///   - text: the repaired text of the whole document.
  ///   - paragraph: the paragraph's place in it.
  /// - Returns: for each sentence its place and its tokens, whose spans count in `text`.
  func annotate(_ text: IndexedText, paragraph: TextSpan) -> [AnnotatedSentence]
}

/// A sentence as an annotator gives it, before the document says what it is for.
public struct AnnotatedSentence: Hashable, Sendable {
  /// Where it stands.
  public var span: TextSpan
  /// Its tokens in order.
  public var tokens: [Token]

  /// A sentence with its tokens.
  public init(span: TextSpan, tokens: [Token]) {
    self.span = span
    self.tokens = tokens
  }
}
