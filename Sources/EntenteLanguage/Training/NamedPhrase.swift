import EntenteModel

/// A phrase that a finder of names knows: a name, a part of one, or what stands beside one.
package struct NamedPhrase: Hashable, Sendable {
  /// What a phrase is; the order is part of the model.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case place
    case body
    case nationality
    case given
    case surname
    case title
  }

  package var kind: Kind
  package var words: [String]

  package init(kind: Kind, words: [String]) { (self.kind, self.words) = (kind, words) }

  /// The phrases of a list: on each line a kind and a phrase, parted by a tab; `#` begins a remark.
  ///
  /// - Throws: `TreebankReader.Failure` with the line.
  package static func list(_ text: String, file: String) throws(TreebankReader.Failure) -> [NamedPhrase] {
    let annotator = RuleAnnotator()
    var phrases: [NamedPhrase] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 2, let kind = Kind(rawValue: String(cells[0])) else {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw TreebankReader.Failure(
          file: file, line: place + 1, message: "not a kind (\(kinds)) and a phrase, parted by a tab")
      }
      let phrase = IndexedText(String(cells[1]))
      let words = annotator.annotate(phrase, paragraph: TextSpan(start: 0, end: phrase.scalarCount)).flatMap(\.tokens)
        .map(\.form)
      if !words.isEmpty { phrases.append(NamedPhrase(kind: kind, words: words)) }
    }
    return phrases
  }

  /// The section of a model that holds phrases, in the layout of ``PhraseTable``.
  static func section(of phrases: [NamedPhrase]) -> [UInt8] {
    var lexical = LexicalSentence()
    var flags: [UInt32: UInt8] = [:]
    for phrase in phrases where (1...PhraseTable.longest).contains(phrase.words.count) {
      let kind = UInt8(Kind.allCases.firstIndex(of: phrase.kind) ?? 0)
      var hash = PhraseHash()
      lexical.read(count: phrase.words.count, word: { phrase.words[$0] }, isSpaced: { _ in true })
      for (place, word) in lexical.words.enumerated() {
        hash.add(word.word)
        flags[hash.value, default: 0] |= place + 1 == phrase.words.count ? 1 << kind : PhraseTable.goesOn
      }
    }
    let hashes = flags.keys.sorted()
    var bytes: [UInt8] = []
    ModelWriter.append(UInt32(hashes.count), to: &bytes)
    for hash in hashes { ModelWriter.append(hash, to: &bytes) }
    bytes += hashes.map { flags[$0] ?? 0 }
    return bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }
}
