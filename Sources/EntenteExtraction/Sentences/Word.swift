import EntenteModel

/// A token with the views of it that every finder asks for, made once.
struct Word: Hashable, Sendable {
  /// The token as written.
  let form: String
  /// The form in lower case, with straight apostrophes.
  let lower: String
  /// The form without case, accents and marks; empty for a mark.
  let folded: String
  /// Dictionary form in lower case; the lower-case form where no annotator knew one.
  let lemma: String
  /// Penn Treebank tag, or an empty string.
  let tag: String
  /// Index of the word it depends on; the root and an unparsed word name themselves.
  let head: Int
  /// UD relation to the head, or an empty string.
  let relation: String
  /// Which named entity the model takes it for a part of, as in `B-PER`, or an empty string.
  let entity: String
  /// Where it stands in the repaired text.
  let span: TextSpan
  /// Whether it begins with a capital letter.
  let isCapitalised: Bool
  /// Whether it has two letters or more and each is a capital.
  let isAllCapitals: Bool
  /// Whether it has neither letter nor digit.
  let isMark: Bool
  /// Whether it begins with a digit.
  let isNumber: Bool

  init(_ token: Token, index: Int) {
    form = token.form
    lower = Self.straightened(token.form.lowercased())
    folded = TextFolding.fold(token.form)
    lemma = token.lemma?.lowercased() ?? lower
    tag = token.xpos ?? ""
    head = token.head ?? index
    relation = token.deprel ?? ""
    entity = token.entity ?? ""
    span = token.span
    let first = token.form.unicodeScalars.first
    isCapitalised = first?.properties.isUppercase ?? false
    isNumber = first.map { ("0"..."9").contains($0) } ?? false
    isMark = folded.isEmpty
    let letters = token.form.unicodeScalars.filter(\.properties.isAlphabetic)
    isAllCapitals = letters.count >= 2 && letters.allSatisfy(\.properties.isUppercase)
  }

  /// Whether it ends a possessor: "'s", "’s" or "’".
  var isPossessiveMark: Bool { lower == "'s" || (lower == "'" && (tag == "POS" || tag.isEmpty)) }

  /// Whether it is a hyphen, of its own between the parts of a word.
  var isHyphen: Bool { form == "-" || form == "‐" || form == "‑" }

  var isVerb: Bool { tag.hasPrefix("VB") }
  var isNoun: Bool { tag.hasPrefix("NN") }

  private static func straightened(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "’" || $0 == "‘" }) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(scalar == "’" || scalar == "‘" ? "'" : scalar) }
    return String(view)
  }
}
