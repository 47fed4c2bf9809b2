/// Makes more sentences of a treebank's: headlines in capitals, and quotes as printers set them.
///
/// Treebanks hold few headlines; a news article begins with one.
struct Augmentation {
  private var randomness: Randomness

  init(seed: UInt64) { randomness = Randomness(seed: seed) }

  /// The sentences, some with curly quotes, and copies of some as headlines.
  mutating func apply(to sentences: [TreebankSentence]) -> [TreebankSentence] {
    var made: [TreebankSentence] = []
    for sentence in sentences {
      made.append(randomness.chance(35) ? Self.curled(sentence) : sentence)
      guard (4...25).contains(sentence.words.count) else { continue }
      if randomness.chance(4) { made.append(headline(sentence) { Self.capitals($0) }) }
      if randomness.chance(8) { made.append(headline(sentence) { Self.title($0, isFirst: $1) }) }
    }
    return made
  }

  private static func curled(_ sentence: TreebankSentence) -> TreebankSentence {
    var sentence = sentence
    for place in sentence.words.indices where sentence.words[place].form == "\"" {
      if sentence.words[place].xpos == "``" { sentence.words[place].form = "\u{201C}" }
      if sentence.words[place].xpos == "''" { sentence.words[place].form = "\u{201D}" }
    }
    return sentence
  }

  /// A copy with other letters, mostly without the stop at its end.
  private mutating func headline(
    _ sentence: TreebankSentence, _ letters: (TreebankSentence.Word, Bool) -> String
  ) -> TreebankSentence {
    var copy = sentence
    for place in copy.words.indices { copy.words[place].form = letters(copy.words[place], place == 0) }
    let last = copy.words.count
    let endsWithStop = copy.words[last - 1].form == "." && !copy.words.contains { $0.head == last }
    if endsWithStop, randomness.chance(75) { copy.words.removeLast() }
    return copy
  }

  private mutating func headline(
    _ sentence: TreebankSentence, _ letters: (TreebankSentence.Word) -> String
  ) -> TreebankSentence {
    headline(sentence) { word, _ in letters(word) }
  }

  private static func capitals(_ word: TreebankSentence.Word) -> String { word.form.uppercased() }

  private static func title(_ word: TreebankSentence.Word, isFirst: Bool) -> String {
    let isSmall = ["ADP", "DET", "CCONJ", "PART", "SCONJ"].contains(word.upos) && word.form.utf8.count < 5
    guard !isFirst, isSmall else { return word.form.prefix(1).uppercased() + word.form.dropFirst() }
    return word.form
  }
}
