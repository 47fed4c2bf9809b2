/// Finds where sentences end among the tokens of a paragraph.
struct SentenceSplitter {
  let scalars: [Unicode.Scalar]
  let tokens: [Range<Int>]

  /// The sentences as stretches of tokens, in order and without gaps.
  ///
  /// - Complexity: O(*n*).
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      guard let end = sentenceEnd(at: index) else {
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

  /// Where the sentence ends that the token at `index` closes, or nil where it closes none.
  private func sentenceEnd(at index: Int) -> Int? {
    let token = tokens[index]
    switch scalars[token.upperBound - 1] {
    case ".", "!", "?", "\u{2026}": break
    case "\u{3002}", "\u{FF01}", "\u{FF1F}": return closed(index + 1)
    default: return nil
    }
    let isAbbreviation = ScalarKind(scalars[token.lowerBound]) != .other
    if isAbbreviation && scalars[token.upperBound - 1] != "." { return nil }
    let end = closed(index + 1)
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

  /// Past the marks that close what ends before `index`: quotes, brackets, a note's number.
  private func closed(_ index: Int) -> Int {
    var end = index
    while end < tokens.count, tokens[end - 1].upperBound == tokens[end].lowerBound {
      let scalar = scalars[tokens[end].lowerBound]
      if tokens[end].count == 1 && scalar.isClosingMark {
        end += 1
      } else if scalar == "[", end + 2 < tokens.count, scalars[tokens[end + 2].lowerBound] == "]" {
        end += 3
      } else {
        break
      }
    }
    return end
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

  /// A small letter goes on with the sentence, but not behind a long word and a plain full stop.
  private func endsBeforeLowercase(_ index: Int, closedAt end: Int) -> Bool {
    guard end == index + 1, index > 0, scalars[tokens[index].lowerBound] == ".", tokens[index].count == 1 else {
      return false
    }
    return tokens[index - 1].count > Abbreviations.longest
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
