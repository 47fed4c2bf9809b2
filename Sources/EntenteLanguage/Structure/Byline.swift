/// The line that names who wrote the story.
struct Byline: Hashable, Sendable {
  /// The author as written, or nil for a line that names helpers alone.
  var author: Range<Int>?

  /// Reads "By Jane Doe", "By Jane Doe and John Roe in Kyiv", "Reporting by …; Editing by …",
  /// "Jane Doe contributed to this report."
  init?(_ passage: Passage) {
    guard (2...45).contains(passage.wordCount) else { return nil }
    if Self.isThanks(passage) {
      author = nil
      return
    }
    guard passage.wordCount <= 24, let start = Self.nameStart(passage.words) else { return nil }
    let endsAsSentence = passage.endsLikeSentence && passage.words.last?.isWord != true
    guard !endsAsSentence, let author = Self.names(passage.words, from: start) else { return nil }
    self.author = author
  }

  /// Whether the line is a name alone, as above a date or "Staff writer".
  static func isName(_ passage: Passage) -> Bool {
    guard (2...4).contains(passage.wordCount), !passage.endsLikeSentence else { return false }
    let names = passage.words.prefix { $0.isCapitalised && !$0.folded.contains("'") }
    let rest = passage.words[names.count...].map(\.folded)
    return names.count >= 2 && (rest.isEmpty || rest == ["and", "agencies"] || rest == ["with", "agencies"])
  }

  /// Whether the line says what its neighbour is: "Staff writer", "Foreign correspondent".
  static func isOccupation(_ passage: Passage) -> Bool {
    guard (1...6).contains(passage.wordCount), !passage.endsLikeSentence else { return false }
    return passage.words.contains { occupations.contains($0.folded) }
  }

  private static func isThanks(_ passage: Passage) -> Bool {
    if thanks.end(passage.folded) { return true }
    guard helpers.begin(passage.folded) else { return false }
    let names = passage.words.drop { !$0.isWord }.dropFirst(2)
    let isNamed = names.first?.isCapitalised == true || passage.folded.starts(with: ["additional", "reporting", "by"])
    return isNamed && (passage.words.contains { $0.folded == ";" || $0.folded == "(" } || !passage.endsLikeSentence)
  }

  private static func nameStart(_ words: [Passage.Word]) -> Int? {
    if words[0].folded == "by" { return words.count > 1 && words[1].folded == ":" ? 2 : 1 }
    if words.count > 2, words[0].folded == "written" || words[0].folded == "story", words[1].folded == "by" { return 2 }
    return nil
  }

  /// The stretch of names; what follows may say what the authors are and where.
  private static func names(_ words: [Passage.Word], from start: Int) -> Range<Int>? {
    var end = start
    while end < words.count, isPartOfName(words, end) { end += 1 }
    while end > start, !words[end - 1].isWord || words[end - 1].folded == "and" { end -= 1 }
    guard end > start else { return nil }
    let rest = words[end...]
    guard rest.isEmpty || !rest.contains(where: { $0.isWord && !isPartOfRest($0) }) else { return nil }
    return words[start].range.lowerBound..<words[end - 1].range.upperBound
  }

  private static func isPartOfName(_ words: [Passage.Word], _ index: Int) -> Bool {
    let word = words[index]
    if occupations.contains(word.folded) { return false }
    if word.isWord {
      return (word.isCapitalised && WrittenDate(words, at: index) == nil) || joins.contains(word.folded)
    }
    if word.folded == "," {
      // A comma goes on with names, not with what they are: "Jane Doe, John Roe and …", "Jane Doe, Staff writer".
      let next = words[(index + 1)...].prefix { $0.isWord && $0.folded != "and" }
      return next.count >= 2 && next.allSatisfy { $0.isCapitalised && !occupations.contains($0.folded) }
    }
    return word.folded == "-" || word.folded == "&"
  }

  private static func isPartOfRest(_ word: Passage.Word) -> Bool {
    word.isCapitalised || fillers.contains(word.folded) || occupations.contains(word.folded)
      || word.folded.utf8.allSatisfy { (0x30...0x3A).contains($0) }
  }

  private static let thanks = Phrases([
    "contributed to this report", "contributed to this article", "contributed to this story", "contributed reporting",
  ])

  private static let helpers = Phrases([
    "reporting by", "additional reporting by", "editing by", "written by", "compiled by",
  ])

  private static let joins: Set<String> = ["and", "de", "van", "von", "der", "bin", "al", "el", "di", "da", "la", "le"]

  private static let fillers: Set<String> = [
    "in", "at", "of", "for", "the", "and", "from", "with", "to", "on", "special", "a.m.", "p.m.", "am", "pm", "min",
    "read", "published", "updated",
  ]

  private static let occupations: Set<String> = [
    "staff", "writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor", "editors",
    "columnist", "contributor", "bureau", "chief", "analyst", "journalist", "producer",
  ]
}
