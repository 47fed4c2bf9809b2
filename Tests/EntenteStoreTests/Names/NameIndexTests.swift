import EntenteModel
import EntenteStore
import Testing

@Suite struct NameIndexTests {
  private let index = NameIndex(Sample.facts.entities)

  @Test(arguments: [
    ("Mark Rutte", Sample.rutte), ("mark rutte", Sample.rutte), ("Mr. Rutte", Sample.rutte), ("RUTTE", Sample.rutte),
    ("rutte mark", Sample.rutte), ("Rutt", Sample.rutte), ("nato", Sample.nato), ("atlantic treaty", Sample.nato),
    ("turkiye", Sample.turkey), ("TÜRKİYE", Sample.turkey), ("GRL", Sample.greenland),
    ("iso3166:grl", Sample.greenland),
    ("giuk", Sample.gap), ("the GIUK-gap", Sample.gap), ("Green", Sample.greenland),
  ])
  func entityIsFoundByWhatPeopleCallIt(query: String, entity: Entity) {
    let query = query.hasPrefix("the ") ? String(query.dropFirst(4)) : query
    #expect(index.find(query) == .found(entity.id), "\(query)")
  }

  @Test func identifierAndItsBeginningAreNames() {
    let id = Sample.kallas.id.rawValue
    #expect(index.find(id) == .found(Sample.kallas.id))
    #expect(index.find(String(id.prefix(12))) == .found(Sample.kallas.id))
    #expect(index.find("ent-") == .none(suggestions: []))
  }

  @Test func wholeNameWinsOverPartOfAnother() {
    let state = makeEntity(.country, "Georgia")
    let index = NameIndex([makeEntity(.organization, "Bank of Georgia"), state])
    #expect(index.find("georgia") == .found(state.id))
  }

  @Test func severalBearersAreListedTheMostSpokenOfFirst() {
    let story = Story("Anna Berg met Jens Berg. Jens Berg left.", source: "berg.txt")
    let anna = makeEntity(.person, "Anna Berg", mentions: [story.mention("Anna Berg")])
    let jens = makeEntity(.person, "Jens Berg", mentions: [story.mention("Jens Berg"), story.mention("Jens Berg", 1)])
    #expect(NameIndex([anna, jens]).find("Berg") == .ambiguous([jens.id, anna.id]))
    #expect(NameIndex([jens, anna]).find("berg") == .ambiguous([jens.id, anna.id]))
  }

  @Test(arguments: [
    ("Mark Rute", ["Mark Rutte"]), ("Kalas", ["Kaja Kallas"]), ("Pistroius", ["Boris Pistorius"]),
    ("Irland", ["Iceland"]), ("Minister Kallas", ["Kaja Kallas"]), ("zzzz", []), ("", []), ("…", []),
  ])
  func slipsOfThePenGetSuggestions(query: String, names: [String]) {
    #expect(index.find(query) == .none(suggestions: names))
  }

  @Test func errorsSayWhatMayHaveBeenMeant() throws {
    let graph = FactGraph(Sample.facts)
    let missing = #expect(throws: StoreError.self) { try graph.entity(named: "Kalas") }
    #expect(missing?.code == .notFound)
    #expect(missing?.description == "no entity is called 'Kalas'; did you mean 'Kaja Kallas'?")
    let story = Story("Anna Berg met Jens Berg.", source: "berg.txt")
    let facts = FactSet(
      documents: [story.record],
      entities: [makeEntity(.person, "Anna Berg"), makeEntity(.person, "Jens Berg")], relations: [], events: [])
    let several = #expect(throws: StoreError.self) { try FactGraph(facts).entity(named: "berg") }
    #expect(several?.code == .ambiguous)
    #expect(several?.message.hasPrefix("'berg' may be Anna Berg (Person, ent-") == true)
    #expect(try graph.entity(named: "rutte") == Sample.rutte)
  }
}
