import EntenteKnowledge
import EntenteModel

/// An office that the document gives to a person, in the words by which it is taken up again.
struct KnownOffice: Hashable, Sendable {
  let person: EntityID
  /// The content words of the title, in any order: "undersecretary of defense" is also "defense undersecretary".
  let words: Set<String>
  /// Whose office it is, if known.
  let body: EntityID?
}

/// Finds offices that stand for their holder: "the secretary-general", "the U.S. president".
///
/// Only an office that the document gives to exactly one person is resolved.
struct OfficeMentionFinder {
  let vocabulary: Vocabulary
  let offices: [KnownOffice]

  private static let fillers: Set<String> = ["of", "for", "the", "and"]

  static func contentWords(_ folded: some Sequence<String>) -> Set<String> {
    Set(folded.flatMap { $0.split(separator: " ").map(String.init) }).subtracting(fillers)
  }

  struct Found {
    let draft: MentionDraft
    let person: EntityID
  }

  func mentions(in line: Line, besides settled: DocumentMentions) -> [Found] {
    let reader = OfficePhraseReader(vocabulary, settled)
    let persons = settled.byLine[line.index].filter { settled.entities[$0.entity]?.type == .person }
    var found: [Found] = []
    var place = 0
    while place < line.words.count {
      guard let phrase = phrase(at: place, in: line, reader), let person = holder(of: phrase, in: line),
        !persons.contains(where: { isBeside($0.draft, phrase, in: line) })
      else {
        place += 1
        continue
      }
      let draft = MentionDraft(
        line: line.index, words: phrase.words, referent: .group(line.text(phrase.words)), form: .office,
        rule: "mention:office")
      found.append(Found(draft: draft, person: person))
      place = phrase.words.upperBound
    }
    return found
  }

  /// An office phrase that begins with "the" or with whose office it is.
  private func phrase(at place: Int, in line: Line, _ reader: OfficePhraseReader) -> OfficePhrase? {
    let isDefinite = line.lower(place) == "the"
    let startsWithOwner =
      reader.mentions.mention(startingAt: place, line: line.index) != nil
      && line.lower(place - 1) != "the"
    guard isDefinite || startsWithOwner, let phrase = reader.phrase(at: place, in: line) else { return nil }
    guard phrase.use.title.kind == .office, !phrase.use.isFormer, startsWithOwner ? phrase.body != nil : true else {
      return nil
    }
    // A plural, or a compound that goes on, is no single holder.
    if phrase.title.upperBound < line.words.count, line.words[phrase.title.upperBound].isNoun { return nil }
    return phrase
  }

  private func holder(of phrase: OfficePhrase, in line: Line) -> EntityID? {
    let start = phrase.body.map { $0.draft.words.upperBound } ?? phrase.words.lowerBound + 1
    let from = start < phrase.title.lowerBound ? start : phrase.title.lowerBound
    let words = Self.contentWords(line.folded[from..<phrase.title.upperBound].filter { !$0.isEmpty && $0 != "s" })
    let holders = offices.filter { office in
      office.words == words && (phrase.body == nil || office.body == phrase.body?.entity)
    }
    let persons = Set(holders.map(\.person))
    return persons.count == 1 ? persons.first : nil
  }

  /// Whether the phrase is the title or apposition of a person named right there.
  private func isBeside(_ person: MentionDraft, _ phrase: OfficePhrase, in line: Line) -> Bool {
    let gapBefore = phrase.words.lowerBound - person.words.upperBound
    let gapAfter = person.words.lowerBound - phrase.words.upperBound
    if gapAfter == 0 || gapBefore == 0 { return true }
    if gapAfter == 1 { return line.lower(phrase.words.upperBound) == "," }
    if gapBefore == 1 { return line.lower(person.words.upperBound) == "," }
    return phrase.words.overlaps(person.words)
  }
}
