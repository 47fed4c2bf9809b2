/// A sentence of a treebank in numbers.
struct TaggedSentence {
  var lexical: LexicalSentence
  /// The right tags.
  var tags: [UInt8]
  /// The right heads by node; 0 of the root and of node 0.
  var heads: [Int]
  /// The right relations by node, as numbers of the action table; 0 where it has none.
  var labels: [UInt8]
  var origin: Int
}

/// Turns sentences into numbers by the names of a model.
struct SentenceEncoder {
  let names: ModelNames
  let actions: ActionTable
  private var tagNumbers: [JointTag: UInt8] = [:]
  private var labelNumbers: [String: UInt8] = [:]

  init(names: ModelNames) {
    self.names = names
    actions = ActionTable(names.actions)
    for (place, tag) in names.tags.enumerated() { tagNumbers[tag] = UInt8(place) }
    for (place, label) in actions.relations.enumerated() { labelNumbers[label] = UInt8(place) }
  }

  func encode(_ sentence: TreebankSentence) -> TaggedSentence {
    let words = sentence.words
    var lexical = LexicalSentence()
    lexical.read(count: words.count, word: { words[$0].form }, isSpaced: { sentence.isSpaced($0) })
    return TaggedSentence(
      lexical: lexical, tags: words.map { tag(of: $0) }, heads: [0] + words.map(\.head),
      labels: [0] + words.map { labelNumbers[$0.deprel] ?? 0 }, origin: sentence.origin)
  }

  /// The number of a word's tag, or of the likest that the model knows.
  func tag(of word: TreebankSentence.Word) -> UInt8 {
    if let known = tagNumbers[JointTag(upos: word.upos, xpos: word.xpos)] { return known }
    let likest = names.tags.firstIndex { $0.xpos == word.xpos } ?? names.tags.firstIndex { $0.upos == word.upos }
    return UInt8(likest ?? 0)
  }
}

extension ModelNames {
  /// The names that a treebank needs; those that are hardly ever seen are left out.
  init(of sentences: [TreebankSentence]) {
    self.init()
    var tagCounts: [JointTag: Int] = [:]
    var actionCounts: [ParserAction: Int] = [:]
    var ruleCounts: [LemmaRule: Int] = [:]
    for sentence in sentences {
      for (place, word) in sentence.words.enumerated() {
        tagCounts[JointTag(upos: word.upos, xpos: word.xpos), default: 0] += 1
        let isLeft = word.head > place + 1
        actionCounts[isLeft ? .left(label: word.deprel) : .right(label: word.deprel), default: 0] += 1
        if word.lemma != "_" { ruleCounts[LemmaRule(form: word.form, lemma: word.lemma), default: 0] += 1 }
      }
    }
    tags = Self.frequent(tagCounts, atLeast: 5, atMost: 250) { ($0.upos + " " + $0.xpos) }
    actions = [.shift] + Self.frequent(actionCounts, atLeast: 5, atMost: 250) { String(describing: $0) }
    lemmaRules = Self.frequent(ruleCounts, atLeast: 2, atMost: 256) { String(describing: $0) }
  }

  /// Names from the most frequent down; of equals the alphabetically first.
  private static func frequent<Name>(
    _ counts: [Name: Int], atLeast: Int, atMost: Int, _ spelled: (Name) -> String
  ) -> [Name] {
    let kept = counts.filter { $0.value >= atLeast }.map { (name: $0.key, count: $0.value, text: spelled($0.key)) }
    return kept.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(atMost).map(\.name)
  }
}
