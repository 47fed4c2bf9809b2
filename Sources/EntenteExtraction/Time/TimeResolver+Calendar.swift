import EntenteModel

extension TimeResolver {
  // MARK: - Named days and periods

  /// The day or period that the calendar fields name, in full or by the nearest fitting one.
  func calendar(_ fields: TimeFields) -> ResolvedTime? {
    if let first = fields.year, let last = fields.lastYear {
      return ResolvedTime(.years(first, last), basis: .explicit)
    }
    if let decade = fields.decade { return ResolvedTime(.decade(decade), basis: .explicit) }
    if let century = fields.centuryStart { return ResolvedTime(.century(from: century), basis: .explicit) }
    if let holiday = fields.holiday {
      guard let year = fields.year else {
        return nearest(open: "XXXX-XX-XX") { holiday.date(in: $0).map(CalendarPeriod.day) }
      }
      return holiday.date(in: year).flatMap { ResolvedTime(.day($0), basis: .explicit) }
    }
    if let year = fields.year { return explicit(fields, year) }
    if let day = fields.day, let month = fields.month { return dayOfYear(month, day, fields.lastDay) }
    if let day = fields.day { return dayOfMonth(day) }
    if let weekday = fields.weekday { return self.weekday(weekday) }
    if let month = fields.month {
      return nearest(open: "XXXX-" + Self.twoDigits(month)) { .month(year: $0, month: month) }
    }
    if let season = fields.season {
      return nearest(open: "XXXX-\(season.rawValue)") { .season(year: $0, season: season) }
    }
    if let quarter = fields.quarter {
      return nearest(open: "XXXX-Q\(quarter)") { .quarter(year: $0, quarter: quarter) }
    }
    if let half = fields.half { return nearest(open: "XXXX-H\(half)") { .half(year: $0, half: half) } }
    return nil
  }

  private func explicit(_ fields: TimeFields, _ year: Int) -> ResolvedTime? {
    if let month = fields.month, let day = fields.day {
      return Self.days(year, month, day, fields.lastDay).flatMap { ResolvedTime($0, basis: .explicit) }
    }
    if let month = fields.month { return ResolvedTime(.month(year: year, month: month), basis: .explicit) }
    if let season = fields.season { return ResolvedTime(.season(year: year, season: season), basis: .explicit) }
    if let quarter = fields.quarter { return ResolvedTime(.quarter(year: year, quarter: quarter), basis: .explicit) }
    if let half = fields.half { return ResolvedTime(.half(year: year, half: half), basis: .explicit) }
    return ResolvedTime(.year(year), basis: .explicit)
  }

  private func dayOfYear(_ month: Int, _ day: Int, _ lastDay: Int?) -> ResolvedTime? {
    guard Self.days(2024, month, day, lastDay) != nil else { return nil }
    let open = "XXXX-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    return nearest(open: open) { Self.days($0, month, day, lastDay) }
  }

  /// One day or several of a month, where it has them.
  private static func days(_ year: Int, _ month: Int, _ day: Int, _ lastDay: Int?) -> CalendarPeriod? {
    guard let first = CalendarDate(year: year, month: month, day: day) else { return nil }
    guard let lastDay else { return .day(first) }
    guard day < lastDay, let last = CalendarDate(year: year, month: month, day: lastDay) else { return nil }
    return .daysThrough(first, last)
  }

  /// "last Oct. 23": the last such day before the document's date.
  func lastNamed(_ fields: TimeFields) -> ResolvedTime? {
    guard let month = fields.month, let day = fields.day else { return nil }
    guard let documentDate else { return dayOfYear(month, day, nil) }
    return named(-1, documentDate) { Self.days($0, month, day, nil) }
  }

  private func dayOfMonth(_ day: Int) -> ResolvedTime? {
    guard let documentDate else { return ResolvedTime(.date, "XXXX-XX-" + Self.twoDigits(day)) }
    let current = CalendarPeriod.month(year: documentDate.year, month: documentDate.month)
    let days = (-2...2).compactMap { step -> CalendarPeriod? in
      guard case .month(let year, let month) = current.shifted(by: step) else { return nil }
      return CalendarDate(year: year, month: month, day: day).map(CalendarPeriod.day)
    }
    return pick(days, documentDate).flatMap { ResolvedTime($0, basis: .relative) }
  }

  private func weekday(_ weekday: Int) -> ResolvedTime? {
    guard let documentDate else { return ResolvedTime(.date, "XXXX-WXX-\(weekday)") }
    let ahead = (weekday - documentDate.weekday + 7) % 7
    let days = direction == .future || ahead == 0 ? ahead : ahead - 7
    return ResolvedTime(.day(documentDate.adding(days: days)), basis: .relative)
  }

  // MARK: - The nearest fitting year

  /// The period of the year that the direction asks for; without a document date an open value.
  private func nearest(open: String, _ period: (Int) -> CalendarPeriod?) -> ResolvedTime? {
    guard let documentDate else { return ResolvedTime(.date, open) }
    let periods = ((documentDate.year - 4)...(documentDate.year + 4)).compactMap(period)
    return pick(periods, documentDate).flatMap { ResolvedTime($0, basis: .relative) } ?? ResolvedTime(.date, open)
  }

  /// Of periods in order, the last that has begun or the first that has not ended.
  ///
  /// The direction is a leaning, not a verdict: a day that is much nearer on the other side wins, as a
  /// sentence in the past may well name the day a payment is due.
  private func pick(_ periods: [CalendarPeriod], _ date: CalendarDate) -> CalendarPeriod? {
    let past = periods.last { ($0.days?.first ?? date) <= date && $0.days != nil }
    let future = periods.first { ($0.days?.last ?? date) >= date && $0.days != nil }
    guard let past, let future, let last = past.days?.last, let first = future.days?.first else {
      return past ?? future
    }
    let back = max(0, date.dayNumber - last.dayNumber)
    let ahead = max(0, first.dayNumber - date.dayNumber)
    switch direction {
    case .past: return ahead * 4 < back ? future : past
    case .open: return ahead * 3 < back ? future : past
    case .perhapsFuture: return back * 4 < ahead ? past : future
    case .future: return back * 30 < ahead ? past : future
    }
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // MARK: - Shifts

  /// "last week", "next Tuesday", "this summer", "last July", "the second quarter of this year".
  func shifted(_ fields: TimeFields) -> ResolvedTime? {
    let shift = fields.shift ?? ((fields.unit ?? .weekend) == .weekend && direction != .future ? -1 : 0)
    guard let documentDate else { return ResolvedTime(.date, openShift(fields)) }
    if let weekday = fields.weekday { return self.weekday(weekday, shift, documentDate) }
    if let month = fields.month { return named(shift, documentDate) { .month(year: $0, month: month) } }
    if let season = fields.season { return named(shift, documentDate) { .season(year: $0, season: season) } }
    if let quarter = fields.quarter {
      return ResolvedTime(.quarter(year: documentDate.year + shift, quarter: quarter), basis: .relative)
    }
    if let half = fields.half {
      return ResolvedTime(.half(year: documentDate.year + shift, half: half), basis: .relative)
    }
    let unit = fields.unit ?? .weekend
    guard let period = CalendarPeriod(unit, containing: documentDate) else {
      return ResolvedTime(.duration, Quantity.whole(1).duration(of: unit))
    }
    return ResolvedTime(period.shifted(by: shift), basis: .relative)
  }

  private func weekday(_ weekday: Int, _ shift: Int, _ date: CalendarDate) -> ResolvedTime? {
    let ahead = (weekday - date.weekday + 7) % 7
    let days: Int
    switch shift {
    case -1: days = ahead - 7
    case 1: days = ahead == 0 ? 7 : ahead
    default: days = weekday - date.weekday
    }
    return ResolvedTime(.day(date.adding(days: days)), basis: .relative)
  }

  /// The last named period that is over, this year's, or the next that has not begun.
  private func named(
    _ shift: Int, _ date: CalendarDate, _ period: (Int) -> CalendarPeriod?
  ) -> ResolvedTime? {
    let periods = ((date.year - 2)...(date.year + 2)).compactMap(period).filter { $0.days != nil }
    let found: CalendarPeriod?
    switch shift {
    case -1: found = periods.last { ($0.days?.last ?? date) < date }
    case 1: found = periods.first { ($0.days?.first ?? date) > date }
    default: found = periods.first { Self.holds($0, date) } ?? period(date.year)
    }
    return found.flatMap { ResolvedTime($0, basis: .relative) }
  }

  private static func holds(_ period: CalendarPeriod, _ date: CalendarDate) -> Bool {
    period.days.map { $0.first <= date && date <= $0.last } ?? false
  }

  private func openShift(_ fields: TimeFields) -> String {
    if let weekday = fields.weekday { return "XXXX-WXX-\(weekday)" }
    if let month = fields.month { return "XXXX-" + Self.twoDigits(month) }
    if let season = fields.season { return "XXXX-\(season.rawValue)" }
    if let quarter = fields.quarter { return "XXXX-Q\(quarter)" }
    return Self.openValue(of: fields.unit ?? .weekend)
  }

  /// "the following year", "the same day": counted from what the sentence named before.
  func anchored(_ fields: TimeFields, by step: Int) -> ResolvedTime? {
    let unit = fields.unit ?? .day
    guard let anchor, let first = anchor.days?.first, let period = CalendarPeriod(unit, containing: first) else {
      return ResolvedTime(.date, Self.openValue(of: unit))
    }
    return ResolvedTime(period.shifted(by: step), basis: .relative)
  }

  // MARK: - Times of day

  /// A day with the time of day that the fields hold.
  func withTime(_ day: ResolvedTime?, _ fields: TimeFields) -> ResolvedTime? {
    guard var day, let time = Self.timeText(fields) else { return day }
    day.type = .time
    day.value += time
    return day
  }

  /// A time of day without a day.
  func timeOfDay(_ fields: TimeFields) -> ResolvedTime {
    ResolvedTime(.time, "XXXX-XX-XX" + (Self.timeText(fields) ?? DayPart.night.rawValue))
  }

  private static func timeText(_ fields: TimeFields) -> String? {
    if let minutes = fields.minutes { return "T\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }
    return fields.part?.rawValue
  }
}
