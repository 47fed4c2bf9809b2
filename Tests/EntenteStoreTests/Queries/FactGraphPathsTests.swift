import EntenteModel
import EntenteStore
import Testing

@Suite struct FactGraphPathsTests {
  private let graph = FactGraph(Sample.facts)

  @Test func pathGoesFromFactToFactWithItsWords() throws {
    let path = try #require(graph.path(from: Sample.rutte.id, to: Sample.gap.id))
    #expect(path.from.name == "Mark Rutte" && path.to.name == "GIUK gap")
    #expect(path.hops.count == 2)
    let last = try #require(path.hops.last?.ties.first)
    #expect(last.type == "MOBILIZE" && last.toRole == "target")
    #expect(last.evidence.map(\.text) == ["NATO watches the GIUK gap from Iceland."] || last.from.name == "Iceland")
    #expect(last.documents.map(\.source) == ["second.txt"])
  }

  @Test func pathToItselfHasNoHops() throws {
    #expect(try #require(graph.path(from: Sample.nato.id, to: Sample.nato.id)).hops.isEmpty)
  }

  @Test func deniedEventsJoinOnlyWhenAskedFor() throws {
    #expect(graph.path(from: Sample.denmark.id, to: Sample.greenland.id) == nil)
    let all = PathOptions(statuses: Set(EventStatus.allCases))
    let path = try #require(graph.path(from: Sample.denmark.id, to: Sample.greenland.id, options: all))
    #expect(path.hops.first?.ties.first?.status == .negated)
  }

  @Test func whoSaysSoIsTold() throws {
    let path = try #require(graph.path(from: Sample.lithuania.id, to: Sample.germany.id))
    let tie = try #require(path.hops.first?.ties.first)
    #expect(tie.attributedTo.map(\.name) == ["Boris Pistorius"])
    #expect(tie.status == .planned && tie.bearing == .backward && tie.fromRole == "target" && tie.toRole == "actor")
    #expect(tie.date?.edtf == "2029")
  }

  @Test func entitiesApartHaveNoPath() {
    #expect(graph.path(from: Sample.rutte.id, to: Sample.germany.id) == nil)
    #expect(graph.path(from: Sample.rutte.id, to: EntityID(rawValue: "ent-unknown")) == nil)
  }
}
