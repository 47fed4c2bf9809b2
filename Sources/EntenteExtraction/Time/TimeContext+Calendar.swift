extension TimeContext {
  // MARK: - Years

  /// Words that a year follows, whatever the year.
  private static let yearGovernors: Set<String> = [
    "in", "since", "by", "of", "after", "before", "until", "between", "from",
  ]
  /// Words that a year follows if it is not too far back to be likely.
  private static let looseGovernors: Set<String> = [
    "during", "through", "throughout", "till", "to", "and", "or", "early", "late", "mid", "fiscal", "circa", "around",
    "about", "for", "over", "than", "as", "into", "beyond",
  ]
  /// Governors that as often stand before a count.
  private static let countGovernors: Set<String> = ["of", "for", "about", "around", "over", "than", "to", "from", "as"]
  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "our", "s", "that", "this", "both", "whose", "any", "another",
  ]
  /// What comes round by the year and is named by it.
  private static let yearlyThings: Set<String> = [
    "election", "elections", "campaign", "war", "agreement", "deal", "treaty", "summit", "constitution", "games",
    "olympics", "vote", "budget", "invasion", "accord", "accords", "pact", "coup", "revolution", "uprising",
    "referendum", "ceasefire", "truce", "census", "convention",
  ]
  /// What is told apart by a number.
  private static let numberedThings: Set<String> = [
    "no", "nos", "number", "page", "pages", "room", "flight", "resolution", "route", "highway", "article", "section",
    "chapter", "bill", "channel", "area", "model", "boeing", "apartment", "studio", "windows", "office", "code",
  ]

  /// Whether four digits stand where a year may stand.
  var isYear: Bool {
    guard let year = words.year(at: core.lowerBound)?.value ?? words.shortYear(at: core.lowerBound)?.value else {
      return false
    }
    let named = before == "." ? words.folded(core.lowerBound - 2) : before
    if Self.numberedThings.contains(named) { return false }
    let countsThings = next.map(Self.looksPlural) ?? false
    if countsThings, year < 1900 || Self.countGovernors.contains(before) { return false }
    if Self.yearGovernors.contains(before) { return true }
    if Self.looseGovernors.contains(before) { return year >= 1500 }
    guard (1900...2100).contains(year) else { return false }
    if first.kind == .word || before == "due" || Self.yearlyThings.contains(after) { return true }
    if Self.determiners.contains(before) {
      return next?.text == "-" || next?.kind == .word && !(countsThings && year % 100 == 0)
    }
    if core.lowerBound == 0 { return !countsThings }
    return ["(", ",", "-", "–", "—", "/", ":", ";"].contains(before) && !countsThings
  }

  private static func looksPlural(_ atom: TimeAtom) -> Bool {
    guard atom.kind == .word, !atom.isGlued, !atom.isCapitalized, atom.folded.utf8.count > 3 else { return false }
    if ["people", "men", "women", "children"].contains(atom.folded) { return true }
    return atom.folded.hasSuffix("s") && !["ss", "us", "is"].contains { atom.folded.hasSuffix($0) }
  }

  // MARK: - Months and seasons

  private static let monthGovernors: Set<String> = [
    "in", "since", "by", "of", "after", "before", "during", "through", "throughout", "until", "till", "from", "to",
    "and", "or", "between", "early", "late", "mid", "last", "next", "this", "for", "on", "around", "about", "-",
    "–", "into", "as", "every", "each", "ending", "ended", "beginning", "starting", "over",
  ]
  private static let verbs: Set<String> = ["may", "march", "mar"]

  /// Whether a month's name is neither a verb nor a person's name.
  var isMonth: Bool {
    guard CalendarWords.doubtfulMonths.contains(first.folded) else { return true }
    let isName = next?.isCapitalized ?? false
    if Self.monthGovernors.contains(before) { return !isName || first.folded == "may" }
    if Self.verbs.contains(first.folded) { return before == "the" && goesOn && !isName }
    return core.lowerBound > 0 && !isName && !atoms[core.lowerBound - 1].isCapitalized
  }

  private static let seasonGovernors: Set<String> = [
    "in", "since", "by", "until", "during", "early", "late", "mid", "through", "before", "after",
  ]

  /// Whether a season's name is no verb ("fall", "spring") and no event ("the fall of the city").
  var isSeason: Bool {
    if ["of", "in"].contains(after) { return false }
    return core.count > 1 || Self.seasonGovernors.contains(before)
  }

  // MARK: - Days and their parts

  private static let dayGovernors: Set<String> = ["on", "by", "until", "till", "since", "before", "after"]

  /// Whether "the 12th" is a day and not the twelfth of something else.
  var isOrdinalDay: Bool {
    let hasDigits = atoms[core.lowerBound + 1].kind == .number
    return hasDigits && Self.dayGovernors.contains(before) && !goesOn && after != "of"
  }

  private static let moments: Set<String> = [
    "noon", "midnight", "midday", "dawn", "dusk", "nightfall", "daybreak", "sunset", "sunrise",
  ]
  private static let momentGovernors: Set<String> = [
    "at", "by", "before", "after", "until", "since", "around", "from", "to", "about",
  ]

  /// Whether a part of the day stands as a time of day by itself.
  var isPart: Bool {
    core.count == 1 && Self.moments.contains(first.folded) && Self.momentGovernors.contains(before)
  }
}
