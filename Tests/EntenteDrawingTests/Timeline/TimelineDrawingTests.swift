import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteDrawing

@Suite struct TimelineDrawingTests {
  @Test func theStraitIsDrawnAsItWasLookedOver() throws {
    let svg = TimelineDrawing(.strait).svg()
    #expect(XMLCheck.complaint(about: svg) == nil)
    try GoldenFile.check(svg, at: Repository.path("Tests/Golden/EntenteDrawing/strait-timeline.svg"))
  }

  @Test func everyEventIsThereWithStatusAndClaimant() {
    let svg = TimelineDrawing(.strait).svg()
    for words in [
      "talks with Ostmark", "Port Elsa · 7 May 2031 · planned · says Solvang", "2035 · planned · says Weiss",
      "Without a date", "reported 16 Apr 2031; later: planned or expected", "line-through",
    ] { #expect(svg.contains(words)) }
    #expect(svg.contains("“Ostmark closed the Sund of Harn to foreign ships on 28 March.”"))
  }

  @Test func undatedEventsCanBeLeftOut() {
    var options = TimelineDrawing.Options()
    options.includesUndated = false
    #expect(!TimelineDrawing(.strait, options: options).svg().contains("Without a date"))
  }

  @Test func nothingToTellIsSaidSo() {
    let svg = TimelineDrawing(FactSet()).svg()
    #expect(XMLCheck.complaint(about: svg) == nil)
    #expect(svg.contains("No event has a date."))
  }

  @Test func oneDayIsEnough() {
    var fixture = FactFixture(title: "One")
    fixture.add(.country, "Norland")
    fixture.event(.agree, "pledged", by: ["Norland"], on: FactFixture.time("2031-04-16"))
    let svg = TimelineDrawing(fixture.facts).svg()
    #expect(XMLCheck.complaint(about: svg) == nil)
    #expect(svg.contains("16 Apr 2031"))
  }

  @Test func thereIsNothingThatActs() {
    var check = XMLCheck(TimelineDrawing(.strait).svg())
    #expect(check.run() == nil)
    let drawn: Set = [
      "svg", "title", "desc", "g", "rect", "circle", "polygon", "line", "text", "linearGradient", "stop",
    ]
    #expect(Set(check.elements).isSubset(of: drawn))
    #expect(!check.attributes.contains { $0.name.hasPrefix("on") || $0.name == "style" || $0.name.contains("href") })
    #expect(check.attributes.contains { $0.element == "svg" && $0.name == "role" && $0.value == "img" })
  }
}
