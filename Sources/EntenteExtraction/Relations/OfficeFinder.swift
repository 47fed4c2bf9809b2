import EntenteKnowledge
import EntenteModel

/// A person and the office that the words give them.
struct OfficeStatement: Sendable {
  let person: ResolvedMention
  let phrase: OfficePhrase
  let line: Int
  /// The words from the person to the office.
  let words: Range<Int>
  let rule: String
}

/// Finds who holds which office: before a name, beside it between commas, or said with "is", "became", "served as".
struct OfficeFinder {
  let vocabulary: Vocabulary
  let mentions: DocumentMentions
  private let reader: OfficePhraseReader

  private static let copulas: Set<String> = ["is", "was", "became", "remains"]

  init(_ vocabulary: Vocabulary, _ mentions: DocumentMentions) {
    self.vocabulary = vocabulary
    self.mentions = mentions
    reader = OfficePhraseReader(vocabulary, mentions)
  }

  func statements(in line: Line) -> [OfficeStatement] {
    mentions.byLine[line.index].filter { mentions.entities[$0.entity]?.type == .person }
      .flatMap { statements(of: $0, in: line) }
  }

  private func statements(of person: ResolvedMention, in line: Line) -> [OfficeStatement] {
    var found: [OfficeStatement] = []
    let words = person.draft.words
    func add(_ phrase: OfficePhrase, _ rule: String) {
      let all = min(phrase.words.lowerBound, words.lowerBound)..<max(phrase.words.upperBound, words.upperBound)
      found.append(OfficeStatement(person: person, phrase: phrase, line: line.index, words: all, rule: rule))
    }
    if let title = person.draft.title, title.title.kind != .courtesy {
      add(reader.phrase(of: title, in: line), "office:before-name")
    } else if line.lower(words.lowerBound - 1) == ",", let phrase = precedingApposition(of: person, in: line) {
      add(phrase, "office:apposition-before")
    }
    if line.lower(words.upperBound) == ",", let phrase = followingApposition(of: person, in: line) {
      add(phrase, "office:apposition-after")
    }
    if let phrase = predicate(of: person, in: line) { add(phrase, "office:predicate") }
    return found
  }

  /// "Elbridge Colby, U.S. undersecretary of defense,": no other name may stand between.
  private func followingApposition(of person: ResolvedMention, in line: Line) -> OfficePhrase? {
    let start = person.draft.words.upperBound + 1
    guard start < line.words.count, let phrase = reader.phrase(at: start, in: line) else { return nil }
    // "Rutte, Prime Minister Mark Carney and …": the title belongs to the next name.
    let next = mentions.mention(startingAt: phrase.use.words.upperBound, line: line.index)
    if let next, mentions.entities[next.entity]?.type == .person { return nil }
    return phrase
  }

  /// "the alliance's secretary-general, Mark Rutte,".
  private func precedingApposition(of person: ResolvedMention, in line: Line) -> OfficePhrase? {
    let comma = person.draft.words.lowerBound - 1
    for start in stride(from: comma - 1, through: max(0, comma - 10), by: -1) {
      if line.words[start].isMark && !line.words[start].isHyphen && !line.words[start].isPossessiveMark { return nil }
      let isEdge = start == 0 || !line.words[start - 1].isCapitalised && !line.words[start - 1].isHyphen
      guard isEdge, let phrase = reader.phrase(at: start, in: line), phrase.words.upperBound == comma else { continue }
      let previous = start > 0 ? line.lower(start) : ""
      if ["the", "a", "an", "its", "their"].contains(previous) || phrase.body != nil { return phrase }
    }
    return nil
  }

  /// "Rutte is the secretary-general of NATO", "who has also served as special adviser to …".
  private func predicate(of person: ResolvedMention, in line: Line) -> OfficePhrase? {
    var place = person.draft.words.upperBound
    if line.lower(place) == "," { place += 1 }
    if line.lower(place) == "who" { place += 1 }
    var isPredicate = false
    for _ in 0..<5 where place < line.words.count {
      let word = line.lower(place)
      if Self.copulas.contains(word) {
        isPredicate = true
        place += 1
        continue
      }
      if ["served", "serves", "serving", "works", "worked"].contains(word), line.lower(place + 1) == "as" {
        isPredicate = true
        place += 2
        continue
      }
      guard ["has", "had", "also", "now", "currently", "previously", "once"].contains(word) else { break }
      place += 1
    }
    guard isPredicate, place < line.words.count, !vocabulary.negations.contains(line.lower(place)) else { return nil }
    guard let phrase = reader.phrase(at: place, in: line) else { return nil }
    // Only where the title follows at once: "is a problem for the president" says nothing of an office.
    return phrase.use.words.lowerBound - place <= 6 ? phrase : nil
  }
}
