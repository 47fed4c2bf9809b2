import EntenteGraph
import EntenteModel
import EntenteStore
import EntenteTestSupport
import Testing

@Suite struct LinkGraphTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func table(_ lines: String, ending: String = "csv") throws -> LinkGraph {
    try LinkGraph(contentsOf: try scratch.file("links.\(ending)", lines))
  }

  private func names(_ graph: LinkGraph) -> [String] { graph.nodes.map { graph.name(of: $0) } }

  private func links(_ graph: LinkGraph) -> [String] {
    graph.edges.map { "\(graph.name(of: graph.source(of: $0)))>\(graph.name(of: graph.target(of: $0)))" }
  }

  private let trade = """
    source,target,type,weight,date
    Ghana,Togo,TRADE,3.5,2026-01-02
    Togo,Benin,TRADE,1,2026-01-01
    Togo,Benin,VISIT,1,2026-01-05
    Ghana,"Burkina Faso",ACCUSE,1,
    """

  @Test func columnsAreNamedByTheFirstLine() throws {
    let graph = try table(trade)
    #expect(graph.nodes.map { graph.name(of: $0) } == ["Benin", "Burkina Faso", "Ghana", "Togo"])
    #expect(graph.edges.map { graph.label(of: $0) } == ["ACCUSE", "TRADE", "TRADE", "VISIT"])
    #expect(graph.edges.map { graph.weights?[$0] } == [1, 3.5, 1, 1])
    #expect(
      graph.edges.map { graph.days(of: $0)?.lowerBound.description } == [nil, "2026-01-02", "2026-01-01", "2026-01-05"])
    #expect(graph.isDirected && graph.facts == nil)
  }

  @Test func withoutNamesTheThirdColumnIsWeightOrType() throws {
    let weighted = try table("# trade\na\tb\t2\nb\tc\t0.5\n", ending: "tsv")
    #expect(weighted.edges.map { weighted.weights?[$0] } == [2, 0.5])
    let typed = try table("a\tb\tPRAISE\n", ending: "edges")
    #expect(typed.edges.map { typed.label(of: $0) } == ["PRAISE"])
    #expect(typed.weights == nil)
  }

  @Test func numbersAreReadAsNumbers() throws {
    let graph = try table("5\t2\n2\t1\n", ending: "tsv")
    // What no line names is no node.
    #expect(names(graph) == ["1", "2", "5"])
    #expect(links(graph) == ["2>1", "5>2"])
    #expect(try graph.node(named: "2") == NodeID(rawValue: 1))
    #expect(graph.type(of: NodeID(rawValue: 0)) == "")
    let missing = #expect(throws: StoreError.self) { try graph.node(named: "0") }
    #expect(missing?.message == "the graph has no node '0'; its nodes are called by numbers from 1 to 5")
    #expect(throws: StoreError.self) { try graph.node(named: "05") }
    // Memory goes by what is there, not by the highest number.
    let sparse = try table("4294967294\t7\n", ending: "tsv")
    #expect(names(sparse) == ["7", "4294967294"])
  }

  @Test func aNumberFarAboveTheOthersBehindManyLinesIsReadToo() throws {
    let lines = (1...300).map { "\($0) \($0 + 1)\n" }.joined()
    let graph = try table(lines + "4000000000 1\n", ending: "edges")
    #expect(graph.nodeCount == 302 && graph.edgeCount == 301)
    // More than 32 bits make it a name.
    let wide = try table(lines + "99999999999 1\n", ending: "edges")
    #expect(wide.nodeCount == 302)
    #expect(wide.name(of: try wide.node(named: "99999999999")) == "99999999999")
  }

  @Test(arguments: [
    ("007\t7\n7\t8\n", ["007>7", "7>8"]), ("1\t2\nx\t2\n", ["1>2", "x>2"]), ("1\t2\tALLY\n", ["1>2"]),
    ("1,2\n2,3,4\n", ["1>2", "2>3"]), ("-1\t2\n", ["-1>2"]), ("1.5\t2\n", ["1.5>2"]),
  ])
  func whatIsNotNumbersAloneIsNames(lines: String, expected: [String]) throws {
    #expect(links(try table(lines, ending: "tsv")) == expected)
  }

  @Test func aFieldInQuotationMarksMayHoldAnything() throws {
    let graph = try table(
      "source,target,note\r\n\"Rice, Condoleezza\",\"the \"\"Quad\"\"\",\"two\r\nlines\"\r\n\"#1\", x y ,\r\n")
    #expect(names(graph) == ["#1", "Rice, Condoleezza", "the \"Quad\"", "x y"])
    #expect(links(graph) == ["#1>x y", "Rice, Condoleezza>the \"Quad\""])
  }

  @Test func ourOwnTablesAreReadAgain() throws {
    let odd = ["a,b", "say \"no\"", "=1+1", "-x", "two\nlines", "#5"]
    let rows = zip(odd, odd.dropFirst()).map { [Table.Cell.integer(1), .text($0), .text($1), .list(["A", "B"])] }
    let csv = Table(columns: ["step", "from", "to", "links"], rows: rows).csv()
    let graph = try LinkGraph(contentsOf: try scratch.file("steps.csv", csv))
    #expect(names(graph) == odd.sorted())
    #expect(Set(links(graph)) == Set(zip(odd, odd.dropFirst()).map { "\($0)>\($1)" }))
  }

  @Test func extractedRelationsAreAGraphWithNames() throws {
    let facts = Sample.facts
    let graph = try LinkGraph(contentsOf: try scratch.file("relations.csv", FactTable.relations.table(facts).csv()))
    let expected = facts.relations.map { relation in
      [relation.source, relation.target].map { facts.entity($0)?.name ?? "" }.joined(separator: ">")
    }
    #expect(Set(links(graph)) == Set(expected))
    #expect(graph.edgeCount == facts.relations.count)
  }

  @Test(arguments: [
    "source,target", "Source, Target ", "FROM,TO", "src,dst", "\u{FEFF}source,target", "\"from\",\"to\"",
  ])
  func theFirstLineMayNameEndsInManyWays(header: String) throws {
    #expect(links(try table(header + "\na,b\n")) == ["a>b"])
  }

  @Test(arguments: [
    ("a\tb, c\n", "tsv"), ("a;\"b, c\"\n", "csv"), ("a,\"b, c\"\n", "tsv"), ("a  \"b, c\" \n", "edges"),
  ])
  func columnsArePartedByWhatTheFirstLineHas(lines: String, ending: String) throws {
    #expect(links(try table(lines, ending: ending)) == ["a>b, c"])
  }

  @Test(arguments: ["a,b\rb,c\r", "a,b\r\nb,c\r\n", "a,b\n\n# no edge\nb,c", "a,b\n,\nb,c\n"])
  func linesEndInAnyWay(lines: String) throws {
    #expect(links(try table(lines)) == ["a>b", "b>c"])
  }

  @Test func datesAreSpansOfDays() throws {
    let graph = try table("source,target,date\na,b,2026-02-13\na,c,2026-02\na,d,2026\na,e,2025-06/2025-08\na,f,\n")
    #expect(
      graph.edges.map { graph.days(of: $0).map { "\($0.lowerBound) \($0.upperBound)" } } == [
        "2026-02-13 2026-02-13", "2026-02-01 2026-02-28", "2026-01-01 2026-12-31", "2025-06-01 2025-08-31", nil,
      ])
  }

  @Test func aBlankWeightIsOne() throws {
    let graph = try table("source,target,weight\na,b,2\na,c,\na,d, 3 \n")
    #expect(graph.edges.map { graph.weights?[$0] } == [2, 1, 3])
    #expect(try table("source,target,weight\na,b,\n").weights == nil)
    #expect(graph.unweighted().weights == nil)
  }

  @Test func weightsThatDoNotSuitAreNamed() throws {
    let signed = try table("ann,bob,2\nbob,cid,-1.5\n")
    for measure in [LinkMeasure.pageRank, .eigenvector] {
      let error = #expect(throws: StoreError.self) { try signed.values(of: measure, direction: .both) }
      #expect(error?.message.hasPrefix("the link from bob to cid weighs -1.5, and ") == true)
      #expect(error?.message.hasSuffix(" takes no weight below 0; count all links alike with --unweighted") == true)
    }
    #expect(throws: StoreError.self) { try signed.figures() }
    #expect(try signed.values(of: .strength, direction: .both).values == [2, 0.5, -1.5])
    #expect(try signed.unweighted().values(of: .pageRank, direction: .both).count == 3)
    let vast = try table("a,b,1e308\na,b,1e308\n")
    let error = #expect(throws: StoreError.self) { try vast.values(of: .strength, direction: .both) }
    #expect(
      error?.message
        == "the weights add up to more than 1e+150, too much for strength; write them in a larger unit, or "
        + "count all links alike with --unweighted")
  }

  @Test func anotherWeightIsAChange() throws {
    let old = try table("a,b,1\na,b,2\nb,c,1\n")
    let same = try table("a,b,2\nb,c,1\na,b,1\n")
    #expect(same.difference(from: old).entries.isEmpty)
    let new = try table("a,b,4\nb,c,1\n")
    let entries = new.difference(from: old).entries
    #expect(entries.map(\.name) == ["a – b"] && entries.map(\.change) == [.changed])
    #expect(entries.first?.weightBefore == 3 && entries.first?.weightAfter == 4)
    #expect(try table("a,b\nb,c\n").difference(from: old).entries.isEmpty)
  }

  @Test(arguments: ["graph.tsv", "GRAPH.CSV", "a.b/c.Edges", "x.SNAPSHOT"])
  func endingsCountInEitherCase(path: String) {
    #expect(LinkGraph.isGraphFile(path))
    #expect(!LinkGraph.isGraphFile(path + ".txt"))
  }

  @Test func snapshotsAreLinksToo() throws {
    var graph = TypedGraph()
    let rome = try graph.addNode("q220", type: "City", properties: ["name": "Rome"])
    let oslo = try graph.addNode("q585", type: "City")
    try graph.addEdge(from: rome, to: oslo, type: "TWINNED", properties: ["weight": 2])
    let path = "\(scratch.path)/cities.snapshot"
    try graph.snapshot().write(to: path)
    let links = try LinkGraph(contentsOf: path)
    #expect(links.name(of: try links.node(named: "rome")) == "Rome")
    #expect(links.name(of: try links.node(named: "q585")) == "q585")
    #expect(links.type(of: try links.node(named: "Ro")) == "City")
  }

  @Test func aSnapshotsWeightIsFinite() throws {
    var graph = TypedGraph()
    let rome = try graph.addNode("Rome", type: "City")
    try graph.addEdge(from: rome, to: rome, type: "LIKES", properties: ["weight": .double(.infinity)])
    let path = "\(scratch.path)/vast.snapshot"
    try graph.snapshot().write(to: path)
    let error = #expect(throws: StoreError.self) { try LinkGraph(contentsOf: path) }
    #expect(error?.message.hasSuffix("is no finite number; write it anew") == true)
  }

  @Test func namesAreFoundByBeginningAndDoubtIsSaid() throws {
    let graph = try table("Guinea,Ghana\nGuinea-Bissau,Ghana\n")
    #expect(graph.name(of: try graph.node(named: "ghana")) == "Ghana")
    #expect(graph.name(of: try graph.node(named: "GUINEA")) == "Guinea")
    let doubt = #expect(throws: StoreError.self) { try graph.node(named: "G") }
    #expect(doubt?.code == .ambiguous)
    let missing = #expect(throws: StoreError.self) { try graph.node(named: "bissau") }
    #expect(missing?.message == "nothing is called 'bissau'; is it Guinea-Bissau?")
  }

  @Test(arguments: [
    ("a,b\nc\n", ":2: a line is source and target"),
    ("source,target,weight\na,b,heavy\n", ":2: the weight 'heavy' is no number; write it as in 3.5"),
    ("source,target,date\na,b,2026-01\na,b,13.02.2026\n", ":3: '13.02.2026' is no date; write a day as in 2026-02-13"),
    ("source,target,date\na,b,2026-02-30\n", ":2: '2026-02-30' is no date"),
    (
      "a,b,LINK,4\n", ":1: this line has 4 columns, parted by commas; it may have source, target and a weight or a type"
    ),
    ("from,to\na,b,c\n", ":2: this line has 3 columns, and the first line names 2; put a name with commas"),
    ("from,to,To\na,b,c\n", ":1: two columns are called 'To'"),
    ("a,b\nc\td\n", ":2: a line is source and target, parted by commas"),
    ("a,b\n\"c,d\ne,f\n", ":2: a quotation mark opens here and is never closed"),
    ("a,b\n\"c\"d,e\n", ":2: words follow a closed quotation mark"),
    ("a,b\nc,\u{0}\n", ":2: a zero byte stands here; save the file as text in UTF-8"),
    ("source,target,weight\na,b,inf\n", ":2: the weight inf is no finite number"),
    ("a,b\n,d\n", ":2: a line is source"),
  ])
  func badLinesAreNamed(lines: String, message: String) throws {
    let error = #expect(throws: StoreError.self) { try table(lines) }
    #expect(error?.description.contains("links.csv\(message)") == true, "\(error?.description ?? "")")
  }

  @Test func everyMeasureRanksAStarsMiddleFirst() throws {
    let graph = try table("a,m\nb,m\nc,m\nm,d\n")
    let middle = try graph.node(named: "m")
    for measure in LinkMeasure.allCases where measure != .clustering && measure != .hubs && measure != .core {
      #expect(try graph.values(of: measure, direction: .both).ranked(limit: 1) == [middle], "\(measure)")
    }
    #expect(try graph.values(of: .hubs, direction: .outgoing)[middle] < 0.01)
    #expect(try graph.values(of: .core, direction: .both).values == [1, 1, 1, 1, 1])
    #expect(try graph.values(of: .clustering, direction: .both).values == [0, 0, 0, 0, 0])
  }

  @Test func figuresDescribeATriangleWithATail() throws {
    let graph = try table("a,b\nb,c\nc,a\nc,d\nc,d\n")
    let figures = Dictionary(uniqueKeysWithValues: try graph.figures().map { ($0.name, $0.value) })
    #expect(figures["nodes"] == 4 && figures["links"] == 5 && figures["linked pairs"] == 4)
    #expect(figures["diameter"] == 2 && figures["triangles"] == 1 && figures["innermost core"] == 2)
    #expect(figures["components"] == 1 && figures["articulation points"] == 1 && figures["bridges"] == 0)
    #expect(try table("# nothing\n").figures().map(\.name) == ["nodes", "links", "linked pairs"])
  }

  @Test func bytesThatAreNoTextAreNamed() throws {
    let file = try scratch.file("bytes.csv", Array("a,b\nc,d".utf8) + [0xFF, 0x0A])
    let error = #expect(throws: StoreError.self) { try LinkGraph(contentsOf: file) }
    #expect(error?.line == 2 && error?.message == "the bytes here are not UTF-8; save the file as text in UTF-8")
  }

  @Test func distancesOfALargeGraphAreSampledAndSaidToBe() throws {
    let length = 20_000
    let chain = try table((0..<length).map { "\($0)\t\($0 + 1)\n" }.joined(), ending: "tsv")
    let figures = Dictionary(uniqueKeysWithValues: try chain.figures().map { ($0.name, $0.value) })
    #expect(figures["diameter"] == nil && figures["mean distance"] == nil)
    #expect(figures["diameter at least"] == Double(length))
    let mean = try #require(figures["mean distance (from 64 nodes)"])
    #expect(abs(mean / (Double(length) / 3) - 1) < 0.05)
    // The same kind of graph, small enough.
    let short = try table((0..<200).map { "\($0)\t\($0 + 1)\n" }.joined(), ending: "tsv")
    let exact = Dictionary(uniqueKeysWithValues: try short.figures().map { ($0.name, $0.value) })
    #expect(exact["diameter"] == 200 && exact["mean distance"] == 202 / 3.0)
  }
}
