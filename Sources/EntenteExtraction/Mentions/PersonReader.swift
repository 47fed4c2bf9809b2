import EntenteKnowledge
import EntenteModel

/// Finds personal names among capitalised words, and only where something says that they are some.
struct PersonReader {
  let vocabulary: Vocabulary
  let titles: TitleReader

  private static let particles: Set<String> = [
    "de", "del", "della", "da", "dos", "du", "di", "la", "van", "von", "der", "den", "ter", "bin", "ibn", "al", "el",
    "ben", "abu", "y", "e", "zu", "af", "bint", "ul", "ud", "mc",
  ]
  private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
  private static let longest = 5
  private static let media: Set<String> = [
    "paper", "newspaper", "daily", "weekly", "magazine", "website", "site", "channel", "station", "broadcaster",
    "outlet",
  ]
  /// What bears names like those of persons.
  private static let namedThings: Set<String> = [
    "ship", "vessel", "tanker", "frigate", "destroyer", "trawler", "freighter", "ferry", "film", "novel", "book",
    "song",
    "album", "horse", "storm", "hurricane", "typhoon",
  ]

  /// The words of a name from `start` as far as capitals, particles and initials go.
  ///
  /// - Parameter isTitled: whether a title stands before, so that a surname may open with its particle: "Ms. von der
  ///   Leyen".
  func nameRun(from start: Int, in line: Line, isTitled: Bool = false) -> Range<Int> {
    var end = start
    var count = 0
    while end < line.words.count, count < Self.longest {
      let word = line.words[end]
      if word.isCapitalised, !word.isMark, isNameWord(word) {
        end += 1
        count += 1
      } else if end > start, word.isHyphen, end + 1 < line.words.count, !line.words[end + 1].isMark {
        end += 1
        // The part after the hyphen belongs to the word before it, in capitals or not: "Ban Ki-moon".
        if !line.words[end].isCapitalised { end += 1 }
      } else if isParticle(at: end, in: line), end > start || isTitled {
        end += 1
      } else if end > start, word.form == ".", line.words[end - 1].form.unicodeScalars.count == 1 {
        end += 1
      } else {
        break
      }
    }
    if end < line.words.count, Self.suffixes.contains(line.words[end].lower) { end += 1 }
    while end > start, line.words[end - 1].isHyphen || line.words[end - 1].form == "." { end -= 1 }
    return start..<end
  }

  private func isNameWord(_ word: Word) -> Bool {
    !vocabulary.notInPersons.contains(word.lower) && !vocabulary.calendarWords.contains(word.lower)
      && !vocabulary.organizationHeads.contains(word.lower)
      && (!word.isAllCapitals || word.form.unicodeScalars.count > 5)
  }

  private func isParticle(at place: Int, in line: Line) -> Bool {
    guard line.words.indices.contains(place), Self.particles.contains(line.words[place].lower) else { return false }
    for next in (place + 1)..<min(place + 4, line.words.count) {
      let word = line.words[next]
      if word.isCapitalised { return true }
      if !Self.particles.contains(word.lower) && !word.isHyphen { return false }
    }
    return false
  }

  /// Whether a run without a title is a person's name.
  func isName(_ run: Range<Int>, in line: Line) -> Bool {
    guard line.wordCount(run) >= 2, !isBody(before: run.lowerBound, in: line) else { return false }
    if run.lowerBound > 0, Self.namedThings.contains(line.words[run.lowerBound - 1].form) { return false }
    if vocabulary.givenNames.contains(line.folded[run.lowerBound]) { return true }
    if line.entity(at: run.lowerBound, type: "PER") == run { return true }
    return isExplained(run, in: line)
  }

  /// Whether the word before a name says that it is a body's: "the group Monte Vivo".
  func isBody(before start: Int, in line: Line) -> Bool {
    guard start > 0, !line.words[start - 1].isCapitalised else { return false }
    let word = line.lower(start - 1)
    return vocabulary.organizationHeads.contains(word) || Self.media.contains(word)
  }

  /// "Elbridge Colby, undersecretary of defense", "Jane Roe, who", "said Jane Roe": what stands beside the name
  /// is said of human beings only.
  private func isExplained(_ run: Range<Int>, in line: Line) -> Bool {
    let next = line.lower(run.upperBound)
    if next == "," {
      let after = run.upperBound + 1
      if line.lower(after) == "who" { return true }
      for place in after..<min(after + 6, line.words.count) {
        let word = line.words[place]
        if word.isMark && !word.isHyphen { break }
        if let use = titles.title(at: place, in: line), use.title.kind != .courtesy { return true }
      }
    }
    if line.words.indices.contains(run.upperBound), isSpeech(line.words[run.upperBound]) { return true }
    return run.lowerBound > 0 && isSpeech(line.words[run.lowerBound - 1])
  }

  private func isSpeech(_ word: Word) -> Bool {
    word.lower == "said" || word.lower == "says" || word.lower == "added" || word.lower == "adds"
      || word.lower == "told"
  }
}
