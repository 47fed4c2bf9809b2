/// Tags the words of a sentence from left to right, each time with the best-scored tag (averaged
/// perceptron, Collins 2002).
struct Tagger {
  private(set) var tags: [UInt8] = []
  private var keys: [UInt64] = []
  private var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)

  /// Fills `tags` for a sentence.
  ///
  /// - Parameter score: sets the scores of all classes for features.
  mutating func tag(
    _ sentence: LexicalSentence, classCount: Int, score: ([UInt64], inout [Int32]) -> Void
  ) {
    tags.removeAll(keepingCapacity: true)
    for place in sentence.words.indices {
      TaggerFeatures.extract(sentence.words, at: place, tags: tags, into: &keys)
      score(keys, &scores)
      tags.append(UInt8(truncatingIfNeeded: Self.best(scores, classCount)))
    }
  }

  /// The class with the highest score; of several the lowest.
  static func best(_ scores: [Int32], _ classCount: Int) -> Int {
    var best = 0
    for place in 1..<max(classCount, 1) where scores[place] > scores[best] { best = place }
    return best
  }
}
