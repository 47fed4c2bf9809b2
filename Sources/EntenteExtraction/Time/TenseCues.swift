/// Whether a sentence speaks of what was or of what is to come.
enum TimeDirection: Hashable, Sendable {
  case past
  case future
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
    "slated", "upcoming", "next", "expire", "expires", "deadline", "tentatively", "intends", "intend", "hopes",
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

  /// The way an expression at `range` looks.
  func direction(around range: Range<Int>) -> TimeDirection {
    let start = max(0, range.lowerBound - 14)
    for index in (start..<range.lowerBound).reversed() {
      if isBoundary(index) { break }
      if let cue = cue(at: index) { return cue }
    }
    for index in range.upperBound..<min(atoms.count, range.upperBound + 14) {
      if isBoundary(index) { break }
      if let cue = cue(at: index) { return cue }
    }
    return .open
  }

  private func isBoundary(_ index: Int) -> Bool { [";", "``", "“", "”", "\""].contains(atoms[index].text) }

  private func cue(at index: Int) -> TimeDirection? {
    let word = atoms[index].folded
    if Self.future.contains(word) { return .future }
    if word == "to", index + 1 < atoms.count, isInfinitive(index + 1) { return .future }
    if word == "set", AtomWords(atoms).folded(index + 1) == "to" { return .future }
    if Self.past.contains(word) { return .past }
    if word.hasSuffix("ed"), word.utf8.count > 4, atoms[index].kind == .word, !isPassiveInfinitive(index) { return .past }
    return nil
  }

  private static let notVerbs: Set<String> = [
    "the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those", "all", "some", "any", "about",
    "more", "less", "each", "other", "one", "them", "him", "it", "us", "me", "you", "which", "whom",
  ]

  private func isInfinitive(_ index: Int) -> Bool {
    let atom = atoms[index]
    return atom.kind == .word && !atom.isCapitalized && !Self.notVerbs.contains(atom.folded)
      && !atom.folded.hasSuffix("s") && !atom.folded.hasSuffix("ing")
  }

  private func isPassiveInfinitive(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains { atoms[$0].folded == "be" }
  }
}
