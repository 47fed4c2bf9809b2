import EntenteLanguage
import EntenteModel
import Testing

@Suite struct PipelineTrainerTests {
  @Test func toyLanguageIsLearned() throws {
    let pipeline = try LanguagePipeline(model: try ToyTreebank.trained.get())
    var tokens = Token.list("Boris warns Eva in Paris .")
    pipeline.annotate(tokens: &tokens)
    #expect(tokens.map(\.head) == [1, 1, 1, 4, 1, 1])
    #expect(tokens.map(\.deprel) == ["nsubj", "root", "obj", "case", "obl", "punct"])
    #expect(tokens.map(\.xpos) == ["NNP", "VBZ", "NNP", "IN", "NNP", "."])
    #expect(tokens.map(\.upos) == ["PROPN", "VERB", "PROPN", "ADP", "PROPN", "PUNCT"])
    #expect(tokens.map(\.lemma) == ["Boris", "warn", "Eva", "in", "Paris", "."])
  }

  @Test func scoresOfTheToyLanguageAreFull() throws {
    let pipeline = try LanguagePipeline(model: try ToyTreebank.trained.get())
    let scores = PipelineScores(of: pipeline, on: ToyTreebank.sentences)
    #expect(scores.labelled == scores.words)
    #expect(scores.lemmas == scores.words)
  }

  @Test func seedSettlesEveryByte() throws {
    let first = try ToyTreebank.model(seed: 7)
    #expect(try ToyTreebank.model(seed: 7) == first)
    #expect(try ToyTreebank.model(seed: 8) != first)
  }

  @Test func nothingToLearnFromIsAnError() {
    #expect(throws: ModelError.self) { try PipelineTrainer().train([], held: []) }
  }

  @Test func treebankLinesAreRead() throws {
    let text = """
      # text = They don't.
      1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
      2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\t_
      3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
      3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
      4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

      1\t____\t_\t_\t_\t_\t0\troot\t_\t_

      """
    let sentences = try TreebankReader.sentences(in: Array(text.utf8), file: "toy")
    #expect(sentences.count == 1)
    #expect(sentences[0].words.map(\.form) == ["They", "do", "n't", "."])
    #expect(sentences[0].words.map(\.isFollowedBySpace) == [true, false, true, true])
    #expect(sentences[0].tokens.map(\.span.start) == [0, 5, 7, 11])
  }

  @Test func brokenLineIsNamed() {
    let failure = #expect(throws: TreebankReader.Failure.self) {
      try TreebankReader.sentences(in: Array("1\tThey\tthey\n".utf8), file: "toy")
    }
    #expect(failure?.description == "toy:1: 3 fields where a word has 10")
  }

  @Test func listOfFormsIsRead() throws {
    let words = try FormTable.words(in: "# verbs\nlend\tlends\tlent\tlent\tlending\nman\tmen\n", file: "forms")
    #expect(words.map(\.form) == ["lend", "lends", "lent", "lent", "lending", "man", "men"])
    #expect(words.map(\.xpos) == ["VB", "VBZ", "VBD", "VBN", "VBG", "NN", "NNS"])
    #expect(words.map(\.lemma) == ["lend", "lend", "lend", "lend", "lend", "man", "man"])
    let failure = #expect(throws: TreebankReader.Failure.self) { try FormTable.words(in: "lend\n", file: "forms") }
    #expect(failure?.description == "forms:1: 1 cells where a verb has 5 and a noun 2")
  }
}
