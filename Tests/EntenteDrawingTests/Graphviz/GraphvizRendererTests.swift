import EntenteTestSupport
import Testing

@testable import EntenteDrawing

@Suite struct GraphvizRendererTests {
  private func svg(_ dot: String, engine: GraphvizEngine = .dot) throws(DrawingError) -> String {
    String(decoding: try GraphvizRenderer.render(dot: dot, engine: engine, formats: [.svg])[0], as: UTF8.self)
  }

  @Test func eachFormatBeginsAsItShould() throws {
    let pictures = try GraphvizRenderer.render(dot: "digraph { a -> b }", engine: .dot, formats: [.svg, .png, .pdf])
    #expect(XMLCheck.complaint(about: String(decoding: pictures[0], as: UTF8.self)) == nil)
    #expect(pictures[1].prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(pictures[2].prefix(5).elementsEqual("%PDF-".utf8))
  }

  @Test(arguments: GraphvizEngine.allCases)
  func everyEngineDraws(_ engine: GraphvizEngine) throws {
    #expect(XMLCheck.complaint(about: try svg("graph { a -- b -- c -- a; b -- d }", engine: engine)) == nil)
  }

  @Test(arguments: [GraphvizEngine.dot, .neato, .sfdp, .circo, .twopi, .osage, .patchwork])
  func aPictureIsTheSameEachTime(_ engine: GraphvizEngine) throws {
    var generator = SeededGenerator(seed: 11)
    var dot = "digraph G {"
    for cluster in 0..<4 {
      dot += "subgraph cluster_x\(cluster) {" + (0..<4).map { "v\(cluster * 4 + $0);" }.joined() + "}"
    }
    for _ in 0..<30 {
      let (tail, head) = (Int.random(in: 0..<16, using: &generator), Int.random(in: 0..<16, using: &generator))
      dot += "v\(tail) -> v\(head);"
    }
    dot += "}"
    let pictures = try (0..<6).map { _ in try svg(dot, engine: engine) }
    #expect(Set(pictures).count == 1)
  }

  @Test func aPDFCarriesNoMoment() throws {
    let pdf = try GraphvizRenderer.render(dot: "digraph { a -> b }", engine: .dot, formats: [.pdf])[0]
    let text = String(decoding: pdf, as: UTF8.self)
    if let range = text.firstRange(of: "/CreationDate (D:") {
      #expect(text[range.upperBound...].prefix(14).allSatisfy { $0 == "0" })
    }
    #expect(
      PDFDate.removed(from: Array("x /CreationDate (D:20260211T1+01) 42".utf8))
        == Array("x /CreationDate (D:00000000T0+00) 42".utf8))
    #expect(PDFDate.removed(from: Array("/CreationDate (D:2026".utf8)) == Array("/CreationDate (D:0000".utf8))
    #expect(PDFDate.removed(from: []).isEmpty)
  }

  @Test(arguments: [
    "digraph { a }", "digraph { a }\n", "digraph { a } \n\n\n", "digraph { a } graph { b }", "graph { } }",
  ])
  func errorsKeepTheWordsOfGraphviz(before: String) {
    _ = try? svg(before)
    #expect {
      try svg("digraph {\n a -> \n}")
    } throws: { error in
      let error = error as? DrawingError
      return error?.code == .invalidDOT && error?.message.hasPrefix("not a DOT graph: syntax error in line 3") == true
    }
  }

  @Test func anEarlierErrorIsForgotten() throws {
    #expect(throws: DrawingError.self) { try svg("digraph {") }
    #expect(XMLCheck.complaint(about: try svg("digraph { a }")) == nil)
  }

  @Test func whatGraphvizWouldLeaveOutIsAnError() {
    #expect {
      try svg("digraph { a [label=<<NOSUCHTAG>x</NOSUCHTAG>>] }")
    } throws: { error in
      (error as? DrawingError)?.code == .layoutFailed
    }
  }

  @Test(arguments: [
    "", "nothing", "digraph { a [image=\"/etc/passwd\"] }",
    "digraph { a [label=<<TABLE><TR><TD><IMG SRC=\"x\"/></TD></TR></TABLE>>] }",
    "digraph { { rank=same; a; b } }", "digraph { concentrate=true; a -> b }", "digraph { dpi=1000000; a }",
    "digraph { a -> b [minlen=40000] }", "digraph { a -> b [weight=2147483647] }", "digraph { splines=ortho; a -> b }",
    "digraph { a [width=1e9] }", "digraph { a [sides=2147483647, shape=polygon] }", "digraph { stylesheet=\"x\"; a }",
    "digraph { a\u{0}b }", "digraph { a [label=\"\u{1}\"] }",
  ])
  func dangerousTextIsRefused(_ dot: String) {
    #expect(throws: DrawingError.self) { try svg(dot) }
  }

  @Test func aRefusalSaysWhatToDo() {
    #expect(
      throws: DrawingError(.refusedDOT, "the DOT text sets image, which could read a file; remove it")
    ) { try svg("digraph { a [image=\"/etc/passwd\"] }") }
    #expect(
      throws: DrawingError(.limitExceeded, "line 1 of the DOT text is nested more than 500 deep; flatten it")
    ) { try svg(String(repeating: "{", count: 600)) }
  }

  /// Titles of nodes and attributes are where the library lets text through as it comes.
  @Test(arguments: [
    "digraph { \"</title><script>alert(1)</script>\" }", "digraph { a [URL=\"x\\\" onload=\\\"alert(1)\"] }",
    "digraph { a [URL=\"javascript:alert(1)\"] }", "digraph { a [fontname=\"x\\\" onclick=\\\"alert(1)\"] }",
    "digraph { a [id=\"x\\\" onclick=\\\"alert(1)\", class=\"&nbsp;\"] }", "digraph { \"&nosuch;\" }",
    "digraph { a [label=<<FONT FACE=\"x&quot; onload=&quot;y\">t</FONT>>] }",
  ])
  func nothingIsSmuggledIntoAnSVG(_ dot: String) throws {
    guard let svg = try? svg(dot) else { return }
    var check = XMLCheck(svg)
    #expect(check.run() == nil)
    #expect(!check.elements.contains("script"))
    #expect(!check.attributes.contains { $0.name.hasPrefix("on") || $0.value.hasPrefix("javascript:") })
  }

  @Test func threadsWaitForEachOther() async throws {
    let dot = "digraph G { a -> b -> c -> a; b -> d; d -> e; e -> a }"
    let expected = try svg(dot)
    let pictures = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<16 { group.addTask { try? svg(dot) } }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(pictures.allSatisfy { $0 == expected })
  }

  @Test func manyEdgesAreDrawnInAChildProcess() throws {
    var document = DOTDocument()
    let nodes = (0..<60).map { document.addNode([.label(.text("node \($0)"))]) }
    for index in 0..<320 { document.addEdge(from: nodes[index * 7 % 60], to: nodes[index * 13 % 60]) }
    #expect(document.isRisky)
    let dot = try document.text()
    let there = try GraphvizWorker.draw(
      dot, engine: .neato, formats: [.svg], executable: GraphvizWorkerTests.probe)
    #expect(String(decoding: there[0], as: UTF8.self).contains("id=\"e319\""))
    // Without a child to go to, the document is drawn here.
    let here = try GraphvizRenderer.render(document, engine: .neato, format: .svg)
    #expect(XMLCheck.complaint(about: String(decoding: here, as: UTF8.self)) == nil)
  }
}
