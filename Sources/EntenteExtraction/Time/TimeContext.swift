/// What stands around a match and whether it may mean a time there.
struct TimeContext {
  let atoms: [TimeAtom]
  let core: Range<Int>

  private var words: AtomWords { AtomWords(atoms) }
  private var before: String { words.folded(core.lowerBound - 1) }
  private var after: String { words.folded(core.upperBound) }
  private var first: TimeAtom { atoms[core.lowerBound] }
  private var next: TimeAtom? { core.upperBound < atoms.count ? atoms[core.upperBound] : nil }

  /// Whether the words around the match bear it out.
  func allows(_ condition: TimeGuard, _ fields: TimeFields) -> Bool {
    switch condition {
    case .none: true
    case .bareYear: isYear
    case .bareMonth: isMonth
    case .bareSeason: isSeason
    case .bareOrdinal: isOrdinalDay
    case .length: isLength(fields)
    case .bareUnits: isBareLength
    case .rate: isRate
    case .barePart: isPart
    case .bareReference: next?.kind != .word || Self.clauseWords.contains(after)
    }
  }

  // MARK: - Years

  private static let yearGovernors: Set<String> = [
    "in", "since", "by", "of", "after", "before", "during", "through", "throughout", "until", "till", "from", "to",
    "and", "or", "between", "early", "late", "mid", "fiscal", "circa", "around", "about", "for", "over", "than",
    "as", "into", "beyond",
  ]
  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "our", "s", "that", "this", "both", "whose", "any", "another",
  ]
  private static let numberedThings: Set<String> = [
    "no", "number", "page", "pages", "room", "flight", "resolution", "route", "highway", "article", "section",
    "chapter", "bill", "channel", "area", "model", "boeing", "apartment", "studio", "windows", "office", "code",
  ]

  private var isYear: Bool {
    guard let year = yearValue else { return false }
    if Self.numberedThings.contains(before) { return false }
    if before == ".", Self.numberedThings.contains(words.folded(core.lowerBound - 2)), first.isGlued == false {
      return words.folded(core.lowerBound - 2) != "no"
    }
    let countsThings = next.map { Self.looksPlural($0) } ?? false
    if Self.yearGovernors.contains(before) {
      if countsThings, year < 1900 || ["of", "for", "about", "around", "over", "than", "to", "from", "as"].contains(before) {
        return false
      }
      return year >= 1500 || ["in", "since", "by", "before", "after", "until", "between", "from", "of"].contains(before)
    }
    guard (1900...2100).contains(year) else { return false }
    if Self.determiners.contains(before) { return next?.kind == .word || next?.text == "-" }
    if core.lowerBound == 0 { return next?.kind != .word || !countsThings }
    return ["(", ",", "-", "–", "—", "/", ":", ";"].contains(before) && !countsThings
  }

  private var yearValue: Int? {
    if let found = words.year(at: core.lowerBound) { return found.value }
    return words.shortYear(at: core.lowerBound)?.value
  }

  private static let singularEndings = ["ss", "us", "is", "'s"]

  private static func looksPlural(_ atom: TimeAtom) -> Bool {
    guard atom.kind == .word, !atom.isGlued, !atom.isCapitalized, atom.folded.hasSuffix("s") else { return false }
    guard atom.folded.utf8.count > 3 else { return false }
    return !singularEndings.contains { atom.folded.hasSuffix($0) }
  }

  // MARK: - Months, seasons, days

  private static let monthGovernors: Set<String> = [
    "in", "since", "by", "of", "after", "before", "during", "through", "throughout", "until", "till", "from", "to",
    "and", "or", "between", "early", "late", "mid", "last", "next", "this", "for", "on", "around", "about", "-",
    "–", "into", "as", "every", "each", "ending", "ended", "beginning", "starting", "over",
  ]

  private var isMonth: Bool {
    guard CalendarWords.doubtfulMonths.contains(first.folded) else { return true }
    if Self.monthGovernors.contains(before) { return !(next?.isCapitalized ?? false) || first.folded == "may" }
    if first.folded == "may" || first.folded == "march" || first.folded == "mar" {
      return ["the", "a", "its", "their", "his"].contains(before) && first.folded != "march"
    }
    return core.lowerBound > 0 && !(next?.isCapitalized ?? false) && !(atoms[core.lowerBound - 1].isCapitalized)
  }

  private var isSeason: Bool {
    if core.count > 1 { return !["of", "in"].contains(after) || after == "of" && words.year(at: core.upperBound + 1) != nil }
    let governors: Set<String> = ["in", "since", "by", "until", "during", "early", "late", "mid", "through", "before", "after"]
    return governors.contains(before) && !(first.folded == "fall" && next?.kind == .word && ["in", "of"].contains(after))
  }

  private static let clauseWords: Set<String> = [
    "in", "on", "at", "by", "for", "to", "of", "and", "or", "but", "that", "which", "when", "as", "with", "from",
    "after", "before", "because", "if", "is", "was", "will", "would", "has", "have", "had", "may", "could",
  ]

  private var isOrdinalDay: Bool {
    guard words.ordinal(at: core.lowerBound + 1, upTo: 31) != nil, core.count == 3 else { return false }
    guard ["on", "by", "until", "till", "since", "before", "after"].contains(before) else { return false }
    return next?.kind != .word || Self.clauseWords.contains(after) && after != "of"
  }

  private var isPart: Bool {
    if core.count == 1, ["noon", "midnight", "midday", "dawn", "dusk", "nightfall", "daybreak", "sunset", "sunrise"].contains(first.folded) {
      return ["at", "by", "before", "after", "until", "since", "around", "from", "to", "about"].contains(before)
    }
    return false
  }

  // MARK: - Lengths

  private func isLength(_ fields: TimeFields) -> Bool {
    if after == "old" || after == "-" && words.folded(core.upperBound + 1) == "old" { return false }
    if after == "olds" || fields.unit == .weekend { return false }
    if fields.unit == .quarter || fields.unit == .halfYear { return false }
    let isOne = ["a", "an"].contains(first.folded) && core.count == 2
    if isOne {
      if fields.unit == .second || fields.unit == .minute && after == "to" { return false }
      return Self.lengthGovernors.contains(before) || after == "or"
    }
    return true
  }

  private static let lengthGovernors: Set<String> = [
    "for", "in", "within", "after", "over", "than", "nearly", "almost", "least", "about", "before", "during", "only",
    "just", "under", "most", "to", "takes", "took", "take", "of", "lasted", "last", "lasts", "half", "spent", "spend",
    "around", "every", "approximately", "roughly",
  ]

  private static let unitGovernors: Set<String> = [
    "for", "in", "within", "over", "after", "through", "take", "takes", "took", "lasted", "last", "lasting", "spent",
    "spend", "during", "of", "about", "the",
  ]

  private var isBareLength: Bool {
    guard core.count == 1, let unit = TimeUnit.words[first.folded], unit != .quarter, unit != .second else { return false }
    if ["before", "after", "later", "earlier", "since", "following", "ahead"].contains(after) { return true }
    return before != "the" && Self.unitGovernors.contains(before) && before != "of"
      || before == "of" && after != "-"
  }

  private var isRate: Bool {
    guard core.count == 2, let unit = TimeUnit.words[words.folded(core.lowerBound + 1)], unit != .second,
      unit != .quarter, unit != .decade, unit != .century
    else { return false }
    if first.folded == "per" { return true }
    guard core.lowerBound > 0, !Self.lengthGovernors.contains(before) else { return false }
    let isFollowed = next?.kind == .word && !Self.clauseWords.contains(after)
    return !isFollowed
  }
}
