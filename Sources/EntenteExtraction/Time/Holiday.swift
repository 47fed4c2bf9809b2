import EntenteModel

/// A holiday that news dates things by.
enum Holiday: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// Days from Easter Sunday of the western churches.
  case easter(offset: Int)
  /// The fourth Thursday of November.
  case thanksgiving

  /// Holidays by their atoms in lower case, joined with spaces.
  static let words: [String: Holiday] = [
    "christmas": .fixed(month: 12, day: 25), "christmas day": .fixed(month: 12, day: 25),
    "christmas eve": .fixed(month: 12, day: 24), "new year ' s day": .fixed(month: 1, day: 1),
    "new year ’ s day": .fixed(month: 1, day: 1), "new year ' s eve": .fixed(month: 12, day: 31),
    "new year ’ s eve": .fixed(month: 12, day: 31), "valentine ' s day": .fixed(month: 2, day: 14),
    "valentine ’ s day": .fixed(month: 2, day: 14), "may day": .fixed(month: 5, day: 1),
    "halloween": .fixed(month: 10, day: 31), "good friday": .easter(offset: -2),
    "easter sunday": .easter(offset: 0), "easter": .easter(offset: 0), "easter monday": .easter(offset: 1),
    "thanksgiving": .thanksgiving, "thanksgiving day": .thanksgiving,
  ]

  /// The holiday of a year.
  func date(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
    case .easter(let offset): Self.easter(year)?.adding(days: offset)
    case .thanksgiving:
      CalendarDate(year: year, month: 11, day: 1).map { $0.adding(days: (11 - $0.weekday) % 7 + 21) }
    }
  }

  /// Source: "Anonymous Gregorian algorithm" (Meeus, Jones, Butcher); J. Meeus, "Astronomical Algorithms", ch. 8.
  private static func easter(_ year: Int) -> CalendarDate? {
    let golden = year % 19
    let century = year / 100
    let rest = year % 100
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * sunday) / 451
    let sum = epact + sunday - 7 * shift + 114
    return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
