import EntenteLanguage
import EntenteModel
import EntenteTestSupport
import Testing

@Suite struct RuleAnnotatorTests {
  private func annotate(_ text: String) -> [AnnotatedSentence] {
    let indexed = IndexedText(text)
    return RuleAnnotator().annotate(indexed, paragraph: TextSpan(start: 0, end: indexed.scalarCount))
  }

  private func tokens(_ text: String) -> String {
    annotate(text).flatMap(\.tokens).map(\.form).joined(separator: " ")
  }

  private func sentences(_ text: String) -> [String] {
    let indexed = IndexedText(text)
    return annotate(text).map { indexed[$0.span] }
  }

  // MARK: - Tokens

  @Test(arguments: [
    ("Trump's allies don't agree.", "Trump 's allies do n't agree ."),
    ("NATO’s officials’ view", "NATO ’s officials ’ view"),
    ("They can't, won't and cannot; we've gone", "They ca n't , wo n't and can not ; we 've gone"),
    ("the U.S.'s plan, the (PURL)’s list", "the U.S. 's plan , the ( PURL ) ’s list"),
    ("Mr. Rutte met J. D. Vance on Feb. 12.", "Mr. Rutte met J. D. Vance on Feb. 12 ."),
    ("It is on behalf of the U.S.", "It is on behalf of the U.S."),
    ("55,000 drones, up 30% to $181 billion", "55,000 drones , up 30 % to $ 181 billion"),
    ("US$5 or €3.50, at 10:15 a.m.", "US$ 5 or € 3.50 , at 10:15 a.m."),
    ("Secretary-General Ocasio-Cortez", "Secretary - General Ocasio - Cortez"),
    ("a 20-year-old F-16 in 2025-26", "a 20 - year - old F-16 in 2025-26"),
    ("U.S.-led co-operation", "U.S. - led co-operation"),
    ("He said “no” — twice -- and…", "He said “ no ” — twice -- and …"),
    ("so... what?!", "so ... what ?!"),
    (
      "See https://example.org/a?b=c, or write to press@nato.int.",
      "See https://example.org/a?b=c , or write to press@nato.int ."
    ),
    ("the 9/11 attack and/or AT&T", "the 9/11 attack and / or AT&T"),
    ("Photo by Nicholson/Reuters", "Photo by Nicholson / Reuters"),
    ("O'Brien of Côte d'Ivoire", "O'Brien of Côte d'Ivoire"),
    ("the ’90s and '68", "the ’90s and '68"),
    ("No. 3 said no. No", "No. 3 said no . No"),
    ("It ended.Then it began on example.com", "It ended . Then it began on example.com"),
    ("Володимир Зеленський", "Володимир Зеленський"),
    ("i dont know, theyre late :-) and im (: out", "i do nt know , they re late :-) and i m ( : out"),
    ("that was fun :) (list: a:b)", "that was fun :) ( list : a : b )"),
    (
      "Anna Lindh <anna@example.org>, see:https://example.org/a",
      "Anna Lindh < anna@example.org > , see : https://example.org/a"
    ),
    ("$$$ >> #1 #news ''so''", "$$$ >> # 1 #news '' so ''"),
  ])
  func tokensFollowTheTreebank(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  // MARK: - Sentences

  @Test(arguments: [
    ["He left.", "She stayed."],
    ["U.S. Secretary of State Marco Rubio leads it."],
    ["They went to war for the U.S.", "The alliance agreed."],
    ["Mr. Colby met Gen. Smith and Rep. Jones.", "No. 3 was left out."],
    ["“We know the old order,” Mr. Carney warned, “is not coming back.”", "Others nodded."],
    ["The threat is “manageable.”", "The report said so."],
    ["“Why now?” he asked.", "“Because.”"],
    ["It fell on Feb. 12.", "In March it rose."],
    ["It met in Feb.", "The others came later."],
    ["George W. Bush spoke.", "J. D. Vance did not."],
    ["It opened at 9 a.m. ET on Monday.", "It closed at 5 p.m.", "Nobody came."],
    ["Acme Inc. of Ohio sold it.", "Acme Corp.", "It was sold."],
    ["It grew by 3.5 percent...", "Then it stopped."],
    ["It was so … until it was not."],
    ["Yahoo! said it was so."],
    ["(He was late.)", "[She was not.]"],
    ["So he says.[3]", "So she says."],
    ["So he says. [3][12]", "So she says."],
    ["The causes are these.", "1. Weak states.", "2. Weapons from abroad."],
    ["The poet (b. 1788) died young.", "He was in debt."],
    ["that was great! :)", "we saw it twice."],
    ["Thanks :-)", "See you."],
    ["i saw it.", "they had no food.", "did you?", "nobody did!", "so there."],
    ["What is to be done?", "nobody knew."],
    ["Call me on Monday", "We have much to do."],
    ["He read the newspaper The Guardian and the novel The Trial."],
    ["“What a day!” he said."],
    ["They sang of The end of the line."],
  ])
  func sentencesEndWhereTheyShould(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func brokenLinesAreOneSentence() {
    #expect(sentences("He went\nhome.\r\nShe came.") == ["He went\nhome.", "She came."])
  }

  @Test func nothingButSpaceHasNoSentence() {
    #expect(annotate("").isEmpty)
    #expect(annotate(" \n\u{200B} ").isEmpty)
  }

  // MARK: - Laws

  @Test(arguments: 0..<64 as Range<UInt64>)
  func tokensCoverEverythingButSpace(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aaBB12 .  ,'’“”-—…!?$%/@#&()[]éЖ中\n\u{200B}\u{FFFD}🙂".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<200 { text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)]) }
    let indexed = IndexedText("€ " + String(text))
    let paragraph = TextSpan(start: 2, end: indexed.scalarCount)
    var place = paragraph.start
    for sentence in RuleAnnotator().annotate(indexed, paragraph: paragraph) {
      #expect(sentence.span.start == sentence.tokens.first?.span.start, "seed \(seed)")
      #expect(sentence.span.end == sentence.tokens.last?.span.end, "seed \(seed)")
      for token in sentence.tokens {
        #expect(token.span.start >= place && !token.span.isEmpty, "seed \(seed)")
        #expect(indexed[token.span] == token.form, "seed \(seed)")
        let gap = indexed[TextSpan(start: place, end: token.span.start)]
        #expect(gap.unicodeScalars.allSatisfy { " \n\u{200B}".unicodeScalars.contains($0) }, "seed \(seed)")
        place = token.span.end
      }
    }
  }
}
