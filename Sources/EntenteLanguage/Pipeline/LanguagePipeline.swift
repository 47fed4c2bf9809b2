public import EntenteModel

/// Tags, lemmatizes and parses English, and finds its names, with the project's own trained model.
///
/// Fills `upos`, `xpos`, `lemma`, `head` and `deprel` of every token by the conventions of Universal
/// Dependencies 2: each sentence becomes a tree whose root names itself as its head; `entity` says which
/// words are names. The same tokens give the same answer in any order and on any thread; nothing is cut, and
/// any text is answered.
///
/// ```swift
/// let language = try LanguagePipeline()
/// for sentence in language.annotate("Anna met Boris in Rome. He was late.") {
///   for token in sentence.tokens { print(token.form, token.upos ?? "", token.entity ?? "") }
/// }
/// ```
public struct LanguagePipeline: Annotator {
  private let model: LanguageModel
  private let divider: (any Annotator)?

  /// A pipeline with the model that is part of the program.
  ///
  /// - Parameter divider: divides paragraphs into sentences and tokens in place of the model.
  /// - Throws: `ModelError` if the program was built without a model.
  /// - Complexity: O(weights) of the network.
  public init(divider: (any Annotator)? = nil) throws(ModelError) {
    model = try LanguageModel(.embedded)
    self.divider = divider
  }

  /// A pipeline with another model, as `entente-train` writes it.
  ///
  /// - Throws: `ModelError` if the bytes are no model, of another version, incomplete or damaged.
  /// - Complexity: O(*n*) in the bytes, which are all checked.
  public init(model bytes: [UInt8], divider: (any Annotator)? = nil) throws(ModelError) {
    model = try LanguageModel(ModelBytes(bytes))
    self.divider = divider
  }

  /// The sentences of a text, in text order, each a tagged tree of tokens; empty lines part its paragraphs.
  ///
  /// Spans count Unicode scalars of the text.
  ///
  /// - Precondition: fewer than 2^32 bytes.
  /// - Complexity: O(*n*) in the text.
  public func annotate(_ text: String) -> [AnnotatedSentence] {
    let indexed = IndexedText(text)
    return Self.paragraphs(of: text).flatMap { annotate(indexed, paragraph: $0) }
  }

  private static func paragraphs(of text: String) -> [TextSpan] {
    var spans: [TextSpan] = []
    var (start, place, isBlank) = (0, 0, true)
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if isBlank {
          if start < place { spans.append(TextSpan(start: start, end: place)) }
          start = place + 1
        }
        isBlank = true
      } else if !scalar.properties.isWhitespace {
        isBlank = false
      }
      place += 1
    }
    if start < place { spans.append(TextSpan(start: start, end: place)) }
    return spans
  }

  /// The sentences of one paragraph, in text order, each a tagged tree of tokens.
  ///
  /// Tokens are those of ``RuleAnnotator``; where sentences end the model has learned, or the rules say, if it has not.
  ///
  /// - Precondition: `paragraph` lies inside `text`.
  /// - Complexity: O(*n*) in the paragraph.
  public func annotate(_ text: IndexedText, paragraph: TextSpan) -> [AnnotatedSentence] {
    var analyzer = SentenceAnalyzer(model)
    return model.bytes.withBytes { bytes in
      var sentences = divided(text, paragraph, bytes)
      for place in sentences.indices { analyzer.analyze(&sentences[place].tokens, bytes) }
      return sentences
    }
  }

  private func divided(_ text: IndexedText, _ paragraph: TextSpan, _ bytes: RawSpan) -> [AnnotatedSentence] {
    if let divider { return divider.annotate(text, paragraph: paragraph) }
    guard let learned = model.divider else { return RuleAnnotator().annotate(text, paragraph: paragraph) }
    return ParagraphAnnotation.sentences(of: text, paragraph: paragraph) { scalars, tokens in
      learned.sentences(scalars, tokens, bytes)
    }
  }

  /// Fills in the fields of the tokens of one sentence.
  ///
  /// Spans say only whether tokens touch, which tells a hyphen from a dash. No token: nothing happens.
  ///
  /// - Complexity: O(*n*) in the tokens.
  public func annotate(tokens: inout [Token]) {
    var analyzer = SentenceAnalyzer(model)
    model.bytes.withBytes { bytes in analyzer.analyze(&tokens, bytes) }
  }
}
