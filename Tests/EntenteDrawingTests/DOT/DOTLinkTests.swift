import Testing

@testable import EntenteDrawing

@Suite struct DOTLinkTests {
  @Test(arguments: [
    ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"), ("#part", "#part"),
    ("https://example.org/\" onload=\"x", "https://example.org/%22%20onload=%22x"),
    ("HTTP://example.org/ä", "HTTP://example.org/%C3%A4"),
  ])
  func safeAddressesAreKept(_ text: String, _ address: String) {
    #expect(DOTLink(text)?.address == address)
  }

  @Test(arguments: ["javascript:alert(1)", " https://example.org", "file:///etc/passwd", "data:text/html,x", ""])
  func othersAreRefused(_ text: String) {
    #expect(DOTLink(text) == nil)
  }

  @Test func anAddressWithAmpersandsGivesWellFormedSVG() throws {
    var document = DOTDocument()
    let link = try #require(DOTLink("https://example.org/?a=1&copy=2"))
    document.addNode([.label(.text("x")), .link(link)])
    let svg = String(decoding: try GraphvizRenderer.render(document, engine: .dot, format: .svg), as: UTF8.self)
    var check = XMLCheck(svg)
    #expect(check.run() == nil)
    #expect(check.attributes.contains { $0.name == "xlink:href" && $0.value.contains("copy=2") })
  }
}
