import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteDrawing

@Suite struct FactDiagramTests {
  private func quick(_ change: (inout FactDiagram.Options) -> Void = { _ in }) -> FactDiagram.Options {
    var options = FactDiagram.Options()
    options.trials = 1
    change(&options)
    return options
  }

  @Test func theStraitIsDrawnAsItWasLookedOver() throws {
    try GoldenFile.check(
      try FactDiagram(.strait, options: quick()).dot(), at: Repository.path("Tests/Golden/EntenteDrawing/strait.dot"))
  }

  @Test func theHierarchyNamesItsEngine() throws {
    let dot = try FactDiagram(.strait, options: quick { $0.layout = .hierarchy }).dot()
    #expect(dot.contains("layout=dot"))
    #expect(dot.contains("rankdir=LR"))
  }

  @Test func everyFormatIsDrawn() throws {
    let drawn = try FactDiagram(.strait, options: quick()).drawn(as: [.svg, .png, .pdf])
    #expect(drawn.dot == (try FactDiagram(.strait, options: quick()).dot()))
    #expect(XMLCheck.complaint(about: String(decoding: drawn.pictures[0], as: UTF8.self)) == nil)
    #expect(drawn.pictures[1].prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    #expect(drawn.pictures[2].prefix(5).elementsEqual("%PDF-".utf8))
  }

  @Test func equalFactsGiveEqualBytes() throws {
    let reversed = FactSet(
      documents: FactSet.strait.documents.reversed(), entities: FactSet.strait.entities.reversed(),
      relations: FactSet.strait.relations.reversed(), events: FactSet.strait.events.reversed())
    let options = quick { $0.trials = 2 }
    let first = try FactDiagram(.strait, options: options).drawn(as: [.svg, .pdf])
    for facts in [FactSet.strait, reversed] {
      let again = try FactDiagram(facts, options: options).drawn(as: [.svg, .pdf])
      #expect(again.dot == first.dot)
      let areSame = zip(again.pictures, first.pictures).map { $0 == $1 }
      #expect(areSame == [true, true])
    }
  }

  @Test func theDOTTextGivesTheSamePlacesByItself() throws {
    let drawn = try FactDiagram(.strait, options: quick { $0.trials = 3 }).drawn(as: [.svg])
    let again = try GraphvizRenderer.render(dot: drawn.dot, engine: .dot, formats: [.svg])
    func ellipses(_ bytes: [UInt8]) -> [Substring] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.contains("<ellipse") }
    }
    #expect(!ellipses(again[0]).isEmpty)
    #expect(ellipses(drawn.pictures[0]) == ellipses(again[0]))
  }

  @Test func tooltipsHoldTheEvidenceAndItsSource() throws {
    let svg = try FactDiagram(.strait, options: quick()).svg()
    #expect(svg.contains("“Ostmark closed the Sund of Harn to foreign ships on 28 March.” – Northern allies close"))
    #expect(svg.contains("aria-label=\"Ingrid Solvang, prime minister\""))
  }

  @Test func noFactsAreAPictureAllTheSame() throws {
    let svg = try FactDiagram(FactSet(), options: quick()).svg()
    #expect(XMLCheck.complaint(about: svg) == nil)
    #expect(svg.contains(">Facts<"))
  }

  @Test(arguments: HostileText.all)
  func anyNameIsDrawn(_ name: String) throws {
    var fixture = FactFixture(title: name)
    fixture.add(.person, name + " a")
    fixture.add(.organization, name + " b", name + " c")
    fixture.add(.program, name + " d")
    fixture.office(name + " a", name, name + " b")
    fixture.relate(name + " b", RelationType(rawValue: name), name + " c")
    fixture.event(.aid, name, by: [name + " b"], to: [name + " d"], says: name + " a", sentence: name)
    fixture.event(
      .mobilize, name, by: [name + " c"], magnitude: Magnitude(kind: name, value: .infinity, unit: name),
      sentence: name)
    let svg = try FactDiagram(fixture.facts, options: quick { $0.subtitle = name }).svg()
    var check = XMLCheck(svg)
    #expect(check.run() == nil)
    #expect(!check.elements.contains("script"))
    #expect(!check.attributes.contains { $0.name.hasPrefix("on") })
    #expect(XMLCheck.complaint(about: TimelineDrawing(fixture.facts).svg()) == nil)
  }

  @Test func aCrowdIsThinnedAndCounted() throws {
    var fixture = FactFixture(title: "Crowd")
    let names = (0..<90).map { "Member \($0)" }
    for name in names { fixture.add(.country, name) }
    for index in names.indices { fixture.event(.aid, "helped", by: [names[index]], to: [names[index / 3]]) }
    let dot = try FactDiagram(fixture.facts, options: quick { $0.maximumNodes = 40 }).dot()
    #expect(dot.split(separator: "\n").filter { $0.contains("class=\"country\"") }.count <= 40)
    #expect(dot.contains("with fewer or more distant ties not shown"))
  }

  @Test func manyLinesAreDrawn() throws {
    var generator = SeededGenerator(seed: 5)
    var fixture = FactFixture(title: "Dense")
    let names = (0..<50).map { "Actor \($0)" }
    for name in names { fixture.add(.organization, name) }
    for type in EventType.allCases {
      for _ in 0..<25 {
        let ends = (Int.random(in: 0..<50, using: &generator), Int.random(in: 0..<50, using: &generator))
        guard ends.0 != ends.1 else { continue }
        fixture.event(type, type.rawValue.lowercased(), by: [names[ends.0]], to: [names[ends.1]])
      }
    }
    let drawn = try FactDiagram(fixture.facts).drawn(as: [.svg])
    #expect(drawn.dot.split(separator: "\n").filter { $0.contains(" -> ") }.count > 300)
    #expect(XMLCheck.complaint(about: String(decoding: drawn.pictures[0], as: UTF8.self)) == nil)
  }
}

extension FactSet {
  static var strait: FactSet { FactFixture.strait }
}
