import EntenteModel

/// A few facts of two short texts.
enum Sample {
  static let first = Story(
    """
    Mark Rutte, secretary-general of NATO, met Kaja Kallas in Brussels on Wednesday.
    Germany plans to send tanks to Lithuania in 2029, Boris Pistorius said.
    Denmark did not sell Greenland, “whatever the price”.
    Türkiye may host a summit.
    """, source: "first.txt", date: CalendarDate(year: 2026, month: 2, day: 13))
  static let second = Story(
    "NATO watches the GIUK gap from Iceland.\nMr. Rutte praised Iceland in January 2026.", source: "second.txt")

  static let rutte = makeEntity(
    .person, "Mark Rutte", aliases: ["Mr. Rutte"],
    mentions: [first.mention("Mark Rutte"), second.mention("Mr. Rutte", form: .surname)])
  static let kallas = makeEntity(.person, "Kaja Kallas", mentions: [first.mention("Kaja Kallas")])
  static let pistorius = makeEntity(.person, "Boris Pistorius", mentions: [first.mention("Boris Pistorius")])
  static let nato = makeEntity(
    .organization, "North Atlantic Treaty Organization", aliases: ["NATO"], codes: ["sector": "IGO"],
    mentions: [first.mention("NATO", form: .acronym), second.mention("NATO", form: .acronym)])
  static let brussels = makeEntity(
    .place, "Brussels", location: GeoLocation(lat: 50.85, lon: 4.35, level: "city"),
    mentions: [first.mention("Brussels")])
  static let germany = makeEntity(.country, "Germany", codes: ["iso3166": "DEU"], mentions: [first.mention("Germany")])
  static let lithuania = makeEntity(
    .country, "Lithuania", codes: ["iso3166": "LTU"], mentions: [first.mention("Lithuania")])
  static let denmark = makeEntity(.country, "Denmark", codes: ["iso3166": "DNK"], mentions: [first.mention("Denmark")])
  static let greenland = makeEntity(
    .country, "Greenland", codes: ["iso3166": "GRL"], mentions: [first.mention("Greenland")])
  static let turkey = makeEntity(.country, "Türkiye", codes: ["iso3166": "TUR"], mentions: [first.mention("Türkiye")])
  static let gap = makeEntity(.place, "GIUK gap", mentions: [second.mention("GIUK gap")])
  static let iceland = makeEntity(
    .country, "Iceland", codes: ["iso3166": "ISL"], mentions: [second.mention("Iceland"), second.mention("Iceland", 1)])

  static let office = Relation(
    type: .holdsOffice, source: rutte.id, target: nato.id, attributes: ["title": "secretary-general"], confidence: 0.95,
    rule: "office.of", evidence: [first.evidence("secretary-general")])
  static let meeting = first.event(
    .consult, "met", [(.actor, rutte, "Mark Rutte"), (.actor, kallas, "Kaja Kallas"), (.place, brussels, "Brussels")],
    date: CalendarDate(year: 2026, month: 2, day: 11).map { TimeSpan(day: $0, basis: .relative) })
  static let tanks = first.event(
    .aid, "send", [(.actor, germany, "Germany"), (.target, lithuania, "Lithuania")],
    date: TimeSpan(year: 2029, basis: .explicit), status: .planned, says: [pistorius])
  static let sale = first.event(
    .concede, "sell", [(.actor, denmark, "Denmark"), (.target, greenland, "Greenland")], status: .negated)
  static let watch = second.event(
    .mobilize, "watches", [(.actor, nato, "NATO"), (.target, gap, "GIUK gap"), (.place, iceland, "Iceland")])
  static let praise = second.event(
    .support, "praised", [(.actor, rutte, "Mr. Rutte"), (.target, iceland, "Iceland")],
    date: TimeSpan(year: 2026, month: 1, basis: .explicit))

  static let facts = FactSet(
    documents: [first.record, second.record],
    entities: [
      rutte, kallas, pistorius, nato, brussels, germany, lithuania, denmark, greenland, turkey, gap, iceland,
    ],
    relations: [office], events: [meeting, tanks, sale, watch, praise])
}
