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
  /// "month" in "a year ago this month".
  case precision
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
  ///
  /// Without a match the fields may hold anything.
  func match(_ atoms: [TimeAtom], at place: Int, _ fields: inout TimeFields) -> Int? {
    let words = AtomWords(atoms)
    return switch self {
    case .month, .day, .lastDay, .ordinalDay, .weekday, .shortWeekday, .weekdays, .numericDate, .holiday:
      matchDay(words, place, &fields)
    case .year, .years, .shortYear, .decade, .century, .season, .quarter, .shortQuarter, .half:
      matchPeriod(words, place, &fields)
    case .count, .vague, .unit, .units, .longUnit, .precision, .andHalf, .shift, .past, .future:
      matchLength(words, place, &fields)
    case .part: store(words.part(at: place), in: \.part, of: &fields)
    case .clock: store(words.clock(at: place), in: \.minutes, of: &fields)
    }
  }

  private func store<Value>(
    _ found: AtomWords.Found<Value>?, in field: WritableKeyPath<TimeFields, Value?>, of fields: inout TimeFields
  ) -> Int? {
    guard let found else { return nil }
    fields[keyPath: field] = found.value
    return found.end
  }

  private func matchDay(_ words: AtomWords, _ place: Int, _ fields: inout TimeFields) -> Int? {
    switch self {
    case .month: return store(words.month(at: place), in: \.month, of: &fields)
    case .day: return store(words.day(at: place), in: \.day, of: &fields)
    case .lastDay: return store(words.day(at: place), in: \.lastDay, of: &fields)
    case .ordinalDay: return store(words.ordinal(at: place, upTo: 31), in: \.day, of: &fields)
    case .weekday: return store(words.weekday(at: place), in: \.weekday, of: &fields)
    case .shortWeekday: return store(words.shortWeekday(at: place), in: \.weekday, of: &fields)
    case .weekdays: return store(words.pluralWeekday(at: place), in: \.weekday, of: &fields)
    case .holiday: return store(words.holiday(at: place), in: \.holiday, of: &fields)
    default:
      guard let date = words.numericDate(at: place) else { return nil }
      (fields.year, fields.month, fields.day) = date.value
      return date.end
    }
  }

  private func matchPeriod(_ words: AtomWords, _ place: Int, _ fields: inout TimeFields) -> Int? {
    switch self {
    case .year: return store(words.year(at: place), in: \.year, of: &fields)
    case .shortYear: return store(words.shortYear(at: place), in: \.year, of: &fields)
    case .decade: return store(words.decade(at: place), in: \.decade, of: &fields)
    case .century: return store(words.century(at: place), in: \.centuryStart, of: &fields)
    case .season: return store(words.season(at: place), in: \.season, of: &fields)
    case .quarter: return store(words.ordinal(at: place, upTo: 4), in: \.quarter, of: &fields)
    case .shortQuarter: return store(words.shortQuarter(at: place), in: \.quarter, of: &fields)
    case .half: return store(words.half(at: place), in: \.half, of: &fields)
    default:
      guard let years = words.years(at: place) else { return nil }
      (fields.year, fields.lastYear) = years.value
      return years.end
    }
  }

  private func matchLength(_ words: AtomWords, _ place: Int, _ fields: inout TimeFields) -> Int? {
    switch self {
    case .unit, .longUnit: return store(words.unit(at: place, self), in: \.unit, of: &fields)
    case .precision: return store(words.unit(at: place, .longUnit), in: \.precision, of: &fields)
    case .shift, .past, .future: return store(words.shift(at: place, self), in: \.shift, of: &fields)
    case .units:
      fields.quantity = fields.quantity ?? .vague
      return store(words.unit(at: place, self), in: \.unit, of: &fields)
    case .vague:
      fields.quantity = .vague
      return words.vague(at: place)
    case .andHalf:
      guard words.folded(place) == "and", words.folded(place + 1) == "a", words.folded(place + 2) == "half",
        case .whole(let count)? = fields.quantity
      else { return nil }
      fields.quantity = .andHalf(count)
      return place + 3
    default:
      guard let count = words.count(at: place) else { return nil }
      // Of "two to three weeks" the first number counts.
      fields.quantity = fields.quantity ?? count.value
      return count.end
    }
  }
}
