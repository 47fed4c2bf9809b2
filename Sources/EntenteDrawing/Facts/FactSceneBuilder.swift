import EntenteModel

/// Makes a scene of a fact set: folds events into lines where that says all, offices into labels.
struct FactSceneBuilder {
  private let facts: FactSet
  private let options: FactDiagram.Options
  private var scene = FactScene()
  private var places: [EntityID: Int] = [:]
  private var linkPlaces: [LinkKey: Int] = [:]
  private var offices: [EntityID: String] = [:]
  private var deeds: [EntityID: [(deed: FactScene.Deed, start: CalendarDate?, evidence: [Evidence])]] = [:]
  /// Entities that a label names although they have no node.
  private var named: Set<EntityID> = []

  private struct LinkKey: Hashable {
    var tail: Int
    var head: Int
    var line: LinkClass
    var status: EventStatus
    var words: String
  }

  init(_ facts: FactSet, options: FactDiagram.Options) {
    self.facts = facts
    self.options = options
  }

  /// The scene.
  ///
  /// - Complexity: O(*n* log *n*) in the facts, for events of bounded size.
  mutating func build() -> FactScene {
    for relation in facts.relations where relation.type == .holdsOffice || relation.attributes["title"] != nil {
      addOffice(relation)
    }
    for relation in facts.relations where relation.type != .holdsOffice && relation.attributes["title"] == nil {
      addTie(relation)
    }
    for distinct in facts.distinctEvents() where options.includesUndated || distinct.event.date != nil {
      addEvent(distinct)
    }
    addDeedNotes()
    var pruner = FactScenePruner(scene, options: options)
    var pruned = pruner.pruned()
    let shown = Set(pruned.nodes.flatMap { $0.entities.map(\.id) }).union(named).union(pruner.folded)
    let withFacts = Set(places.keys)
    pruned.leftOutCount = withFacts.subtracting(shown).count
    pruned.tielessCount = facts.entities.count { !withFacts.contains($0.id) && !named.contains($0.id) }
    return pruned
  }

  // MARK: - Relations

  private mutating func addOffice(_ relation: Relation) {
    guard let holder = node(relation.source), let body = node(relation.target) else { return }
    var title = FactWords.cut(FactWords.squeezed(relation.attributes["title"] ?? "office"), to: 48)
    if relation.attributes["until"] != nil, !title.lowercased().hasPrefix("former") { title = "former " + title }
    let isFirst = offices[relation.source] == nil
    if isFirst {
      offices[relation.source] = title
      if case .entity(let entity, _) = scene.nodes[holder].content {
        scene.nodes[holder].content = .entity(entity, office: title)
      }
    }
    add(
      FactScene.Link(
        tail: holder, head: body, line: .office, status: .actual, words: isFirst ? [] : [title],
        details: [], evidence: relation.evidence))
  }

  private mutating func addTie(_ relation: Relation) {
    guard relation.source != relation.target, let tail = node(relation.source), let head = node(relation.target)
    else { return }
    let line = LinkClass(relation.type)
    var details: [String] = []
    if let since = relation.attributes["since"] { details.append("since \(FactWords.cut(since, to: 16))") }
    if let until = relation.attributes["until"] { details.append("until \(FactWords.cut(until, to: 16))") }
    add(
      FactScene.Link(
        tail: tail, head: head, line: line, status: .actual,
        words: line.needsNoWords ? [] : [FactWords.tie(relation.type)], details: details,
        isMutual: line.isSymmetric, evidence: relation.evidence))
  }

  // MARK: - Events

  private struct Cast {
    var actors: [EntityID] = []
    var targets: [EntityID] = []
    var places: [EntityID] = []
    var others: [EntityID] = []
    var all: [EntityID] { actors + targets + others + places }
  }

  private func cast(of event: Event) -> Cast {
    var cast = Cast()
    var seen: Set<EntityID> = []
    for role in [ParticipantRole.actor, .target] {
      for id in event.entities(role) where facts.entity(id) != nil && seen.insert(id).inserted {
        if role == .actor { cast.actors.append(id) } else { cast.targets.append(id) }
      }
    }
    for part in event.participants where ![.actor, .target, .place].contains(part.role) {
      if facts.entity(part.entity) != nil, seen.insert(part.entity).inserted { cast.others.append(part.entity) }
    }
    for id in event.entities(.place) where facts.entity(id) != nil && seen.insert(id).inserted {
      cast.places.append(id)
    }
    return cast
  }

  private mutating func addEvent(_ distinct: DistinctEvent) {
    let event = distinct.event
    let cast = cast(of: event)
    let line = LinkClass(event.type)
    switch (cast.actors.count, cast.targets.count, cast.others.count) {
    case (1, 1, 0), (1, 2, 0), (2, 1, 0):
      for actor in cast.actors {
        for target in cast.targets { addLink(distinct, from: actor, to: target, line, at: cast.places) }
      }
    case (2, 0, 0) where line == .talks:
      addLink(distinct, from: cast.actors[0], to: cast.actors[1], line, at: cast.places)
    case (1, 0, 0) where cast.places.count == 1:
      addLink(distinct, from: cast.actors[0], to: cast.places[0], line, at: [])
    case _ where cast.all.count == 1:
      let suffered = cast.targets.isEmpty ? [] : ["by whom is not said"]
      deeds[cast.all[0], default: []].append(
        (deed(event, at: [], adding: suffered), event.date?.start, distinct.evidence))
    case _ where cast.all.count > 1: addNote(distinct, cast, line)
    default: break
    }
  }

  private mutating func addLink(
    _ distinct: DistinctEvent, from tail: EntityID, to head: EntityID, _ line: LinkClass, at places: [EntityID]
  ) {
    guard let from = node(tail), let to = node(head) else { return }
    let deed = deed(distinct.event, at: places)
    add(
      FactScene.Link(
        tail: from, head: to, line: line, status: distinct.event.status, words: [deed.words],
        details: deed.details, isMutual: line.isSymmetric, evidence: distinct.evidence))
  }

  private mutating func addNote(_ distinct: DistinctEvent, _ cast: Cast, _ line: LinkClass) {
    let event = distinct.event
    let note = scene.nodes.count
    scene.nodes.append(
      FactScene.Node(content: .note([deed(event, at: [])], more: 0), evidence: distinct.evidence))
    func involve(_ ids: [EntityID], _ kind: LinkClass, fromNote: Bool) {
      for id in ids {
        guard let index = node(id) else { continue }
        add(
          FactScene.Link(
            tail: fromNote ? note : index, head: fromNote ? index : note, line: kind,
            status: kind == .involvement ? .actual : event.status, words: [], details: [],
            evidence: distinct.evidence))
      }
    }
    involve(cast.actors, .involvement, fromNote: false)
    involve(cast.targets, line == .talks ? .involvement : line, fromNote: true)
    involve(cast.others, .involvement, fromNote: false)
    involve(cast.places, .location, fromNote: true)
  }

  private mutating func deed(
    _ event: Event, at places: [EntityID], adding more: [String] = []
  ) -> FactScene.Deed {
    var details = event.magnitudes.prefix(1).map(FactWords.magnitude)
    let spots = places.compactMap { facts.entity($0) }.map { FactWords.cut(FactWords.squeezed($0.name), to: 20) }
    named.formUnion(places)
    details += spots
    if let date = event.date { details.append(FactWords.date(date)) }
    details += more
    if let status = FactWords.status(event.status) { details.append(status) }
    if let claimant = event.attributedTo.compactMap({ facts.entity($0) }).first {
      details.append("says \(FactWords.shortName(claimant))")
    }
    return FactScene.Deed(
      words: FactWords.deed(event), details: details, status: event.status, line: LinkClass(event.type))
  }

  private mutating func addDeedNotes() {
    for (id, list) in deeds.sorted(by: { $0.key < $1.key }) {
      guard let index = node(id) else { continue }
      let sorted = list.enumerated().sorted { left, right in
        let days = (left.element.start?.dayNumber ?? .max, right.element.start?.dayNumber ?? .max)
        return days.0 != days.1 ? days.0 < days.1 : left.offset < right.offset
      }.map(\.element)
      let evidence = sorted.flatMap(\.evidence)
      var merged: [FactScene.Deed] = []
      for item in sorted.map(\.deed) {
        if let place = merged.firstIndex(where: { $0.words == item.words && $0.details == item.details }) {
          merged[place].count += 1
        } else {
          merged.append(item)
        }
      }
      let note = scene.nodes.count
      scene.nodes.append(
        FactScene.Node(
          content: .note(Array(merged.prefix(4)), more: max(0, merged.count - 4)), evidence: evidence))
      add(
        FactScene.Link(
          tail: index, head: note, line: .involvement, status: .actual, words: [], details: [],
          count: sorted.count, evidence: evidence))
    }
  }

  // MARK: - Parts

  private mutating func node(_ id: EntityID) -> Int? {
    if let place = places[id] { return place }
    guard let entity = facts.entity(id) else { return nil }
    places[id] = scene.nodes.count
    scene.nodes.append(FactScene.Node(content: .entity(entity, office: offices[id])))
    return scene.nodes.count - 1
  }

  /// Adds a line, or adds to the line that already says the same kind of thing.
  private mutating func add(_ link: FactScene.Link) {
    var link = link
    if link.isMutual, link.tail > link.head { swap(&link.tail, &link.head) }
    let words = link.line == .office || link.line == .tie ? link.words.joined() : ""
    let key = LinkKey(tail: link.tail, head: link.head, line: link.line, status: link.status, words: words)
    scene.nodes[link.tail].weight += link.count
    scene.nodes[link.head].weight += link.count
    guard let place = linkPlaces[key] else {
      linkPlaces[key] = scene.links.count
      scene.links.append(link)
      return
    }
    scene.links[place].count += link.count
    for word in link.words where !scene.links[place].words.contains(word) { scene.links[place].words.append(word) }
    // What differs between the facts of one line cannot stand beside it as if it held for all.
    scene.links[place].details.removeAll { !link.details.contains($0) }
    scene.links[place].evidence += link.evidence
  }
}
