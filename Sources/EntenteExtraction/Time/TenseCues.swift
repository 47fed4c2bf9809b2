/// Whether a sentence speaks of what was or of what is to come.
enum TimeDirection: Hashable, Sendable {
  case past
  case future
  /// What was to come by a weak sign, such as an infinitive or "would".
  case perhapsFuture
  /// The words do not say.
  case open
}

/// Reads from the words around an expression which way it looks.
///
/// The nearest cue before the expression decides, and without one the nearest behind it.
struct TenseCues {
  let atoms: [TimeAtom]

  private static let future: Set<String> = [
    "will", "ll", "wo", "shall", "scheduled", "expected", "expects", "expect", "plans", "plan", "planning", "due",
    "slated", "upcoming", "planned", "expire", "expires", "deadline", "tentatively", "intends", "intend", "hopes",
    "going", "effective", "can", "must", "should", "postponed", "delayed", "extended",
  ]
  private static let past: Set<String> = [
    "said", "was", "were", "had", "did", "went", "took", "came", "met", "began", "told", "made", "gave", "got",
    "became", "ago", "fell", "rose", "held", "led", "left", "lost", "won", "sent", "saw", "spoke", "struck", "shot",
    "sold", "bought", "broke", "brought", "built", "caught", "fled", "flew", "grew", "heard", "hit", "kept", "knew",
    "paid", "put", "ran", "sought", "stood", "threw", "voted", "withdrew", "wrote", "been", "found", "died", "last",
    "read", "set", "cut", "drew", "drove", "felt", "fought", "hung", "sank", "sat", "shook", "slipped", "swept",
    "swore", "thought", "understood", "woke", "wore",
  ]

  /// How many words away a plain sign of the future still is plain.
  private static let reach = 6

  /// The way an expression at `range` looks.
  func direction(around range: Range<Int>, countingInfinitives: Bool = true) -> TimeDirection {
    let start = max(0, range.lowerBound - 14)
    for index in (start..<range.lowerBound).reversed() {
      if isBoundary(index) { break }
      guard let cue = cue(at: index, countingInfinitives) else { continue }
      let isFar = range.lowerBound - index > Self.reach
      return cue == .future && isFar && countingInfinitives ? .perhapsFuture : cue
    }
    for index in range.upperBound..<min(atoms.count, range.upperBound + 14) {
      if isBoundary(index) { break }
      if let cue = cue(at: index, countingInfinitives) { return cue }
    }
    return .open
  }

  /// Whether the expression at `range` is what something is compared with.
  func isCompared(_ range: Range<Int>) -> Bool {
    (max(0, range.lowerBound - 16)..<range.lowerBound).contains {
      ["from", "compared", "than", "versus", "against"].contains(atoms[$0].folded)
    } || range.lowerBound <= 1
  }

  private func isBoundary(_ index: Int) -> Bool { [";", "``", "“", "”", "\""].contains(atoms[index].text) }

  private func cue(at index: Int, _ countingInfinitives: Bool) -> TimeDirection? {
    let word = atoms[index].folded
    if Self.future.contains(word) { return .future }
    if word == "to", index + 1 < atoms.count, isInfinitive(index + 1) {
      if isPromise(index - 1) { return .future }
      if countingInfinitives { return .perhapsFuture }
    }
    let words = AtomWords(atoms)
    if word == "as", ["early", "soon", "late"].contains(words.folded(index + 1)), words.folded(index + 2) == "as" {
      return .future
    }
    if word == "set", words.folded(index + 1) == "to" { return .future }
    if word == "would", countingInfinitives { return .perhapsFuture }
    if Self.past.contains(word), !isPassiveInfinitive(index) { return .past }
    return isPastForm(index) ? .past : nil
  }

  private static let notVerbs: Set<String> = [
    "the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those", "all", "some", "any", "about",
    "more", "less", "each", "other", "one", "them", "him", "it", "us", "me", "you", "which", "whom",
  ]

  /// Whether an infinitive behind the word is of the future ("is to meet", "agreed to meet").
  private func isPromise(_ index: Int) -> Bool {
    ["is", "are", "likely", "ready", "agreed", "vowed", "promised", "wants", "want", "poised"].contains(
      AtomWords(atoms).folded(index))
  }

  private func isInfinitive(_ index: Int) -> Bool {
    let atom = atoms[index]
    return atom.kind == .word && !atom.isCapitalized && !Self.notVerbs.contains(atom.folded)
      && !atom.folded.hasSuffix("s") && !atom.folded.hasSuffix("ing")
  }

  private static let noPastForms: Set<String> = ["hundred", "sacred", "naked", "wicked", "kindred", "embed", "biped"]

  /// Whether a word looks like a past tense or participle ("announced", but not "succeed" or "United").
  private func isPastForm(_ index: Int) -> Bool {
    let word = atoms[index].folded
    guard atoms[index].kind == .word, word.hasSuffix("ed"), word.utf8.count > 4, !atoms[index].isCapitalized,
      !Self.noPastForms.contains(word), !isPassiveInfinitive(index)
    else { return false }
    return !word.hasSuffix("eed") || ["agreed", "freed", "decreed", "guaranteed", "disagreed"].contains(word)
  }

  private func isPassiveInfinitive(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains { atoms[$0].folded == "be" }
  }
}
