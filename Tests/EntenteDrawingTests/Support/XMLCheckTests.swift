import Testing

@Suite struct XMLCheckTests {
  @Test(arguments: [
    "<a/>", "<?xml version=\"1.0\"?>\n<a b=\"c &amp; d\"><e>&#x41;&lt;</e><!-- no --></a>\n",
    "<a>é 中 \u{10FFFF}</a>",
  ])
  func acceptsWellFormedTexts(_ text: String) {
    #expect(XMLCheck.complaint(about: text) == nil)
  }

  @Test(arguments: [
    "", "a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a>&nbsp;</a>", "<a>& b</a>",
    "<a b=\"<\"/>", "<a>\u{1}</a>", "<a>&#1;</a>", "<a b=\"1\"c=\"2\"/>", "<a>\u{FFFF}</a>",
  ])
  func refusesOthers(_ text: String) {
    #expect(XMLCheck.complaint(about: text) != nil)
  }
}
