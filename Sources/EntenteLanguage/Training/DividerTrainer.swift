/// Trains the divider into sentences on the paragraphs of treebanks.
struct DividerTrainer {
  let seed: UInt64
  /// An end, or none, must be this much the likelier, or the weights change.
  private let margin: Int32 = 5

  /// A paragraph with what is right in it.
  private struct Example {
    var gaps: SentenceGaps
    /// Whether a sentence ends with a token.
    var ends: [Bool]
  }

  /// The section of a divider; the same sentences and seed give the same bytes.
  func train(_ treebank: [TreebankSentence], rounds: Int) -> [UInt8] {
    var examples = Self.paragraphs(treebank).map { Self.example($0) }
    var perceptron = Perceptron(classCount: 2)
    var randomness = Randomness(seed: seed)
    for _ in 0..<rounds {
      randomness.shuffle(&examples)
      for example in examples { learn(example, &perceptron) }
    }
    let features = perceptron.averaged().map { feature in
      (key: feature.key, weights: feature.weights.filter { $0.label == 1 }.map { (label: 0, value: $0.value) })
    }
    return ModelWriter.table(features, classCount: LearnedDivider.classCount, threshold: 0.1)
  }

  private func learn(_ example: Example, _ perceptron: inout Perceptron) {
    var keys: [UInt64] = []
    var scores: [Int32] = [0, 0]
    var start = 0
    for place in 0..<max(example.gaps.count - 1, 0) {
      let isEnd = example.ends[place]
      if example.gaps.isOpen(place, from: start) {
        example.gaps.extract(place, from: start, into: &keys)
        perceptron.score(keys, into: &scores)
        perceptron.tick()
        // What one class wins the other loses, so that half the difference is the weight.
        let lead = (scores[1] - scores[0]) / 2
        if (isEnd ? lead : -lead) <= margin { perceptron.update(keys, right: isEnd ? 1 : 0, wrong: isEnd ? 0 : 1) }
      }
      if isEnd { start = place + 1 }
    }
  }

  private static func paragraphs(_ treebank: [TreebankSentence]) -> [ArraySlice<TreebankSentence>] {
    var paragraphs: [ArraySlice<TreebankSentence>] = []
    var start = 0
    for place in treebank.indices.dropFirst() where treebank[place].startsParagraph {
      paragraphs.append(treebank[start..<place])
      start = place
    }
    if start < treebank.count { paragraphs.append(treebank[start...]) }
    return paragraphs
  }

  private static func example(_ paragraph: ArraySlice<TreebankSentence>) -> Example {
    var scalars: [Unicode.Scalar] = []
    var ends: Set<Int> = []
    for sentence in paragraph {
      for (place, word) in sentence.words.enumerated() {
        scalars += word.form.unicodeScalars
        if place + 1 == sentence.words.count { ends.insert(scalars.count) }
        if word.isFollowedBySpace { scalars.append(" ") }
      }
    }
    let tokens = Tokenizer.tokens(in: scalars)
    let byRule = SentenceSplitter(scalars: scalars, tokens: tokens).sentences()
    return Example(
      gaps: SentenceGaps(scalars, tokens, dividedByRule: byRule), ends: tokens.map { ends.contains($0.upperBound) })
  }
}
