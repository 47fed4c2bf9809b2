/// Parses a tagged sentence greedily, action by action, in time linear in its length.
struct Parser {
  private(set) var state = ParserState()
  private(set) var input = ParserInput()
  private var keys: [UInt64] = []
  private var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)

  /// Parses; `state.heads` and `state.labels` then hold the tree, by node.
  ///
  /// - Parameters:
  ///   - classes: for each tag a number for its universal part of speech.
  ///   - score: sets the scores of all actions for features.
  mutating func parse(
    _ sentence: LexicalSentence, tags: [UInt8], classes: [UInt8], actions: ActionTable,
    score: ([UInt64], inout [Int32]) -> Void
  ) {
    input.read(sentence, tags: tags, classes: classes)
    state.start(count: sentence.words.count)
    while !state.isFinished {
      state.features(of: input, into: &keys)
      score(keys, &scores)
      let action = actions.best(scores, in: state)
      if action < 0 { return }
      actions.apply(action, to: &state)
    }
  }
}
