import EntenteModel
import Testing

@Suite struct EntityTests {
  @Test func surnameAndCourtesyTitleJoinTheFullName() throws {
    let reading = try Reading(
      "Foreign Minister Baiba Lindqvist arrived in Riga on Monday. Ms. Lindqvist met reporters. Lindqvist said little.")
    let person = try #require(reading.entity("Baiba Lindqvist"))
    #expect(reading.names(.person) == ["Baiba Lindqvist"])
    #expect(person.mentions.count == 3)
    #expect(person.aliases.contains("Lindqvist"))
  }

  @Test func surnameWithParticlesJoinsTheFullName() throws {
    let reading = try Reading(
      "Commission President Ursula von der Leyen flew to Lima. Ms. von der Leyen, president of the European Commission, "
        + "spoke there. Mr. de Vries was absent.")
    #expect(reading.names(.person) == ["Ursula von der Leyen", "de Vries"])
    #expect(reading.entity("Ursula von der Leyen")?.mentions.count == 2)
  }

  @Test func twoPersonsOfOneSurnameLeaveItUndecided() throws {
    let reading = try Reading(
      "Senator Anna Okafor and General Peter Okafor spoke in Abuja. Okafor later left the country.")
    let mentions = reading.facts.entities.filter { $0.type == .person }.flatMap(\.mentions)
    #expect(mentions.count == 2)
  }

  @Test func namesThatNoListKnowsAreTakenFromTheModel() throws {
    let reading = try Reading(
      "Bakhtiyar Ergashev criticised Rosneft on Monday. Soldiers reached a village near Bankass. His agriculture minister, "
        + "Annie Genevard, spoke to the China Daily.")
    #expect(reading.names(.person) == ["Annie Genevard", "Bakhtiyar Ergashev"])
    #expect(reading.names(.organization) == ["China Daily", "Rosneft"])
    #expect(reading.names(.place) == ["Bankass"])
    #expect(reading.events == ["Bakhtiyar Ergashev ACCUSE Rosneft"])
  }

  @Test func theWordBeforeANameSaysThatItIsABody() throws {
    let reading = try Reading("Rosa Benítez, a campaigner with the group Monte Vivo in Asunción, met reporters.")
    #expect(reading.names(.person) == ["Rosa Benítez"])
    #expect(reading.names(.organization) == ["Monte Vivo"])
    let others = try Reading("The opposition paper Jas Alash was silent. The tanker Anna Lindh reached Gao.")
    #expect(others.names(.person).isEmpty)
    #expect(others.names(.organization) == ["Jas Alash"])
  }

  @Test func whoHasANameBesideTheOfficeIsNoGroup() throws {
    let reading = try Reading("Algeria's foreign minister, Farid Benhamouda, will travel to Bamako for talks.")
    #expect(reading.names(.group).isEmpty)
    #expect(reading.events == ["Farid Benhamouda CONSULT Bamako"])
  }

  @Test func theLongerNameOfTheModelCounts() throws {
    let reading = try Reading("Hua Xiang told the China Daily that the plan was bad.")
    #expect(reading.names(.organization) == ["China Daily"])
    #expect(reading.names(.country).isEmpty)
  }

  @Test func theWordForABodyAloneNamesNone() throws {
    let reading = try Reading("The Commission was silent. In the town the Council met.")
    #expect(reading.names(.organization).isEmpty)
  }

  @Test func explainedInitialsAreTheirBody() throws {
    let reading = try Reading(
      "The Coastal Patrol Support Facility (CPSF) was founded in 2024. Norway has given money to the CPSF.")
    let program = try #require(reading.facts.entities.first { $0.aliases.contains("CPSF") })
    #expect(program.name == "Coastal Patrol Support Facility")
    #expect(program.mentions.count == 3)
  }

  @Test func countryIsFoundByNameAndByAdjective() throws {
    let reading = try Reading("Turkish diplomats left Ankara. Türkiye recalled its ambassador.")
    let country = try #require(reading.facts.entities.first { $0.codes["iso3166"] == "TUR" })
    #expect(country.type == .country)
    #expect(Set(country.mentions.map(\.form)) == [.demonym, .name])
  }

  @Test func greenlandIsACountryWithACoordinate() throws {
    let reading = try Reading("Ships sailed past Greenland.")
    let entity = try #require(reading.entity("Greenland"))
    #expect(entity.type == .country)
    #expect(entity.location != nil)
  }

  @Test func alliesOfABodyAreAGroupThatBelongsToIt() throws {
    let reading = try Reading("NATO officials said the plan was ready.")
    #expect(reading.names(.group) == ["NATO officials"])
    #expect(reading.ties.contains("NATO officials AFFILIATED_WITH NATO"))
  }

  @Test func theAllianceIsTheOneBodyThatIsCalledSo() throws {
    let reading = try Reading("NATO met in Vilnius. Canada wants the alliance to spend more.")
    #expect(reading.entity("NATO")?.mentions.map(\.text) == ["NATO", "the alliance"])
  }

  @Test(arguments: [
    "The company split its shares in March.", "He was reading a nice book in the bath.",
    "Most people like mobile phones of good hope.",
  ])
  func ordinaryWordsAreNoPlaces(text: String) throws {
    #expect(try Reading(text).facts.entities.filter { $0.type == .place || $0.type == .country }.isEmpty)
  }

  @Test func unknownCapitalsWithoutSupportAreLeftOut() throws {
    #expect(try Reading("The Zorblatt Quuxifier hummed.").names(.person).isEmpty)
  }

  @Test func photographersAndTeasersDoNotEnter() throws {
    let reading = try Reading(
      """
      Ministers meet in Oslo over fish quotas

      Norwegian Fisheries Minister Kari Holm speaks at a press conference in Oslo, Jan. 5, 2026.
      Janne Fotograf/Reuters

      January 6, 2026

      Kari Holm met Icelandic officials in Oslo on Monday. The two sides agreed on a quota for mackerel.
      """)
    #expect(reading.names(.person) == ["Kari Holm"])
  }
}
