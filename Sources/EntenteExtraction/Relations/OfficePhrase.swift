import EntenteKnowledge
import EntenteModel

/// A title with the words around it that say which and whose: "U.S. undersecretary of defense for policy",
/// "a professor at Johns Hopkins University", "NATO's secretary-general".
struct OfficePhrase: Sendable {
  /// The title and what belongs to it, without whose it is: "undersecretary of defense for policy".
  let title: Range<Int>
  /// What is known of the title.
  let use: TitleUse
  /// Whose the title is: a country, body or place.
  let body: ResolvedMention?
  /// All words from the first to the last that were read.
  let words: Range<Int>
}

/// Reads office phrases in lines whose names are settled.
struct OfficePhraseReader {
  let mentions: DocumentMentions
  private let titles: TitleReader

  private static let openers: Set<String> = [
    "a", "an", "the", "his", "her", "its", "their", "then", "now", "new", "current", "acting", "outgoing", "incoming",
    "former", "ex", "late", "longtime", "veteran", "interim", "newly", "appointed", "top", "senior", "two", "three",
  ]
  private static let bodyPrepositions: Set<String> = ["of", "for", "at", "with", "to", "in"]
  private static let mostModifiers = 3

  init(_ vocabulary: Vocabulary, _ mentions: DocumentMentions) {
    self.mentions = mentions
    titles = TitleReader(vocabulary: vocabulary)
  }

  /// The phrase that begins at `start`, if a title stands in it.
  func phrase(at start: Int, in line: Line) -> OfficePhrase? {
    var place = skipOpeners(from: start, in: line)
    var body: ResolvedMention?
    if let owner = owner(at: place, in: line) {
      body = owner
      place = owner.draft.words.upperBound
      if line.hasPossessiveMark(at: place) { place += 1 }
      place = skipOpeners(from: place, in: line)
    }
    for skipped in 0...Self.mostModifiers where place + skipped < line.words.count {
      let at = place + skipped
      if let use = titles.title(at: at, in: line), use.title.kind != .courtesy {
        return phrase(from: start, use, ownedBy: body, in: line)
      }
      let word = line.words[at]
      if word.isMark && !word.isHyphen { return nil }
      if mentions.mention(at: at, line: line.index) != nil || word.isVerb && word.tag != "VBG" && word.tag != "VBN" {
        return nil
      }
    }
    return nil
  }

  /// The phrase of a title that is found already, as before a name.
  func phrase(of use: TitleUse, in line: Line) -> OfficePhrase {
    var start = use.words.lowerBound
    while start > 0, Self.openers.contains(line.lower(start - 1)) || line.words[start - 1].isHyphen { start -= 1 }
    var body: ResolvedMention?
    if start > 0 {
      if let owner = mentions.mention(endingAt: line.ownerEnd(before: start), line: line.index), isBody(owner) {
        body = owner
        start = owner.draft.words.lowerBound
      }
    }
    return phrase(from: start, use, ownedBy: body, in: line)
  }

  private func phrase(from start: Int, _ use: TitleUse, ownedBy owner: ResolvedMention?, in line: Line) -> OfficePhrase
  {
    var end = use.words.upperBound
    var body = owner
    // "of defense", "for policy": common nouns say which office, names whose it is.
    while ["of", "for"].contains(line.lower(end)), let tail = commonTail(from: end + 1, in: line) { end = tail }
    let title = use.words.lowerBound..<end
    if body == nil, Self.bodyPrepositions.contains(line.lower(end)) {
      let place = skipOpeners(from: end + 1, in: line)
      if let found = mentions.mention(startingAt: place, line: line.index), isBody(found) {
        body = found
        end = found.draft.words.upperBound
      }
    }
    return OfficePhrase(title: title, use: use, body: body, words: start..<max(end, title.upperBound))
  }

  private func owner(at place: Int, in line: Line) -> ResolvedMention? {
    guard let mention = mentions.mention(startingAt: place, line: line.index), isBody(mention) else { return nil }
    return mention
  }

  private func isBody(_ mention: ResolvedMention) -> Bool {
    switch mentions.entities[mention.entity]?.type {
    case .country, .organization, .place: true
    default: false
    }
  }

  private func skipOpeners(from start: Int, in line: Line) -> Int {
    var place = start
    while Self.openers.contains(line.lower(place)) || place > start && line.lower(place) == "-" { place += 1 }
    return place
  }

  /// The end of one to three common nouns that name a field of duty.
  private func commonTail(from start: Int, in line: Line) -> Int? {
    var place = start
    while place < line.words.count, place - start < 3 {
      let word = line.words[place]
      guard !word.isMark, !word.isCapitalised, word.tag.hasPrefix("NN") || word.tag.hasPrefix("JJ") else { break }
      place += 1
    }
    guard place > start, line.words[place - 1].isNoun else { return nil }
    return place
  }
}
