import EntenteModel
import Testing

@testable import EntenteDrawing

@Suite struct FactWordsTests {
  @Test(arguments: [
    ("2026-02-11", "11 Feb 2026"), ("2026-02", "Feb 2026"), ("2029", "2029"),
    ("2026-02-11/2026-02-13", "11–13 Feb 2026"),
    ("2026-02-28/2026-03-02", "28 Feb – 2 Mar 2026"), ("2025-12-31/2026-01-01", "31 Dec 2025 – 1 Jan 2026"),
    ("2025-06-01/2025-08-31", "Jun–Aug 2025"), ("2025-01-01/2027-12-31", "2025–2027"),
    ("2025-11-01/2026-02-28", "Nov 2025 – Feb 2026"),
  ])
  func datesAreToldAsPreciselyAsTheyAreKnown(_ edtf: String, _ words: String) throws {
    #expect(FactWords.date(try #require(FactFixture.time(edtf))) == words)
  }

  @Test(arguments: [
    (Magnitude(kind: "money", value: 1.15e10, unit: "EUR"), "EUR 11.5 bn"),
    (Magnitude(kind: "killed", value: 12, unit: "people"), "12 killed"),
    (Magnitude(kind: "troops", value: 1_200, unit: "troops"), "1,200 troops"),
    (Magnitude(kind: "share", value: 2.53, unit: "percent"), "2.5 percent"),
    (Magnitude(kind: "ships", value: 1_234_567, unit: ""), "1.2 m ships"),
    (Magnitude(kind: "odd", value: .nan, unit: "x"), "? x"),
  ])
  func countedThingsAreShort(_ magnitude: Magnitude, _ words: String) {
    #expect(FactWords.magnitude(magnitude) == words)
  }

  @Test(arguments: [
    ("one two three", ["one two", "three"]), ("", [""]), ("  spaced \n out ", ["spaced", "out"]),
    ("abcdefghijklmnopqrstuvwxyz", ["abcdefgh", "ijklmnop", "qrstuvwx", "yz"]),
    ("北大西洋条約機構", ["北大西洋", "条約機構"]),
  ])
  func linesAreNoLongerThanTheyMayBe(_ text: String, _ lines: [String]) {
    #expect(FactWords.wrapped(text, width: 8) == lines)
  }

  @Test func tooManyLinesEndInAnEllipsis() {
    #expect(FactWords.wrapped("aa bb cc dd ee", width: 2, limit: 3) == ["aa", "bb", "c…"])
  }

  @Test func itemsBreakBetweenEachOther() {
    let items = ["Port Elsa", "7 May 2031", "planned"]
    #expect(FactWords.listed(items, width: 22) == ["Port Elsa · 7 May 2031", "planned"])
    #expect(FactWords.listed([], width: 10).isEmpty)
  }

  @Test func aLongTriggerGivesWayToTheWordOfItsType() {
    func event(_ trigger: String) -> Event {
      Event(
        type: .sanction, document: DocumentID(rawValue: "doc-1"), triggerText: trigger,
        triggerSpan: TextSpan(start: 0, end: 1), participants: [], status: .actual, confidence: 1, rule: "",
        evidence: [])
    }
    #expect(FactWords.deed(event("froze\nassets of")) == "froze assets of")
    #expect(FactWords.deed(event(" ")) == "sanctions")
    #expect(FactWords.deed(event(String(repeating: "x", count: 25))) == "sanctions")
  }
}
