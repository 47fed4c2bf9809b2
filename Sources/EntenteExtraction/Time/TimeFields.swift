/// What the slots of a pattern caught.
struct TimeFields: Hashable, Sendable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// The last day of a range of days in one month.
  var lastDay: Int?
  /// 1 for Monday.
  var weekday: Int?
  var quarter: Int?
  var half: Int?
  var season: Season?
  var holiday: Holiday?
  var decade: Int?
  /// The first year of a century.
  var centuryStart: Int?
  var unit: TimeUnit?
  /// How exactly a distance is meant: the month in "four years ago this month".
  var precision: TimeUnit?
  var quantity: Quantity?
  /// -1 for "last", 0 for "this", 1 for "next".
  var shift: Int?
  var part: DayPart?
  /// Minutes after midnight.
  var minutes: Int?
  /// The last year of a range of years.
  var lastYear: Int?
}
