import EntenteModel
import Testing

@testable import EntenteLanguage

@Suite struct PipelineTrainerTests {
  @Test func lemmasOfTheToyLanguageAreLearned() throws {
    var names = ModelNames()
    names.tags = [("PROPN", "NNP"), ("VERB", "VBZ"), ("ADP", "IN"), ("PUNCT", ".")].map(JointTag.init)
    names.lemmaRules = LemmaRule.rules(of: ToyTreebank.sentences)
    let bytes = ModelBytes(LemmatizerTrainer(names: names, seed: 1).train(ToyTreebank.sentences, forms: [], rounds: 3))
    let words = ["Boris", "warns", "Eva", "meets"]
    var lexical = LexicalSentence()
    lexical.read(count: words.count, word: { words[$0] }, isSpaced: { _ in true })
    let lemmas = try bytes.withBytes { span throws(ModelError) in
      let table = try WeightTable(in: span, section: 0..<span.byteCount)
      var (keys, scores) = ([UInt64](), [Int32](repeating: 0, count: WeightTable.largestClassCount))
      return words.indices.map { place in
        LemmaFeatures.extract(lexical.words[place], tag: UInt8(place % 2), into: &keys)
        table.score(keys, in: span, into: &scores)
        return names.lemmaRules[WeightTable.best(scores, table.classCount)].lemma(of: words[place])
      }
    }
    #expect(lemmas == ["Boris", "warn", "Eva", "meet"])
  }

  @Test func seedSettlesEveryByte() throws {
    let first = try ToyTreebank.model(seed: 7)
    #expect(try ToyTreebank.model(seed: 7) == first)
    #expect(try ToyTreebank.model(seed: 8) != first)
  }

  @Test func nothingToLearnFromIsAnError() {
    #expect(throws: ModelError.self) { try PipelineTrainer().model(of: RandomNetwork.parser(), []) }
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
