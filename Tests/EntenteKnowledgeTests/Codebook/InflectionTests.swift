import EntenteKnowledge
import Testing

@Suite struct InflectionTests {
  @Test(arguments: [
    ("attack", ["attacks", "attacked", "attacked", "attacking"]),
    ("agree", ["agrees", "agreed", "agreed", "agreeing"]),
    ("deny", ["denies", "denied", "denied", "denying"]), ("press", ["presses", "pressed", "pressed", "pressing"]),
    ("accuse", ["accuses", "accused", "accused", "accusing"]),
    ("deploy", ["deploys", "deployed", "deployed", "deploying"]),
    ("reach", ["reaches", "reached", "reached", "reaching"]), ("untie", ["unties", "untied", "untied", "untying"]),
  ])
  func inflectsRegularVerbs(lemma: String, forms: [String]) {
    #expect(Inflection.verbForms(of: lemma) == forms)
  }

  @Test(arguments: [
    ("allies", "ally"), ("gunmen", "gunman"), ("women", "woman"), ("forces", "force"), ("troops", "troops"),
    ("crises", "crise"), ("churches", "church"), ("embassies", "embassy"), ("missiles", "missile"), ("bus", "bus"),
    ("press", "press"), ("analysis", "analysis"), ("soldier", "soldier"), ("taxes", "tax"), ("", ""),
  ])
  func takesNounsBackToTheSingular(plural: String, singular: String) {
    #expect(Inflection.singular(of: plural) == singular)
  }
}
