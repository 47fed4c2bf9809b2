import EntenteModel
import Testing

@Suite struct TimeSpanEDTFTests {
  @Test(arguments: [
    ("2026-02-11", "2026-02-11", "2026-02-11"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026", "2026-01-01", "2026-12-31"), ("2025-06/2025-08", "2025-06-01", "2025-08-31"),
    ("2025-12-30/2026", "2025-12-30", "2026-12-31"), ("2026-02/2026-02-03", "2026-02-01", "2026-02-03"),
  ])
  func spansOfDaysAreRead(text: String, first: String, last: String) throws {
    let span = try #require(TimeSpan(edtf: text, basis: .explicit))
    #expect(span.start.description == first && span.end.description == last)
    #expect(span.edtf == text && span.basis == .explicit)
  }

  @Test(arguments: [
    "", "/", "2026/", "/2026", "..", "../2026", "2026/..", "2026-13", "2026-02-30", "2026-2", "26", "02026", "0000",
    "2026~", "2026-XX", "-2026", "2026-", "2026-02-", "13.02.2026", "2027/2026", "2026/2027/2028", "2026-02-11T10:00",
    "\u{0662}026", "20 6",
  ])
  func whatIsNoSpanIsRefused(text: String) {
    #expect(TimeSpan(edtf: text, basis: .explicit) == nil)
  }
}
