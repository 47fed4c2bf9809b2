/// How far the story speaks of what a line speaks of.
///
/// A heading names what its section is about, a link to another story names other things: the words
/// of a line are looked for in the body, names apart from the rest.
struct WordCoverage {
  private var found: [String: Bool] = [:]

  /// Looks the content words of `lines` up in the `body`.
  ///
  /// - Complexity: O(*n*) in the scalars of both.
  init(of lines: [Passage], in body: [Range<Int>], _ scalars: [Unicode.Scalar]) {
    for line in lines {
      for word in Self.contentWords(of: line) { found[Self.stem(word.folded)] = false }
    }
    if found.isEmpty { return }
    for range in body { look(in: range, scalars) }
  }

  /// The share of a line's content words that the body has; 1 where it has none.
  func share(of line: Passage) -> Double {
    share(Self.contentWords(of: line)) ?? 1
  }

  /// The share of a line's names that the body has, or nil where it holds none.
  func shareOfNames(of line: Passage) -> Double? {
    let words = Self.contentWords(of: line)
    let first = line.words.first(where: \.isWord)?.range.lowerBound
    let isHeadlineStyle = words.count { $0.isCapitalised } * 10 >= words.count * 7 && words.count > 2
    return share(words.filter { $0.isCapitalised && (isHeadlineStyle || $0.range.lowerBound != first) })
  }

  private func share(_ words: [Passage.Word]) -> Double? {
    guard !words.isEmpty else { return nil }
    return Double(words.count { found[Self.stem($0.folded)] == true }) / Double(words.count)
  }

  private mutating func look(in range: Range<Int>, _ scalars: [Unicode.Scalar]) {
    var place = range.lowerBound
    while place < range.upperBound {
      guard ScalarKind(scalars[place]) == .letter else {
        place += 1
        continue
      }
      var stem = String.UnicodeScalarView()
      var length = 0
      while place < range.upperBound, ScalarKind(scalars[place]) == .letter || scalars[place] == "." {
        if length < Self.stemLength { stem.append(scalars[place].asciiLowercased) }
        length += 1
        place += 1
      }
      if let last = stem.last, last == "." { stem.removeLast() }
      let word = String(stem)
      if found[word] == false { found[word] = true }
    }
  }

  private static let stemLength = 5

  private static func stem(_ word: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in word.unicodeScalars.prefix(stemLength) { view.append(scalar) }
    if view.last == "." { view.removeLast() }
    return String(view)
  }

  private static func contentWords(of line: Passage) -> [Passage.Word] {
    line.words.filter { word in
      guard word.isWord, ScalarKind(word.folded.unicodeScalars.first ?? " ") == .letter else { return false }
      if empty.contains(word.folded) { return false }
      return word.folded.unicodeScalars.count >= 4 || word.isUppercase
    }
  }

  private static let empty: Set<String> = Set(
    """
    about after again against also amid among another around because been before behind being between both could does \
    doing down during each even ever every from have having here how into just like made make many might more most \
    much must never next only other over said same says should since some still such than that their them then there \
    these they this those through under until upon very want were what when where which while whom whose will with \
    within without would your know need people
    """.split(separator: " ").map(String.init))
}
