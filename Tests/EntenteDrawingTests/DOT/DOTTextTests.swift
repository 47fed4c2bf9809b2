import Testing

@testable import EntenteDrawing

@Suite struct DOTTextTests {
  @Test func controlAndDirectionMarksGo() {
    #expect(DOTText.cleaned("a\u{0}b\u{1B}c\u{202E}d\u{2067}e\u{FEFF}f\u{FFFF}g") == "abcdefg")
  }

  @Test func everyKindOfLineBreakIsOne() {
    #expect(DOTText.cleaned("a\r\nb\rc\u{85}d\u{2028}e\nf") == "a\nb\nc\nd\ne\nf")
  }

  @Test(arguments: [
    ("plain", "\"plain\""), ("a\"b", "\"a\\\"b\""), ("a\\N", "\"a\\\\N\""), ("&copy;", "\"&amp;copy;\""),
    ("two\nlines", "\"two\\nlines\""), ("", "\"\""),
  ])
  func quotedTextShowsItself(_ text: String, _ dot: String) {
    #expect(DOTText.quoted(text) == dot)
  }

  @Test func markupIsEscapedInTables() {
    #expect(DOTText.html("<b>&\"\n") == "&lt;b&gt;&amp;&quot;<BR/>")
  }

  @Test(arguments: [
    (0.0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (2.0 / 3, "0.6667"), (1e13, "0"), (.nan, "0"), (.infinity, "0"),
    (-0.00001, "0"), (12, "12"),
  ])
  func numbersAreShortAndFinite(_ value: Double, _ text: String) {
    #expect(DOTText.number(value) == text)
  }
}
