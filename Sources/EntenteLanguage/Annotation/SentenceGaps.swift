/// The gaps between the tokens of a paragraph, at any of which a sentence may end, and what speaks for it.
struct SentenceGaps {
  private let tokens: [DividerToken]
  /// Whether the rules end a sentence with a token.
  private let endsByRule: [Bool]
  /// The first token from each on with which the rules end a sentence.
  private let nextEnds: [Int]
  /// What stands before each token, and at last in the whole.
  private let counts: [Counts]
  private let isCasual: Bool
  private let capitalShare: UInt32

  private struct Counts {
    var words: Int32 = 0
    var smallWords: Int32 = 0
    var capitalized: Int32 = 0
    var openBrackets: Int32 = 0
    var quotes: Int32 = 0
    var colons: Int32 = 0
  }

  /// The gaps of a paragraph.
  ///
  /// - Parameters:
  ///   - ranges: its tokens.
  ///   - sentences: how the rules divide them.
  init(_ scalars: [Unicode.Scalar], _ ranges: [Range<Int>], dividedByRule sentences: [Range<Int>]) {
    tokens = ranges.indices.map { place in
      let next = place + 1 < ranges.count ? ranges[place + 1].lowerBound : .max
      return DividerToken(ranges[place], in: scalars, isFollowedBySpace: ranges[place].upperBound < next)
    }
    var (ends, nextEnds) = ([Bool](repeating: false, count: ranges.count), [Int](repeating: 0, count: ranges.count))
    for sentence in sentences {
      ends[sentence.upperBound - 1] = true
      for place in sentence { nextEnds[place] = sentence.upperBound - 1 }
    }
    (endsByRule, self.nextEnds) = (ends, nextEnds)
    counts = Self.counts(scalars, ranges, tokens)
    isCasual = SentenceSplitter.isCasual(scalars, ranges)
    let whole = counts[ranges.count]
    capitalShare = whole.words == 0 ? 8 : UInt32(whole.capitalized * 8 / whole.words)
  }

  private static func counts(
    _ scalars: [Unicode.Scalar], _ ranges: [Range<Int>], _ tokens: [DividerToken]
  ) -> [Counts] {
    var counts = [Counts()]
    counts.reserveCapacity(tokens.count + 1)
    var sum = Counts()
    for (range, token) in zip(ranges, tokens) {
      if token.kind == .smallWord { sum.smallWords += 1 }
      if token.isCapitalized { sum.capitalized += 1 }
      if token.kind == .smallWord || token.isCapitalized { sum.words += 1 }
      if range.count == 1 {
        switch scalars[range.lowerBound] {
        case "(", "[": sum.openBrackets += 1
        case ")", "]": sum.openBrackets -= 1
        case "\"", "\u{201C}", "\u{201D}": sum.quotes += 1
        case ":": sum.colons += 1
        default: break
        }
      }
      counts.append(sum)
    }
    return counts
  }

  /// The number of tokens.
  var count: Int { tokens.count }

  /// Whether it is worth asking if a sentence that began at `start` ends with the token at `place`; else it does not.
  func isOpen(_ place: Int, from start: Int) -> Bool {
    if endsByRule[place] { return true }
    let (last, next) = (tokens[place], tokens[place + 1])
    if last.kind.isLeftToRules { return false }
    if next.kind == .smallWord, last.kind.goesOnSmall { return false }
    // "To:" and "Dear all:" stand by themselves; what is said at length stays with who says it.
    if last.kind == .colon, place - start >= Self.longestHeader { return false }
    return last.isFollowedBySpace || last.kind.endsWithoutSpace
  }

  /// How many tokens a colon may close.
  private static let longestHeader = 5

  // MARK: - Features

  /// Fills `keys` with what speaks for and against an end behind the token at `place`.
  ///
  /// - Parameter start: the first token of the sentence that it would close.
  func extract(_ place: Int, from start: Int, into keys: inout [UInt64]) {
    let last = tokens[place]
    let second = token(place - 1, from: start)
    let (next, after) = (token(place + 1, from: start), token(place + 2, from: start))
    let (later, latest) = (token(place + 3, from: start), token(place + 4, from: start))
    let first = tokens[start]
    let rule: UInt32 = endsByRule[place] ? 1 : 0
    let state = rule | (last.isFollowedBySpace ? 2 : 0)
    let sides = last.kind.rawValue << 5 | next.kind.rawValue
    let ahead = next.kind.rawValue << 5 | after.kind.rawValue
    let length = Self.step(place + 1 - start)
    let casual: UInt32 = isCasual ? 1 : 0

    keys.removeAll(keepingCapacity: true)
    keys.append(FeatureKey.make(0, state))
    keys.append(FeatureKey.make(1, state, sides))
    keys.append(FeatureKey.make(2, last.kind.rawValue, ahead))
    keys.append(FeatureKey.make(3, second.kind.rawValue, sides))
    keys.append(FeatureKey.make(4, second.kind.rawValue << 5 | last.kind.rawValue, ahead))
    keys.append(FeatureKey.make(5, last.word, rule))
    keys.append(FeatureKey.make(6, next.word, state << 5 | last.kind.rawValue))
    keys.append(FeatureKey.make(7, last.word, next.kind.rawValue))
    keys.append(FeatureKey.make(8, next.word, sides))
    keys.append(FeatureKey.make(9, second.word, last.word))
    keys.append(FeatureKey.make(10, next.word, after.word))
    keys.append(FeatureKey.make(11, last.shape, next.shape, state))
    keys.append(FeatureKey.make(12, last.suffix, next.kind.rawValue))
    keys.append(FeatureKey.make(13, next.prefix, next.kind.rawValue))
    keys.append(FeatureKey.make(14, length, state << 1 | casual))
    keys.append(FeatureKey.make(15, Self.step(tokens.count - 1 - place), sides))
    keys.append(FeatureKey.make(16, capitalShare, sides))
    keys.append(FeatureKey.make(17, state << 1 | casual, sides))
    keys.append(FeatureKey.make(18, later.word, sides))
    keys.append(FeatureKey.make(19, first.kind.rawValue, ahead, length))
    keys.append(FeatureKey.make(20, first.word, next.word))
    keys.append(FeatureKey.make(21, ahead, later.kind.rawValue << 5 | latest.kind.rawValue))
    extractCounts(place, from: start, sides, state, length, into: &keys)
  }

  /// The features of what was counted since the start, and of what comes until the rules end a sentence.
  private func extractCounts(
    _ place: Int, from start: Int, _ sides: UInt32, _ state: UInt32, _ length: UInt32, into keys: inout [UInt64]
  ) {
    let (before, here) = (counts[start], counts[place + 1])
    let isOpen: UInt32 = here.openBrackets > before.openBrackets ? 1 : 0
    let isQuoted = UInt32(truncatingIfNeeded: here.quotes - before.quotes) & 1
    let hasColon: UInt32 = here.colons > before.colons ? 1 : 0
    let smallWords = Self.few(here.smallWords - before.smallWords)
    let capitalized = Self.step(Int(here.capitalized - before.capitalized))
    let end = min(nextEnds[place + 1], place + 11)
    let smallAhead = Self.few(counts[end + 1].smallWords - here.smallWords)
    let capitalizedAhead = Self.step(Int(counts[end + 1].capitalized - here.capitalized))
    keys.append(FeatureKey.make(22, isOpen << 1 | isQuoted, state, sides & 31))
    keys.append(FeatureKey.make(23, hasColon, sides, length))
    keys.append(FeatureKey.make(24, smallWords << 4 | capitalized, sides))
    keys.append(FeatureKey.make(25, smallAhead << 4 | capitalizedAhead, sides))
  }

  /// A token, or none before the start of the sentence and past the end of the paragraph.
  private func token(_ place: Int, from start: Int) -> DividerToken {
    place >= start && place < tokens.count ? tokens[place] : .none
  }

  /// None, one or two, or more.
  private static func few(_ count: Int32) -> UInt32 { count == 0 ? 0 : count < 3 ? 1 : 2 }

  /// A number, the larger the more roughly.
  private static func step(_ count: Int) -> UInt32 {
    switch count {
    case ...4: UInt32(max(count, 0))
    case 5...6: 5
    case 7...9: 6
    case 10...13: 7
    case 14...20: 8
    case 21...30: 9
    default: 10
    }
  }
}
