import EntenteKnowledge
import EntenteModel

/// Finds people and bodies without a name who do, say or suffer something: "protesters clashed with police", "a court
/// convicted three activists", "officials said".
///
/// Only where they take part in something are they worth a place in the graph; within one document the same words mean
/// the same people.
struct ActingGroupFinder {
  let vocabulary: Vocabulary

  func groups(in line: Line, besides names: [MentionDraft]) -> [MentionDraft] {
    if line.isTitleCase { return [] }
    let claimed = names.claimedWords
    return line.words.indices.compactMap { place -> MentionDraft? in
      guard !claimed.contains(place), isPeople(place, in: line), takesPart(place, in: line),
        !isNamedBeside(place, in: line, claimed)
      else { return nil }
      let words = phrase(around: place, in: line, names, claimed)
      return MentionDraft(
        line: line.index, words: words, referent: .group(line.text(words)), form: .description, rule: Self.rule)
    }
  }

  static let rule = "group:acting"

  /// The noun that a collective's name is built on, in the singular.
  static func head(of draft: MentionDraft, in line: Line) -> String {
    Inflection.singular(of: line.lower(draft.root(in: line)))
  }

  /// "the ministers": those of whom the text has spoken.
  static func speaksOfKnown(_ draft: MentionDraft, in line: Line) -> Bool {
    draft.rule == rule && draft.words.count == 1 && line.lower(draft.words.lowerBound - 1) == "the"
  }

  private func isPeople(_ place: Int, in line: Line) -> Bool {
    let word = line.words[place]
    guard word.tag == "NN" || word.tag == "NNS" else { return false }
    let noun = Inflection.singular(of: word.lower)
    // "By force" is how, not who, and a "state of siege" no state; its citizens and troops are a state's own.
    if word.lower == "force" || word.lower == "state" || isOwn(noun, place, in: line) { return false }
    return vocabulary.agentNouns.contains(noun) || vocabulary.actingNouns.contains(noun)
  }

  private static let subjects: Set<String> = [
    "citizen", "national", "resident", "voter", "country", "nation", "troops", "troop", "force", "soldier", "army",
    "military",
    "police", "unit", "navy", "fleet", "personnel", "diplomat", "ambassador", "envoy", "crew", "battalion", "brigade",
  ]

  private func isOwn(_ noun: String, _ place: Int, in line: Line) -> Bool {
    Self.subjects.contains(noun) && line.dependents(of: place, ["nmod:poss"]).contains { line.words[$0].tag == "PRP$" }
  }

  /// "the group", "the government": somebody spoken of before or known to all, and nobody said who.
  private func isDefinite(_ place: Int, in line: Line) -> Bool {
    line.words[place].tag == "NN"
      && line.dependents(of: place, ["det", "nmod:poss"]).contains { line.lower($0) != "a" && line.lower($0) != "an" }
  }

  private func takesPart(_ place: Int, in line: Line) -> Bool {
    if isDefinite(place, in: line) { return false }
    var head = place
    for _ in 0..<4 where line.words[head].relation == "conj" { head = line.words[head].head }
    let word = line.words[head]
    guard word.head != head, line.words.indices.contains(word.head) else { return false }
    let governor = line.words[word.head]
    switch word.relation {
    case "nsubj", "nsubj:pass", "obj", "iobj", "obl:agent": return isKnown(governor)
    case "obl", "nmod": return line.preposition(of: head).map { Self.sides.contains($0) } == true && isKnown(governor)
    default: return false
    }
  }

  private static let sides: Set<String> = ["by", "against", "with", "to", "on", "from", "between"]

  private func isKnown(_ word: Word) -> Bool {
    word.isVerb
      ? !vocabulary.codebook.verbs(word.lower).isEmpty || vocabulary.carrierVerbs.contains(word.lemma)
        || vocabulary.speechVerbs.contains(word.lemma)
      : !vocabulary.codebook.rules(ofNoun: word.lower).isEmpty
  }

  /// A name in apposition says who it is, an owner's whose people they are.
  private func isNamedBeside(_ place: Int, in line: Line, _ claimed: Set<Int>) -> Bool {
    line.dependents(of: place, ["appos", "flat", "nmod:poss", "compound", "amod"]).contains { claimed.contains($0) }
  }

  /// The noun with the small words right before it that describe it, and the body that "of" names right behind it.
  private func phrase(
    around head: Int, in line: Line, _ names: [MentionDraft], _ claimed: Set<Int>
  ) -> Range<Int> {
    var start = head
    while start > 0 {
      let word = line.words[start - 1]
      let describes = word.head == head && (word.relation == "amod" || word.relation == "compound")
      guard describes, !word.isMark, !claimed.contains(start - 1),
        !word.isCapitalised || start == 1 && vocabulary.groupModifiers.contains(word.lower)
      else { break }
      start -= 1
    }
    guard line.lower(head + 1) == "of" else { return start..<head + 1 }
    let behind = line.lower(head + 2) == "the" ? head + 3 : head + 2
    let name = names.first { $0.words.lowerBound == behind && !$0.referent.isPerson }
    return start..<(name?.words.upperBound ?? head + 1)
  }
}
