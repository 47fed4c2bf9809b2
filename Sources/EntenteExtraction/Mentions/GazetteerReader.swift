import EntenteKnowledge
import EntenteModel

/// Finds entries of the gazetteer among the words of a line and decides whether they are meant.
struct GazetteerReader {
  let vocabulary: Vocabulary

  struct Match {
    var words: Range<Int>
    var candidate: Gazetteer.Candidate
    var entry: Gazetteer.Entry
  }

  private static let placePrepositions: Set<String> = [
    "in", "near", "to", "from", "at", "outside", "around", "through", "via", "toward", "towards", "into", "across",
  ]
  /// Below this many inhabitants a city is only believed where something beside its name speaks for it.
  private static let wellKnownPopulation = 100_000

  /// The longest name that begins at `start` and is believed.
  func match(at start: Int, in line: Line) -> Match? {
    guard let found = vocabulary.gazetteer.longestMatch(line.folded[start...]) else { return nil }
    var end = start + found.wordCount
    while end - 1 > start, line.folded[end - 1].isEmpty { end -= 1 }
    let words = start..<end
    for candidate in found.candidates {
      let entry = vocabulary.gazetteer.entry(candidate.entry)
      if isWritten(words, as: candidate, in: line), isSupported(words, candidate, entry, in: line) {
        return Match(words: words, candidate: candidate, entry: entry)
      }
    }
    return nil
  }

  private func isWritten(_ words: Range<Int>, as candidate: Gazetteer.Candidate, in line: Line) -> Bool {
    let text = line.text(words)
    if text == candidate.surface { return true }
    if candidate.isExactCase { return false }
    let named = words.filter { !line.words[$0].isMark }
    guard let first = named.first, let last = named.last else { return false }
    if line.words[first].isCapitalised && (line.words[last].isCapitalised || line.words[last].isNumber) { return true }
    // Where the name itself has small letters, the text may have them in the same places.
    return TextFolding.fold(text) == TextFolding.fold(candidate.surface)
      && text.unicodeScalars.count == candidate.surface.unicodeScalars.count
      && zip(text.unicodeScalars, candidate.surface.unicodeScalars).allSatisfy {
        $0.properties.isUppercase || !$1.properties.isUppercase
      }
  }

  private func isSupported(
    _ words: Range<Int>, _ candidate: Gazetteer.Candidate, _ entry: Gazetteer.Entry, in line: Line
  ) -> Bool {
    let isSmall = entry.kind == .city && entry.population < Self.wellKnownPopulation
    guard candidate.isAmbiguousWord || candidate.isPersonalName || isSmall else { return true }
    if words.count > 2, !isSmall { return true }
    if isFollowedByCountry(words, of: entry, in: line) { return true }
    if entry.type == .place || entry.type == .country, isPartOfLongerName(words, in: line) { return false }
    if line.isTitleCase || words.count == 1 && vocabulary.calendarWords.contains(line.lower(words.lowerBound)) {
      return false
    }
    let before = line.lower(words.lowerBound - 1)
    // Countries and their capitals need no more, unless they open a sentence as a person's name might.
    if entry.kind == .country || entry.kind == .capital, words.lowerBound > 0 { return true }
    if entry.type == .place || entry.type == .country { return Self.placePrepositions.contains(before) }
    return !isPartOfLongerName(words, in: line) && words.lowerBound > 0
  }

  /// "Paris, Texas" and "Odesa, Ukraine": the name is followed by where it is.
  private func isFollowedByCountry(_ words: Range<Int>, of entry: Gazetteer.Entry, in line: Line) -> Bool {
    guard line.lower(words.upperBound) == ",", words.upperBound + 1 < line.words.count,
      let found = vocabulary.gazetteer.longestMatch(line.folded[(words.upperBound + 1)...])
    else { return false }
    return found.candidates.contains { $0.entry == entry.country }
  }

  /// Whether a capitalised word that is no name of the gazetteer stands right beside.
  private func isPartOfLongerName(_ words: Range<Int>, in line: Line) -> Bool {
    for place in [words.lowerBound - 1, words.upperBound] where line.words.indices.contains(place) {
      let word = line.words[place]
      if word.isCapitalised, !word.isMark, place > 0, !vocabulary.calendarWords.contains(word.lower) { return true }
    }
    return false
  }
}
