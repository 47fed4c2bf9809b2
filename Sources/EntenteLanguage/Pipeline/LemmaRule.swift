/// How a dictionary form is made from a word: what is cut off its end, and what is put there.
package struct LemmaRule: Hashable, Sendable {
  /// The number of scalars cut off.
  package var dropped: Int
  /// What is put in their place.
  package var ending: String
  /// Whether capitals stay, as in names.
  package var keepsCase: Bool

  package init(dropped: Int, ending: String, keepsCase: Bool) {
    self.dropped = dropped
    self.ending = ending
    self.keepsCase = keepsCase
  }

  /// The rule that makes `lemma` from `form`; small letters are preferred where both do.
  package init(form: String, lemma: String) {
    let plain = Self.plain(form)
    let lowered = plain.lowercased()
    let keepsCase = !(lemma == lemma.lowercased())
    let whole = Array((keepsCase ? plain : lowered).unicodeScalars)
    let wanted = Array(lemma.unicodeScalars)
    var common = 0
    while common < whole.count, common < wanted.count, whole[common] == wanted[common] { common += 1 }
    var ending = String.UnicodeScalarView()
    ending.append(contentsOf: wanted[common...])
    self.init(dropped: whole.count - common, ending: String(ending), keepsCase: keepsCase)
  }

  /// The dictionary form, or nil where the word is too short for the rule.
  package func lemma(of form: String) -> String? {
    var scalars = Self.plain(form).unicodeScalars
    guard scalars.count >= dropped, scalars.count > dropped || !ending.isEmpty else { return nil }
    scalars.removeLast(dropped)
    scalars.append(contentsOf: ending.unicodeScalars)
    let lemma = String(scalars)
    return keepsCase ? lemma : lemma.lowercased()
  }

  /// The word with straight apostrophes.
  private static func plain(_ form: String) -> String {
    guard form.utf8.contains(0xE2) else { return form }
    var scalars = String.UnicodeScalarView()
    for scalar in form.unicodeScalars { scalars.append(scalar == "\u{2019}" || scalar == "\u{2018}" ? "'" : scalar) }
    return String(scalars)
  }
}
