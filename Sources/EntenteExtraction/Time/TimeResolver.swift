import EntenteModel

/// What an expression stands for.
struct ResolvedTime: Hashable, Sendable {
  var type: TIMEX3Type
  var value: String
  var timeSpan: TimeSpan?
  /// The period named, for later expressions of the sentence to count from.
  var period: CalendarPeriod?

  /// A value without an interval.
  init(_ type: TIMEX3Type, _ value: String, timeSpan: TimeSpan? = nil) {
    self.type = type
    self.value = value
    self.timeSpan = timeSpan
  }

  /// A period of the calendar; `nil` where the calendar has none such.
  init?(_ period: CalendarPeriod, basis: TimeBasis) {
    guard let span = period.timeSpan(basis: basis) else { return nil }
    self.init(.date, period.timexValue, timeSpan: span)
    self.period = period
  }
}

/// Gives matches their values, against the document's date and what the sentence named before.
struct TimeResolver {
  let documentDate: CalendarDate?
  var direction: TimeDirection = .open
  /// What the last resolved expression of the sentence named.
  var anchor: CalendarPeriod?
  /// The last quarter that was named, for "the quarter" and "a year earlier" in reports of earnings.
  var quarter: CalendarPeriod?
  /// Whether the expression is what a figure is compared with ("up from 3% a year ago").
  var isCompared = false
  /// Whether "in" stands before the expression.
  var followsIn = false

  /// The value of a match, or `nil` where its fields name nothing the calendar has.
  func resolve(_ fields: TimeFields, as reading: TimeReading) -> ResolvedTime? {
    switch reading {
    case .calendar: withTime(calendar(fields), fields)
    case .lastNamed: lastNamed(fields)
    case .fiscalYear: fiscalYear(fields)
    case .shifted: withTime(shifted(fields), fields)
    case .anchored(let step): withTime(anchored(fields, by: step), fields)
    case .unit(let unit, let step): documentUnit(unit, step)
    case .quarterFromAnchor(let step): quarterFromAnchor(step)
    case .dayOffset(let days): withTime(offset(days), fields)
    case .night(let days): night(days)
    case .ago: counted(fields, from: documentDate.map(CalendarPeriod.day), sign: -1)
    case .ahead: counted(fields, from: documentDate.map(CalendarPeriod.day), sign: 1)
    case .fromAnchor(let sign): counted(fields, from: anchor, sign: sign)
    case .stretch(let sign): stretch(fields, sign)
    case .duration: duration(fields)
    case .recurrence: recurrence(fields)
    case .recurring(let value): ResolvedTime(.set, value)
    case .reference(let value): ResolvedTime(.date, value)
    case .timeOfDay: timeOfDay(fields)
    }
  }

  // MARK: - Distances

  private func offset(_ days: Int) -> ResolvedTime? {
    guard let documentDate else { return ResolvedTime(.date, "XXXX-XX-XX") }
    return ResolvedTime(.day(documentDate.adding(days: days)), basis: days == 0 ? .document : .relative)
  }

  private func documentUnit(_ unit: TimeUnit, _ step: Int) -> ResolvedTime? {
    guard let documentDate, let period = CalendarPeriod(unit, containing: documentDate) else {
      return ResolvedTime(.date, Self.openValue(of: unit))
    }
    return ResolvedTime(period.shifted(by: step), basis: .relative)
  }

  private func fiscalYear(_ fields: TimeFields) -> ResolvedTime? {
    if let year = fields.year { return ResolvedTime(.date, CalendarPeriod.year(year).timexValue) }
    guard let shift = fields.shift, let documentDate else { return ResolvedTime(.date, Self.openValue(of: .year)) }
    return ResolvedTime(.date, CalendarPeriod.year(documentDate.year + shift).timexValue)
  }

  private func quarterFromAnchor(_ step: Int) -> ResolvedTime? {
    guard let quarter else { return ResolvedTime(.date, Self.openValue(of: .quarter)) }
    return ResolvedTime(quarter.shifted(by: step), basis: .inherited)
  }

  private func night(_ days: Int) -> ResolvedTime? {
    var fields = TimeFields()
    fields.part = .night
    return withTime(offset(days), fields)
  }

  /// So many units from `start`, at the precision of the unit.
  private func counted(_ fields: TimeFields, from start: CalendarPeriod?, sign: Int) -> ResolvedTime? {
    guard let unit = fields.unit, let quantity = fields.quantity else { return nil }
    if isCompared, let quarter, unit == .year, quantity == .whole(1) {
      return ResolvedTime(quarter.shifted(by: sign * 4), basis: .inherited)
    }
    if unit.isClockUnit { return ResolvedTime(.duration, quantity.duration(of: unit)) }
    guard let count = quantity.count, let start, let from = start.days?.first,
      let (step, size) = Self.step(of: unit), count <= 10_000,
      let period = CalendarPeriod(step, containing: from)
    else { return ResolvedTime(.date, Self.openValue(of: unit)) }
    if let precision = fields.precision, let day = Self.sameDay(from, shifted: sign * count * size, step),
      let period = CalendarPeriod(precision, containing: day)
    {
      return ResolvedTime(period, basis: .relative)
    }
    return ResolvedTime(period.shifted(by: sign * count * size), basis: .relative)
      ?? ResolvedTime(.date, Self.openValue(of: unit))
  }

  /// The unit in which a distance is counted on the calendar.
  static func step(of unit: TimeUnit) -> (unit: TimeUnit, size: Int)? {
    switch unit {
    case .day, .week, .month, .quarter, .year: (unit, 1)
    case .weekend: (.week, 1)
    case .fortnight: (.week, 2)
    case .halfYear: (.month, 6)
    case .decade: (.year, 10)
    case .century: (.year, 100)
    case .second, .minute, .hour, .millennium: nil
    }
  }

  static func openValue(of unit: TimeUnit) -> String {
    switch unit {
    case .day: "XXXX-XX-XX"
    case .week, .fortnight, .weekend: "XXXX-WXX"
    case .month, .halfYear: "XXXX-XX"
    case .quarter: "XXXX-QX"
    case .decade: "XXX"
    case .century: "XX"
    default: "XXXX"
    }
  }

  // MARK: - Lengths

  private func duration(_ fields: TimeFields) -> ResolvedTime? {
    guard let unit = fields.unit else { return nil }
    let quantity = fields.quantity ?? .vague
    let looksAhead = direction == .future || direction == .perhapsFuture
    if followsIn, looksAhead, documentDate != nil, let count = quantity.count, count > 0 {
      return counted(fields, from: documentDate.map(CalendarPeriod.day), sign: 1)
    }
    return ResolvedTime(.duration, quantity.duration(of: unit))
  }

  /// A length that ends or begins at the document's date.
  private func stretch(_ fields: TimeFields, _ sign: Int) -> ResolvedTime? {
    guard let unit = fields.unit else { return nil }
    let quantity = fields.quantity ?? .whole(1)
    var resolved = ResolvedTime(.duration, quantity.duration(of: unit))
    guard let documentDate, let count = quantity.count, count <= 10_000, let (step, size) = Self.step(of: unit),
      let other = Self.sameDay(documentDate, shifted: sign * count * size, step)
    else { return resolved }
    resolved.timeSpan = TimeSpan(
      from: min(other, documentDate), through: max(other, documentDate), basis: .relative)
    return resolved
  }

  /// The day so many units away; the last of its month where that has no such day.
  static func sameDay(_ date: CalendarDate, shifted count: Int, _ unit: TimeUnit) -> CalendarDate? {
    switch unit {
    case .day: return date.adding(days: count)
    case .week: return date.adding(days: 7 * count)
    default:
      let months = unit == .year ? 12 : unit == .quarter ? 3 : 1
      let period = CalendarPeriod.month(year: date.year, month: date.month).shifted(by: count * months)
      guard case .month(let year, let month) = period else { return nil }
      let day = min(date.day, CalendarDate.length(ofMonth: month, year: year))
      return CalendarDate(year: year, month: month, day: day)
    }
  }

  private func recurrence(_ fields: TimeFields) -> ResolvedTime? {
    if let weekday = fields.weekday { return ResolvedTime(.set, "XXXX-WXX-\(weekday)") }
    if let month = fields.month { return ResolvedTime(.set, month < 10 ? "XXXX-0\(month)" : "XXXX-\(month)") }
    if let season = fields.season { return ResolvedTime(.set, "XXXX-\(season.rawValue)") }
    if let part = fields.part { return ResolvedTime(.set, "XXXX-XX-XX\(part.rawValue)") }
    guard let unit = fields.unit else { return nil }
    return ResolvedTime(.set, (fields.quantity ?? .whole(1)).duration(of: unit))
  }
}
