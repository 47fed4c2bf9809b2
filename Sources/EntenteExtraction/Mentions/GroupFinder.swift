import EntenteKnowledge
import EntenteModel

/// Finds collectives and governments by the noun at their head: "NATO officials", "Russian forces",
/// "the Trump administration", "security analysts".
struct GroupFinder {
  let vocabulary: Vocabulary

  /// Adds the collectives of a line to the names found in it.
  ///
  /// A name inside a collective stays a mention of its own.
  func groups(in line: Line, besides names: [MentionDraft]) -> [MentionDraft] {
    let claimed = names.claimedWords
    return line.words.indices.compactMap { place in
      claimed.contains(place) ? nil : group(endingAt: place, in: line, names)
    }
  }

  private func group(endingAt head: Int, in line: Line, _ names: [MentionDraft]) -> MentionDraft? {
    let word = line.words[head]
    guard !word.isMark, word.tag.isEmpty || word.isNoun || isNounBeforeVerb(head, in: line, names) else { return nil }
    let noun = Inflection.singular(of: word.lower)
    let isGovernment = vocabulary.governmentNouns.contains(noun)
    guard isGovernment || vocabulary.agentNouns.contains(noun) else { return nil }
    // The head of a compound goes on: "government building", "troop levels".
    if head + 1 < line.words.count, line.words[head + 1].isNoun, line.words[head + 1].head != head,
      line.words[head].head == head + 1 || line.words[head].relation == "compound"
    {
      return nil
    }
    if isBearer(head, in: line, names) { return nil }
    var start = head
    var owner: MentionDraft?
    while start > 0 {
      let before = start - 1
      // A name may itself end in the mark: "Lloyd's".
      let ends = [start, line.ownerEnd(before: start)]
      if let draft = names.last(where: { ends.contains($0.words.upperBound) }) {
        owner = draft
        start = draft.words.lowerBound
        break
      }
      guard isModifier(before, in: line) else { break }
      start = before
    }
    return draft(start..<head + 1, owner, isGovernment: isGovernment, in: line)
  }

  /// "Algeria's foreign minister, Farid Benhamouda": one human being, whose name stands beside.
  private func isBearer(_ head: Int, in line: Line, _ names: [MentionDraft]) -> Bool {
    guard line.words[head].tag == "NN" else { return false }
    return line.dependents(of: head, ["appos"]).contains { place in
      names.contains { $0.referent.isPerson && ($0.words.contains(place) || $0.title?.words.contains(place) == true) }
    }
  }

  /// "NATO allies meet": between a name and a verb stands a noun, whatever the tagger took it for.
  private func isNounBeforeVerb(_ place: Int, in line: Line, _ names: [MentionDraft]) -> Bool {
    guard place + 1 < line.words.count, names.contains(where: { $0.words.upperBound == place }) else { return false }
    return line.words[place + 1].isVerb || line.words[place + 1].tag == "MD"
  }

  private func draft(_ words: Range<Int>, _ owner: MentionDraft?, isGovernment: Bool, in line: Line) -> MentionDraft? {
    var words = words
    if let owner {
      // A person's own people are a government or nothing that has a name: "the Trump administration".
      if owner.referent.isPerson, !isGovernment || owner.words.upperBound != words.upperBound - 1 { return nil }
      let name = line.text(words)
      let referent: Referent = isGovernment ? .named(.organization, name) : .group(name)
      return MentionDraft(
        line: line.index, words: words, referent: referent, form: .description,
        rule: isGovernment ? "group:government" : "group:owned")
    }
    while words.count > 1, line.words[words.lowerBound].isHyphen { words = words.lowerBound + 1..<words.upperBound }
    // Without an owner only people that a modifier tells apart are spoken of, and in the plural.
    guard words.count > 1, !isGovernment, line.words[words.upperBound - 1].tag == "NNS" else { return nil }
    return MentionDraft(
      line: line.index, words: words, referent: .group(line.text(words)), form: .description, rule: "group:unowned")
  }

  private func isModifier(_ place: Int, in line: Line) -> Bool {
    let word = line.words[place]
    if word.isHyphen { return place > 0 && isModifier(place - 1, in: line) }
    guard !word.isMark, !word.isCapitalised else { return false }
    return vocabulary.groupModifiers.contains(word.lower)
  }
}
