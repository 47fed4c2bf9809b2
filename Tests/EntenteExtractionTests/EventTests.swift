import EntenteModel
import Testing

@Suite struct EventTests {
  @Test(arguments: [
    ("Norway condemned Russia.", "Norway ACCUSE Russia"),
    ("Russia was condemned by Norway.", "Norway ACCUSE Russia"),
    (
      "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala.",
      "William Ruto CONSULT Yoweri Museveni"
    ),
    ("Germany sent tanks to Ukraine.", "Germany AID Ukraine"),
    ("China imposed sanctions on Lithuania.", "China SANCTION Lithuania"),
    ("Israel attacked Iran.", "Israel ASSAULT Iran"),
    ("Police in Peru arrested three activists from Chile.", ""),
  ])
  func actorAndTargetAreRead(text: String, event: String) throws {
    let events = try Reading(text).events
    if event.isEmpty {
      // Neither is "Peru" the police nor "Chile" the activists: no state may be said to have done this.
      #expect(!events.contains("Peru COERCE Chile"))
    } else {
      #expect(events == [event])
    }
  }

  @Test(arguments: [
    ("Iran launched an attack on Iraq.", "Iran ASSAULT Iraq"),
    ("Norway filed a lawsuit in a federal court against Gazprom.", "Norway ACCUSE Gazprom"),
    ("France rejected an appeal by Kosovo.", "France REJECT Kosovo"),
    ("Police arrested three activists in Minsk.", "Police COERCE activists"),
    ("Gunmen killed an Israeli soldier.", "Gunmen ASSAULT Israeli soldier"),
    ("Poland demanded that Russia withdraw its troops.", "Poland REQUEST Russia"),
    ("Slovakia says it will not accept Syrian refugees.", "Slovakia REJECT Syrian refugees"),
    ("Germany is willing to lend Ghana money.", "Germany AGREE Ghana"),
    ("Turkish forces shelled villages in Syria.", "Turkish forces ASSAULT Syria"),
    ("Norway agreed to provide weapons to Ukraine.", "Norway AGREE Ukraine"),
  ])
  func theTargetIsFoundWithinTheObjectOrTheClause(text: String, event: String) throws {
    let events = try Reading(text).events
    #expect(events.contains(event), "\(events)")
  }

  @Test(arguments: [
    "Qatar condemned the missile attack on Kuwait.", "Italy denied that Spain had paid.",
    "Meloni promised that her army would not attack Libya.", "Togo praised the pressure that France has put on Mali.",
    "Chinese officials insisted that the drill was a warning.",
  ])
  func whoIsOnlyWithinADeedIsNotItsCritic(text: String) throws {
    let reading = try Reading(text)
    let names = ["Kuwait", "Spain", "Libya", "Mali"]
    for event in reading.facts.events where [.accuse, .reject, .agree, .support, .request].contains(event.type) {
      #expect(Set(event.entities(.target).map(reading.name)).isDisjoint(with: names), "\(reading.events)")
    }
  }

  @Test func peopleWithoutANameAreTheSameWithinATextOnly() throws {
    let text =
      "NATO defence ministers met in Brussels. Mr. Colby met the ministers on Thursday. Protesters attacked police."
    let reading = try Reading(text)
    #expect(
      reading.events == [
        "NATO defence ministers CONSULT ", "Colby CONSULT NATO defence ministers", "Protesters ASSAULT police",
      ])
    let other = try Reading("Protesters in Lima attacked police.")
    #expect(other.entity("Protesters")?.id != reading.entity("Protesters")?.id)
    #expect(try Reading("The force of the wind hit the coast.").names(.group).isEmpty)
  }

  @Test(arguments: [
    ("Norway did not condemn Russia.", EventStatus.negated), ("Norway will condemn Russia.", .planned),
    ("Norway may condemn Russia.", .possible), ("Norway condemned Russia.", .actual),
    ("Norway refused to condemn Russia.", .negated), ("Norway plans to condemn Russia.", .planned),
    ("Norway hopes to meet Russia.", .possible), ("If Norway attacks Russia, markets fall.", .possible),
    ("Norway must condemn Russia.", .possible), ("Norway is to condemn Russia.", .planned),
    ("Talks with Norway are to resume in Oslo.", .planned),
  ])
  func statusFollowsTheWords(text: String, status: EventStatus) throws {
    let statuses = try Reading(text).facts.events.filter { $0.type != .reject }.map(\.status)
    #expect(statuses == [status])
  }

  @Test(arguments: [
    ("Mark Rutte said Germany had sent tanks to Ukraine.", "Mark Rutte"),
    ("Germany sent tanks to Ukraine, according to Poland.", "Poland"),
  ])
  func whoSaysSoIsKept(text: String, source: String) throws {
    let reading = try Reading(text)
    let event = try #require(reading.event(.aid))
    #expect(event.attributedTo.map(reading.name) == [source])
  }

  @Test(arguments: [
    "By 2029, for example, Germany will spend $80 billion on defense, Mark Rutte pointed out Wednesday.",
    "Germany will spend $80 billion on defense, Mark Rutte said.",
  ])
  func whoSpeaksBehindTheClauseIsKept(text: String) throws {
    let reading = try Reading(text, date: "2026-02-13")
    let event = try #require(reading.event(.mobilize))
    #expect(event.attributedTo.map(reading.name) == ["Mark Rutte"])
  }

  @Test func aPlaceBehindAGuestIsWhereTheyMet() throws {
    let reading = try Reading("President Donald Trump received Vladimir Putin in Alaska.")
    #expect(reading.event(.consult)?.entities(.place).map(reading.name) == ["Alaska"])
  }

  @Test func recallingAnAmbassadorIsNoSaying() throws {
    let reading = try Reading("Colombia recalled its ambassador from Quito after Ecuador condemned Peru.")
    let events = reading.facts.events
    #expect(!events.isEmpty)
    for event in events { #expect(event.attributedTo.isEmpty) }
  }

  @Test func dateOfTheEventIsResolvedAgainstTheDocuments() throws {
    let event = try #require(try Reading("Norway condemned Russia on Wednesday.", date: "2026-02-13").event(.accuse))
    #expect(event.date?.edtf == "2026-02-11")
    #expect(event.date?.basis == .relative)
  }

  @Test func withoutADateInTheTextThereIsNone() throws {
    let event = try #require(try Reading("Norway condemned Russia.", date: "2026-02-13").event(.accuse))
    #expect(event.date == nil)
  }

  @Test func dateOfTheSayingIsNotTheDateOfTheDeed() throws {
    let reading = try Reading("Poland said on Monday that Germany would send tanks to Ukraine.", date: "2026-02-13")
    let event = try #require(reading.event(.aid))
    #expect(event.date == nil)
    #expect(event.status == .possible || event.status == .planned)
  }

  @Test func nounsSpeakOfEventsToo() throws {
    let reading = try Reading("The July meeting between Mark Rutte and Friedrich Merz was short.", date: "2026-02-13")
    #expect(reading.events == ["Mark Rutte CONSULT Friedrich Merz"])
    #expect(reading.event(.consult)?.date?.edtf == "2025-07")
  }

  @Test func everyWordOfEvidenceStandsInTheText() throws {
    let reading = try Reading(
      "Ukrainian President Volodymyr Zelenskyy thanked Germany in Kyiv. NATO officials praised the step.",
      date: "2026-02-13")
    let evidence = reading.facts.relations.flatMap(\.evidence) + reading.facts.events.flatMap(\.evidence)
    #expect(!evidence.isEmpty)
    for piece in evidence { #expect(reading.document.text[piece.span] == piece.text) }
    for entity in reading.facts.entities {
      for mention in entity.mentions { #expect(reading.document.text[mention.span] == mention.text) }
    }
  }

  @Test(arguments: ["", " ", "“”", "()()()", "Mr.", "The", "of of of", "NATO NATO NATO, NATO; NATO"])
  func oddTextGivesFactsWithoutFailing(text: String) throws {
    let reading = try? Reading(text)
    #expect(reading?.facts.events.isEmpty ?? true)
  }
}
