/// Trains the lemmatizer on the forms of a treebank and on lists of inflected forms.
struct LemmatizerTrainer {
  let names: ModelNames
  let seed: UInt64
  private var tagNumbers: [JointTag: UInt8] = [:]

  /// A trainer for a model with these tags and rules.
  init(names: ModelNames, seed: UInt64) {
    (self.names, self.seed) = (names, seed)
    for (place, tag) in names.tags.enumerated() { tagNumbers[tag] = UInt8(place) }
  }

  /// What is learned from a word.
  private typealias Lesson = (word: LexicalSentence.Word, tag: UInt8, rule: Int)

  private struct Example: Hashable {
    var form: String
    var lemma: String
    var tag: UInt8
  }

  /// The section of a lemmatizer; each form counts at most three times, so that rare words are learned beside frequent
  /// ones.
  func train(_ sentences: [TreebankSentence], forms: [TreebankSentence.Word], rounds: Int) -> [UInt8] {
    let ruleNumbers = Dictionary(uniqueKeysWithValues: names.lemmaRules.enumerated().map { ($0.element, $0.offset) })
    var counts: [Example: Int] = [:]
    var lessons: [Lesson] = []
    var lexical = LexicalSentence()
    for sentence in sentences + forms.map({ TreebankSentence(words: [$0]) }) {
      let words = sentence.words
      lexical.read(count: words.count, word: { words[$0].form }, isSpaced: { sentence.isSpaced($0) })
      for (place, word) in words.enumerated() {
        guard let rule = ruleNumbers[LemmaRule(form: word.form, lemma: word.lemma)] else { continue }
        let example = Example(form: word.form, lemma: word.lemma, tag: tag(of: word))
        counts[example, default: 0] += 1
        if counts[example, default: 0] > 3 { continue }
        lessons.append((lexical.words[place], example.tag, rule))
      }
    }
    return learn(&lessons, rounds: rounds)
  }

  private func learn(_ lessons: inout [Lesson], rounds: Int) -> [UInt8] {
    let classCount = names.lemmaRules.count
    var perceptron = Perceptron(classCount: classCount)
    var randomness = Randomness(seed: seed)
    var keys: [UInt64] = []
    var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)
    for _ in 0..<rounds {
      randomness.shuffle(&lessons)
      for lesson in lessons {
        LemmaFeatures.extract(lesson.word, tag: lesson.tag, into: &keys)
        perceptron.score(keys, into: &scores)
        let guess = WeightTable.best(scores, classCount)
        perceptron.tick()
        if guess != lesson.rule { perceptron.update(keys, right: lesson.rule, wrong: guess) }
      }
    }
    return ModelWriter.table(perceptron.averaged(), classCount: classCount, threshold: 0.3)
  }

  /// The number of a word's tag, or of the likest that the model knows.
  private func tag(of word: TreebankSentence.Word) -> UInt8 {
    if let known = tagNumbers[JointTag(upos: word.upos, xpos: word.xpos)] { return known }
    let likest = names.tags.firstIndex { $0.xpos == word.xpos } ?? names.tags.firstIndex { $0.upos == word.upos }
    return UInt8(likest ?? 0)
  }
}

extension LemmaRule {
  /// The rules that a treebank needs, from the most frequent down; of equals the alphabetically first. Those that are
  /// seen once are left out.
  static func rules(of sentences: [TreebankSentence]) -> [LemmaRule] {
    var counts: [LemmaRule: Int] = [:]
    for word in sentences.flatMap(\.words) where word.lemma != "_" {
      counts[LemmaRule(form: word.form, lemma: word.lemma), default: 0] += 1
    }
    let kept = counts.filter { $0.value >= 2 }.map { (rule: $0.key, count: $0.value, text: String(describing: $0.key)) }
    return kept.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(WeightTable.largestClassCount).map(\.rule)
  }
}
