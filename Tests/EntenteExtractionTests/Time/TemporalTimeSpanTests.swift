import EntenteExtraction
import EntenteModel
import Testing

/// The interval, basis and relation of single expressions, told from Friday, 13 February 2026.
@Suite struct TemporalTimeSpanTests {
  @Test(arguments: [
    ("They met on Feb. 11, 2026.", "2026-02-11", "2026-02-11", "2026-02-11", TimeBasis.explicit),
    ("They met in July 2025.", "2025-07-01", "2025-07-31", "2025-07", .explicit),
    ("They met in July.", "2025-07-01", "2025-07-31", "2025-07", .relative),
    ("They met in 2024.", "2024-01-01", "2024-12-31", "2024", .explicit),
    ("They met in the 1990s.", "1990-01-01", "1999-12-31", "199X", .explicit),
    ("They met in the 20th century.", "1901-01-01", "2000-12-31", "1901/2000", .explicit),
    ("They met last week.", "2026-02-02", "2026-02-08", "2026-02-02/2026-02-08", .relative),
    ("They met in summer 2025.", "2025-06-01", "2025-08-31", "2025-06/2025-08", .explicit),
    ("They met this winter.", "2025-12-01", "2026-02-28", "2025-12/2026-02", .relative),
    ("They met in Q4 2025.", "2025-10-01", "2025-12-31", "2025-10/2025-12", .explicit),
    ("They met on Wednesday night.", "2026-02-11", "2026-02-11", "2026-02-11", .relative),
    ("They met today.", "2026-02-13", "2026-02-13", "2026-02-13", .document),
    ("It fell in the past two months.", "2025-12-13", "2026-02-13", "2025-12-13/2026-02-13", .relative),
    ("It rose in the next 10 days.", "2026-02-13", "2026-02-23", "2026-02-13/2026-02-23", .relative),
    ("They met on June 24-25.", "2025-06-24", "2025-06-25", "2025-06-24/2025-06-25", .relative),
  ])
  func intervalsAreTheSmallestThatTheWordsSupport(
    text: String, start: String, end: String, edtf: String, basis: TimeBasis
  ) throws {
    let expressions = TimeSamples.expressions(text)
    try #require(expressions.count == 1)
    let span = try #require(expressions[0].timeSpan)
    #expect(span.start.description == start)
    #expect(span.end.description == end)
    #expect(span.edtf == edtf)
    #expect(span.basis == basis)
  }

  @Test(arguments: [
    "They held out for three days.", "Envoys meet every year.", "He recently fled.", "Two days later he fled.",
    "In fiscal 2025 the agency spent less.", "It struck at 10 p.m.", "Many years ago it stood.",
  ])
  func whatHasNoAnchorHasNoInterval(text: String) throws {
    let expressions = TimeSamples.expressions(text)
    try #require(expressions.count == 1)
    #expect(expressions[0].timeSpan == nil)
  }

  @Test(arguments: [
    ("They met on Wednesday.", "XXXX-WXX-3"), ("They met in July.", "XXXX-07"), ("They met on Feb. 29.", "XXXX-02-29"),
    ("They met last week.", "XXXX-WXX"), ("They met today.", "XXXX-XX-XX"), ("They met three years ago.", "XXXX"),
    ("They met last summer.", "XXXX-SU"), ("They met in the third quarter.", "XXXX-Q3"),
    ("They met over the weekend.", "XXXX-WXX"), ("They met on the 12th.", "XXXX-XX-12"),
  ])
  func withoutADocumentDateValuesStayOpen(text: String, value: String) throws {
    let expressions = TimeSamples.expressions(text, nil)
    try #require(expressions.count == 1)
    #expect(expressions[0].value == value)
    #expect(expressions[0].timeSpan == nil)
  }

  @Test func explicitDatesNeedNoDocumentDate() {
    #expect(TimeSamples.expressions("They met on Feb. 11, 2026.", nil).map(\.timeSpan?.edtf) == ["2026-02-11"])
  }

  @Test func leapDaysStayInsideTheCalendar() {
    let leapDay = CalendarDate(year: 2024, month: 2, day: 29)
    #expect(TimeSamples.values("It fell a year ago.", leapDay) == ["a year ago = 2023"])
    #expect(
      TimeSamples.expressions("It fell in the past two years.", leapDay).map(\.timeSpan?.edtf)
        == ["2022-02-28/2024-02-29"])
    #expect(TimeSamples.values("They met on Feb. 29.") == ["Feb. 29 = 2024-02-29"])
  }

  @Test func theEndsOfTheCalendarAreNoTrap() throws {
    let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    let text = "Last year, next year, 5,000 years ago, next century, last winter and in the past 900 years it rained."
    for date in [first, last] {
      for expression in TimeSamples.expressions(text, date) { #expect(!expression.value.isEmpty) }
    }
  }

  @Test(arguments: [
    ("Berlin will pay by 2029.", [TemporalRelation.by]), ("They are to pay by the end of 2035.", [.by]),
    ("They met in 2035.", [.at]), ("They have fought since 2022.", [.since]), ("It runs until June.", [.until]),
    ("It fell before March 2025.", [.before]), ("It fell after last July.", [.after]),
    ("It fell during 2024.", [.during]), ("It fell throughout last July.", [.during]),
    ("It rose between 2021 and 2024.", [.since, .until]), ("It ran from March to May.", [.since, .until]),
    ("They left ahead of Wednesday.", [.before]), ("They left prior to 2020.", [.before]),
    ("They met on Wednesday.", [.at]), ("They met Wednesday.", [.at]),
  ])
  func theGoverningWordGivesTheRelation(text: String, relations: [TemporalRelation]) {
    #expect(TimeSamples.expressions(text).map(\.relation) == relations)
  }

  @Test func timesOfDayTakeTheDayNamedBefore() {
    let sentences = TimeSamples.sentences("The raid came on Tuesday. The alarm rang at 10 p.m. and guns fired.")
    let found = TemporalTagger().expressions(in: sentences, documentDate: TimeSamples.friday).flatMap(\.self)
    #expect(found.map(\.value) == ["2026-02-10", "2026-02-10T22:00"])
    #expect(found.map(\.timeSpan?.basis) == [.relative, .inherited])
  }

  @Test func theQuarterIsTheOneNamedBefore() {
    let sentences = TimeSamples.sentences(
      "Exports rose in the third quarter. Imports in the quarter were $3 billion, up from $2 billion a year earlier.")
    let found = TemporalTagger().expressions(in: sentences, documentDate: TimeSamples.friday).flatMap(\.self)
    #expect(found.map(\.value) == ["2025-Q3", "2025-Q3", "2024-Q3"])
  }
}
