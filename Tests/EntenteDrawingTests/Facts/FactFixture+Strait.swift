import EntenteModel

extension FactFixture {
  /// An invented quarrel about a strait: every type of entity, event, status and precision of date.
  static let strait: FactSet = {
    var fixture = FactFixture(title: "Northern allies close ranks over the Sund of Harn", date: "2031-04-16")
    fixture.addStraitCast()
    fixture.addStraitTies()
    fixture.addStraitTalks()
    fixture.addStraitQuarrel()
    return fixture.facts
  }()

  private mutating func addStraitCast() {
    add(
      .person, "Ingrid Solvang", "Tomas Havel-Brandt", "Marguerite Okonkwo", "Ruslan Petrenko", "Aiko Tanabe",
      "Jean-Baptiste Delacroix", "Salma Haddad", "Erik Lund", "Dorothea Weiss", "Nils Aaberg")
    add(
      .organization, "Northern Alliance", "Coastal Union", "Sund Commission", "Harbour Institute",
      "World Maritime Court", "Ministry of Defence", "Eastern Pact")
    add(
      .country, "Norland", "Vestria", "Harn Islands", "Ostmark", "Kaldia", "Republic of Merania", "Tavria",
      "Suder", "Belmark")
    add(.place, "Sund of Harn", "Port Elsa", "Cape Grim", "Elsa Air Base", "Lindholm")
    add(.program, "Operation Open Water", "Sund Treaty of 1957", "Joint Shipyard Fund")
    add(.group, "alliance officials", "Harn fishermen", "Western shipowners")
  }

  private mutating func addStraitTies() {
    office("Ingrid Solvang", "prime minister", "Norland")
    office("Tomas Havel-Brandt", "Northern Alliance Secretary-General", "Northern Alliance")
    office("Marguerite Okonkwo", "foreign minister", "Republic of Merania")
    office("Ruslan Petrenko", "president", "Ostmark")
    office("Aiko Tanabe", "supreme commander", "Northern Alliance")
    office("Jean-Baptiste Delacroix", "high representative for foreign affairs", "Coastal Union")
    office("Salma Haddad", "presiding judge", "World Maritime Court")
    office("Erik Lund", "premier", "Harn Islands")
    office("Dorothea Weiss", "research director", "Harbour Institute")
    office("Nils Aaberg", "defence minister", "Norland", until: "2030")
    for member in ["Norland", "Vestria", "Republic of Merania", "Belmark", "Suder"] {
      relate(member, .memberOf, "Northern Alliance")
    }
    for member in ["Vestria", "Republic of Merania", "Belmark"] { relate(member, .memberOf, "Coastal Union") }
    for member in ["Ostmark", "Tavria"] { relate(member, .memberOf, "Eastern Pact") }
    relate("Harn Islands", .partOf, "Norland")
    relate("Cape Grim", .locatedIn, "Harn Islands")
    relate("Elsa Air Base", .locatedIn, "Port Elsa")
    relate("Port Elsa", .locatedIn, "Harn Islands")
    relate("Ostmark", .alliedWith, "Kaldia", ["since": "2024"])
    relate("Sund Commission", RelationType(rawValue: "HEADQUARTERED_IN"), "Port Elsa")
  }

  private mutating func addStraitTalks() {
    event(
      .consult, "met", by: ["Ingrid Solvang"], to: ["Tomas Havel-Brandt"], at: ["Lindholm"],
      on: Self.time("2031-04-15"), sentence: "Solvang met the alliance's chief in Lindholm on Tuesday.")
    event(.consult, "called", by: ["Ingrid Solvang"], to: ["Erik Lund"], on: Self.time("2031-04-14"))
    event(.support, "praised", by: ["Tomas Havel-Brandt"], to: ["Norland"], on: Self.time("2031-04-15"))
    event(.support, "lauded", by: ["Tomas Havel-Brandt"], to: ["Norland"], on: Self.time("2031-04-15"))
    event(.support, "backed", by: ["Tomas Havel-Brandt"], to: ["Norland"], on: Self.time("2031-04-16"))
    event(
      .agree, "signed", by: ["Norland", "Vestria", "Republic of Merania"], to: ["Joint Shipyard Fund"],
      at: ["Lindholm"], on: Self.time("2031-03"))
    event(.mobilize, "launched", by: ["Northern Alliance"], to: ["Operation Open Water"], on: Self.time("2031-04-11"))
    event(
      .mobilize, "patrols", by: ["Operation Open Water"], at: ["Sund of Harn"],
      on: Self.time("2031-04-11/2031-05-30"), .planned)
    event(
      .aid, "lent", by: ["Coastal Union"], to: ["Harn Islands"], on: Self.time("2031-02-20"),
      magnitude: Magnitude(kind: "money", value: 2.4e9, unit: "EUR"))
    event(.aid, "sent two frigates to", by: ["Vestria"], to: ["Norland"], on: Self.time("2031-04-02"))
    event(.aid, "will supply", by: ["Belmark"], to: ["Norland"], on: Self.time("2032"), .planned, says: "Nils Aaberg")
    event(
      .consult, "talks", by: ["Norland", "Ostmark"], at: ["Port Elsa"], on: Self.time("2031-05-07"), .planned,
      says: "Ingrid Solvang")
    event(.cooperate, "shares intelligence with", by: ["Republic of Merania"], to: ["Northern Alliance"])
    event(.support, "reassured", by: ["Aiko Tanabe"], to: ["alliance officials"], on: Self.time("2031-04-16"))
    event(
      .consult, "hosted", by: ["Marguerite Okonkwo"], to: ["Jean-Baptiste Delacroix"],
      on: Self.time("2031-04-08/2031-04-09"))
    event(
      .agree, "pledged", by: ["Belmark"], on: Self.time("2031-04-16"),
      magnitude: Magnitude(kind: "troops", value: 1_200, unit: "troops"))
    event(.mobilize, "expand its navy", by: ["Belmark"], on: Self.time("2035"), .planned, says: "Dorothea Weiss")
  }

  private mutating func addStraitQuarrel() {
    event(
      .coerce, "closed", by: ["Ostmark"], to: ["Sund of Harn"], on: Self.time("2031-03-28"),
      sentence: "Ostmark closed the Sund of Harn to foreign ships on 28 March.")
    event(.accuse, "accused", by: ["Ingrid Solvang"], to: ["Ruslan Petrenko"], on: Self.time("2031-04-15"))
    event(.reject, "rejected", by: ["Ruslan Petrenko"], to: ["Sund Treaty of 1957"], on: Self.time("2031-04"))
    event(
      .threaten, "threatened", by: ["Ruslan Petrenko"], to: ["Harn Islands"], on: Self.time("2031-04-12"),
      .possible, says: "Erik Lund")
    event(.sanction, "sanctioned", by: ["Coastal Union"], to: ["Ostmark"], on: Self.time("2031-04-03"))
    event(.sanction, "froze assets of", by: ["Republic of Merania"], to: ["Ostmark"], on: Self.time("2031-04"))
    event(.sanction, "an oil embargo", by: ["Northern Alliance"], to: ["Kaldia"], .possible, says: "alliance officials")
    event(.assault, "fired on", by: ["Ostmark"], to: ["Harn fishermen"], at: ["Cape Grim"], on: Self.time("2031-03-30"))
    event(
      .assault, "attacked", by: ["Tavria"], to: ["Elsa Air Base"], on: Self.time("2031-04-05"), .negated,
      says: "Ruslan Petrenko")
    event(.protest, "marched", by: ["Harn fishermen"], at: ["Port Elsa"], on: Self.time("2031-04-01"))
    event(.request, "asked", by: ["Erik Lund"], to: ["World Maritime Court"], on: Self.time("2031-04-10"))
    event(
      .reject, "ruled against", by: ["World Maritime Court"], to: ["Ostmark"], on: Self.time("2031-06"), .possible,
      says: "Salma Haddad")
    event(.retreat, "withdrew", by: ["Kaldia"], on: nil, .negated)
    event(.threaten, "warned", by: ["Western shipowners"], to: ["Coastal Union"])
  }
}
