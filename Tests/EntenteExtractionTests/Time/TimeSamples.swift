import EntenteExtraction
import EntenteLanguage
import EntenteModel

/// Reads sample sentences for the tests of temporal expressions.
enum TimeSamples {
  /// A Friday.
  static let friday = CalendarDate(year: 2026, month: 2, day: 13)

  /// The sentences of a text, tokenised by rules.
  static func sentences(_ text: String) -> [Sentence] {
    let indexed = IndexedText(text)
    let whole = TextSpan(start: 0, end: indexed.scalarCount)
    return RuleAnnotator().annotate(indexed, paragraph: whole).map {
      Sentence(span: $0.span, role: .body, paragraph: 0, tokens: $0.tokens)
    }
  }

  /// The expressions of a text of one or more sentences, each tagged by itself.
  static func expressions(_ text: String, _ date: CalendarDate? = friday) -> [TemporalExpression] {
    sentences(text).flatMap { TemporalTagger().expressions(in: $0, documentDate: date) }
  }

  /// "text = value" for each expression of a text.
  static func values(_ text: String, _ date: CalendarDate? = friday) -> [String] {
    expressions(text, date).map { "\($0.text) = \($0.value)" }
  }
}
