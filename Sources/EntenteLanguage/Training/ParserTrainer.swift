/// Trains the parser with a dynamic oracle, so that it learns to go on after its own mistakes.
struct ParserTrainer {
  let actions: ActionTable
  /// For each tag a number for its universal part of speech.
  let classes: [UInt8]
  let seed: UInt64
  /// Weights smaller than this are not kept.
  let threshold: Double

  /// A sentence with the tags that the parser is to see.
  struct Example {
    var sentence: TaggedSentence
    var tags: [UInt8]
  }

  /// Trains for a number of rounds and gives the best table by labelled attachment on `held`.
  ///
  /// - Parameter patience: training ends after so many rounds without a better one.
  func train(
    _ examples: [Example], held: [Example], rounds: Int, patience: Int, report: (String) -> Void
  ) throws(ModelError) -> TrainedTable {
    var perceptron = Perceptron(classCount: actions.count)
    var randomness = Randomness(seed: seed)
    var order = Array(examples.indices)
    var best: (table: TrainedTable, score: Double, round: Int)?
    for round in 1...rounds {
      randomness.shuffle(&order)
      for place in order { learn(examples[place], explores: round > 1, &perceptron, &randomness) }
      if round < 3, round < rounds { continue }
      let features = perceptron.averaged()
      let table = try TrainedTable(ModelWriter.table(features, classCount: actions.count, threshold: threshold))
      let score = attachment(of: table, on: held)
      report("parser round \(round): LAS \(score.labelled), UAS \(score.unlabelled), \(table.bytes.count) bytes")
      if score.labelled > (best?.score ?? -1) { best = (table, score.labelled, round) }
      if let best, round - best.round >= patience { break }
    }
    guard let best else { throw ModelError(.damaged, "there was nothing to train on") }
    return best.table
  }

  private func learn(
    _ example: Example, explores: Bool, _ perceptron: inout Perceptron, _ randomness: inout Randomness
  ) {
    var input = ParserInput()
    input.read(example.sentence.lexical, tags: example.tags, classes: classes)
    var state = ParserState()
    state.start(count: example.tags.count)
    let oracle = DynamicOracle(heads: example.sentence.heads)
    var keys: [UInt64] = []
    var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)
    while !state.isFinished {
      state.features(of: input, into: &keys)
      perceptron.score(keys, into: &scores)
      let guess = actions.best(scores, in: state)
      let right = bestRight(scores, state, oracle, example.sentence.labels, guess: guess)
      perceptron.tick()
      if guess != right { perceptron.update(keys, right: right, wrong: guess) }
      actions.apply(explores && randomness.chance(90) ? guess : right, to: &state)
    }
  }

  /// The best-scored of the actions that lose least.
  private func bestRight(
    _ scores: [Int32], _ state: ParserState, _ oracle: DynamicOracle, _ labels: [UInt8], guess: Int
  ) -> Int {
    let costs = oracle.costs(in: state)
    let least = [costs.shift, costs.left, costs.right].compactMap { $0 }.min() ?? 0
    let top = state.stacked(0)
    let head = top > 0 ? oracle.head(of: top) : 0
    var best = -1
    for place in 0..<actions.count {
      let isRight: Bool
      switch actions.kinds[place] {
      case .shift: isRight = costs.shift == least
      case .left: isRight = costs.left == least && (head != state.next || fits(place, labels[top]))
      case .right: isRight = costs.right == least && (head != state.stacked(1) || fits(place, labels[top]))
      }
      if isRight, best < 0 || scores[place] > scores[best] { best = place }
    }
    return best < 0 ? guess : best
  }

  /// Whether an action gives the right relation; one that has no number is given by any.
  private func fits(_ action: Int, _ label: UInt8) -> Bool { label == 0 || actions.labels[action] == label }

  /// The shares of words with the right head, and with the right relation to it.
  private func attachment(
    of table: TrainedTable, on examples: [Example]
  ) -> (unlabelled: Double, labelled: Double) {
    var (heads, both, count) = (0, 0, 0)
    var parser = Parser()
    for example in examples {
      parser.parse(example.sentence.lexical, tags: example.tags, classes: classes, actions: actions) {
        table.score($0, into: &$1)
      }
      for node in example.sentence.heads.indices.dropFirst()
      where parser.state.heads[node] == example.sentence.heads[node] {
        heads += 1
        if parser.state.labels[node] == example.sentence.labels[node] { both += 1 }
      }
      count += example.tags.count
    }
    return (Double(heads) / Double(max(count, 1)), Double(both) / Double(max(count, 1)))
  }
}
