import EntenteModel
import Testing

@Suite struct TimelineTests {
  private static let document = DocumentID(hashing: "Document", "story")
  private static func entity(_ name: String, _ type: EntityType = .country) -> Entity {
    Entity(id: EntityID(hashing: type.rawValue, name), type: type, name: name)
  }

  private static let germany = entity("Germany")
  private static let denmark = entity("Denmark")
  private static let greenland = entity("Greenland")
  private static let pistorius = entity("Boris Pistorius", .person)
  private static let brussels = entity("Brussels", .place)

  private static func event(
    _ trigger: String, at start: Int, _ date: TimeSpan?,
    _ participants: [(ParticipantRole, Entity)] = [(.actor, germany)], status: EventStatus = .actual,
    hedge: String? = nil, says: [Entity] = []
  ) -> Event {
    let span = TextSpan(start: start, end: start + trigger.unicodeScalars.count)
    return Event(
      type: .consult, document: document, triggerText: trigger, triggerSpan: span,
      participants: participants.map { Participant(role: $0.0, entity: $0.1.id, span: span) }, date: date,
      status: status,
      hedge: hedge, attributedTo: says.map(\.id), confidence: 0.8, rule: "r",
      evidence: [Evidence(document: document, sentence: 0, span: span, text: trigger)])
  }

  private static func day(_ text: String) -> TimeSpan? {
    CalendarDate(iso8601: text).map { TimeSpan(day: $0, basis: .explicit) }
  }

  private static func facts(_ events: [Event]) -> FactSet {
    let record = DocumentRecord(
      id: document, source: "story.txt", title: "", date: nil, dateBasis: .none, sha256: "", encoding: "utf-8")
    return FactSet(
      documents: [record], entities: [germany, denmark, greenland, pistorius, brussels], relations: [], events: events)
  }

  @Test func eventsStandByFirstDayThenLastDayThenText() {
    let timeline = Timeline(
      Self.facts([
        Self.event("year", at: 0, TimeSpan(year: 2026, basis: .explicit)),
        Self.event("later", at: 10, Self.day("2026-02-11")),
        Self.event("month", at: 20, TimeSpan(year: 2026, month: 1, basis: .explicit)),
        Self.event("second", at: 50, Self.day("2026-01-01")),
        Self.event("first", at: 40, Self.day("2026-01-01")),
        Self.event("plan", at: 60, TimeSpan(year: 2029, basis: .explicit), status: .planned),
        Self.event("undated", at: 80, nil), Self.event("unknown", at: 70, nil),
      ]))
    #expect(timeline.dated.map(\.trigger) == ["first", "second", "month", "year", "later", "plan"])
    #expect(timeline.undated.map(\.trigger) == ["unknown", "undated"])
    #expect(timeline.dated.map(\.precision) == [.day, .day, .month, .year, .day, .year])
  }

  @Test func entryTellsWhoWhatWhomWhereAndHowSure() throws {
    let event = Self.event(
      "offered", at: 0, Self.day("2026-02-11"),
      [(.actor, Self.germany), (.actor, Self.germany), (.target, Self.denmark), (.place, Self.brussels)],
      status: .possible, hedge: "reportedly", says: [Self.pistorius])
    let entry = try #require(Timeline(Self.facts([event])).dated.first)
    #expect(
      entry.summary == "Germany: offered → Denmark, in Brussels (possible; “reportedly”; says Boris Pistorius)")
    #expect(entry.actors == ["Germany"] && entry.targets == ["Denmark"] && entry.places == ["Brussels"])
    #expect(
      entry.attributedTo == ["Boris Pistorius"] && entry.evidence?.text == "offered" && entry.source == "story.txt")
  }

  @Test func eventWithoutActorsBeginsWithItsTrigger() {
    let event = Self.event("sold", at: 0, nil, [(.target, Self.greenland)])
    #expect(Timeline(Self.facts([event])).undated.map(\.summary) == ["sold → Greenland"])
  }

  @Test func filterTakesEntitiesPairsDaysAndStatuses() throws {
    let events = [
      Self.event("a", at: 0, Self.day("2026-02-11"), [(.actor, Self.germany), (.target, Self.denmark)]),
      Self.event("b", at: 10, TimeSpan(year: 2029, basis: .explicit), status: .planned),
      Self.event("c", at: 20, nil, [(.actor, Self.denmark)], status: .negated),
    ]
    func told(_ filter: TimelineFilter) -> [String] {
      let timeline = Timeline(Self.facts(events), filter: filter)
      return (timeline.dated + timeline.undated).map(\.trigger)
    }
    #expect(told(TimelineFilter()) == ["a", "b", "c"])
    #expect(told(TimelineFilter(entities: [Self.denmark.id])) == ["a", "c"])
    #expect(told(TimelineFilter(entities: [Self.denmark.id, Self.germany.id])) == ["a"])
    #expect(told(TimelineFilter(statuses: [.planned, .negated])) == ["b", "c"])
    let lastDay = try #require(CalendarDate(iso8601: "2029-12-31"))
    #expect(told(TimelineFilter(from: lastDay)) == ["b"])
    #expect(told(TimelineFilter(from: lastDay.adding(days: 1))) == [])
    #expect(told(TimelineFilter(through: CalendarDate(iso8601: "2029-01-01"))) == ["a", "b"])
    #expect(told(TimelineFilter(through: CalendarDate(iso8601: "2028-12-31"))) == ["a"])
  }

  @Test(arguments: [
    ("2026-02-11", Timeline.Precision.day), ("2026-02", .month), ("2026", .year), ("2026-02-11/2026-02-14", .interval),
    ("2026-21", .interval), ("202X", .interval),
  ])
  func precisionFollowsTheSpelling(edtf: String, precision: Timeline.Precision) throws {
    let start = try #require(CalendarDate(iso8601: "2026-02-11"))
    let date = TimeSpan(start: start, end: start.adding(days: precision == .day ? 0 : 20), edtf: edtf, basis: .explicit)
    #expect(Timeline.Precision(of: date) == precision)
  }
}
