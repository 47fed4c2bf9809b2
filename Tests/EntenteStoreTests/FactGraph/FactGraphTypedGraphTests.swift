import EntenteGraph
import EntenteModel
import EntenteStore
import Testing

@Suite struct FactGraphTypedGraphTests {
  private let graph = FactGraph.typedGraph(Sample.facts)

  @Test func entitiesAndEventsAreNodes() throws {
    #expect(graph.nodeCount == Sample.facts.entities.count + Sample.facts.events.count)
    let greenland = try #require(graph.node(forKey: Sample.greenland.id.rawValue))
    #expect(graph.type(of: greenland) == "Country" && graph[greenland, "code.iso3166"] == "GRL")
    let meeting = try #require(graph.node(forKey: Sample.meeting.id.rawValue))
    #expect(graph.type(of: meeting) == "Event" && graph[meeting, "type"] == "CONSULT")
    #expect(graph[meeting, "date"] == "2026-02-11" && graph[meeting, "status"] == "actual")
  }

  @Test func relationsAreEdgesWithTheirAttributes() throws {
    let edge = try #require(graph.edge(forKey: Sample.office.id.rawValue))
    #expect(graph.type(of: edge) == "HOLDS_OFFICE" && graph[edge, "title"] == "secretary-general")
    #expect(graph.key(of: graph.target(of: edge)) == Sample.nato.id.rawValue)
  }

  @Test func partsCarryRoleStatusDateAndEvidence() throws {
    let node = try #require(graph.node(forKey: Sample.tanks.id.rawValue))
    let parts = graph.outgoingEdges(of: node)
    #expect(parts.map { graph.type(of: $0) }.sorted() == ["ACTOR", "ATTRIBUTED_TO", "TARGET"])
    for part in parts {
      #expect(graph[part, "status"] == "planned" && graph[part, "start"] == "2029-01-01")
      let span = Sample.tanks.evidence[0].span
      #expect(graph[part, "evidence"] == ["\(Sample.first.record.id):1:\(span.start)-\(span.end)"])
    }
  }

  @Test func factsThatLeadNowhereAreLeftOut() {
    let facts = FactSet(
      documents: [Sample.first.record], entities: [Sample.rutte], relations: [Sample.office],
      events: [Sample.meeting])
    let graph = FactGraph(facts).typedGraph()
    #expect(graph.nodeCount == 2 && graph.edgeCount == 1)
  }

  @Test func mergedFactsGiveTheMergedGraph() {
    let halves = [Sample.first, Sample.second].map { story in
      FactSet(
        documents: [story.record],
        entities: Sample.facts.entities.map { entity in
          var part = entity
          part.mentions = entity.mentions.filter { $0.document == story.record.id }
          return part
        }.filter { !$0.mentions.isEmpty },
        relations: Sample.facts.relations.filter { $0.evidence[0].document == story.record.id },
        events: Sample.facts.events.filter { $0.evidence[0].document == story.record.id })
    }
    #expect(FactSet.merged(halves) == Sample.facts)
    #expect(FactGraph.typedGraph(FactSet.merged(halves)) == graph)
  }
}
