/// How a date was come by.
public enum TimeBasis: String, Hashable, Sendable, Codable, CaseIterable {
  /// The words give the date in full.
  case explicit
  /// The words give it relative to the document's date ("Wednesday", "last month").
  case relative
  /// It is that of an enclosing or preceding statement.
  case inherited
  /// It is the document's own date, where the words say so ("today", "here now").
  case document
}

/// The smallest interval of whole days, both ends included, that a text supports for something.
///
/// Source of `edtf`: Library of Congress, "Extended Date/Time Format (EDTF) Specification" (ISO 8601-2:2019).
public struct TimeSpan: Hashable, Sendable, Codable, Comparable {
  /// The first day.
  public var start: CalendarDate
  /// The last day.
  public var end: CalendarDate
  /// The interval as EDTF, at the precision the words have: `2026-02-11`, `2026-01`, `2029`, `2025-06/2025-08`.
  public var edtf: String
  /// How the date was come by.
  public var basis: TimeBasis

  /// An interval with its EDTF spelling.
  ///
  /// - Precondition: `start <= end`.
  public init(start: CalendarDate, end: CalendarDate, edtf: String, basis: TimeBasis) {
    precondition(start <= end, "a time span runs forward")
    self.start = start
    self.end = end
    self.edtf = edtf
    self.basis = basis
  }

  /// A single day.
  public init(day: CalendarDate, basis: TimeBasis) {
    self.init(start: day, end: day, edtf: day.description, basis: basis)
  }

  /// A whole month, or `nil` where the calendar has none such.
  public init?(year: Int, month: Int, basis: TimeBasis) {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
    else { return nil }
    let text = "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(month, 2))"
    self.init(start: first, end: last, edtf: text, basis: basis)
  }

  /// A whole year, or `nil` outside 1 to 9999.
  public init?(year: Int, basis: TimeBasis) {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    self.init(start: first, end: last, edtf: CalendarDate.padded(year, 4), basis: basis)
  }

  /// An interval of days, spelled `start/end`.
  public init(from start: CalendarDate, through end: CalendarDate, basis: TimeBasis) {
    self.init(
      start: start, end: end, edtf: start == end ? start.description : "\(start)/\(end)", basis: basis)
  }

  /// Orders by first day, then by last day, then by spelling.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    (left.start, left.end, left.edtf) < (right.start, right.end, right.edtf)
  }
}
