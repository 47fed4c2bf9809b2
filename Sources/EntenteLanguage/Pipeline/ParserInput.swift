/// The words of a sentence as the parser sees them, by node: 0 is the root, and one more node than
/// there are words stands for none.
struct ParserInput {
  private(set) var words: [UInt32] = []
  private(set) var tags: [UInt32] = []
  private(set) var classes: [UInt32] = []

  /// Takes up a tagged sentence.
  ///
  /// - Parameter classes: for each tag a number for its universal part of speech.
  mutating func read(_ sentence: LexicalSentence, tags tagged: [UInt8], classes upos: [UInt8]) {
    words.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    append(word: 2, tag: 254, class: 254)
    for (place, word) in sentence.words.enumerated() {
      append(word: word.word, tag: UInt32(tagged[place]), class: UInt32(upos[Int(tagged[place])]))
    }
    append(word: 0, tag: 255, class: 255)
  }

  private mutating func append(word: UInt32, tag: UInt32, class upos: UInt32) {
    words.append(word)
    tags.append(tag)
    classes.append(upos)
  }
}
