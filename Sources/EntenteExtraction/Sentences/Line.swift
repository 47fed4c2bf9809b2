import EntenteModel

/// A sentence made ready for the finders: its words and, where it was parsed, its tree.
struct Line: Sendable {
  /// Index of the sentence in its document.
  let index: Int
  /// What the sentence is for.
  let role: SentenceRole
  /// Its words in order.
  let words: [Word]
  /// Folded forms, as the gazetteer takes them.
  let folded: [String]
  /// Dependents of each word, in order.
  let dependents: [[Int]]
  /// Whether nearly every word is capitalised, as in some headlines: capitals then mark no names.
  let isTitleCase: Bool

  init(_ sentence: Sentence, index: Int) {
    self.index = index
    role = sentence.role
    let words = sentence.tokens.enumerated().map { Word($1, index: $0) }
    self.words = words
    folded = words.map(\.folded)
    var dependents = [[Int]](repeating: [], count: words.count)
    for (place, word) in words.enumerated() where word.head != place && words.indices.contains(word.head) {
      dependents[word.head].append(place)
    }
    self.dependents = dependents
    let named = words.filter { !$0.isMark && !$0.isNumber && !$0.isPossessiveMark && $0.lower != "n't" }
    isTitleCase =
      named.count >= 4
      && named.allSatisfy { $0.isCapitalised || Self.smallInTitles.contains($0.lower) }
  }

  /// Words that headlines in title case leave in small letters.
  private static let smallInTitles: Set<String> = [
    "a", "an", "the", "and", "or", "but", "nor", "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto",
    "off", "out", "over", "per", "than", "to", "up", "via", "vs", "with", "amid", "after", "is", "be",
  ]

  /// The stretch of text from the first to the last of `range`.
  ///
  /// - Precondition: `range` is not empty and lies within the line.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(start: words[range.lowerBound].span.start, end: words[range.upperBound - 1].span.end)
  }

  /// The words of `range` as written in the text, with single spaces where the text has space.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for place in range {
      if place > range.lowerBound, words[place - 1].span.end < words[place].span.start { text += " " }
      text += words[place].form
    }
    return text
  }

  /// The lower-case form at `place`, or an empty string beyond the ends.
  func lower(_ place: Int) -> String { words.indices.contains(place) ? words[place].lower : "" }

  /// How many words of `range` are more than marks.
  func wordCount(_ range: Range<Int>) -> Int { range.count { !words[$0].isMark } }

  /// Where what stands right before `place` ends, but for the mark of a possessor: behind "NATO" before "'s officials".
  func ownerEnd(before place: Int) -> Int { place > 0 && words[place - 1].isPossessiveMark ? place - 1 : place }

  /// Whether a possessor's mark stands at `place`.
  func hasPossessiveMark(at place: Int) -> Bool { words.indices.contains(place) && words[place].isPossessiveMark }

  /// The words of the named entity of a type that begins at `place`, if the model marked one.
  ///
  /// It ends before a second small word in a row, and with a capital.
  func entity(at place: Int, type: String) -> Range<Int>? {
    guard words.indices.contains(place), words[place].entity == "B-\(type)" else { return nil }
    var end = words[(place + 1)...].firstIndex { $0.entity != "I-\(type)" } ?? words.count
    let isSmall = { (word: Word) in !word.isCapitalised && !word.isMark && !word.isNumber }
    let second = (place + 1..<end).first { isSmall(words[$0]) && isSmall(words[$0 - 1]) }
    if let second { end = second }
    while end > place + 1, isSmall(words[end - 1]) || words[end - 1].isMark { end -= 1 }
    return place..<end
  }

  /// The first dependent of `place` whose relation is one of `relations`; a subtype is a relation of its own.
  func dependent(of place: Int, _ relations: Set<String>) -> Int? {
    dependents[place].first { relations.contains(words[$0].relation) }
  }

  func dependents(of place: Int, _ relations: Set<String>) -> [Int] {
    dependents[place].filter { relations.contains(words[$0].relation) }
  }

  /// The preposition that governs the noun at `place`, in lower case; two words where it has two.
  func preposition(of place: Int) -> String? {
    guard let mark = dependent(of: place, ["case"]) else { return nil }
    if let fixed = dependent(of: mark, ["fixed"]) { return "\(words[mark].lower) \(words[fixed].lower)" }
    return words[mark].lower
  }

  /// Whether `ancestor` governs `place`, directly or not.
  func isGoverned(_ place: Int, by ancestor: Int) -> Bool {
    var current = place
    for _ in words.indices {
      let head = words[current].head
      if head == ancestor { return true }
      if head == current { return false }
      current = head
    }
    return false
  }
}
