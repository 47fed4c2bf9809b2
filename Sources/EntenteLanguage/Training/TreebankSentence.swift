/// A sentence of a treebank, or one made from it.
package struct TreebankSentence: Hashable, Sendable {
  /// A word with its annotation.
  package struct Word: Hashable, Sendable {
    package var form: String
    package var lemma: String
    package var upos: String
    package var xpos: String
    /// The place of the head, from 1; 0 for the root.
    package var head: Int
    package var deprel: String
    package var isFollowedBySpace: Bool

    package init(
      form: String, lemma: String, upos: String, xpos: String, head: Int, deprel: String, isFollowedBySpace: Bool
    ) {
      self.form = form
      self.lemma = lemma
      self.upos = upos
      self.xpos = xpos
      self.head = head
      self.deprel = deprel
      self.isFollowedBySpace = isFollowedBySpace
    }
  }

  package var words: [Word]
  /// Whether a paragraph begins with it.
  package var startsParagraph: Bool

  package init(words: [Word], startsParagraph: Bool = false) {
    self.words = words
    self.startsParagraph = startsParagraph
  }

  /// Whether white space, or the end of the sentence, stands on both sides of a word.
  func isSpaced(_ place: Int) -> Bool {
    (place == 0 || words[place - 1].isFollowedBySpace) && (place + 1 == words.count || words[place].isFollowedBySpace)
  }
}
