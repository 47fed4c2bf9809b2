/// Finds where sentences end by weights that were learned from treebanks (averaged perceptron, Collins 2002).
///
/// Gap after gap from left to right it weighs what the rules say together with the words and marks on both sides, so
/// that signatures, headings and lists end sentences though no mark closes them.
struct LearnedDivider: Sendable {
  /// The class of the one number that a feature has: how much it speaks for an end.
  static let classCount = 1

  private let table: WeightTable

  /// The divider in a section of a model.
  ///
  /// - Throws: `damaged` where the section is no table of one class.
  init(in bytes: RawSpan, section: Range<Int>) throws(ModelError) {
    table = try WeightTable(in: bytes, section: section)
    guard table.classCount == Self.classCount else {
      throw ModelError(
        .damaged, "the language model divides sentences by \(table.classCount) classes where it has one; build it again"
      )
    }
  }

  /// The sentences as stretches of tokens, in order and without gaps.
  ///
  /// - Complexity: O(*n*) in the tokens.
  func sentences(_ scalars: [Unicode.Scalar], _ tokens: [Range<Int>], _ bytes: RawSpan) -> [Range<Int>] {
    let byRule = SentenceSplitter(scalars: scalars, tokens: tokens).sentences()
    if tokens.count < 2 { return byRule }
    let gaps = SentenceGaps(scalars, tokens, dividedByRule: byRule)
    var sentences: [Range<Int>] = []
    var keys: [UInt64] = []
    var scores: [Int32] = [0]
    var start = 0
    for place in 0..<tokens.count - 1 where gaps.isOpen(place, from: start) {
      gaps.extract(place, from: start, into: &keys)
      table.score(keys, in: bytes, into: &scores)
      if scores[0] > 0 {
        sentences.append(start..<place + 1)
        start = place + 1
      }
    }
    sentences.append(start..<tokens.count)
    return sentences
  }
}
