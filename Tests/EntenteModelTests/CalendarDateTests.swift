import EntenteModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2026-02-13", 20_497, 5), ("2000-02-29", 11_016, 2), ("1969-12-31", -1, 3),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knownDaysHaveTheirNumberAndWeekday(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(iso8601: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.description == text)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "0000-01-01", "", "abcd-ef-gh"])
  func textThatIsNoDayIsRefused(text: String) {
    #expect(CalendarDate(iso8601: text) == nil)
  }

  @Test func dayNumbersAndDatesAreInverse() throws {
    var expected = try #require(CalendarDate(year: 1899, month: 12, day: 31)).dayNumber
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...CalendarDate.length(ofMonth: month, year: year) {
          expected += 1
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(date.dayNumber == expected)
          #expect(CalendarDate(dayNumber: expected) == date)
        }
      }
    }
  }
}
