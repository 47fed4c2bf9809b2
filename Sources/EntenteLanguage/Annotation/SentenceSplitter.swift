/// Finds where sentences end among the tokens of a paragraph.
struct SentenceSplitter {
  private let scalars: [Unicode.Scalar]
  private let tokens: [Range<Int>]
  private let isCasual: Bool

  init(scalars: [Unicode.Scalar], tokens: [Range<Int>]) {
    (self.scalars, self.tokens) = (scalars, tokens)
    isCasual = Self.isCasual(scalars, tokens)
  }

  /// The sentences as stretches of tokens, in order and without gaps.
  ///
  /// - Complexity: O(*n*).
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let marked = isItemNumber(index, from: start) ? nil : sentenceEnd(at: index)
      guard let end = marked ?? (beginsUnmarked(index + 1) ? index + 1 : nil) else {
        index += 1
        continue
      }
      sentences.append(start..<end)
      start = end
      index = end
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Whether a full stop stands behind a number that begins a sentence: "2. Elections".
  private func isItemNumber(_ index: Int, from start: Int) -> Bool {
    guard index == start + 1, index + 1 < tokens.count, tokens[start].count <= 2, tokens[index].count == 1 else {
      return false
    }
    return scalars[tokens[index].lowerBound] == "." && scalars[tokens[start]].allSatisfy { ScalarKind($0) == .digit }
  }

  /// Whether a sentence begins at `index` though no mark closes the one before: a capital on a word that only opens
  /// sentences, between a word and a small letter.
  private func beginsUnmarked(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let (word, last) = (tokens[index], scalars[tokens[index - 1].upperBound - 1])
    guard word.count > 1, scalars[word.lowerBound].isUppercase, scalars[word.lowerBound + 1].isLowercase,
      scalars[tokens[index + 1].lowerBound].isLowercase, tokens[index - 1].upperBound < word.lowerBound,
      word.upperBound < tokens[index + 1].lowerBound
    else { return false }
    let before = lowercased(tokens[index - 1])
    return ScalarKind(last) != .other && Abbreviations.opensSentence(lowercased(word))
      && !Abbreviations.opensSentence(before) && before != "of" && before != "to"
  }

  /// Where the sentence ends that the token at `index` closes, or nil where it closes none.
  private func sentenceEnd(at index: Int) -> Int? {
    let token = tokens[index]
    if isEmoticon(index) { return endsAtEmoticon(index) ? index + 1 : nil }
    switch scalars[token.upperBound - 1] {
    case ".", "!", "?", "\u{2026}": break
    case "\u{3002}", "\u{FF01}", "\u{FF1F}": return closed(index + 1)
    default: return nil
    }
    let isAbbreviation = ScalarKind(scalars[token.lowerBound]) != .other
    if isAbbreviation && scalars[token.upperBound - 1] != "." { return nil }
    var end = closed(index + 1)
    if end < tokens.count, !isAbbreviation, isEmoticon(end) { end += 1 }
    guard end < tokens.count else { return end }
    // Without a space behind it a mark stands inside something: "Yahoo!-owned", "(sic!)-".
    guard tokens[end - 1].upperBound < tokens[end].lowerBound else { return nil }
    let follower = firstWord(from: end)
    if isAbbreviation { return endsAtAbbreviation(token, follower) ? end : nil }
    guard let follower else { return end }
    let first = scalars[tokens[follower].lowerBound]
    if first.isLowercase { return endsBeforeLowercase(index, closedAt: end) ? end : nil }
    return end
  }

  /// Past the marks that close what ends before `index`: quotes, brackets, the numbers of notes.
  private func closed(_ index: Int) -> Int {
    var end = index
    while end < tokens.count {
      if isNote(end) {
        end += 3
      } else if tokens[end - 1].upperBound == tokens[end].lowerBound, tokens[end].count == 1,
        scalars[tokens[end].lowerBound].isClosingMark
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a note's number begins at `index`: "[17]".
  private func isNote(_ index: Int) -> Bool {
    guard index + 2 < tokens.count, scalars[tokens[index].lowerBound] == "[" else { return false }
    return scalars[tokens[index + 2].lowerBound] == "]"
      && scalars[tokens[index + 1]].allSatisfy { ScalarKind($0) == .digit }
  }

  /// The first token from `index` on that is no opening mark.
  private func firstWord(from index: Int) -> Int? {
    var index = index
    while index < tokens.count, tokens[index].count == 1, isLeading(scalars[tokens[index].lowerBound]) { index += 1 }
    return index < tokens.count ? index : nil
  }

  private func isLeading(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOpeningMark || scalar == "\u{2014}" || scalar == "\u{2013}" || scalar == "-"
  }

  /// A small letter goes on with the sentence, but not behind a question, a long word with a plain full stop, or where
  /// the writer does without capitals.
  private func endsBeforeLowercase(_ index: Int, closedAt end: Int) -> Bool {
    if isEmoticon(end - 1) { return true }
    guard end == index + 1, index > 0 else { return false }
    switch scalars[tokens[index].lowerBound] {
    case "?": return true
    case "!": return isCasual || scalars[tokens[index - 1].lowerBound].isLowercase
    case "." where tokens[index].count == 1: return isCasual || tokens[index - 1].count > Abbreviations.longest
    default: return false
    }
  }

  /// Whether a paragraph begins with a small letter or has "i" for "I".
  static func isCasual(_ scalars: [Unicode.Scalar], _ tokens: [Range<Int>]) -> Bool {
    guard let first = tokens.first else { return false }
    if scalars[first.lowerBound].isLowercase { return true }
    return tokens.contains { token in
      token.count == 1 && scalars[token.lowerBound] == "i" && token.lowerBound > 0 && token.upperBound < scalars.count
        && scalars[token.lowerBound - 1].isSpacing && scalars[token.upperBound].isSpacing
    }
  }

  private func isEmoticon(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.count > 1 && Emoticon.end(in: scalars, token) == token.upperBound
  }

  /// A face ends a sentence unless a small letter follows; one that stands first is no end.
  private func endsAtEmoticon(_ index: Int) -> Bool {
    guard index > 0, let follower = firstWord(from: index + 1) else { return false }
    return scalars[tokens[follower].lowerBound].isUppercase
  }

  private func endsAtAbbreviation(_ token: Range<Int>, _ follower: Int?) -> Bool {
    guard let follower else { return true }
    let next = tokens[follower]
    let first = scalars[next.lowerBound]
    guard !first.isLowercase else { return false }
    let word = lowercased(token.lowerBound..<token.upperBound - 1)
    switch Abbreviations.kind(word) {
    case .leading: return false
    case .beforeNumber: return ScalarKind(first) == .letter && Abbreviations.opensSentence(lowercased(next))
    case .anywhere where word == "etc" || word == "a.m" || word == "p.m":
      return ScalarKind(first) == .letter && !isTimeZoneOrDay(lowercased(next))
    case .anywhere, nil: break
    }
    return ScalarKind(first) == .letter && Abbreviations.opensSentence(lowercased(next))
  }

  private func isTimeZoneOrDay(_ word: String) -> Bool {
    switch word {
    case "et", "est", "edt", "pt", "pst", "pdt", "ct", "cst", "cdt", "gmt", "bst", "cet", "cest", "utc", "eastern",
      "pacific", "central", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
      true
    default: false
    }
  }

  private func lowercased(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for place in range { view.append(scalars[place].asciiLowercased) }
    return String(view)
  }
}
