/// The features of sentences as text, from which programs of other languages train a network.
///
/// A line a word, its parts parted by tabs; an empty line ends a sentence. Features are hashes, so that a network sees
/// the same numbers in training as it does at work.
package enum NetworkFeatures {
  /// The features of a treebank: its features, then the tag, the tag of the Penn Treebank, the head and the
  /// relation.
  ///
  /// - Parameter seed: where given, copies of some sentences as headlines are added.
  package static func lines(of treebank: [TreebankSentence], augmentedBy seed: UInt64? = nil) -> String {
    var sentences = treebank
    if let seed {
      var augmentation = Augmentation(seed: seed)
      sentences = augmentation.apply(to: treebank)
    }
    var lexical = LexicalSentence()
    var text = ""
    for sentence in sentences {
      lexical.read(
        count: sentence.words.count, word: { sentence.words[$0].form }, isSpaced: { sentence.isSpaced($0) })
      for (features, word) in zip(lexical.words, sentence.words) {
        text += (0..<columnCount).map { String(column($0, of: features)) }.joined(separator: "\t")
        text += "\t\(word.upos)\t\(word.xpos)\t\(word.head)\t\(word.deprel)\n"
      }
      text += "\n"
    }
    return text
  }

  /// How many features a word has by itself; behind them stand those of the kinds of phrases.
  static let columnCount = 8

  /// A feature of a word, in the order in which the network takes them.
  static func column(_ number: Int, of word: LexicalSentence.Word) -> UInt32 {
    switch number {
    case 0: word.word
    case 1: word.shape
    case 2: word.prefixes.0
    case 3: word.prefixes.1
    case 4: word.suffixes.0
    case 5: word.suffixes.1
    case 6: word.suffixes.2
    case 7: word.suffixes.3
    default: UInt32(word.phrases >> UInt16(2 * (number - columnCount)) & 3)
    }
  }
}
