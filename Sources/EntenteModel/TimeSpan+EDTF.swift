extension TimeSpan {
  /// Reads a day, a month, a year, or an interval of two of these: `2026-02-11`, `2026-02`, `2026`,
  /// `2025-06/2025-08`.
  ///
  /// Nil for anything else: qualified, open and unspecified dates, a day that the calendar lacks, an interval that runs
  /// backwards.
  ///
  /// Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", level 0.
  public init?(edtf: String, basis: TimeBasis) {
    let ends = edtf.split(separator: "/", omittingEmptySubsequences: false).map { Self.days(of: $0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      first.lowerBound <= last.upperBound
    else { return nil }
    self.init(start: first.lowerBound, end: last.upperBound, edtf: edtf, basis: basis)
  }

  private static func days(of text: Substring) -> ClosedRange<CalendarDate>? {
    if let day = CalendarDate(iso8601: String(text)) { return day...day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(parts[0])
    else { return nil }
    let month = parts.dropFirst().first.flatMap { Int($0) }
    guard let first = CalendarDate(year: year, month: month ?? 1, day: 1),
      let last = CalendarDate(
        year: year, month: month ?? 12, day: CalendarDate.length(ofMonth: month ?? 12, year: year))
    else { return nil }
    return first...last
  }
}
