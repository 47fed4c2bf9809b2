import EntenteModel

/// Finds persons who are known by a full name again by their surname.
struct SurnameFinder {
  /// Surname, as folded words, to the full names that end with it.
  private var fullNames: [[String]: Set<String>] = [:]
  private var longest = 0

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  /// - Parameter drafts: the names found in the whole document.
  init(_ drafts: some Sequence<MentionDraft>) {
    for draft in drafts {
      guard case .person(let name) = draft.referent else { continue }
      for surname in Self.surnames(of: name) {
        fullNames[surname, default: []].insert(name)
        longest = max(longest, surname.count)
      }
    }
  }

  /// The endings by which a full name may be taken up: "von der Leyen", "Leyen"; "Xi" where the family name
  /// comes first is found as the first word of a name of two.
  static func surnames(of name: String) -> [[String]] {
    var words = TextFolding.fold(name).split(separator: " ").map(String.init)
    if let last = words.last, suffixes.contains(last), words.count > 2 { words.removeLast() }
    guard words.count > 1 else { return [] }
    return (1..<words.count).map { Array(words[$0...]) }
  }

  /// The full names that the folded words of a surname may stand for, sorted.
  func candidates(_ surname: String) -> [String] {
    let words = TextFolding.fold(surname).split(separator: " ").map(String.init)
    return (fullNames[words] ?? []).sorted()
  }

  /// The surnames among the words of a line that no name has yet.
  func surnames(in line: Line, besides names: [MentionDraft]) -> [MentionDraft] {
    var claimed = names.claimedWords
    var drafts: [MentionDraft] = []
    for place in line.words.indices where line.words[place].isCapitalised && !claimed.contains(place) {
      guard let words = match(at: place, in: line, claimed) else { continue }
      claimed.formUnion(words)
      drafts.append(
        MentionDraft(
          line: line.index, words: words, referent: .surname(line.text(words)), form: .surname, rule: "name:surname"))
    }
    return drafts
  }

  private func match(at start: Int, in line: Line, _ claimed: Set<Int>) -> Range<Int>? {
    var key: [String] = []
    var best: Range<Int>?
    var place = start
    while place < line.words.count, !claimed.contains(place), key.count < longest {
      let word = line.words[place]
      if !word.isHyphen {
        if word.isMark { break }
        key.append(contentsOf: word.folded.split(separator: " ").map(String.init))
        if fullNames[key] != nil { best = start..<place + 1 }
      }
      place += 1
    }
    guard let best, isWhole(best, in: line) else { return nil }
    return best
  }

  /// Not the beginning or the end of some other name: "Trump Tower", "Tower Trump".
  private func isWhole(_ words: Range<Int>, in line: Line) -> Bool {
    if line.isTitleCase { return true }
    if words.upperBound < line.words.count {
      let next = line.words[words.upperBound]
      if next.isCapitalised, next.tag.isEmpty || next.tag.hasPrefix("NNP") { return false }
    }
    return true
  }
}
