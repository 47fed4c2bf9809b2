/// The features of a word for the tagger: itself, its neighbours and the tags before it.
enum TaggerFeatures {
  /// Stands for the tag of a word before the sentence.
  static let noTag: UInt32 = 255

  /// Fills `keys` for the word at `place`.
  ///
  /// - Precondition: `tags` holds the tags of all words before `place`.
  static func extract(_ words: [LexicalSentence.Word], at place: Int, tags: [UInt8], into keys: inout [UInt64]) {
    let none = LexicalSentence.Word()
    let word = words[place]
    let before = place > 0 ? words[place - 1] : none
    let before2 = place > 1 ? words[place - 2] : none
    let after = place + 1 < words.count ? words[place + 1] : none
    let after2 = place + 2 < words.count ? words[place + 2] : none
    let tag1 = place > 0 ? UInt32(tags[place - 1]) : noTag
    let tag2 = place > 1 ? UInt32(tags[place - 2]) : noTag

    keys.removeAll(keepingCapacity: true)
    keys.append(FeatureKey.make(0, 0))
    addForm(word, into: &keys)
    keys.append(FeatureKey.make(20, tag1))
    keys.append(FeatureKey.make(21, tag1, tag2))
    keys.append(FeatureKey.make(22, tag1, word.word))
    keys.append(FeatureKey.make(23, tag1, tag2, word.word))
    keys.append(FeatureKey.make(24, tag1, word.suffixes.2))
    keys.append(FeatureKey.make(25, tag1, word.shape))
    keys.append(FeatureKey.make(26, tag2, word.word))
    keys.append(FeatureKey.make(27, tag1, after.word))
    keys.append(FeatureKey.make(28, tag1, after.suffixes.2))
    keys.append(FeatureKey.make(29, tag1, word.suffixes.2, after.suffixes.2))

    keys.append(FeatureKey.make(30, before.word))
    keys.append(FeatureKey.make(31, before.word, word.word))
    keys.append(FeatureKey.make(32, before.suffixes.2))
    keys.append(FeatureKey.make(33, before.shape))
    keys.append(FeatureKey.make(34, before2.word))
    keys.append(FeatureKey.make(35, before2.word, before.word))
    keys.append(FeatureKey.make(36, before.word, after.word))
    keys.append(FeatureKey.make(37, before.suffixes.2, word.suffixes.2))
    keys.append(FeatureKey.make(38, before.word, word.suffixes.2))

    keys.append(FeatureKey.make(40, after.word))
    keys.append(FeatureKey.make(41, after.word, word.word))
    keys.append(FeatureKey.make(42, after.suffixes.2))
    keys.append(FeatureKey.make(43, after.shape))
    keys.append(FeatureKey.make(44, after.prefixes.1, word.suffixes.1))
    keys.append(FeatureKey.make(45, after2.word))
    keys.append(FeatureKey.make(46, after.word, after2.word))
    keys.append(FeatureKey.make(47, after.suffixes.1, word.word))
    keys.append(FeatureKey.make(48, after.word, word.suffixes.2))
    keys.append(FeatureKey.make(49, after2.suffixes.2))
    keys.append(FeatureKey.make(50, after.shape, word.shape))
    keys.append(FeatureKey.make(51, after.suffixes.1, after2.suffixes.1))
  }

  private static func addForm(_ word: LexicalSentence.Word, into keys: inout [UInt64]) {
    keys.append(FeatureKey.make(1, word.word))
    keys.append(FeatureKey.make(2, word.word, word.shape))
    keys.append(FeatureKey.make(3, word.shape))
    keys.append(FeatureKey.make(4, word.prefixes.0))
    keys.append(FeatureKey.make(5, word.prefixes.1))
    keys.append(FeatureKey.make(6, word.prefixes.2))
    keys.append(FeatureKey.make(7, word.suffixes.0))
    keys.append(FeatureKey.make(8, word.suffixes.1))
    keys.append(FeatureKey.make(9, word.suffixes.2))
    keys.append(FeatureKey.make(10, word.suffixes.3))
    keys.append(FeatureKey.make(11, word.suffixes.4))
    keys.append(FeatureKey.make(12, word.suffixes.1, word.shape))
    keys.append(FeatureKey.make(13, word.suffixes.2, word.shape))
    keys.append(FeatureKey.make(14, word.length, word.shape))
  }
}
