import EntenteKnowledge

/// Finds titles and offices among the words of a line.
struct TitleReader {
  let vocabulary: Vocabulary

  /// Words that say that an office is no longer held.
  private static let formerWords: Set<String> = ["former", "ex", "late", "onetime"]

  /// The longest title that begins at `start`, with the words it takes; hyphens are passed over.
  func title(at start: Int, in line: Line) -> TitleUse? {
    var folded: [String] = []
    var places: [Int] = []
    for place in start..<min(line.words.count, start + 12) {
      if line.folded[place].isEmpty {
        if line.words[place].isHyphen || line.words[place].form == "." { continue }
        break
      }
      folded.append(line.folded[place])
      places.append(place)
    }
    guard let title = vocabulary.offices.longestMatch(folded[...]) else { return nil }
    var end = places[title.words.count - 1] + 1
    // "Mr" and "." may be tokens of their own.
    if line.lower(end) == ".", title.kind == .courtesy { end += 1 }
    return TitleUse(title: title, words: start..<end, isFormer: isFormer(before: start, in: line))
  }

  /// The longest title that ends right before `end`.
  func title(endingAt end: Int, in line: Line) -> TitleUse? {
    var best: TitleUse?
    for start in stride(from: end - 1, through: max(0, end - 8), by: -1) {
      let word = line.words[start]
      if word.isMark && !word.isHyphen { break }
      if word.isHyphen { continue }
      if let use = title(at: start, in: line), use.words.upperBound == end { best = use }
    }
    return best
  }

  private func isFormer(before start: Int, in line: Line) -> Bool {
    for place in stride(from: start - 1, through: max(0, start - 4), by: -1) {
      let word = line.words[place]
      if Self.formerWords.contains(word.lower) { return true }
      if word.isMark && !word.isHyphen { return false }
      if word.isPossessiveMark { continue }
      if !word.isCapitalised && !word.isHyphen && word.tag.hasPrefix("V") { return false }
    }
    return false
  }
}
