import EntenteModel

/// Builds fact sets by hand, sentence by sentence, with evidence for each fact.
struct FactFixture {
  private(set) var entities: [String: Entity] = [:]
  private var relations: [Relation] = []
  private var events: [Event] = []
  private var sentences: [Sentence] = []
  private var place = 0
  private let document = DocumentID(rawValue: "doc-00000000000000000001")
  private let title: String
  private let date: CalendarDate?

  init(title: String, date: String? = nil) {
    self.title = title
    self.date = date.flatMap { CalendarDate(iso8601: $0) }
  }

  var facts: FactSet {
    let record = DocumentRecord(
      id: document, source: "fixtures/strait.txt", title: title, date: date, dateBasis: date == nil ? .none : .option,
      sha256: String(repeating: "0", count: 64), encoding: "utf-8", sentences: sentences)
    return FactSet(documents: [record], entities: entities.values, relations: relations, events: events)
  }

  mutating func add(_ type: EntityType, _ names: String...) {
    for name in names {
      let id = EntityID(hashing: type.rawValue, TextFolding.fold(name))
      entities[name] = Entity(id: id, type: type, name: name)
    }
  }

  func id(_ name: String) -> EntityID { entities[name]?.id ?? EntityID(rawValue: "ent-missing") }

  private mutating func evidence(_ text: String) -> Evidence {
    let span = TextSpan(start: place, end: place + text.unicodeScalars.count)
    place = span.end + 1
    sentences.append(Sentence(span: span, role: .body, paragraph: sentences.count))
    return Evidence(document: document, sentence: sentences.count - 1, span: span, text: text)
  }

  mutating func relate(
    _ source: String, _ type: RelationType, _ target: String, _ attributes: [String: String] = [:]
  ) {
    let words = evidence("\(source) is told to be tied to \(target) (\(type.rawValue)).")
    relations.append(
      Relation(
        type: type, source: id(source), target: id(target), attributes: attributes, confidence: 0.9,
        rule: "by hand", evidence: [words]))
  }

  mutating func office(_ person: String, _ title: String, _ body: String, until: String? = nil) {
    var attributes = ["title": title]
    attributes["until"] = until
    relate(person, .holdsOffice, body, attributes)
  }

  mutating func event(
    _ type: EventType, _ trigger: String, by actors: [String] = [], to targets: [String] = [], at spots: [String] = [],
    on date: TimeSpan? = nil, _ status: EventStatus = .actual, says: String? = nil, magnitude: Magnitude? = nil,
    sentence: String? = nil
  ) {
    let told = (actors + [trigger] + targets + spots).joined(separator: " ")
    let words = evidence(sentence ?? "According to the report, \(told).")
    let parts = [(ParticipantRole.actor, actors), (.target, targets), (.place, spots)].flatMap { role, names in
      names.map { Participant(role: role, entity: id($0), span: words.span) }
    }
    events.append(
      Event(
        type: type, document: document, triggerText: trigger, triggerSpan: words.span, participants: parts,
        date: date, status: status, attributedTo: says.map { [id($0)] } ?? [],
        magnitudes: magnitude.map { [$0] } ?? [], confidence: 0.8, rule: "by hand", evidence: [words]))
  }

  /// Reads `2026-02-11`, `2026-02`, `2026` or `2026-02-11/2026-02-13`.
  static func time(_ edtf: String, _ basis: TimeBasis = .explicit) -> TimeSpan? {
    let ends = edtf.split(separator: "/").map(String.init)
    if ends.count == 2 {
      guard let first = CalendarDate(iso8601: ends[0]), let last = CalendarDate(iso8601: ends[1]) else { return nil }
      return TimeSpan(from: first, through: last, basis: basis)
    }
    let numbers = edtf.split(separator: "-").compactMap { Int($0) }
    switch numbers.count {
    case 1: return TimeSpan(year: numbers[0], basis: basis)
    case 2: return TimeSpan(year: numbers[0], month: numbers[1], basis: basis)
    default: return CalendarDate(iso8601: edtf).map { TimeSpan(day: $0, basis: basis) }
    }
  }
}
