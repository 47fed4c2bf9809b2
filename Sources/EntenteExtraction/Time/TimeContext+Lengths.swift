extension TimeContext {
  /// Words before "a year" that make it a length of time.
  private static let lengthGovernors: Set<String> = [
    "for", "in", "within", "after", "over", "than", "nearly", "almost", "least", "about", "before", "during", "only",
    "just", "under", "most", "to", "takes", "took", "take", "of", "lasted", "last", "lasts", "half", "spent", "spend",
    "around", "every", "approximately", "roughly",
  ]

  /// Whether a number of units is a length of time: no age, no share, no name, no rate.
  func isLength(_ fields: TimeFields) -> Bool {
    let afterNext = words.folded(core.upperBound + 1)
    if after == "old" || after == "olds" || after == "-" && afterNext == "old" { return false }
    if after == "a", afterNext == "day" || afterNext == "week" { return false }
    guard let unit = fields.unit, ![.weekend, .quarter, .halfYear].contains(unit), !isCapitalizedUnit else {
      return false
    }
    guard core.count == 2 else { return true }
    if first.folded == "one", unit == .day { return Self.lengthGovernors.contains(before) }
    guard ["a", "an"].contains(first.folded) else { return true }
    return unit != .second && (Self.lengthGovernors.contains(before) || after == "or")
  }

  /// "60 Minutes" is the name of something.
  private var isCapitalizedUnit: Bool {
    atoms[core].last { TimeUnit.words[$0.folded] != nil }?.isCapitalized ?? false
  }

  private static let unitGovernors: Set<String> = [
    "for", "in", "within", "over", "after", "through", "take", "takes", "took", "lasted", "last", "lasting", "spent",
    "spend", "during", "about",
  ]

  /// Whether units without a number are a length of time.
  var isBareLength: Bool {
    guard let unit = TimeUnit.words[first.folded], unit != .quarter, unit != .second, after != "-" else {
      return false
    }
    return !unit.isClockUnit || Self.unitGovernors.contains(before) || after == "before" || after == "after"
      || after == "later" || after == "earlier"
  }

  /// Whether "a year" says how often: "$2 million a year".
  var isRate: Bool {
    guard let unit = TimeUnit.words[words.folded(core.lowerBound + 1)], unit != .second, unit != .quarter,
      unit != .decade, unit != .century
    else { return false }
    if first.folded == "per" { return true }
    return core.lowerBound > 0 && !Self.lengthGovernors.contains(before) && before != "hours" && !goesOn
  }
}
