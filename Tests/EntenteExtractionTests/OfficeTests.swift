import EntenteModel
import Testing

@Suite struct OfficeTests {
  @Test(arguments: [
    ("Estonian Prime Minister Liis Tamm visited Tartu.", "Liis Tamm HOLDS_OFFICE Estonia (Prime Minister)"),
    ("NATO Secretary-General Mark Rutte spoke.", "Mark Rutte HOLDS_OFFICE NATO (Secretary-General)"),
    (
      "Jonas Berg, Sweden's defense minister, declined to comment.",
      "Jonas Berg HOLDS_OFFICE Sweden (defense minister)"
    ),
    (
      "Amina Diallo, a professor at the University of Ghana, was doubtful.",
      "Amina Diallo AFFILIATED_WITH University of Ghana (professor)"
    ),
    ("Maria Soto is the foreign minister of Chile.", "Maria Soto HOLDS_OFFICE Chile (foreign minister)"),
  ])
  func officeIsReadFromItsPlaceBesideTheName(text: String, tie: String) throws {
    #expect(try Reading(text).ties.contains(tie))
  }

  @Test func formerOfficeIsMarked() throws {
    let reading = try Reading("Former Estonian Prime Minister Liis Tamm spoke in Tartu.")
    let relation = try #require(reading.facts.relations.first { $0.type == .holdsOffice })
    #expect(relation.attributes["former"] == "true")
  }

  @Test func titleOfTheNextNameIsNotTheFirsts() throws {
    let reading = try Reading("Liis Tamm, Prime Minister Juhan Kask and two others left Tartu.")
    #expect(!reading.ties.contains { $0.hasPrefix("Liis Tamm") })
  }

  @Test func bareTitleNeedsTheDateToTellTheCountry() throws {
    let text = "President Emmanuel Macron spoke on Tuesday."
    #expect(try Reading(text, date: "2024-05-01").ties == ["Emmanuel Macron HOLDS_OFFICE France (President)"])
    #expect(try Reading(text).ties.isEmpty)
    #expect(try Reading(text, date: "2010-05-01").ties.isEmpty)
  }

  @Test func officeAloneStandsForItsOnlyHolder() throws {
    let reading = try Reading(
      "Chilean Foreign Minister Maria Soto flew to Lima. The foreign minister was received by Peruvian officials.")
    let mentions = reading.entity("Maria Soto")?.mentions ?? []
    #expect(mentions.contains { $0.form == .office })
  }
}
