/// Names of months and weekdays, full and short, in lower case.
enum CalendarWords {
  /// Full month names.
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
  ]

  /// Short month names, which a full stop may follow.
  static let shortMonths: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
  ]

  /// Month names that are as often something else at the head of a sentence or in a name.
  static let doubtfulMonths: Set<String> = [
    "march", "may", "mar", "jan", "june", "april", "august", "dec", "sep", "jun", "jul", "apr",
  ]

  /// Full weekday names, 1 for Monday.
  static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
  ]

  /// Plural weekday names, which name a recurrence.
  static let pluralWeekdays: [String: Int] = [
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
  ]

  /// Short weekday names; they count only beside a full date.
  static let shortWeekdays: [String: Int] = [
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
  ]
}
