/// Finds the names in a sentence that a network has read.
enum NameReading {
  /// What a word has to do with a name: its type, counted from 0, and whether the name begins with it.
  struct Mark: Hashable, Sendable {
    var type: UInt8
    var isFirst: Bool
  }

  /// For each word its mark; nothing for a word outside all names.
  ///
  /// - Parameter reading: what the network made of the sentence.
  /// - Complexity: O(*n* · (weights + marks²)).
  static func marks(
    _ sentence: LexicalSentence, _ reading: NetworkReading, _ finder: NameFinder, _ bytes: RawSpan
  ) -> [Mark?] {
    let count = sentence.words.count
    let vectors = inputs(sentence, reading, finder, bytes)
    let outputs = RecurrentLayer.run(finder.layers, vectors, count)
    let stride = finder.scores.paddedRowCount
    var scores = [Float](repeating: 0, count: count * stride)
    finder.scores.multiply(outputs, count: count, into: &scores)
    return bestChain(scores, stride: stride, count: count, finder).map { mark in
      if mark == NameFinder.outside { return nil }
      return Mark(type: UInt8(truncatingIfNeeded: NameFinder.type(mark)), isFirst: NameFinder.isBeginning(mark))
    }
  }

  private static func inputs(
    _ sentence: LexicalSentence, _ reading: NetworkReading, _ finder: NameFinder, _ bytes: RawSpan
  ) -> [Int16] {
    let given = finder.givenWidth
    let width = finder.tables.reduce(given + finder.words.width) { $0 + $1.width }
    let shift = Int((EmbeddingTable.scale / RecurrentLayer.outputScale).exponent)
    var vectors = [Int16](repeating: 0, count: sentence.words.count * width)
    for (place, word) in sentence.words.enumerated() {
      let start = place * width
      vectors.replaceSubrange(start..<start + given, with: reading.read[place * given..<(place + 1) * given])
      EmbeddingTable.copy(
        word, row: reading.wordRows[place], of: finder.words, and: finder.tables, bytes, to: &vectors,
        at: start + given, shiftedBy: shift)
    }
    return vectors
  }

  /// The best chain of marks (A. Viterbi 1967); of equals the one with the lower marks at its end.
  private static func bestChain(_ scores: [Float], stride: Int, count: Int, _ finder: NameFinder) -> [Int] {
    let marks = finder.scores.rowCount
    var sums = (0..<marks).map { NameFinder.isBeginning($0) ? scores[$0] : -.infinity }
    var back: [UInt8] = []
    for place in 1..<max(count, 1) {
      var next = [Float](repeating: -.infinity, count: marks)
      for mark in 0..<marks {
        var best = 0
        for before in 0..<marks {
          let sum = sums[before] + finder.transitions[before * marks + mark]
          if sum > next[mark] { (next[mark], best) = (sum, before) }
        }
        next[mark] += scores[place * stride + mark]
        back.append(UInt8(truncatingIfNeeded: best))
      }
      sums = next
    }
    var last = NameFinder.outside
    for mark in 0..<marks where !NameFinder.goesOn(mark) && sums[mark] > sums[last] { last = mark }
    var chain = [last]
    for place in (0..<max(count - 1, 0)).reversed() {
      last = Int(back[place * marks + last])
      chain.append(last)
    }
    return chain.reversed()
  }
}
