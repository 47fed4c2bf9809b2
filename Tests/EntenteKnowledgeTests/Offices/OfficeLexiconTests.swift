import EntenteModel
import Testing

@testable import EntenteKnowledge

@Suite struct OfficeLexiconTests {
  let lexicon: OfficeLexicon
  let rows: [TableReader.Row]

  init() throws {
    lexicon = try OfficeLexicon()
    rows = try TableReader(EmbeddedText.offices, file: "offices.tsv", columns: ["title", "kind", "sector", "body"]).rows
  }

  private func match(_ words: String) -> OfficeTitle? {
    lexicon.longestMatch(words.split(separator: " ").map(String.init)[...])
  }

  @Test func noTitleStandsTwiceAndAllAreFolded() {
    #expect(rows.count >= 350)
    var seen: Set<Substring> = []
    for row in rows {
      #expect(seen.insert(row.fields[0]).inserted, "offices.tsv:\(row.line)")
      #expect(TextFolding.fold(String(row.fields[0])) == row.fields[0], "offices.tsv:\(row.line)")
    }
  }

  @Test func everySectorIsOneOfPloversAndEveryBodyIsKnown() throws {
    let sectors: Set<Substring> = [
      "-", "GOV", "MIL", "IGO", "REL", "LEG", "JUD", "COP", "SPY", "REB", "PTY", "OPP", "BUS", "EDU", "JRN", "MED",
      "LAB", "AGR", "CRM", "PRM",
    ]
    let gazetteer = try Gazetteer()
    for row in rows {
      #expect(sectors.contains(row.fields[2]), "offices.tsv:\(row.line)")
      if row.fields[3] != "-" {
        #expect(gazetteer.entry(forKey: String(row.fields[3])) != nil, "offices.tsv:\(row.line)")
      }
    }
  }

  @Test(arguments: [
    ("secretary general mark rutte", "secretary general", OfficeKind.office, nil),
    ("undersecretary of defense for policy", "undersecretary of defense for policy", .office, "GOV"),
    ("undersecretary of defense", "undersecretary of defense", .office, "GOV"),
    ("high representative for foreign policy", "high representative for foreign policy", .office, "IGO"),
    ("permanent representative to the un", "permanent representative", .office, "GOV"),
    ("defence minister", "defence minister", .office, "GOV"),
    ("top diplomat kaja kallas", "top diplomat", .office, "GOV"),
    ("defense chief", "defense chief", .office, "GOV"), ("special adviser", "special adviser", .office, "GOV"),
    ("lt gen", "lt gen", .rank, "MIL"), ("grand ayatollah", "grand ayatollah", .office, "REL"),
    ("rebel leader", "rebel leader", .office, "REB"), ("army spokesman", "army spokesman", .office, "MIL"),
    ("professor of law", "professor", .role, "EDU"), ("mr trump", "mr", .courtesy, nil),
    ("president vladimir putin", "president", .office, "GOV"),
    ("opposition lawmaker", "opposition lawmaker", .office, "LEG"),
  ])
  func findsTheLongestTitle(words: String, title: String, kind: OfficeKind, sector: String?) throws {
    let found = try #require(match(words))
    #expect(found.words.joined(separator: " ") == title)
    #expect(found.kind == kind)
    #expect(found.sector == sector)
  }

  @Test func namesTheBodyWhereTheTitleAloneDoes() {
    #expect(match("sen")?.body == "org:us-senate")
    #expect(match("rep")?.body == "org:us-house")
    #expect(match("pentagon spokesman")?.body == "org:us-defense-department")
    #expect(match("minister")?.body == nil)
  }

  @Test func findsNothingInOtherWords() {
    #expect(match("table") == nil)
    #expect(lexicon.longestMatch([]) == nil)
  }

  @Test func anUnknownKindIsAnError() {
    #expect {
      try OfficeLexicon("title\tkind\tsector\tbody\nking\tcrown\t-\t-\n", file: "o.tsv")
    } throws: {
      ($0 as? KnowledgeError)?.description
        == "o.tsv:2:2: 'crown' is no kind; wanted is courtesy, office, rank or role"
    }
  }
}
