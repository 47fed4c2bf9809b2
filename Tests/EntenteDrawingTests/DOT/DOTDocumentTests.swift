import Testing

@testable import EntenteDrawing

@Suite struct DOTDocumentTests {
  @Test func writesPartsInOrderAndAttributesByName() throws {
    var document = DOTDocument(attributes: [.pad(0.25), .backgroundColor(.white)])
    let frame = document.addCluster([.label(.text("Frame"))])
    let first = document.addNode([.shape(.box), .label(.text("A \"quoted\" name"))], in: frame)
    let second = document.addNode()
    document.addEdge(from: first, to: second, [.weight(2), .color(DOTColor(0x0072B2))])
    #expect(
      try document.text() == """
        digraph G {
          graph [bgcolor="#FFFFFF", pad=0.25];
          subgraph cluster_0 {
            graph [label="Frame"];
            n0 [id=n0, label="A \\"quoted\\" name", shape=box];
          }
          n1 [id=n1];
          n0 -> n1 [color="#0072B2", id=e0, weight=2];
        }

        """)
  }

  @Test func ranksBringWhatMakesThemSafe() throws {
    var document = DOTDocument()
    document.alignRank(of: [document.addNode(), document.addNode()])
    let text = try document.text()
    #expect(text.contains("newrank=true"))
    #expect(text.contains("{ rank=same; n0; n1; }"))
    #expect(document.isRisky)
  }

  @Test func tooLongALabelIsAnError() {
    var document = DOTDocument()
    document.addNode([.label(.text(String(repeating: "x", count: 2_001)))])
    #expect(
      throws: DrawingError(.limitExceeded, "a label has 2001 characters, at most 2000 can be drawn; shorten it")
    ) { try document.text() }
  }

  @Test func tooManyLinesAreAnError() {
    var document = DOTDocument()
    document.addNode([.tooltip(String(repeating: "x\n", count: 60))])
    #expect(
      throws: DrawingError(.limitExceeded, "a tooltip has 61 lines, at most 60 can be drawn; shorten it")
    ) { try document.text() }
  }

  @Test func aNumberThatGraphvizCannotBearIsAnError() {
    var document = DOTDocument()
    let node = document.addNode()
    document.addEdge(from: node, to: node, [.weight(2_147_483_647)])
    #expect(
      throws: DrawingError(.valueOutOfRange, "weight is 2147483647.0, it must lie between 0 and 1000")
    ) { try document.text() }
  }

  @Test func tooManyNodesAreAnError() {
    var document = DOTDocument()
    for _ in 0...5_000 { document.addNode() }
    #expect(
      throws: DrawingError(
        .limitExceeded, "the picture has 5001 nodes, at most 5000 can be drawn; draw a part of the graph")
    ) { try document.text() }
  }

  @Test(arguments: HostileText.all)
  func anyTextIsDrawnAsItIs(_ text: String) throws {
    var document = DOTDocument(attributes: [.label(.lines([DOTLine(DOTRun(text, bold: true))]))])
    let first = document.addNode([.label(.text(text)), .tooltip(text), .classes([DOTClass(text)])])
    let second = document.addNode([.label(.table(DOTTable(rows: [[DOTCell(DOTRun(text, size: 9, color: .ink))]])))])
    document.addEdge(from: first, to: second, [.label(.lines([DOTLine(DOTRun(text, struck: true))]))])
    let svg = String(
      decoding: try GraphvizRenderer.render(document, engine: .dot, format: .svg), as: UTF8.self)
    var check = XMLCheck(svg)
    #expect(check.run() == nil)
    #expect(!check.elements.contains("script"))
    #expect(check.elements.filter { $0 == "ellipse" }.count == 2)
    let words = text.split { !$0.isLetter || !$0.isASCII }
    if let word = words.max(by: { $0.count < $1.count }) { #expect(check.text.contains(word)) }
  }
}
