/// Trains the lemmatizer on the forms of a treebank and on lists of inflected forms.
struct LemmatizerTrainer {
  let encoder: SentenceEncoder
  let seed: UInt64

  private struct Example: Hashable {
    var form: String
    var lemma: String
    var tag: UInt8
  }

  /// Trains; each form counts at most three times, so that rare words are learned beside frequent ones.
  func train(
    _ sentences: [TreebankSentence], forms: [TreebankSentence.Word], rounds: Int
  ) throws(ModelError) -> TrainedTable {
    let ruleNumbers = Dictionary(
      uniqueKeysWithValues: encoder.names.lemmaRules.enumerated().map { ($0.element, $0.offset) })
    var counts: [Example: Int] = [:]
    var examples: [(word: LexicalSentence.Word, tag: UInt8, rule: Int)] = []
    for sentence in sentences + forms.map({ TreebankSentence(words: [$0], origin: 0) }) {
      let encoded = encoder.encode(sentence)
      for (place, word) in sentence.words.enumerated() {
        let rule = LemmaRule(form: word.form, lemma: word.lemma)
        guard let number = ruleNumbers[rule] else { continue }
        let example = Example(form: word.form, lemma: word.lemma, tag: encoded.tags[place])
        counts[example, default: 0] += 1
        if counts[example, default: 0] > 3 { continue }
        examples.append((encoded.lexical.words[place], encoded.tags[place], number))
      }
    }
    return try learn(&examples, rounds: rounds)
  }

  private func learn(
    _ examples: inout [(word: LexicalSentence.Word, tag: UInt8, rule: Int)], rounds: Int
  ) throws(ModelError) -> TrainedTable {
    let classCount = encoder.names.lemmaRules.count
    var perceptron = Perceptron(classCount: classCount)
    var randomness = Randomness(seed: seed)
    var keys: [UInt64] = []
    var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)
    for _ in 0..<rounds {
      randomness.shuffle(&examples)
      for example in examples {
        LemmaFeatures.extract(example.word, tag: example.tag, into: &keys)
        perceptron.score(keys, into: &scores)
        let guess = Tagger.best(scores, classCount)
        perceptron.tick()
        if guess != example.rule { perceptron.update(keys, right: example.rule, wrong: guess) }
      }
    }
    return try TrainedTable(ModelWriter.table(perceptron.averaged(), classCount: classCount, threshold: 0.3))
  }
}
