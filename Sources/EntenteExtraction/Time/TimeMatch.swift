/// A rule's match on a sentence's atoms.
struct TimeMatch: Hashable, Sendable {
  /// The atoms that the rule matched.
  var core: Range<Int>
  /// The atoms of the whole expression, with words such as "early" or "the end of" before the core.
  var atoms: Range<Int>
  var fields: TimeFields
  var rule: TimeRule
}

/// Finds the matches of the rules in a sentence, from left to right, the longest first.
struct TimeMatcher {
  let atoms: [TimeAtom]

  /// The matches, which do not overlap.
  ///
  /// - Complexity: O(*n*) in the atoms, times the number of rules.
  func matches() -> [TimeMatch] {
    var matches: [TimeMatch] = []
    var place = 0
    while place < atoms.count {
      guard let match = longestMatch(at: place) else {
        place += 1
        continue
      }
      matches.append(extended(match, from: matches.last?.atoms.upperBound ?? 0))
      place = match.core.upperBound
    }
    return matches
  }

  private func longestMatch(at place: Int) -> TimeMatch? {
    var best: TimeMatch?
    let index = TimeRuleIndex.shared
    for number in index.candidates(atoms, at: place).sorted() {
      let rule = index.rules[number]
      guard let (end, fields) = rule.pattern.match(atoms, at: place), end > best?.core.upperBound ?? place else {
        continue
      }
      let core = place..<end
      if TimeContext(atoms: atoms, core: core).allows(rule.condition, fields) {
        best = TimeMatch(core: core, atoms: core, fields: fields, rule: rule)
      }
    }
    return best
  }

  // MARK: - Words that sharpen

  private static let edges: Set<String> = ["early", "late", "mid", "earlier", "later"]
  private static let sides: Set<String> = ["end", "beginning", "start", "middle", "close", "rest", "remainder"]
  private static let bounds: [[String]] = [
    ["nearly"], ["almost"], ["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["at", "most"],
    ["up", "to"], ["no", "more", "than"], ["no", "less", "than"],
  ]

  /// The match with the words before it that belong to it, none of them before `floor`.
  private func extended(_ match: TimeMatch, from floor: Int) -> TimeMatch {
    var match = match
    var start = match.core.lowerBound
    let words = AtomWords(atoms)
    switch match.rule.reading {
    case .calendar, .shifted, .dayOffset, .night, .anchored, .unit, .fiscalYear, .lastNamed:
      let edge = words.folded(start - 1) == "-" ? start - 2 : start - 1
      if edge >= floor, Self.edges.contains(words.folded(edge)) {
        start = edge
        if start > floor, words.folded(start - 1) == "the" { start -= 1 }
      } else if start - 2 >= floor, words.folded(start - 1) == "of" || words.folded(start - 1) == "in",
        Self.sides.contains(words.folded(start - 2)) || words.folded(start - 2) == "earlier"
      {
        start -= 2
        if start > floor, words.folded(start - 1) == "the" { start -= 1 }
      }
    case .duration, .ago, .stretch, .fromAnchor, .ahead:
      for bound in Self.bounds where start - bound.count >= floor {
        if (0..<bound.count).allSatisfy({ words.folded(start - bound.count + $0) == bound[$0] }) {
          start -= bound.count
          break
        }
      }
    default: break
    }
    match.atoms = start..<match.core.upperBound
    return match
  }
}
