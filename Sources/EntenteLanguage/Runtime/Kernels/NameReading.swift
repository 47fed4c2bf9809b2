/// Finds the names in a sentence that a network has read.
enum NameReading {
  /// What a word has to do with a name: its type, counted from 0, and whether the name begins with it.
  struct Mark: Hashable, Sendable {
    var type: UInt8
    var isFirst: Bool
  }

  /// For each word its mark; nothing for a word outside all names.
  ///
  /// - Parameter read: what the network's first layer made of each word.
  /// - Complexity: O(*n* · (weights + marks²)).
  static func marks(
    _ sentence: LexicalSentence, _ read: [Int16], _ finder: NameFinder, _ network: Network, _ bytes: RawSpan
  ) -> [Mark?] {
    let count = sentence.words.count
    let vectors = inputs(sentence, read, finder, network, bytes)
    let outputs = RecurrentLayer.run(finder.layers, vectors, count)
    let stride = finder.scores.paddedRowCount
    var scores = [Float](repeating: 0, count: count * stride)
    finder.scores.multiply(outputs, count: count, into: &scores)
    return bestChain(scores, stride: stride, count: count, finder).map { mark in
      if mark == NameFinder.outside { return nil }
      let kind = NameMark(rawValue: (mark - 1) % NameMark.allCases.count)
      return Mark(
        type: UInt8(truncatingIfNeeded: (mark - 1) / NameMark.allCases.count), isFirst: kind == .first || kind == .only)
    }
  }

  private static func inputs(
    _ sentence: LexicalSentence, _ read: [Int16], _ finder: NameFinder, _ network: Network, _ bytes: RawSpan
  ) -> [Int16] {
    let given = network.first.forward.width * 2
    let width = finder.tables.reduce(given + finder.words.width) { $0 + $1.width }
    let shift = Int((EmbeddingTable.scale / RecurrentLayer.outputScale).exponent)
    var vectors = [Int16](repeating: 0, count: sentence.words.count * width)
    for (place, word) in sentence.words.enumerated() {
      var start = place * width
      vectors.replaceSubrange(start..<start + given, with: read[place * given..<(place + 1) * given])
      start += given
      let row = network.vocabulary.row(of: word.word, bytes)
      finder.words.copy(row, bytes, to: &vectors, at: start, shiftedBy: shift)
      start += finder.words.width
      for table in finder.tables {
        let row = table.row(of: NetworkFeatures.column(table.feature, of: word))
        table.copy(row, bytes, to: &vectors, at: start, shiftedBy: shift)
        start += table.width
      }
    }
    return vectors
  }

  /// The best chain of marks (A. Viterbi 1967); of equals the one with the lower marks at its end.
  private static func bestChain(_ scores: [Float], stride: Int, count: Int, _ finder: NameFinder) -> [Int] {
    let marks = finder.scores.rowCount
    let isChain = (0..<marks * marks).map { mayFollow($0 / marks, $0 % marks) }
    var sums = (0..<marks).map { isBeginning($0) ? scores[$0] : -.infinity }
    var back: [UInt8] = []
    for place in 1..<max(count, 1) {
      var next = [Float](repeating: -.infinity, count: marks)
      for mark in 0..<marks {
        var best = 0
        for before in 0..<marks where isChain[before * marks + mark] {
          let sum = sums[before] + finder.transitions[before * marks + mark]
          if sum > next[mark] { (next[mark], best) = (sum, before) }
        }
        next[mark] += scores[place * stride + mark]
        back.append(UInt8(truncatingIfNeeded: best))
      }
      sums = next
    }
    var last = NameFinder.outside
    for mark in 0..<marks where !goesOn(mark) && sums[mark] > sums[last] { last = mark }
    var chain = [last]
    for place in (0..<max(count - 1, 0)).reversed() {
      last = Int(back[place * marks + last])
      chain.append(last)
    }
    return chain.reversed()
  }

  private static func kind(_ mark: Int) -> NameMark? {
    mark == NameFinder.outside ? nil : NameMark(rawValue: (mark - 1) % NameMark.allCases.count)
  }

  private static func isBeginning(_ mark: Int) -> Bool { kind(mark) != .inner && kind(mark) != .last }

  private static func goesOn(_ mark: Int) -> Bool { kind(mark) == .first || kind(mark) == .inner }

  /// Whether a mark may stand behind another: names go on with the same type until their last word.
  private static func mayFollow(_ before: Int, _ mark: Int) -> Bool {
    guard goesOn(before) else { return isBeginning(mark) }
    let isSameType = (before - 1) / NameMark.allCases.count == (mark - 1) / NameMark.allCases.count
    return mark != NameFinder.outside && !isBeginning(mark) && isSameType
  }
}
