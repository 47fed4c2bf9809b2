/// A list of phrases that are looked for word by word.
struct Phrases: Sendable {
  /// The phrases by their first word.
  private let byFirst: [String: [[String]]]

  /// Takes phrases in lower case.
  init(_ phrases: [String]) {
    var byFirst: [String: [[String]]] = [:]
    for phrase in phrases {
      let scalars = Array(phrase.unicodeScalars)
      let words = Passage.words(scalars, 0..<scalars.count).filter(\.isWord).map(\.folded)
      if let first = words.first { byFirst[first, default: []].append(words) }
    }
    self.byFirst = byFirst
  }

  /// Whether one of them is all of the words.
  func equal(_ words: [String]) -> Bool { occurs(in: words, at: 0) { $0 == words.count } }

  /// Whether the words begin with one of them.
  func begin(_ words: [String]) -> Bool { occurs(in: words, at: 0) { _ in true } }

  /// Whether the words go on behind one of them that they begin with.
  func beginAndGoOn(_ words: [String]) -> Bool { occurs(in: words, at: 0) { $0 < words.count } }

  /// Whether the words end with one of them.
  func end(_ words: [String]) -> Bool {
    words.indices.contains { start in occurs(in: words, at: start) { start + $0 == words.count } }
  }

  /// Whether one of them is somewhere among the words.
  func occur(in words: [String]) -> Bool {
    words.indices.contains { occurs(in: words, at: $0) { _ in true } }
  }

  private func occurs(in words: [String], at start: Int, _ isFitting: (Int) -> Bool) -> Bool {
    guard start < words.count, let phrases = byFirst[words[start]] else { return false }
    return phrases.contains { phrase in
      guard start + phrase.count <= words.count, isFitting(phrase.count) else { return false }
      for offset in 1..<max(1, phrase.count) where words[start + offset] != phrase[offset] { return false }
      return true
    }
  }
}
