import EntenteModel

/// A stretch of the calendar that words name as a whole.
enum CalendarPeriod: Hashable, Sendable {
  case day(CalendarDate)
  /// Several days, both included.
  case daysThrough(CalendarDate, CalendarDate)
  /// The seven days from a Monday.
  case week(monday: CalendarDate)
  /// A Saturday and the Sunday after it.
  case weekend(saturday: CalendarDate)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  case half(year: Int, half: Int)
  /// A season by the year it begins in.
  case season(year: Int, season: Season)
  case year(Int)
  /// Ten years by their common digits: 199 for the 1990s.
  case decade(Int)
  /// A hundred years from the first one: 1901 for the 20th century, 1900 for the 1900s.
  case century(from: Int)
  /// Several years, both included.
  case years(Int, Int)

  /// The period of `unit` that holds `date`; `nil` for units shorter than a day and for those that no
  /// calendar divides by.
  init?(_ unit: TimeUnit, containing date: CalendarDate) {
    switch unit {
    case .day: self = .day(date)
    case .week: self = .week(monday: date.adding(days: 1 - date.weekday))
    case .weekend: self = .weekend(saturday: date.adding(days: 6 - date.weekday))
    case .month: self = .month(year: date.year, month: date.month)
    case .quarter: self = .quarter(year: date.year, quarter: (date.month + 2) / 3)
    case .halfYear: self = .half(year: date.year, half: date.month <= 6 ? 1 : 2)
    case .year: self = .year(date.year)
    case .decade: self = .decade(date.year / 10)
    case .century: self = .century(from: (date.year - 1) / 100 * 100 + 1)
    case .second, .minute, .hour, .fortnight, .millennium: return nil
    }
  }

  /// The period so many steps later, or earlier if `steps` is negative.
  func shifted(by steps: Int) -> CalendarPeriod {
    switch self {
    case .day(let date): return .day(date.adding(days: steps))
    case .daysThrough(let first, let last):
      let length = (last.dayNumber - first.dayNumber + 1) * steps
      return .daysThrough(first.adding(days: length), last.adding(days: length))
    case .week(let monday): return .week(monday: monday.adding(days: 7 * steps))
    case .weekend(let saturday): return .weekend(saturday: saturday.adding(days: 7 * steps))
    case .month(let year, let month):
      let (year, index) = Self.carry(year, month - 1 + steps, 12)
      return .month(year: year, month: index + 1)
    case .quarter(let year, let quarter):
      let (year, index) = Self.carry(year, quarter - 1 + steps, 4)
      return .quarter(year: year, quarter: index + 1)
    case .half(let year, let half):
      let (year, index) = Self.carry(year, half - 1 + steps, 2)
      return .half(year: year, half: index + 1)
    case .season(let year, let season): return .season(year: year + steps, season: season)
    case .year(let year): return .year(year + steps)
    case .decade(let decade): return .decade(decade + steps)
    case .century(let first): return .century(from: first + 100 * steps)
    case .years(let first, let last):
      let length = (last - first + 1) * steps
      return .years(first + length, last + length)
    }
  }

  /// The first and the last day, or `nil` where the calendar has none such (a 13th month, a year 0).
  var days: (first: CalendarDate, last: CalendarDate)? {
    switch self {
    case .day(let date): return (date, date)
    case .daysThrough(let first, let last): return first <= last ? (first, last) : nil
    case .week(let monday): return (monday, monday.adding(days: 6))
    case .weekend(let saturday): return (saturday, saturday.adding(days: 1))
    case .month(let year, let month): return Self.months(year, month, 1)
    case .quarter(let year, let quarter): return Self.months(year, quarter * 3 - 2, 3)
    case .half(let year, let half): return Self.months(year, half * 6 - 5, 6)
    case .season(let year, let season): return Self.months(year, season.firstMonth, 3)
    case .year(let year): return Self.months(year, 1, 12)
    case .decade(let decade): return Self.years(decade * 10, decade * 10 + 9)
    case .century(let first): return Self.years(first, first + 99)
    case .years(let first, let last): return Self.years(first, last)
    }
  }

  private static func carry(_ year: Int, _ index: Int, _ size: Int) -> (year: Int, index: Int) {
    let steps = index >= 0 ? index / size : (index - size + 1) / size
    return (year + steps, index - steps * size)
  }

  private static func months(_ year: Int, _ month: Int, _ count: Int) -> (CalendarDate, CalendarDate)? {
    let (lastYear, index) = carry(year, month + count - 2, 12)
    let length = CalendarDate.length(ofMonth: index + 1, year: lastYear)
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(year: lastYear, month: index + 1, day: length)
    else { return nil }
    return (first, last)
  }

  private static func years(_ first: Int, _ last: Int) -> (CalendarDate, CalendarDate)? {
    guard first <= last, let start = CalendarDate(year: first, month: 1, day: 1),
      let end = CalendarDate(year: last, month: 12, day: 31)
    else { return nil }
    return (start, end)
  }
}
