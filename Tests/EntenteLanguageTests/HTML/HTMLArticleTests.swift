import EntenteModel
import Testing

@testable import EntenteLanguage

@Suite struct HTMLArticleTests {
  private func read(_ page: String) throws -> Document {
    try DocumentReader().read(text: page, source: "page.html")
  }

  private func texts(_ document: Document, _ role: SentenceRole) -> [String] {
    document.record.sentences.filter { $0.role == role }.map { document.text[$0.span] }
  }

  @Test func aNewsPageGivesItsArticle() throws {
    let document = try read(HTMLPages.news)
    #expect(document.record.title == "Envoys leave Geneva without a deal on grain")
    #expect(document.record.author == "Mira Beispiel")
    #expect(document.record.date == CalendarDate(year: 2026, month: 1, day: 12))
    #expect(document.record.dateBasis == .metadata)
    #expect(texts(document, .title) == ["Envoys leave Geneva\u{A0}without a deal on grain"])
    #expect(texts(document, .byline) == ["By Mira Beispiel in Geneva"])
    #expect(texts(document, .dateline) == ["12 January 2026", "GENEVA —"])
    #expect(texts(document, .caption) == ["A ship waits for grain in the port of Odesa."])
    #expect(texts(document, .credit) == ["Ivan Muster/Anadolu"])
    #expect(texts(document, .subhead).contains("What was on the table"))
    #expect(texts(document, .teaser) == ["Read more: The long road to a grain deal"])
    #expect(
      texts(document, .body) == [
        "Envoys of three states left Geneva on Monday without a deal, said Switzerland’s ministry & its envoy.",
        "“We were close,” said one diplomat, who asked not to be named because the talks were private.",
        "The price of wheat rose by four percent after the news, traders in Paris and Chicago said on Monday.",
        "Talks go on in March, the Swiss hosts said.",
      ])
  }

  @Test func whatIsHiddenIsNoText() throws {
    let text = try read(HTMLPages.news).text.string
    for word in ["evil", "color", "schema.org", "Share this", "nothing here", "secret"] {
      #expect(!text.contains(word))
    }
  }

  @Test(arguments: ["cookies", "Home", "Most read", "Harbour News. All rights", "Floods reach"])
  func furnitureFeedsNoGraph(word: String) throws {
    let document = try read(HTMLPages.news)
    #expect(document.text.string.contains(word))
    for sentence in document.record.sentences where document.text[sentence.span].contains(word) {
      #expect(!sentence.role.feedsGraph)
    }
  }

  @Test func aPageWithoutMarkupForArticlesIsReadByDensity() throws {
    let paragraph = "Four ministers agreed on Tuesday on a fleet that is to sail to the northern strait in spring. "
    let links = (1...30).map { "<td><a href='\($0)'>Some other story number \($0) that you may like</a></td>" }
    let page = """
      <html><head><title>Ministers agree on a fleet - Harbour News</title></head><body><table><tr>\(links.joined())</tr>
      <tr><td><h1>Ministers agree on a fleet</h1><p>\(paragraph)<p>\(paragraph)<p>\(paragraph)</td></tr></table></body>
      """
    let document = try read(page)
    #expect(document.record.title == "Ministers agree on a fleet")
    #expect(texts(document, .body).count == 3)
  }

  @Test func metadataGiveTheTitleThatThePageLacks() throws {
    let page = """
      <html><head><title>Ministers agree on a fleet | Harbour News</title>
      <script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2026-02-13T10:00:00Z",
      "author":[{"name":"Ana Example"},{"name":"Piet M\\u00fcster"}]}]</script></head>
      <body><p>Four ministers agreed on Tuesday on a fleet that is to sail to the northern strait in spring.</p></body>
      """
    let record = try read(page).record
    #expect(record.title == "Ministers agree on a fleet")
    #expect(record.author == "Ana Example, Piet Müster")
    #expect(record.date == CalendarDate(year: 2026, month: 2, day: 13))
  }

  // MARK: - Offsets

  @Test func eachScalarComesFromItsBytes() throws {
    try HTMLPages.expectOffsets(of: HTMLPages.news)
    try HTMLPages.expectOffsets(of: "\u{FEFF}<html><body><p>One &lt;b&gt; &copy;<p>Two &foo; &#8212;&#x201C;x&#146;")
    try HTMLPages.expectOffsets(
      of: "<html><body>a < b && c<!-- > -->d<br>e<![CDATA[x]]>f &amp;amp; &amp g</body></html>")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func eachScalarOfRandomMarkupComesFromItsBytes(seed: UInt64) throws {
    try HTMLPages.expectOffsets(of: HTMLPages.random(seed: seed), "seed \(seed)")
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func noTextThatTheParserReportsIsLost(seed: UInt64) throws {
    let page = try TextDecoder.decode(Array(HTMLPages.random(seed: seed).utf8)).text
    var reported = 0
    for event in HTMLEvents(Array(page.string.utf8)).events {
      if case .text(let text) = event.kind { reported += text.count { !HTMLTextLocator.isSpace($0) } }
    }
    let found = HTMLTree(page).text.scalars.count { !HTMLTextLocator.isSpace($0) }
    #expect(found == reported, "seed \(seed)")
  }

  @Test func offsetsCountInTheBytesOfTheFileWhateverItsEncoding() throws {
    let page = "<html><head><meta charset=windows-1252></head><body><p>The café’s owner.</p></body></html>"
    let bytes: [UInt8] = page.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    let document = try DocumentReader().read(bytes, source: "-")
    #expect(document.text.string == "The café’s owner.")
    #expect(bytes[document.offsets.bytes(of: TextSpan(start: 4, end: 10))] == bytes[59..<65])
  }

  // MARK: - Hostile pages

  @Test func numbersWithoutACharacterArePassedOver() throws {
    let document = try read("<html><body><p>&#1;x&#xD800;y&#xFFFFFFFFFF; z&#0;")
    #expect(document.text.string == "xy z")
  }

  @Test(arguments: [
    String(repeating: "<", count: 100_000), String(repeating: "< ", count: 20_000),
    String(repeating: "<div>", count: 20_000) + "deep", String(repeating: "<b>x", count: 20_000),
    String(repeating: "&", count: 50_000), String(repeating: "<!--", count: 20_000),
    "<p title=\"" + String(repeating: "x", count: 100_000), String(repeating: "</p>", count: 20_000),
    String(repeating: "&#xFFFFFFFFFF;&#0;&#xD800;&bogus", count: 2_000), "<p>\u{FFFE}\u{FFFF}x",
    "<script type='application/ld+json'>" + String(repeating: "[", count: 50_000) + "</script>x",
    String(repeating: "<table><tr><td>", count: 5_000), "<!DOCTYPE", "</", "<p", "<p a", "<p a=", "&#", "&#x", "<!",
    "<?",
  ])
  func hostilePagesAreReadOrRefused(body: String) {
    do throws(ReadingError) {
      let document = try DocumentReader().read(text: "<html><body>" + body, source: "-")
      #expect(document.text.scalarCount > 0)
    } catch {
      #expect(error.code == .empty)
    }
  }

  @Test func aPageNestedTooDeeplySaysSo() throws {
    let page = "<html><body><p>Above.</p>" + String(repeating: "<div>", count: 1_000) + "below"
    let document = try read(page)
    #expect(document.text.string == "Above.")
    #expect(document.diagnostics.contains { $0.code == "page-cut-off" })
  }
}
