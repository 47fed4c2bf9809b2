import EntenteModel

/// A match and what it stands for.
struct PlacedMatch: Hashable, Sendable {
  var match: TimeMatch
  var time: ResolvedTime
}

/// Gives times of day that stand alone the day that the words around them name.
enum TimeOfDayPlacer {
  /// Places each bare time of day on the nearest day of the sentence, the one before where two are as
  /// near, and without one on `lastDay`, which earlier sentences named.
  static func place(_ found: inout [PlacedMatch], lastDay: CalendarDate?) {
    let days = found.map { match -> (day: CalendarDate, basis: TimeBasis)? in
      guard case .day(let day)? = match.time.period else { return nil }
      return (day, match.time.timeSpan?.basis ?? .relative)
    }
    for index in found.indices where found[index].match.rule.reading == .timeOfDay {
      let inherited = lastDay.map { (day: $0, basis: TimeBasis.inherited) }
      guard let (day, basis) = nearest(days, to: index) ?? inherited else { continue }
      found[index].time.value = day.description + found[index].time.value.dropFirst("XXXX-XX-XX".utf8.count)
      found[index].time.timeSpan = TimeSpan(day: day, basis: basis)
    }
  }

  private static func nearest(
    _ days: [(day: CalendarDate, basis: TimeBasis)?], to index: Int
  ) -> (day: CalendarDate, basis: TimeBasis)? {
    for distance in 1..<max(2, days.count) {
      for place in [index - distance, index + distance] where days.indices.contains(place) {
        if let day = days[place] { return day }
      }
    }
    return nil
  }
}
