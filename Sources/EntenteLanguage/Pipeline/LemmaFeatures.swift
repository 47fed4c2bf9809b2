/// The features of a word for the lemmatizer: its end, its tag, and the word as a whole.
enum LemmaFeatures {
  /// Fills `keys` for a word with its tag.
  static func extract(_ word: LexicalSentence.Word, tag: UInt8, into keys: inout [UInt64]) {
    let tag = UInt32(tag)
    keys.removeAll(keepingCapacity: true)
    keys.append(FeatureKey.make(0, tag))
    keys.append(FeatureKey.make(1, tag, word.word))
    keys.append(FeatureKey.make(2, word.word))
    keys.append(FeatureKey.make(3, tag, word.suffixes.0))
    keys.append(FeatureKey.make(4, tag, word.suffixes.1))
    keys.append(FeatureKey.make(5, tag, word.suffixes.2))
    keys.append(FeatureKey.make(6, tag, word.suffixes.3))
    keys.append(FeatureKey.make(7, tag, word.suffixes.4))
    keys.append(FeatureKey.make(8, tag, word.skeleton))
    keys.append(FeatureKey.make(9, tag, word.skeleton, word.suffixes.2))
    keys.append(FeatureKey.make(10, tag, word.skeleton, word.suffixes.3))
    keys.append(FeatureKey.make(11, tag, word.length))
    keys.append(FeatureKey.make(12, tag, word.length, word.suffixes.2))
    keys.append(FeatureKey.make(13, tag, word.length, word.suffixes.1))
    keys.append(FeatureKey.make(14, tag, word.shape))
  }
}
