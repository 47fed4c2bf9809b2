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
    let graph = try table("5\t2\n2\t0\n", ending: "tsv")
    #expect(graph.nodeCount == 6)
    #expect(graph.name(of: NodeID(rawValue: 5)) == "5")
    #expect(try graph.node(named: "2") == NodeID(rawValue: 2))
    #expect(throws: StoreError.self) { try graph.node(named: "6") }
    // Identifiers far apart are names, so that memory goes by what is there.
    let sparse = try table("900000001\t7\n", ending: "tsv")
    #expect(sparse.nodeCount == 2)
    #expect(sparse.name(of: try sparse.node(named: "900000001")) == "900000001")
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
    ("source,target,weight\na,b,heavy\n", ":2: the weight 'heavy' is no number"),
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
}
