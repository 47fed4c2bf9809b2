import EntenteModel
import Testing

@testable import EntenteKnowledge

@Suite struct CodebookTests {
  let codebook: Codebook
  let rows: [TableReader.Row]

  private static let shared = Result { try Codebook() }
  private static let table = Result {
    try TableReader(
      EmbeddedText.codebook, file: "codebook.tsv", columns: ["word", "pos", "type", "mode", "object", "frame"])
  }

  init() throws {
    codebook = try Self.shared.get()
    rows = try Self.table.get().rows
  }

  /// The modes of PLOVER 0.8 by type.
  private static let modes: [EventType: Set<String>] = [
    .consult: ["visit", "third-party", "multilateral", "phone"],
    .retreat: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
    .request: ["assist", "change", "yield", "meet"], .reject: ["assist", "change", "yield", "meet"],
    .accuse: ["disapprove", "investigate", "allege"],
    .threaten: ["restrict", "arrest", "relations", "expel", "territory", "violence"],
    .protest: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
    .sanction: ["convict", "expel", "withdraw", "discontinue"],
    .mobilize: ["troops", "weapons", "police", "militia"],
    .coerce: [
      "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
      "cyber",
    ],
    .assault: [
      "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
      "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ],
  ]

  @Test func everyRuleHasAModeOfItsType() throws {
    for row in rows where row.fields[3] != "-" {
      let type = try #require(EventType(rawValue: String(row.fields[2])))
      #expect(Self.modes[type]?.contains(String(row.fields[3])) == true, "codebook.tsv:\(row.line)")
    }
  }

  @Test func coversAllSixteenTypes() {
    #expect(Set(rows.map { String($0.fields[2]) }) == Set(EventType.allCases.map(\.rawValue)))
    #expect(rows.count >= 600)
  }

  @Test func noRuleStandsTwice() {
    var seen: [String: Int] = [:]
    for row in rows {
      let name = "\(row.fields[1]):\(row.fields[0])+\(row.fields[4].split(separator: ",")[0])"
      #expect(seen[name] == nil, "\(name) stands on lines \(seen[name] ?? 0) and \(row.line)")
      seen[name] = row.line
    }
  }

  @Test func listsAreInLowerCaseWithoutRepetitions() {
    for row in rows {
      let objects = row.fields[4].split(separator: ",")
      #expect(Set(objects).count == objects.count, "codebook.tsv:\(row.line)")
      #expect(row.fields[4].allSatisfy { !$0.isUppercase && $0 != " " }, "codebook.tsv:\(row.line)")
      #expect(row.fields[5] == "-" || row.fields[5].split(separator: "|").count >= 1)
    }
  }

  @Test func everyVerbIsFoundInAllItsForms() {
    let verbs = Set(rows.filter { $0.fields[1] == "verb" }.map { String($0.fields[0].split(separator: " ")[0]) })
    for verb in verbs {
      #expect(codebook.verbs(verb).contains { $0.lemma == verb && $0.form == .base }, "\(verb)")
      #expect(!codebook.rules(ofVerb: verb).isEmpty)
    }
    #expect(codebook.verbs("nonsense").isEmpty)
    #expect(codebook.rules(ofVerb: "nonsense").isEmpty)
  }

  @Test(arguments: [
    ("met", "meet", VerbForm.past), ("meets", "meet", .third), ("withdrawn", "withdraw", .participle),
    ("expelled", "expel", .past), ("accuses", "accuse", .third), ("vetoes", "veto", .third),
    ("shelling", "shell", .ing), ("traveled", "travel", .past), ("travelled", "travel", .past),
    ("cancelling", "cancel", .ing), ("canceled", "cancel", .past), ("sought", "seek", .past),
    ("beaten", "beat", .participle), ("froze", "freeze", .past), ("agreeing", "agree", .ing),
    ("defied", "defy", .past), ("overran", "overrun", .past), ("led", "lead", .past), ("sank", "sink", .past),
    ("dismissed", "dismiss", .past), ("torpedoed", "torpedo", .past), ("buys", "buy", .third),
  ])
  func readsInflectedForms(word: String, lemma: String, form: VerbForm) {
    #expect(codebook.verbs(word).contains { $0.lemma == lemma && $0.form == form })
  }

  @Test(arguments: [
    "withdrawed", "meeted", "haved", "beginned", "striked", "expeled", "stoped", "seeked", "flied", "sended",
  ])
  func makesNoFormsThatDoNotExist(word: String) {
    #expect(codebook.verbs(word).isEmpty)
  }

  @Test func everyRowOfFormsIsAVerbOfOurs() throws {
    let table = try TableReader(
      EmbeddedText.wordForms, file: "word-forms.tsv", columns: ["lemma", "third", "past", "participle", "ing"])
    let lists = try WordLists()
    let spoken = ["speech-verbs", "plan-verbs", "wish-verbs", "refuse-verbs"].reduce(into: Set<String>()) {
      $0.formUnion(lists[$1])
    }
    var seen: Set<[Substring]> = []
    let spellings = Dictionary(grouping: table.rows) { String($0.fields[0]) }
    for row in table.rows {
      let lemma = String(row.fields[0])
      #expect(!codebook.rules(ofVerb: lemma).isEmpty || spoken.contains(lemma), "\(lemma)")
      #expect(seen.insert(row.fields).inserted, "\(lemma) stands twice")
      let isOnlyOne = spellings[lemma]?.count == 1
      #expect(
        !isOnlyOne || row.fields.dropFirst().map(String.init) != Inflection.verbForms(of: lemma), "\(lemma) is regular")
    }
  }

  @Test func rulesWithParticlesAndObjectsComeFirst() throws {
    let rules = codebook.rules(ofVerb: "withdraw")
    let unrestricted = try #require(rules.firstIndex { $0.objects.isEmpty })
    #expect(unrestricted == rules.count - 1)
    #expect(codebook.rules(ofVerb: "call").first?.words.count == 2)
  }

  @Test(arguments: [
    ("sign", "treaty", EventType.agree, ""), ("withdraw", "troop", .retreat, "withdraw"),
    ("expel", "diplomat", .sanction, "expel"), ("impose", "tariff", .sanction, "discontinue"),
    ("lift", "sanction", .concede, ""), ("recall", "ambassador", .sanction, "withdraw"),
    ("deploy", "warship", .mobilize, "troops"), ("hold", "talk", .consult, ""),
    ("release", "hostage", .retreat, "release"), ("deliver", "missile", .aid, ""),
    ("fire", "missile", .assault, "heavy-weapons"), ("summon", "envoy", .request, "meet"),
  ])
  func tellsVerbsApartByTheirObject(verb: String, object: String, type: EventType, mode: String) throws {
    let rule = try #require(codebook.rules(ofVerb: verb).first { $0.objects.contains(object) })
    #expect(rule.type == type)
    #expect(rule.mode == mode)
  }

  @Test func findsNounsInSingularAndPlural() {
    #expect(codebook.rules(ofNoun: "attacks").contains { $0.type == .assault && $0.words == ["attack"] })
    #expect(codebook.rules(ofNoun: "talks").first?.type == .consult)
    #expect(codebook.rules(ofNoun: "strike").contains { $0.words == ["hunger", "strike"] && $0.type == .protest })
    #expect(codebook.rules(ofNoun: "table").isEmpty)
  }

  @Test(arguments: [
    ("word\tpos\ttype\tmode\tobject\tframe\nmeet\tadverb\tCONSULT\t-\t-\tO\n", 2, 2),
    ("word\tpos\ttype\tmode\tobject\tframe\nmeet\tverb\tGREET\t-\t-\tO\n", 2, 3),
    ("word\tpos\ttype\tmode\tobject\tframe\nmeet\tverb\n", 2, nil), ("word\tpos\n", 1, nil),
  ])
  func saysWhereATableIsWrong(rules: String, line: Int, column: Int?) {
    let forms = "lemma\tthird\tpast\tparticiple\ting\n"
    #expect {
      try Codebook(rules: rules, rulesFile: "r.tsv", forms: forms, formsFile: "f.tsv")
    } throws: { error in
      let error = error as? KnowledgeError
      return error?.file == "r.tsv" && error?.line == line && error?.column == column
    }
  }
}
