import EntenteExtraction
import EntenteModel
import EntenteTestSupport
import Testing

/// What holds for any list of tokens.
@Suite struct TemporalTaggerPropertyTests {
  private static let words = [
    "Feb", "Feb.", ".", ",", "12", "2026",
    "the", "of", "-", "–", "/", ":", "’", "'", "s", "'s", "Friday", "Fridays",
    "last", "next", "this", "two", "a", "half", "and", "year", "years", "ago", "later", "earlier", "quarter", "Q", "3",
    "31", "30", "0", "99999999999999999999", "1990s", "nineteen", "ninety", "century", "20th", "May", "march", "in",
    "by", "from", "to", "between", "p.m.", "10:30", "noon", "every", "", " ", "\u{301}", "日", "½", "3.5", "2,000",
    "second", "weekend", "fiscal", "night", "Easter", "2026-02-30", "past", "the past", "2021-2024", "$", "%",
  ]

  @Test(arguments: 0..<300) func anyTokensGiveOrderedExpressionsInsideThem(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var place = 0
    let tokens = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      let form = Self.words.randomElement(using: &random) ?? ""
      let length = Int.random(in: 0..<12, using: &random) == 0 ? 1 : form.unicodeScalars.count
      let span = TextSpan(start: place, end: place + length)
      place += length + Int.random(in: 0...1, using: &random)
      return Token(form: form, span: span)
    }
    let whole = TextSpan(start: 0, end: place + 1)
    let sentence = Sentence(span: whole, role: .body, paragraph: 0, tokens: tokens)
    let date = CalendarDate(dayNumber: Int.random(in: -719_162..<2_932_896, using: &random))
    let found = TemporalTagger().expressions(in: sentence, documentDate: date)
    #expect(found == TemporalTagger().expressions(in: sentence, documentDate: date))
    var end = 0
    for expression in found {
      #expect(expression.span.start >= end && expression.span.end <= whole.end, "seed \(seed)")
      #expect(!expression.tokens.isEmpty && tokens.indices.contains(expression.tokens.upperBound - 1), "seed \(seed)")
      #expect(!expression.text.isEmpty && !expression.value.isEmpty, "seed \(seed)")
      end = expression.span.end
    }
  }

  @Test func anUndividedTokenGivesTheSameAsItsParts() {
    let whole = Sentence(
      span: TextSpan(start: 0, end: 17), role: .body, paragraph: 0,
      tokens: [
        Token(form: "At", span: TextSpan(start: 0, end: 2)), Token(form: "Friday's", span: TextSpan(start: 3, end: 11)),
        Token(form: "talks", span: TextSpan(start: 12, end: 17)),
      ])
    let found = TemporalTagger().expressions(in: whole, documentDate: TimeSamples.friday)
    #expect(found.map(\.span) == [TextSpan(start: 3, end: 9)])
    #expect(found.map(\.tokens) == [1..<2])
    #expect(found.map(\.text) == ["Friday"])
  }

  @Test func spansCutTheWordsOutOfTheText() {
    let text = "“Zürich” wählte am – er, voted – on Feb. 8, 2026, and again last Wednesday."
    let indexed = IndexedText(text)
    let found = TimeSamples.expressions(text)
    #expect(found.map { indexed[$0.span] } == ["Feb. 8, 2026", "last Wednesday"])
  }
}
