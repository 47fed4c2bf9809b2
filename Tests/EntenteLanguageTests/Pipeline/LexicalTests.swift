import EntenteLanguage
import Testing

@Suite struct LexicalTests {
  @Test(arguments: [
    ("meetings", "meeting", 1, ""), ("tried", "try", 3, "y"), ("went", "go", 4, "go"), ("Was", "be", 3, "be"),
    ("said", "say", 2, "y"), ("troops", "troop", 1, ""),
  ])
  func ruleCutsAndAdds(form: String, lemma: String, dropped: Int, ending: String) {
    let rule = LemmaRule(form: form, lemma: lemma)
    #expect(rule == LemmaRule(dropped: dropped, ending: ending, keepsCase: false))
    #expect(rule.lemma(of: form) == lemma)
  }

  @Test func namesKeepTheirCapitals() {
    let rule = LemmaRule(form: "States", lemma: "State")
    #expect(rule.keepsCase)
    #expect(rule.lemma(of: "Nations") == "Nation")
    #expect(LemmaRule(form: "Meetings", lemma: "meeting").lemma(of: "TALKS") == "talk")
  }

  @Test func ruleThatWouldLeaveNothingIsRefused() {
    #expect(LemmaRule(dropped: 2, ending: "", keepsCase: false).lemma(of: "is") == nil)
    #expect(LemmaRule(dropped: 3, ending: "y", keepsCase: false).lemma(of: "is") == nil)
    #expect(LemmaRule(dropped: 0, ending: "", keepsCase: false).lemma(of: "") == nil)
  }

  @Test(arguments: [
    ("Don’t", "don't"), ("F-16", "f-00"), ("2026", "<year>"), ("3200", "0000"), ("—", "--"), ("…", "..."),
    ("https://example.org/a", "<address>"), ("press@example.org", "<address>"), ("ŁÓDŹ", "łódź"), ("Київ", "київ"),
    ("", ""),
  ])
  func wordsHaveANormalForm(form: String, normal: String) {
    var reader = NormalForm()
    reader.read(form, isSpaced: false)
    #expect(String(decoding: reader.bytes, as: UTF8.self) == normal)
    #expect(reader.starts.last == reader.bytes.count)
  }

  @Test func hyphenBetweenSpacesIsADash() {
    var reader = NormalForm()
    reader.read("-", isSpaced: true)
    #expect(reader.bytes == Array("--".utf8))
    reader.read("-", isSpaced: false)
    #expect(reader.bytes == Array("-".utf8))
  }

  @Test func headlineCapitalsDifferFromThoseOfASentence() {
    let shape = { (words: [String]) in
      var lexical = LexicalSentence()
      lexical.read(count: words.count, word: { words[$0] }, isSpaced: { _ in false })
      return lexical.words[1].shape
    }
    let plain = shape(["the", "Minister", "arrived", "later", "today"])
    #expect(plain == shape(["the", "Chairman", "arrived", "later", "today"]))
    #expect(plain != shape(["The", "Minister", "Arrived", "Later", "Today"]))
    #expect(shape(["THE", "MINISTER", "ARRIVED"]) != shape(["The", "MINISTER", "arrived"]))
  }

  @Test func namesOfAModelAreReadBack() throws {
    var names = ModelNames()
    names.tags = [JointTag(upos: "NOUN", xpos: "NN"), JointTag(upos: "PUNCT", xpos: "''")]
    (names.relations, names.entities) = (["nsubj", "nmod:poss"], ["PER"])
    names.lemmaRules = [
      LemmaRule(dropped: 0, ending: "", keepsCase: true), LemmaRule(dropped: 3, ending: "y", keepsCase: false),
    ]
    #expect(try ModelNames(names.text) == names)
    #expect(throws: ModelError.self) { try ModelNames("lemma\tthree\tkeep\t") }
    #expect(throws: ModelError.self) { try ModelNames("rule") }
  }
}
