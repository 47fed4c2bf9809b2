/// The events of a fact set in the order in which they happened or are to happen.
public struct Timeline: Hashable, Sendable {
  /// How finely a date is known.
  public enum Precision: String, Hashable, Sendable, Codable, CaseIterable {
    /// A single day.
    case day
    /// A calendar month.
    case month
    /// A calendar year.
    case year
    /// Any other stretch of days.
    case interval
  }

  /// One event, with names in the place of identifiers.
  public struct Entry: Hashable, Sendable {
    /// The event.
    public var event: EventID
    /// PLOVER type.
    public var type: EventType
    /// PLOVER mode; empty where none is known.
    public var mode: String
    /// When, if the text says.
    public var date: TimeSpan?
    /// How finely `date` is known; `nil` without a date.
    public var precision: Precision?
    /// Whether it happened.
    public var status: EventStatus
    /// The word that weakens the statement, if there is one.
    public var hedge: String?
    /// Who says so, where it is not the document itself.
    public var attributedTo: [String]
    /// Who does it.
    public var actors: [String]
    /// To whom it is done.
    public var targets: [String]
    /// Where.
    public var places: [String]
    /// The words that speak of the event.
    public var trigger: String
    /// The first words that the event rests on.
    public var evidence: Evidence?
    /// The file or name of the document that `evidence` is in.
    public var source: String
    /// The event in one line: who, what, to whom, where, and what keeps it from being plain fact.
    public var summary: String
  }

  /// Events with a date, by first day, last day, and then as they stand in the documents.
  public var dated: [Entry]
  /// Events without a date, as they stand in the documents.
  public var undated: [Entry]

  /// The timeline of the events that pass a filter.
  ///
  /// - Complexity: O(*n* log *n*) in the events.
  public init(_ facts: FactSet, filter: TimelineFilter = TimelineFilter()) {
    let entries = facts.events.filter { filter.admits($0) }
      .sorted { Self.textOrder($0) < Self.textOrder($1) }
      .map { Entry($0, in: facts) }
    undated = entries.filter { $0.date == nil }
    let numbered = entries.enumerated().compactMap { place, entry in
      entry.date.map { (date: $0, place: place, entry: entry) }
    }
    dated = numbered.sorted { ($0.date, $0.place) < ($1.date, $1.place) }.map(\.entry)
  }

  private static func textOrder(_ event: Event) -> (DocumentID, TextSpan, EventID) {
    (event.evidence.first?.document ?? DocumentID(rawValue: ""), event.triggerSpan, event.id)
  }
}

/// Which events a timeline tells.
public struct TimelineFilter: Hashable, Sendable {
  /// Only events in which all of these take part; an empty list admits every event.
  public var entities: [EntityID]
  /// Only events that can have happened on this day or later.
  public var from: CalendarDate?
  /// Only events that can have happened on this day or earlier.
  public var through: CalendarDate?
  /// Only events of these statuses.
  public var statuses: Set<EventStatus>

  /// A filter; what is not given admits every event.
  ///
  /// - Parameter entities: one for the events of an entity, two for those of a pair.
  public init(
    entities: [EntityID] = [], from: CalendarDate? = nil, through: CalendarDate? = nil,
    statuses: Set<EventStatus> = Set(EventStatus.allCases)
  ) {
    self.entities = entities
    self.from = from
    self.through = through
    self.statuses = statuses
  }

  /// Whether an event passes; an event without a date does not pass a filter by day.
  public func admits(_ event: Event) -> Bool {
    guard statuses.contains(event.status) else { return false }
    guard entities.allSatisfy({ entity in event.participants.contains { $0.entity == entity } }) else { return false }
    if from == nil && through == nil { return true }
    guard let date = event.date else { return false }
    return (from.map { $0 <= date.end } ?? true) && (through.map { date.start <= $0 } ?? true)
  }
}

extension Timeline.Precision {
  /// How finely a date is known, from its EDTF spelling.
  public init(of date: TimeSpan) {
    let isPlain = date.edtf.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    switch (isPlain, date.edtf.utf8.count) {
    case (true, 10): self = .day
    // 21 and above stand for seasons and quarters.
    case (true, 7) where date.edtf.suffix(2) <= "12": self = .month
    case (true, 4): self = .year
    default: self = date.start == date.end ? .day : .interval
    }
  }
}

extension Timeline.Entry {
  /// An event told with the names of `facts`; an entity that is not there keeps its identifier.
  public init(_ event: Event, in facts: FactSet) {
    func name(_ id: EntityID) -> String { facts.entity(id)?.name ?? id.rawValue }
    func names(_ role: ParticipantRole) -> [String] { event.entities(role).map(name).withoutRepeats() }
    self.event = event.id
    type = event.type
    mode = event.mode
    date = event.date
    precision = event.date.map { Timeline.Precision(of: $0) }
    status = event.status
    hedge = event.hedge
    attributedTo = event.attributedTo.map(name).withoutRepeats()
    actors = names(.actor)
    targets = names(.target)
    places = names(.place)
    trigger = event.triggerText
    evidence = event.evidence.first
    source = evidence.flatMap { facts.document($0.document)?.source } ?? ""
    summary = ""
    summary = makeSummary()
  }

  private func makeSummary() -> String {
    var line = actors.isEmpty ? trigger : "\(actors.joined(separator: ", ")): \(trigger)"
    if !targets.isEmpty { line += " → \(targets.joined(separator: ", "))" }
    if !places.isEmpty { line += ", in \(places.joined(separator: ", "))" }
    let caveats =
      (status == .actual ? [] : [status.rawValue]) + (hedge.map { ["“\($0)”"] } ?? [])
      + (attributedTo.isEmpty ? [] : ["says \(attributedTo.joined(separator: ", "))"])
    if !caveats.isEmpty { line += " (\(caveats.joined(separator: "; ")))" }
    return line
  }
}

extension Timeline: Encodable {}

extension Timeline.Entry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case event, type, mode, date, precision, status, hedge
    case attributedTo = "attributed_to"
    case actors, targets, places, trigger, evidence, source, summary
  }
}

extension [String] {
  /// Each name once, where it first stands.
  fileprivate func withoutRepeats() -> [String] {
    var seen = Set<String>()
    return filter { seen.insert($0).inserted }
  }
}
