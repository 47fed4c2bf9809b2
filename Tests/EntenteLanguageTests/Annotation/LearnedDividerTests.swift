import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteLanguage

/// How the model of the program divides sentences, and how one is trained.
@Suite struct LearnedDividerTests {
  private func divided(_ text: String, by model: ModelBytes = .embedded) throws -> [AnnotatedSentence] {
    let indexed = IndexedText(text)
    let divider = try #require(try LanguageModel(model).divider)
    return ParagraphAnnotation.sentences(of: indexed, paragraph: TextSpan(start: 0, end: indexed.scalarCount)) {
      scalars, tokens in model.withBytes { divider.sentences(scalars, tokens, $0) }
    }
  }

  private func sentences(_ text: String, by model: ModelBytes = .embedded) throws -> [String] {
    let indexed = IndexedText(text)
    return try divided(text, by: model).map { indexed[$0.span] }
  }

  // MARK: - The model of the program

  @Test(arguments: [
    ["Let me know what you think.", "Thanks,", "Kim"],
    ["The meeting is at noon.", "See you there.", "Boris"],
    ["From: Anna Lindh", "To: Boris Petrov"],
    ["he said no ...", "I left."],
    ["The minister arrived in Oslo on Tuesday.", "He left on Friday."],
    ["Lavrov said: “We will respond.”", "Others were silent."],
    ["The minister of foreign affairs told the press on Monday: The talks have failed."],
    ["U.S. Secretary of State Marco Rubio met Gen. Smith in Washington, D.C., on Monday."],
    ["It opened at 9 a.m. on Monday.", "It closed at 5 p.m."],
    ["The United Nations Security Council met on Tuesday.", "Russia and China abstained."],
  ])
  func sentencesEndWhereTheyShould(expected: [String]) throws {
    #expect(try sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func nothingAndOneWordAreDivided() throws {
    #expect(try sentences("").isEmpty)
    #expect(try sentences(" \n\u{200B} ").isEmpty)
    #expect(try sentences("Oslo") == ["Oslo"])
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func everyTokenOfTheRulesIsInOneSentence(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aaBB12 .  ,:'’“”-—…!?$%/@#&*()[]éЖ中\n\u{200B}\u{FFFD}🙂".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<300 { text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)]) }
    let indexed = IndexedText(String(text))
    let learned = try divided(String(text))
    let ruled = RuleAnnotator().annotate(indexed, paragraph: TextSpan(start: 0, end: indexed.scalarCount))
    #expect(learned.flatMap(\.tokens) == ruled.flatMap(\.tokens), "seed \(seed)")
    for sentence in learned {
      #expect(!sentence.tokens.isEmpty, "seed \(seed)")
      #expect(sentence.span.start == sentence.tokens.first?.span.start, "seed \(seed)")
      #expect(sentence.span.end == sentence.tokens.last?.span.end, "seed \(seed)")
    }
  }

  // MARK: - Training

  /// Paragraphs of lines that nothing closes: a name, then what it does.
  private static let treebank: [TreebankSentence] = (0..<60).map { place in
    let name = ["Anna", "Boris", "Carla"][place % 3]
    let words = [name, "reads", ["books", "letters"][place % 2], ["slowly", "often", "aloud"][place / 3 % 3]]
    return TreebankSentence(
      words: words.map { word in
        TreebankSentence.Word(
          form: word, lemma: word, upos: "X", xpos: "FW", head: 0, deprel: "root", isFollowedBySpace: true)
      }, startsParagraph: place % 4 == 0)
  }

  private static func model(seed: UInt64 = 1) throws -> [UInt8] {
    var options = PipelineTrainer.Options()
    options.seed = seed
    return try PipelineTrainer(options).model(try ToyTreebank.trained.get(), dividingAsIn: treebank)
  }

  @Test func endsWithoutMarksAreLearned() throws {
    let lines = ["Carla reads letters often", "Anna reads books aloud", "Boris reads letters slowly"]
    #expect(try sentences(lines.joined(separator: " "), by: ModelBytes(try Self.model())) == lines)
  }

  @Test func seedSettlesEveryByte() throws {
    #expect(try Self.model(seed: 3) == Self.model(seed: 3))
  }

  @Test func otherPartsOfTheModelStay() throws {
    let before = try ToyTreebank.trained.get()
    let after = try PipelineTrainer().model(before, dividingAsIn: Self.treebank)
    #expect(after != before)
    let again = try PipelineTrainer().model(after, dividingAsIn: ToyTreebank.sentences)
    #expect(again == before)
  }

  @Test func tableOfManyClassesIsRefused() throws {
    let section = ModelWriter.table([(key: 7, weights: [(label: 1, value: 1)])], classCount: 2, threshold: 0)
    #expect(throws: ModelError.self) {
      try ModelBytes(section).withBytes { span throws(ModelError) in
        _ = try LearnedDivider(in: span, section: 0..<span.byteCount)
      }
    }
  }

  @Test func paragraphsOfATreebankAreRead() throws {
    let line = "1\tWords\tword\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n"
    let text = "# newdoc id = a\n\(line)\(line)# newpar\n\(line)"
    let sentences = try TreebankReader.sentences(in: Array(text.utf8), file: "toy")
    #expect(sentences.map(\.startsParagraph) == [true, false, true])
  }
}
