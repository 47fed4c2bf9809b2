import EntenteLanguage
import EntenteModel
import Testing

@Suite struct DocumentDatingTests {
  private static let day = CalendarDate(year: 2026, month: 2, day: 13)

  private func article(_ line: String) -> String {
    "Ministers agree on a fleet for the strait\n\n\(line)\n\nMinisters agreed on Tuesday on a fleet. It sails soon."
  }

  @Test(arguments: [
    "February 13, 2026", "Feb. 13, 2026", "13 Feb 2026", "13 February 2026", "13th of February, 2026", "2026-02-13",
    "2026/02/13", "13.02.2026", "2/13/2026", "13/2/2026", "Friday, February 13, 2026", "Fri 13 Feb 2026 10.15 GMT",
    "Published: Feb. 13, 2026, 10:15 a.m. ET", "Published on February 13, 2026 at 7:30 pm",
    "Updated Feb. 14, 2026 | Published Feb. 13, 2026", "PUBLISHED 13 FEB 2026",
  ])
  func aLineOfNothingButADateIsRead(line: String) throws {
    let record = try DocumentReader().read(text: article(line), source: "-").record
    #expect(record.date == Self.day)
    #expect(record.dateBasis == .dateLine)
    #expect(record.sentences.contains { $0.role == .dateline })
  }

  @Test(arguments: [
    "February 13", "Feb. 30, 2026", "3/4/2026", "February 2026", "It began on February 13, 2026.", "Room 13, 2026",
  ])
  func whatNamesNoDayIsNoDate(line: String) throws {
    let document = try DocumentReader().read(text: article(line), source: "-")
    #expect(document.record.date == nil)
    #expect(document.record.dateBasis == .none)
    #expect(document.diagnostics.map(\.code) == ["no-document-date"])
  }

  @Test(arguments: ["BRUSSELS, Feb. 13, 2026 (Agency) — ", "Brussels, 13 February 2026 – ", "BRUSSELS, 2026-02-13 -- "])
  func aDatelineWithItsYearIsRead(dateline: String) throws {
    let text = dateline + "Four ministers agreed on a fleet.\n\nIt sails soon."
    let document = try DocumentReader().read(text: text, source: "-")
    #expect(document.record.date == Self.day)
    #expect(document.record.dateBasis == .dateline)
    #expect(document.record.sentences.map(\.role) == [.dateline, .body, .body])
  }

  @Test(arguments: ["-", "–", "—", "--", ":", ".", "(", ")", "'", ",", ";", "*", "•", "…"])
  func aTextMayBeginWithAnyMark(mark: String) throws {
    for text in ["\(mark) Kenya met Ghana.", "\(mark)Kenya", mark, "\(mark) \(mark) A", " \(mark) Togo"] {
      let document = try? DocumentReader().read(text: text, source: "text")
      #expect(document?.record.date == nil)
    }
  }

  @Test func aDatelineWithoutAYearGivesNoDate() throws {
    let text = "BRUSSELS, Feb. 13 (Agency) — Four ministers agreed on a fleet.\n\nIt sails in 2027."
    #expect(try DocumentReader().read(text: text, source: "-").record.date == nil)
  }

  @Test func theOptionComesFirst() throws {
    let option = CalendarDate(year: 2025, month: 1, day: 2)
    let record = try DocumentReader(date: option).read(text: article("February 13, 2026"), source: "-").record
    #expect(record.date == option)
    #expect(record.dateBasis == .option)
  }

  @Test func metadataComeBeforeADateLineAndADifferenceIsReported() throws {
    let page = """
      <html><head><meta property="article:published_time" content="2026-02-14T01:00:00Z"></head><body>
      <h1>Ministers agree on a fleet</h1><p>February 13, 2026</p>
      <p>Four ministers agreed on Tuesday on a fleet that is to sail to the northern strait in spring.</p></body></html>
      """
    let document = try DocumentReader().read(text: page, source: "-")
    #expect(document.record.date == CalendarDate(year: 2026, month: 2, day: 14))
    #expect(document.record.dateBasis == .metadata)
    #expect(document.diagnostics.map(\.code) == ["document-dates-differ"])
  }
}
