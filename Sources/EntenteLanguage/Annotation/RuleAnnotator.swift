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
    ParagraphAnnotation.sentences(of: text, paragraph: paragraph) { scalars, tokens in
      SentenceSplitter(scalars: scalars, tokens: tokens).sentences()
    }
  }
}
