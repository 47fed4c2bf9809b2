import EntenteModel

/// Reads initials that a document explains: "Prioritised Ukraine Requirements List (PURL)".
struct AcronymReader {
  /// What initials stand for, where the document says one thing only.
  private(set) var meanings: [String: Referent] = [:]

  init(_ lines: [Line], _ drafts: [MentionDraft]) {
    var found: [String: Set<Referent>] = [:]
    for draft in drafts {
      let words = lines[draft.line].words
      let open = draft.words.upperBound
      guard open + 2 < words.count, words[open].form == "(", words[open + 2].form == ")",
        Self.stands(words[open + 1].form, for: words[draft.words])
      else { continue }
      found[words[open + 1].form, default: []].insert(draft.referent)
    }
    for (acronym, referents) in found where referents.count == 1 { meanings[acronym] = referents.first }
  }

  /// Whether the letters of `acronym` begin words of a name, in order, and all its capitalised words are used.
  private static func stands(_ acronym: String, for words: ArraySlice<Word>) -> Bool {
    let letters = acronym.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.count >= 2, acronym.unicodeScalars.allSatisfy({ !$0.properties.isLowercase }) else { return false }
    var initials: [Unicode.Scalar] = []
    for word in words where word.isCapitalised {
      if let first = word.folded.unicodeScalars.first { initials.append(first) }
    }
    return initials.elementsEqual(letters)
  }

  /// The explained initials of a line that no name has yet.
  func acronyms(in line: Line, besides names: [MentionDraft]) -> [MentionDraft] {
    guard !meanings.isEmpty else { return [] }
    let claimed = names.claimedWords
    return line.words.indices.compactMap { place in
      guard !claimed.contains(place), let referent = meanings[line.words[place].form] else { return nil }
      return MentionDraft(
        line: line.index, words: place..<place + 1, referent: referent, form: .acronym, rule: "name:acronym")
    }
  }
}
