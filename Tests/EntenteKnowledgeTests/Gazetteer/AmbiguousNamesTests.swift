import EntenteKnowledge
import EntenteModel
import Testing

@Suite struct AmbiguousNamesTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer() }

  func candidates(_ name: String) -> [Gazetteer.Candidate] {
    gazetteer.candidates(forFolded: TextFolding.fold(name))
  }

  /// Whether every place that the word may mean is marked as a word or a person.
  func isFlagged(_ name: String) -> Bool {
    candidates(name).allSatisfy { $0.isAmbiguousWord || $0.isExactCase && $0.surface != name }
  }

  @Test(arguments: [
    "Reading", "Split", "Nice", "Mobile", "Of", "Best", "Most", "Bath", "Hull", "Same", "March", "Man", "Buy",
    "Police", "Orange", "Enterprise", "Independence", "Male", "Van", "Deal", "Date", "Bank", "Central", "Federal",
    "Republic", "Union", "Salt", "Worms", "Say", "Than", "To", "Can", "Begun", "Officer", "General",
  ])
  func marksTownsThatAreWords(name: String) {
    #expect(isFlagged(name))
  }

  @Test(arguments: [
    "Colby", "Rutte", "Carney", "Tocci", "Rubio", "Kent", "Lincoln", "Washington", "Sydney", "Florence", "Charlotte",
    "Victoria", "Santiago", "Carter", "Jackson", "Houston", "Sofia", "Obama", "Mandela", "Morsi", "Sandu", "Malema",
    "Clinton", "Kennedy", "Warren", "Paterson", "Lula", "Kos", "Benito Juarez", "Chidambaram", "Bandar", "Elizabeth",
  ])
  func marksTownsThatArePeople(name: String) {
    #expect(isFlagged(name))
  }

  @Test(arguments: ["Jordan", "Chad", "Georgia"])
  func marksCountriesThatArePeople(name: String) throws {
    let candidate = try #require(candidates(name).first)
    #expect(candidate.isPersonalName && candidate.isAmbiguousWord)
    #expect(gazetteer.entry(candidate.entry).kind == .country)
  }

  @Test(arguments: [
    "Paris", "London", "Berlin", "Moscow", "Brussels", "Munich", "Kyiv", "Gaza", "Israel", "Greenland", "Geneva",
    "Baghdad", "Nairobi", "Manila", "Lima", "Kherson", "Goma", "Tripoli", "Aden", "Perm",
  ])
  func leavesPlacesOfNewsUnmarked(name: String) throws {
    let candidate = try #require(candidates(name).first)
    #expect(!candidate.isAmbiguousWord)
  }

  @Test(arguments: [
    ("US", "iso:USA", "us"), ("WHO", "org:who", "who"), ("Polish", "iso:POL", "polish"),
    ("Turkey", "iso:TUR", "turkey"), ("IT", "", "it"), ("AU", "org:au", "au"), ("Swedish", "iso:SWE", "swedish"),
    ("Chad", "iso:TCD", "chad"),
  ])
  func asksForTheCase(written: String, key: String, other: String) {
    let exact = candidates(written).filter { !$0.isExactCase || $0.surface == written }
    let inOtherCase = candidates(other).filter { !$0.isExactCase || $0.surface == other }
    #expect(key.isEmpty || exact.contains { gazetteer.entry($0.entry).key == key })
    #expect(!inOtherCase.contains { gazetteer.entry($0.entry).key == key })
  }

  @Test func namesOfCommonWordsCountInTheirCapitalsOnly() {
    for name in ["Democratic Party", "Strategic Concept", "Central Command", "The Times", "Defense Department"] {
      #expect(candidates(name).contains { $0.isExactCase && $0.surface == name }, "\(name)")
      #expect(candidates(name).allSatisfy { $0.isExactCase }, "\(name)")
    }
  }

  @Test func aConferenceIsNoCity() throws {
    let match = try #require(gazetteer.longestMatch(["munich", "security", "conference", "on"]))
    #expect(match.wordCount == 3)
    #expect(match.candidates.map { gazetteer.entry($0.entry).key } == ["org:msc"])
  }
}
