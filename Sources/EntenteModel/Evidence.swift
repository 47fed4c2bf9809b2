/// The verbatim words that a fact rests on.
public struct Evidence: Hashable, Sendable, Comparable {
  /// The document.
  public var document: DocumentID
  /// The index of the sentence in the document.
  public var sentence: Int
  /// Where the words stand in the repaired text.
  public var span: TextSpan
  /// The words.
  public var text: String

  /// Evidence at a place of a document.
  public init(document: DocumentID, sentence: Int, span: TextSpan, text: String) {
    self.document = document
    self.sentence = sentence
    self.span = span
    self.text = text
  }

  /// Orders by document, then by place.
  public static func < (left: Evidence, right: Evidence) -> Bool {
    (left.document, left.span, left.sentence, left.text) < (right.document, right.span, right.sentence, right.text)
  }
}

/// What a document's reader should be told and that is not a fact: something odd, left out or undecided.
public struct Diagnostic: Hashable, Sendable {
  /// A short stable word, as in `no-document-date`.
  public var code: String
  /// One sentence for a person.
  public var message: String
  /// Where it is, if it has a place.
  public var span: TextSpan?

  /// A diagnostic.
  public init(code: String, message: String, span: TextSpan? = nil) {
    self.code = code
    self.message = message
    self.span = span
  }
}
