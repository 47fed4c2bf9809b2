/// A unit that lengths of time are counted in.
enum TimeUnit: Hashable, Sendable, CaseIterable {
  case second, minute, hour, day, week, weekend, fortnight, month, quarter, halfYear, year, decade, century, millennium

  /// Unit words, singular and plural.
  static let words: [String: TimeUnit] = [
    "second": .second, "seconds": .second, "minute": .minute, "minutes": .minute, "hour": .hour, "hours": .hour,
    "day": .day, "days": .day, "week": .week, "weeks": .week, "weekend": .weekend, "weekends": .weekend,
    "fortnight": .fortnight, "fortnights": .fortnight, "month": .month, "months": .month, "quarter": .quarter,
    "quarters": .quarter, "year": .year, "years": .year, "decade": .decade, "decades": .decade,
    "century": .century, "centuries": .century, "millennium": .millennium, "millennia": .millennium,
  ]

  /// The unit's letter in an ISO 8601 duration, and how many of the lettered unit it holds.
  var isoLetter: (letter: String, size: Int) {
    switch self {
    case .second: ("S", 1)
    case .minute: ("M", 1)
    case .hour: ("H", 1)
    case .day: ("D", 1)
    case .week: ("W", 1)
    case .weekend: ("WE", 1)
    case .fortnight: ("W", 2)
    case .month: ("M", 1)
    case .quarter: ("Q", 1)
    case .halfYear: ("M", 6)
    case .year: ("Y", 1)
    case .decade: ("Y", 10)
    case .century: ("Y", 100)
    case .millennium: ("Y", 1000)
    }
  }

  /// Whether it is shorter than a day, so that its durations are written after `T`.
  var isClockUnit: Bool { self == .second || self == .minute || self == .hour }

  /// Half of the unit in smaller whole units, where that is exact.
  var half: String? {
    switch self {
    case .minute: "30S"
    case .hour: "30M"
    case .day: "T12H"
    case .year: "6M"
    case .decade: "5Y"
    default: nil
    }
  }
}
