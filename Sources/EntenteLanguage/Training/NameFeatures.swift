/// The features of sentences with names as text, from which a finder of names is trained.
package enum NameFeatures {
  /// The features of a corpus, a line a word: those of ``NetworkFeatures``, the marks of phrases, and the tag.
  ///
  /// - Parameters:
  ///   - corpus: on each line a word and its tag, parted by a tab; an empty line ends a sentence.
  ///   - phrases: what the finder will know.
  /// - Throws: `TreebankReader.Failure` with the line that has no tag.
  package static func lines(
    of corpus: String, file: String, phrases: [NamedPhrase]
  ) throws(TreebankReader.Failure) -> String {
    let section = ModelBytes(NamedPhrase.section(of: phrases))
    let table = section.withBytes { try? PhraseTable(in: $0, section: 0..<$0.byteCount) }
    var (lexical, text) = (LexicalSentence(), "")
    var words: [(form: Substring, tag: Substring)] = []
    func close() {
      lexical.read(count: words.count, word: { String(words[$0].form) }, isSpaced: { _ in true })
      if let table { section.withBytes { lexical.mark(by: table, $0) } }
      let columns = NetworkFeatures.columnCount + PhraseTable.kindCount
      for (features, word) in zip(lexical.words, words) {
        text += (0..<columns).map { String(NetworkFeatures.column($0, of: features)) }.joined(separator: "\t")
        text += "\t\(word.tag)\n"
      }
      if !words.isEmpty { text += "\n" }
      words.removeAll(keepingCapacity: true)
    }
    for (place, line) in corpus.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.isEmpty {
        close()
      } else if cells.count == 2 {
        words.append((cells[0], cells[1]))
      } else {
        throw TreebankReader.Failure(file: file, line: place + 1, message: "not a word and a tag, parted by a tab")
      }
    }
    close()
    return text
  }
}
