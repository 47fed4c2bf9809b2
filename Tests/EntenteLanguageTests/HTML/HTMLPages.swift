import EntenteLanguage
import EntenteModel
import EntenteTestSupport
import Testing

/// Web pages written for the tests, and the law that ties text to page.
enum HTMLPages {
  /// Expects each scalar of the text that is read from a page to come from bytes that stand for it:
  /// the character itself, a reference to it, or white space.
  static func expectOffsets(of page: String, _ comment: Comment? = nil) throws {
    let bytes = Array(page.utf8)
    let document = try DocumentReader().read(bytes, source: "page.html")
    guard document.record.repairs.isEmpty else { return }
    var reached = 0
    for index in 0..<document.text.scalarCount {
      let text = document.text[TextSpan(start: index, end: index + 1)]
      let place = document.offsets.bytes(ofScalar: index)
      let source = String(decoding: bytes[place], as: UTF8.self)
      #expect(place.lowerBound >= reached, comment)
      reached = place.upperBound
      let isSpace =
        (text == " " || text == "\n") && (source.isEmpty || [" ", "\n", "\r", "\t", "\r\n"].contains(source))
      #expect(isSpace || decoded(source) == text, comment ?? "'\(source)' at \(place) gave '\(text)'")
    }
  }

  /// A page of tags, references and words in any order.
  static func random(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1..<60, using: &random)
    let body = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
    return "<html><body>A" + body.joined()
  }

  private static let pieces = [
    "<p>", "</p>", "<b>", "</b>", "<div class='x y'>", "</div>", "<a href=\"?a=b&c=d\">", "</a>", "<br>", "<br/>",
    "<!-- c > d -->", "<li>", "<td>", "word", "Été", "“q”", " ", "\n", "\r\n\t", "&amp;", "&lt;", "&eacute;",
    "&#8217;", "&#x1F642;", "&nbsp;", "&", "&x", "<", "< ", ">", "é", "中", "🙂", "a b", "'", "\"",
    "<script>x<y</script>", "<style>a>b</style>", "<h1>", "</h1>", "</i>", "<span", "=", "&#150;", ".", "-->",
  ]

  private static func decoded(_ source: String) -> String {
    guard source.hasPrefix("&"), source.utf8.count > 1 else { return source }
    let name = source.dropFirst().prefix { $0 != ";" }
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      // These two numbers mean what Windows-1252 has there.
      if value == 146 { return "’" }
      if value == 150 { return "–" }
      return value.flatMap(Unicode.Scalar.init).map { String($0) } ?? source
    }
    return names[String(name)] ?? source
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "copy": "©", "eacute": "é", "nbsp": "\u{A0}", "mdash": "—", "ldquo": "“",
    "rdquo": "”",
  ]

  static let news = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <title>Envoys leave Geneva without a deal on grain | Harbour News</title>
    <meta property="og:title" content="Envoys leave Geneva without a deal on grain">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
    "headline":"Envoys leave Geneva without a deal on grain","datePublished":"2026-01-12T18:30:00Z",
    "author":[{"@type":"Person","name":"Mira Beispiel"}]}]}</script>
    <style>p > a {color: red}</style></head>
    <body class="has-sidebar cookie-ok">
    <div id="cookie-banner"><p>We use cookies, and so do our 312 partners.
    <a href="#">Accept all</a> or read on.</p></div>
    <header><nav><ul><li><a href="/">Home</a></li>
    <li><a href="/w">World</a><li><a href="/p">Politics</a></ul></nav></header>
    <main><article>
     <header>
      <span class="kicker">Diplomacy</span>
      <h1>Envoys leave Geneva&nbsp;without a deal on grain</h1>
      <p class="standfirst">Three days of talks end with little more than a date for the next round</p>
      <p class="byline">By <a href="/mira">Mira Beispiel</a> in Geneva</p>
      <time datetime="2026-01-12T18:30:00Z">12 January 2026</time>
      <div class="share-tools"><button>Share this</button><a href="#">Facebook</a></div>
     </header>
     <figure><img src="a.jpg" alt="nothing here"><figcaption>A ship waits for grain in the port of Odesa.
      <span class="credit">Ivan Muster/Anadolu</span></figcaption></figure>
     <div class="body">
     <p>GENEVA &mdash; Envoys of three states left Geneva on Monday without a deal, said Switzerland&#8217;s
     ministry &amp; its envoy.</p>
     <p>&ldquo;We were <em>close</em>,&rdquo; said one <b>diplomat</b>, who asked not to be named because the talks were
     private.</p>
     <aside class="related"><h3>Related</h3><ul>
     <li><a href="/x">Floods reach the capital of Mozambique</a></li></ul></aside>
     <h2>What was on the table</h2>
     <p>The price of wheat rose by four percent after the news, traders in Paris and Chicago said on Monday.</p>
     <p><a href="/y">Read more: The long road to a grain deal</a></p>
     <p style="display: none">A secret paragraph that nobody sees and that is long enough to count as running text.</p>
     <!-- ad slot > here -->
     <p>Talks go on in March, the Swiss hosts said.</p>
     <script>document.write("<p>evil</p>")</script>
     </div>
    </article></main>
    <aside><h2>Most read</h2><ol><li><a>Who won the chess final in Reykjavik</a></li></ol></aside>
    <footer><p>&copy; 2026 Harbour News. All rights reserved.</p></footer>
    </body></html>
    """
}
