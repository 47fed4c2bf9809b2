/// Reads from the words before an expression how a statement relates to it.
struct TimeGovernor {
  let atoms: [TimeAtom]

  private static let relations: [String: TemporalRelation] = [
    "by": .by, "since": .since, "until": .until, "till": .until, "before": .before, "after": .after,
    "following": .after, "during": .during, "throughout": .during, "over": .during, "within": .during,
    "through": .until, "from": .since,
  ]
  private static let skipped: Set<String> = [
    "the", "about", "around", "at", "least", "roughly", "approximately", "early", "late", "mid", "-", "as", "of",
    "his", "her", "its", "their", "only", "just", "a", "an",
  ]

  /// The relation for the expression over `range`, where `previous` is the expression before it.
  func relation(of range: Range<Int>, previous: Range<Int>?) -> TemporalRelation {
    let words = AtomWords(atoms)
    if let previous, let joined = joined(range, to: previous) { return joined }
    var index = range.lowerBound - 1
    while index >= 0, index >= range.lowerBound - 3, Self.skipped.contains(words.folded(index)) {
      if words.folded(index) == "of", words.folded(index - 1) == "ahead" { return .before }
      index -= 1
    }
    if words.folded(index) == "to", words.folded(index - 1) == "prior" { return .before }
    if words.folded(index) == "between", opensRange(range) { return .since }
    return Self.relations[words.folded(index)] ?? .at
  }

  /// The relation of the second part of "from March to May" and "between 2021 and 2024".
  private func joined(_ range: Range<Int>, to previous: Range<Int>) -> TemporalRelation? {
    let words = AtomWords(atoms)
    guard previous.upperBound + 1 == range.lowerBound, previous.lowerBound > 0 else { return nil }
    let opening = words.folded(previous.lowerBound - 1)
    let joint = words.folded(previous.upperBound)
    if opening == "between", joint == "and" { return .until }
    if ["to", "until", "till", "through", "-", "–"].contains(joint) { return .until }
    return nil
  }

  private func opensRange(_ range: Range<Int>) -> Bool { AtomWords(atoms).folded(range.upperBound) == "and" }
}
