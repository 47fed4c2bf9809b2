/// Who made a picture: a line of its own, or the end of a caption.
enum CreditLine {
  /// Whether the whole passage is a credit.
  static func isCredit(_ passage: Passage, _ scalars: [Unicode.Scalar]) -> Bool {
    guard (1...14).contains(passage.wordCount) else { return false }
    let words = passage.words
    // "Images by satellite firms show tanks." is a sentence.
    if opensAsCredit(words) && (!endsAsSentence(passage) || words[1].folded == ":") { return true }
    guard passage.wordCount <= 9, !endsAsSentence(passage) else { return false }
    return isSigned(words[...]) || isAgencyAlone(words)
  }

  /// Where the credit begins that ends a caption: "… 2026. (AP Photo/Jane Doe)", "… [Jane Doe/Reuters]".
  static func tail(of passage: Passage, _ scalars: [Unicode.Scalar]) -> Int? {
    guard !passage.isLong, let last = passage.words.last else { return nil }
    let words = passage.words
    if last.folded == ")" || last.folded == "]" {
      let opening = last.folded == ")" ? "(" : "["
      guard let start = words.lastIndex(where: { $0.folded == opening }), start > 0 else { return nil }
      let inner = words[(start + 1)..<(words.count - 1)]
      guard inner.count <= 12, isSigned(inner) || opensAsCredit(Array(inner)) || isAgencyAlone(Array(inner)) else {
        return nil
      }
      return words[start].range.lowerBound
    }
    guard let stop = words.lastIndex(where: { $0.folded == "." }) else { return nil }
    let start = stop + 1
    guard start < words.count, words.count - start <= 12 else { return nil }
    let rest = words[start...]
    guard isSigned(rest) || (rest.count > 1 && opensAsCredit(Array(rest))) else { return nil }
    return words[start].range.lowerBound
  }

  // MARK: - Signs of a credit

  /// "Photo: …", "Photograph by …", "Image credit: …", "© Agency".
  private static func opensAsCredit(_ words: [Passage.Word]) -> Bool {
    guard words.count > 1, labels.contains(words[0].folded) else { return false }
    let second = words[1].folded
    if second == ":" || second == "/" { return true }
    if second == "by" { return words.count > 2 && words[2].isCapitalised }
    if second == "credit" || second == "credits" || second == "courtesy" { return true }
    return words[0].folded == "courtesy" && second == "of"
  }

  /// Names and agencies with a slash, a bar or "via" between: "Jane Doe/Reuters", "AP Photo/Jane Doe".
  private static func isSigned(_ words: ArraySlice<Passage.Word>) -> Bool {
    guard let first = words.first, let last = words.last, words.count >= 2 else { return false }
    guard first.isCapitalised || first.folded == "@", last.isCapitalised || agencies.contains(last.folded) else {
      return false
    }
    var isDivided = false
    var isKnown = false
    for word in words {
      switch word.folded {
      case "/", "via": isDivided = true
      case "|", "-", "\u{2013}", "\u{2014}", ",", "\u{B7}", "\u{A9}", "for", "and", "the", "of", "&", ".", "pool", "de",
        "van", "von", "al", "bin":
        break
      default:
        guard word.isCapitalised || word.folded.hasPrefix("@") else { return false }
      }
      isKnown = isKnown || agencies.contains(word.folded)
    }
    return isDivided || (isKnown && words.contains { divides.contains($0.folded) }) || endsWithGetty(words)
  }

  private static func endsWithGetty(_ words: ArraySlice<Passage.Word>) -> Bool {
    words.dropLast().last?.folded == "getty" && words.last?.folded == "images"
  }

  private static func isAgencyAlone(_ words: [Passage.Word]) -> Bool {
    guard words.count <= 3 else { return false }
    return words.allSatisfy { agencies.contains($0.folded) || $0.folded == "images" || $0.folded == "photo" }
      && words.contains { agencies.contains($0.folded) }
  }

  /// A credit ends without a full stop, or with that of an initial.
  private static func endsAsSentence(_ passage: Passage) -> Bool {
    passage.endsLikeSentence && passage.words.last?.isWord != true
  }

  private static let divides: Set<String> = ["/", "via", "|", "\u{A9}", "\u{B7}", "\u{2014}", "-", "\u{2013}", ","]

  private static let labels: Set<String> = [
    "photo", "photos", "photograph", "photographs", "photography", "image", "images", "picture", "pictures", "credit",
    "credits", "illustration", "illustrations", "graphic", "courtesy", "\u{A9}", "video", "foto", "map",
  ]

  private static let agencies: Set<String> = [
    "reuters", "ap", "afp", "getty", "epa", "epa-efe", "efe", "bloomberg", "anadolu", "xinhua", "tass", "shutterstock",
    "alamy", "nurphoto", "zuma", "sipa", "dpa", "kyodo", "yonhap", "upi", "ansa", "ritzau", "ntb", "imago", "magnum",
    "handout", "sputnik", "pti", "istock", "unsplash", "flickr", "wikimedia",
  ]
}
