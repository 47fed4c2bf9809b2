/// The slots of temporal patterns.
enum TimeSlot: String, Hashable, Sendable, CaseIterable {
  /// "July", "Feb.".
  case month
  /// "11", "11th", "eleventh".
  case day
  /// The second of two days.
  case lastDay
  /// "11th", "first": a day that says it is one.
  case ordinalDay
  /// "2026", "nineteen ninety-six".
  case year
  /// "2021-2024", "2021/22".
  case years
  /// "'98".
  case shortYear
  /// "Friday".
  case weekday
  /// "Fri.".
  case shortWeekday
  /// "Fridays".
  case weekdays
  /// "2026-02-11", "13/02/2026" where one of the numbers can only be the day.
  case numericDate
  /// "1990s", "'90s", "nineties".
  case decade
  /// "20th century", "nineteenth-century".
  case century
  /// "three", "12", "two and a half", "a", "one".
  case count
  /// "and a half" behind a unit.
  case andHalf
  /// "several", "a few".
  case vague
  /// "days"; any unit word.
  case unit
  /// "days"; a plural unit word, which leaves the number open unless it stands before.
  case units
  /// "day" to "century"; one unit that is no part of the day.
  case longUnit
  /// "last", "this", "next" and their like.
  case shift
  /// "last", "past", "previous".
  case past
  /// "next", "coming", "following".
  case future
  /// "summer".
  case season
  /// "first", "2nd" before "quarter" or "half"; "Q3".
  case quarter
  /// "Q3", "2Q".
  case shortQuarter
  /// "first", "second" before "half".
  case half
  /// "morning", "night", "noon".
  case part
  /// "10:30 a.m. GMT", "5 p.m.", "1500 GMT", "ten o'clock".
  case clock
  /// "Christmas".
  case holiday

  /// Where the slot's words end that begin at `place`, with what they say put into `fields`.
  func match(_ atoms: [TimeAtom], at place: Int, _ fields: inout TimeFields) -> Int? {
    let words = AtomWords(atoms)
    switch self {
    case .month: return words.month(at: place).map { fields.month = $0.value; return $0.end }
    case .day: return words.day(at: place).map { fields.day = $0.value; return $0.end }
    case .lastDay: return words.day(at: place).map { fields.lastDay = $0.value; return $0.end }
    case .ordinalDay: return words.ordinal(at: place, upTo: 31).map { fields.day = $0.value; return $0.end }
    case .year: return words.year(at: place).map { fields.year = $0.value; return $0.end }
    case .years: return words.years(at: place).map { (fields.year, fields.lastYear) = $0.value; return $0.end }
    case .shortYear: return words.shortYear(at: place).map { fields.year = $0.value; return $0.end }
    case .weekday: return words.weekday(at: place).map { fields.weekday = $0.value; return $0.end }
    case .shortWeekday: return words.shortWeekday(at: place).map { fields.weekday = $0.value; return $0.end }
    case .weekdays: return words.pluralWeekday(at: place).map { fields.weekday = $0.value; return $0.end }
    case .numericDate:
      return words.numericDate(at: place).map {
        (fields.year, fields.month, fields.day) = $0.value
        return $0.end
      }
    case .decade: return words.decade(at: place).map { fields.decade = $0.value; return $0.end }
    case .century: return words.century(at: place).map { fields.centuryStart = $0.value; return $0.end }
    case .count: return words.count(at: place).map { fields.quantity = fields.quantity ?? $0.value; return $0.end }
    case .vague: return words.vague(at: place).map { fields.quantity = .vague; return $0 }
    case .unit, .longUnit: return words.unit(at: place, self).map { fields.unit = $0.value; return $0.end }
    case .units:
      return words.unit(at: place, self).map {
        fields.unit = $0.value
        fields.quantity = fields.quantity ?? .vague
        return $0.end
      }
    case .andHalf:
      guard words.folded(place) == "and", words.folded(place + 1) == "a", words.folded(place + 2) == "half",
        case .whole(let count)? = fields.quantity
      else { return nil }
      fields.quantity = .andHalf(count)
      return place + 3
    case .shift, .past, .future: return words.shift(at: place, self).map { fields.shift = $0.value; return $0.end }
    case .season: return words.season(at: place).map { fields.season = $0.value; return $0.end }
    case .quarter: return words.ordinal(at: place, upTo: 4).map { fields.quarter = $0.value; return $0.end }
    case .shortQuarter: return words.shortQuarter(at: place).map { fields.quarter = $0.value; return $0.end }
    case .half: return words.half(at: place).map { fields.half = $0.value; return $0.end }
    case .part: return words.part(at: place).map { fields.part = $0.value; return $0.end }
    case .clock: return words.clock(at: place).map { fields.minutes = $0.value; return $0.end }
    case .holiday:
      return words.holiday(at: place).map { fields.holiday = $0.value; return $0.end }
    }
  }
}
