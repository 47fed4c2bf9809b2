/// What stands around a match and whether it may mean a time there.
struct TimeContext {
  let atoms: [TimeAtom]
  /// The atoms that the rule matched.
  let core: Range<Int>

  var words: AtomWords { AtomWords(atoms) }
  /// The word before the match, in lower case.
  var before: String { words.folded(core.lowerBound - 1) }
  /// The word behind the match, in lower case.
  var after: String { words.folded(core.upperBound) }
  var first: TimeAtom { atoms[core.lowerBound] }
  var next: TimeAtom? { core.upperBound < atoms.count ? atoms[core.upperBound] : nil }

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
    case .wholeYear: ["of", "for"].contains(before) && after != "-"
    case .adverb, .bareReference: !goesOn
    }
  }

  /// Whether a word that the match could describe follows it.
  var goesOn: Bool { next?.kind == .word && !Self.clauseWords.contains(after) }

  /// Words that begin what no longer belongs to a noun phrase.
  static let clauseWords: Set<String> = [
    "in", "on", "at", "by", "for", "to", "of", "and", "or", "but", "that", "which", "when", "as", "with", "from",
    "after", "before", "because", "if", "is", "was", "will", "would", "has", "have", "had", "may", "could",
  ]
}
