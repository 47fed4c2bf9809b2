import EntenteModel

extension PassageClassifier {
  /// Finds title, subheads and teasers among the lines that are no sentences.
  mutating func markByNeighbours() {
    guard let first = passages.indices.first(where: isStory), let last = passages.indices.last(where: isStory) else {
      return
    }
    let lines = passages.indices.filter { roles[$0] == nil && !passages[$0].isLong && mayLeadElsewhere($0) }
    if lines.isEmpty && roles[0] != nil { return }
    let body = passages.indices.filter { isStory($0) && (roles[$0] != nil || !mayLeadElsewhere($0)) }
    let coverage = WordCoverage(
      of: lines.map { passages[$0] }, in: body.map { passages[$0].range }, scalars)
    markTitle(before: first, coverage)
    for index in lines where roles[index] == nil && index != title {
      if index < first {
        roles[index] = roleInHead(index)
      } else if index > last {
        roles[index] = roleInTail(index, last: last)
      } else {
        roles[index] = roleInside(index, coverage)
      }
    }
  }

  /// Whether a passage may be a heading or a link: it is no sentence, or it asks and promises.
  private func mayLeadElsewhere(_ index: Int) -> Bool {
    !isStory(index) || isPromise(passages[index]) || isQuestion(passages[index])
  }

  /// "… Here's what to know."
  private func isPromise(_ passage: Passage) -> Bool {
    guard passage.wordCount <= 30, !passage.opensWithQuote else { return false }
    let words = passage.words
    for index in words.indices.dropLast(2) where words[index].folded == "here" {
      guard words[index].isCapitalised, ["'s", "are", "is"].contains(words[index + 1].folded) else { continue }
      if Self.questionWords.contains(words[index + 2].folded) { return true }
    }
    return false
  }

  private func isQuestion(_ passage: Passage) -> Bool {
    (5...25).contains(passage.wordCount) && passage.last == "?" && !passage.startsLowercase
      && passage.words.dropLast().allSatisfy { ![".", "?", "!"].contains($0.folded) }
  }

  // MARK: - The title

  private mutating func markTitle(before first: Int, _ coverage: WordCoverage) {
    if let known = roles.firstIndex(of: .title) {
      title = known
      return
    }
    var candidates = passages.indices[..<first].filter { roles[$0] == nil && (2...40).contains(passages[$0].wordCount) }
    // A headline may ask: then it ends like a sentence.
    let opener = passages[first]
    if candidates.isEmpty, roles[first] == nil, opener.last == "?" || opener.last == "!",
      (3...25).contains(opener.wordCount),
      first + 1 < passages.count, isStory(first + 1), passages[first + 1].wordCount > opener.wordCount
    {
      candidates = [first]
    }
    let headlines = candidates.filter { passages[$0].wordCount >= 4 }
    let chosen =
      headlines.first { coverage.share(of: passages[$0]) >= 0.3 } ?? headlines.first
      ?? candidates.max { passages[$0].wordCount <= passages[$1].wordCount }
    guard let chosen else { return }
    title = chosen
    roles[chosen] = .title
  }

  // MARK: - Lines by their place

  private func roleInHead(_ index: Int) -> SentenceRole? {
    if isStory(index) { return nil }
    guard let title, index > title else { return .boilerplate }
    return passages[index].wordCount <= 3 ? .boilerplate : .subhead
  }

  private func roleInTail(_ index: Int, last: Int) -> SentenceRole? {
    let count = passages[index].wordCount
    // A text that was cut off ends without a full stop.
    if index == last + 1 && count > 18 { return nil }
    return count >= 4 ? .teaser : .boilerplate
  }

  private func roleInside(_ index: Int, _ coverage: WordCoverage) -> SentenceRole? {
    let passage = passages[index]
    let share = coverage.share(of: passage)
    let names = coverage.shareOfNames(of: passage)
    let count = passage.wordCount
    if isStory(index) {
      if isPromise(passage) { return share < 0.5 ? .teaser : nil }
      return (names ?? 1) < 0.34 && share < 0.4 ? .teaser : nil
    }
    if isItemOfStory(passage) { return nil }
    if (names ?? 1) < 0.34 && share < 0.5 && count >= 4 { return .teaser }
    if count >= 9 && share < 0.6 || count >= 7 && share < 0.2 { return .teaser }
    return count <= 18 ? .subhead : nil
  }

  /// An item of a list is part of the story.
  private func isItemOfStory(_ passage: Passage) -> Bool {
    guard let first = passage.words.first else { return false }
    if first.isWord { return first.folded.hasSuffix(".") && first.folded.utf8.count <= 3 }
    return ["\u{2022}", "-", "*", "\u{2013}", "\u{25CF}", "\u{25AA}"].contains(first.folded)
  }

  private static let questionWords: Set<String> = [
    "what", "why", "how", "who", "where", "when", "which", "everything", "all", "the",
  ]
}
