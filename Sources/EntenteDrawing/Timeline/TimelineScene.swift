import EntenteModel

/// The events of a fact set as a timeline tells them, by lane.
struct TimelineScene {
  struct Item: Sendable {
    var words: String
    /// Place, date, status, who says so.
    var details: String
    var date: TimeSpan?
    var status: EventStatus
    var line: LinkClass
    var tooltip: String
    /// Orders items of the same date.
    var order: Int

    /// Whether the words give the date only as a month or a year.
    var isVague: Bool {
      guard let date else { return false }
      return !date.edtf.contains("/") && date.edtf.split(separator: "-").count < 3 && date.start != date.end
    }
  }

  struct Lane: Sendable {
    var name: String
    var items: [Item]
  }

  var title: String
  var subtitle: String
  var lanes: [Lane] = []
  var undated: [Item] = []
  var reportDate: CalendarDate?

  init(_ facts: FactSet, options: TimelineDrawing.Options) {
    var diagram = FactDiagram.Options()
    diagram.title = options.title
    diagram.subtitle = options.subtitle
    let heading = DiagramHeading(FactScene(), facts: facts, options: diagram)
    title = heading.title
    subtitle = heading.subtitle
    reportDate = facts.documents.compactMap(\.date).max()
    let events = facts.distinctEvents().sorted { Self.textOrder($0) < Self.textOrder($1) }
    let owners = Self.owners(of: events, in: facts, limit: max(1, options.maximumLanes))
    var items: [EntityID?: [Item]] = [:]
    for (order, distinct) in events.enumerated() {
      let owner = Self.owner(of: distinct.event, in: facts)
      let lane = owner.flatMap { owners.contains($0) ? $0 : nil }
      let item = Item(distinct, in: facts, lane: distinct.event.date == nil ? nil : lane, order: order)
      if item.date != nil { items[lane, default: []].append(item) } else { undated.append(item) }
    }
    for owner in owners { addLane(facts.entity(owner).map { FactWords.squeezed($0.name) } ?? "", items[owner]) }
    addLane(owners.isEmpty ? "Events" : "Others", items[nil])
    if !options.includesUndated { undated = [] }
  }

  private mutating func addLane(_ name: String, _ items: [Item]?) {
    guard let items, !items.isEmpty else { return }
    lanes.append(
      Lane(
        name: name,
        items: items.sorted { left, right in
          guard let first = left.date, let second = right.date, first != second else { return left.order < right.order }
          return first < second
        }))
  }

  private static func textOrder(_ distinct: DistinctEvent) -> (DocumentID, TextSpan, EventID) {
    (distinct.event.evidence.first?.document ?? DocumentID(rawValue: ""), distinct.event.triggerSpan, distinct.event.id)
  }

  private static func owner(of event: Event, in facts: FactSet) -> EntityID? {
    (event.entities(.actor) + event.entities(.target)).first { facts.entity($0) != nil }
  }

  /// Who has a lane: those with the most dated events, in the order of their first.
  private static func owners(of events: [DistinctEvent], in facts: FactSet, limit: Int) -> [EntityID] {
    var counts: [EntityID: Int] = [:]
    var firsts: [EntityID: CalendarDate] = [:]
    for distinct in events {
      guard let date = distinct.event.date, let owner = owner(of: distinct.event, in: facts) else { continue }
      counts[owner, default: 0] += 1
      firsts[owner] = min(firsts[owner] ?? date.start, date.start)
    }
    let busiest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
    return busiest.sorted { left, right in
      guard let first = firsts[left], let second = firsts[right], first != second else { return left < right }
      return first < second
    }
  }
}

extension TimelineScene.Item {
  /// An item as it stands in the lane of `lane`, or with its actors named where it stands elsewhere.
  init(_ distinct: DistinctEvent, in facts: FactSet, lane: EntityID?, order: Int) {
    let event = distinct.event
    func names(_ ids: [EntityID]) -> [String] {
      var seen: Set<EntityID> = []
      return ids.filter { seen.insert($0).inserted }.compactMap { facts.entity($0) }.map(FactWords.shortName)
    }
    func listed(_ names: [String]) -> String {
      names.prefix(2).joined(separator: ", ") + (names.count > 2 ? " +\(names.count - 2)" : "")
    }
    let actors = event.entities(.actor)
    let targets = names(event.entities(.target).filter { $0 != lane })
    var parts: [String] = []
    if lane == nil, !actors.isEmpty { parts.append(listed(names(actors)) + ":") }
    parts.append(FactWords.deed(event))
    let partners = names(actors.filter { $0 != lane })
    if let lane, !partners.isEmpty, actors.contains(lane) { parts.append("with \(listed(partners))") }
    if !targets.isEmpty { parts.append((event.type == .consult ? "↔ " : "→ ") + listed(targets)) }
    var small = event.magnitudes.prefix(1).map(FactWords.magnitude) + names(event.entities(.place)).prefix(2)
    if let date = event.date { small.append(FactWords.date(date)) }
    if actors.isEmpty { small.append("by whom is not said") }
    if let status = FactWords.status(event.status) { small.append(status) }
    let claimants = names(event.attributedTo)
    if !claimants.isEmpty { small.append("says \(listed(claimants))") }
    words = FactWords.cut(parts.joined(separator: " "), to: 76)
    details = FactWords.cut(small.joined(separator: " · "), to: 80)
    date = event.date
    status = event.status
    line = LinkClass(event.type)
    let quotes = distinct.evidence.prefix(3).map { SceneWords.quote($0, in: facts) }
    tooltip = ([parts.joined(separator: " "), small.joined(separator: " · ")] + quotes).filter { !$0.isEmpty }
      .joined(separator: "\n")
    self.order = order
  }
}
