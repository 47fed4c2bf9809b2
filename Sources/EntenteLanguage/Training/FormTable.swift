/// Reads lists of inflected forms, from which the lemmatizer learns what a treebank does not show.
///
/// A row of five cells is a verb: lemma, third person, past, past participle, -ing form. A row of two
/// is a noun: lemma, plural. Cells are parted by tabs; `#` begins a remark.
package enum FormTable {
  /// The words of a list, each with its tag and lemma.
  ///
  /// - Throws: `TreebankReader.Failure` with the line.
  package static func words(
    in text: String, file: String
  ) throws(TreebankReader.Failure) -> [TreebankSentence.Word] {
    var words: [TreebankSentence.Word] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t").map(String.init)
      let tags: [String]
      switch cells.count {
      case 5: tags = ["VB", "VBZ", "VBD", "VBN", "VBG"]
      case 2: tags = ["NN", "NNS"]
      default:
        throw TreebankReader.Failure(
          file: file, line: place + 1, message: "\(cells.count) cells where a verb has 5 and a noun 2")
      }
      for (form, tag) in zip(cells, tags) {
        words.append(word(form, lemma: cells[0], upos: cells.count == 5 ? "VERB" : "NOUN", xpos: tag))
      }
    }
    return words
  }

  private static func word(_ form: String, lemma: String, upos: String, xpos: String) -> TreebankSentence.Word {
    TreebankSentence.Word(
      form: form, lemma: lemma, upos: upos, xpos: xpos, head: 0, deprel: "root", isFollowedBySpace: true)
  }
}
