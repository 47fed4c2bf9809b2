/// Trains the tagger.
struct TaggerTrainer {
  let classCount: Int
  let seed: UInt64
  /// Weights smaller than this are not kept.
  let threshold: Double

  /// Trains for a number of rounds and gives the best table by the share of right tags on `held`.
  ///
  /// Without sentences to measure by, the last round counts.
  func train(
    _ sentences: [TaggedSentence], held: [TaggedSentence] = [], rounds: Int, report: (String) -> Void = { _ in }
  ) throws(ModelError) -> TrainedTable {
    var perceptron = Perceptron(classCount: classCount)
    var randomness = Randomness(seed: seed)
    var order = Array(sentences.indices)
    var best: (table: TrainedTable, score: Double)?
    for round in 1...rounds {
      randomness.shuffle(&order)
      for place in order { learn(sentences[place], &perceptron) }
      if round < rounds, held.isEmpty || round < 3 { continue }
      let features = perceptron.averaged()
      let table = try TrainedTable(ModelWriter.table(features, classCount: classCount, threshold: threshold))
      let score = accuracy(of: table, on: held)
      report("tagger round \(round): \(score) of tags right, \(table.bytes.count) bytes")
      if score > (best?.score ?? -1) { best = (table, score) }
    }
    guard let best else { throw ModelError(.damaged, "there was nothing to train on") }
    return best.table
  }

  private func learn(_ sentence: TaggedSentence, _ perceptron: inout Perceptron) {
    var keys: [UInt64] = []
    var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)
    var tags: [UInt8] = []
    for place in sentence.tags.indices {
      TaggerFeatures.extract(sentence.lexical.words, at: place, tags: tags, into: &keys)
      perceptron.score(keys, into: &scores)
      let guess = Tagger.best(scores, classCount)
      let right = Int(sentence.tags[place])
      perceptron.tick()
      if guess != right { perceptron.update(keys, right: right, wrong: guess) }
      tags.append(UInt8(guess))
    }
  }

  /// The share of right tags.
  private func accuracy(of table: TrainedTable, on sentences: [TaggedSentence]) -> Double {
    var right = 0
    var count = 0
    var tagger = Tagger()
    for sentence in sentences {
      tagger.tag(sentence.lexical, classCount: classCount) { table.score($0, into: &$1) }
      for (guess, tag) in zip(tagger.tags, sentence.tags) where guess == tag { right += 1 }
      count += sentence.tags.count
    }
    return Double(right) / Double(max(count, 1))
  }
}
