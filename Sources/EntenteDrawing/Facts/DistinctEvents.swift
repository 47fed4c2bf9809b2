import EntenteModel

/// An event with all that is said of it anywhere.
struct DistinctEvent: Sendable {
  /// The fullest of its tellings.
  var event: Event
  /// The evidence of every telling.
  var evidence: [Evidence]
}

extension FactSet {
  /// Each event once, those that are said to be the same as one, in the order of their identifiers.
  ///
  /// The one that stands for its kind is the telling with the most participants; ties go to the greater
  /// confidence, then to the lower identifier.
  ///
  /// - Complexity: O(*n* log *n*) in the events.
  func distinctEvents() -> [DistinctEvent] {
    var parent = Array(events.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    var places: [EventID: Int] = [:]
    for (index, event) in events.enumerated() { places[event.id] = index }
    for (index, event) in events.enumerated() {
      for other in event.sameAs {
        guard let place = places[other] else { continue }
        let (first, second) = (root(index), root(place))
        parent[max(first, second)] = min(first, second)
      }
    }
    var members = [[Event]](repeating: [], count: events.count)
    for (index, event) in events.enumerated() { members[root(index)].append(event) }
    return members.compactMap { tellings in
      guard let fullest = tellings.max(by: Self.isPoorer) else { return nil }
      return DistinctEvent(event: fullest, evidence: Set(tellings.flatMap(\.evidence)).sorted())
    }
  }

  private static func isPoorer(_ left: Event, _ right: Event) -> Bool {
    if left.participants.count != right.participants.count { return left.participants.count < right.participants.count }
    if left.confidence != right.confidence { return left.confidence < right.confidence }
    return left.id > right.id
  }
}
