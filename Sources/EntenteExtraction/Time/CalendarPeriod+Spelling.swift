import EntenteModel

extension CalendarPeriod {
  /// The TIMEX3 value.
  ///
  /// Source: TimeML 1.2.1, after ISO 8601: weeks `2026-W07`, weekends `2026-W07-WE`, quarters `2026-Q1`,
  /// seasons `2026-SU`, decades and centuries by their leading digits.
  var timexValue: String {
    switch self {
    case .day(let date): return date.description
    case .daysThrough(let first, let last): return "\(first)/\(last)"
    case .week(let monday): return Self.weekValue(monday)
    case .weekend(let saturday): return Self.weekValue(saturday.adding(days: -5)) + "-WE"
    case .month(let year, let month): return "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
    case .quarter(let year, let quarter): return "\(Self.padded(year, 4))-Q\(quarter)"
    case .half(let year, let half): return "\(Self.padded(year, 4))-H\(half)"
    case .season(let year, let season): return "\(Self.padded(year, 4))-\(season.rawValue)"
    case .year(let year): return Self.padded(year, 4)
    case .decade(let decade): return Self.padded(decade, 3)
    case .century(let first): return Self.padded(first / 100, 2)
    case .years(let first, let last): return "\(Self.padded(first, 4))/\(Self.padded(last, 4))"
    }
  }

  /// The interval of days with its EDTF spelling, or `nil` where the calendar has no such period.
  func timeSpan(basis: TimeBasis) -> TimeSpan? {
    guard let (first, last) = days else { return nil }
    return TimeSpan(start: first, end: last, edtf: edtf(first, last), basis: basis)
  }

  private func edtf(_ first: CalendarDate, _ last: CalendarDate) -> String {
    switch self {
    case .day, .month, .year: timexValue
    case .daysThrough, .week, .weekend: "\(first)/\(last)"
    case .quarter, .half, .season: "\(Self.monthText(first))/\(Self.monthText(last))"
    case .decade: timexValue + "X"
    case .century(let from): from % 100 == 0 ? timexValue + "XX" : Self.yearsText(first, last)
    case .years: Self.yearsText(first, last)
    }
  }

  private static func monthText(_ date: CalendarDate) -> String { String(date.description.prefix(7)) }

  private static func yearsText(_ first: CalendarDate, _ last: CalendarDate) -> String {
    "\(padded(first.year, 4))/\(padded(last.year, 4))"
  }

  /// ISO 8601: a week belongs to the year of its Thursday.
  private static func weekValue(_ monday: CalendarDate) -> String {
    let thursday = monday.adding(days: 3)
    guard let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) else { return "XXXX-WXX" }
    let week = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
    return "\(padded(thursday.year, 4))-W\(padded(week, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
