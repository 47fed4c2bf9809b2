/// Regular English inflection, for the words of the knowledge tables.
package enum Inflection {
  /// Third person, past, participle and -ing form of a regular verb.
  package static func verbForms(of lemma: String) -> [String] {
    [plural(of: lemma), past(of: lemma), past(of: lemma), ing(of: lemma)]
  }

  /// The plural of a regular noun, which is the third person of a regular verb.
  package static func plural(of word: String) -> String {
    if word.hasSuffix("y"), !endsInVowel(word.dropLast()) { return word.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }

  /// The singular of a noun in plural or singular form.
  package static func singular(of word: String) -> String {
    switch word {
    case "allies": return "ally"
    case "men", "women": return word.dropLast(2) + "an"
    case "people", "troops", "police", "forces": return word == "forces" ? "force" : word
    default: break
    }
    if word.hasSuffix("men"), word.count > 4 { return word.dropLast(2) + "an" }
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") || !word.hasSuffix("s") { return word }
    return String(word.dropLast())
  }

  private static func past(of lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if lemma.hasSuffix("y"), !endsInVowel(lemma.dropLast()) { return lemma.dropLast() + "ied" }
    return lemma + "ed"
  }

  private static func ing(of lemma: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee") { return lemma.dropLast() + "ing" }
    return lemma + "ing"
  }

  private static func endsInVowel(_ word: some StringProtocol) -> Bool {
    word.last.map { "aeiou".contains($0) } ?? false
  }
}
