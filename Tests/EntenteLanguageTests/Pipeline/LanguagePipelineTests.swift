import EntenteLanguage
import EntenteModel
import Testing

@Suite struct LanguagePipelineTests {
  private let pipeline: LanguagePipeline

  init() throws { pipeline = try LanguagePipeline() }

  private func parsed(_ text: String) -> [Token] {
    var tokens = Token.list(text)
    pipeline.annotate(tokens: &tokens)
    return tokens
  }

  @Test func aTextIsReadParagraphByParagraph() throws {
    let text = "Anna met Boris\nin Rome. He was late\n \t\n\nShe left.\n"
    let sentences = try LanguagePipeline().annotate(text)
    let indexed = IndexedText(text)
    #expect(sentences.map { indexed[$0.span] } == ["Anna met Boris\nin Rome.", "He was late", "She left."])
    #expect(
      sentences.flatMap(\.tokens).allSatisfy { indexed[$0.span] == $0.form && $0.head != nil && $0.entity != nil })
    #expect(try LanguagePipeline().annotate(" \n\n").isEmpty)
  }

  @Test func subjectAndObjectHangOnTheVerb() {
    let tokens = parsed("Norway condemned the attack .")
    #expect(tokens.map(\.deprel) == ["nsubj", "root", "det", "obj", "punct"])
    #expect(tokens.map(\.head) == [1, 1, 3, 1, 1])
    #expect(tokens[1].lemma == "condemn")
    #expect(tokens[1].xpos == "VBD")
    #expect(tokens[0].upos == "PROPN")
  }

  @Test func noTokenIsNoSentence() {
    #expect(parsed("").isEmpty)
  }

  @Test func aSentenceOfFiveThousandTokensIsParsedWhole() {
    let tokens = parsed(String(repeating: "ships ", count: 5_000))
    #expect(tokens.count == 5_000)
    #expect(tokens.allSatisfy { $0.head != nil && $0.deprel != nil })
  }

  @Test func theSameWordsGiveTheSameTree() {
    let text = "Officials said the talks would resume in Oslo next week ."
    #expect(parsed(text) == parsed(text))
  }
}

extension Token {
  /// Tokens of words that single spaces part.
  static func list(_ text: String) -> [Token] {
    var place = 0
    return text.split(separator: " ").map { word in
      let end = place + word.unicodeScalars.count
      defer { place = end + 1 }
      return Token(form: String(word), span: TextSpan(start: place, end: end))
    }
  }
}
