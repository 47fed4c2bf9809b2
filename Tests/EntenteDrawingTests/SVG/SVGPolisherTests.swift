import Testing

@testable import EntenteDrawing

@Suite struct SVGPolisherTests {
  private func polish(_ svg: String, _ annotations: SVGAnnotations = SVGAnnotations()) throws -> String {
    String(decoding: try SVGPolisher(annotations).polished(Array(svg.utf8)), as: UTF8.self)
  }

  @Test func scriptsHandlersAndStylesGo() throws {
    let svg = """
      <svg onload="alert(1)"><script href="x"/><style>*{}</style><image xlink:href="/etc/passwd"/>
      <foreignObject><body onclick="x"/></foreignObject>
      <a xlink:href="javascript:alert(1)"><text style="x">hi</text></a>
      <g class="node" data-x="1"><path d="M0,0" filter="url(x)"/></g></svg>
      """
    var check = XMLCheck(try polish(svg))
    #expect(check.run() == nil)
    #expect(Set(check.elements) == ["svg", "text", "g", "path"])
    #expect(Set(check.attributes.map(\.name)) == ["role", "class", "d"])
  }

  @Test func unknownReferencesBecomeText() throws {
    #expect(try polish("<svg><text>&nbsp; &amp; &x</text></svg>").contains("&amp;nbsp; &amp; &amp;x"))
  }

  @Test func titlesBecomeTooltips() throws {
    var annotations = SVGAnnotations(title: "A & B", description: "Two things")
    annotations.parts["n0"] = .init(name: "Mark \"R\"", tooltip: "“He <said> so”")
    let svg = try polish(
      "<svg><g id=\"n0\" class=\"node\"><title>n0</title><ellipse/></g><g id=\"n1\"><title>n1</title></g></svg>",
      annotations)
    #expect(XMLCheck.complaint(about: svg) == nil)
    #expect(svg.contains("<title>“He &lt;said&gt; so”</title>"))
    #expect(svg.contains("aria-label=\"Mark &quot;R&quot;\""))
    #expect(svg.contains("<title id=\"picture-title\">A &amp; B</title>"))
    #expect(!svg.contains("<title>n1</title>"))
  }

  @Test(arguments: ["<svg><g>", "<svg", "plain", "<svg a=\"1></svg>"])
  func brokenPicturesAreErrors(_ svg: String) {
    #expect { try polish(svg) } throws: { error in
      (error as? DrawingError)?.code == .renderingFailed
    }
  }
}
