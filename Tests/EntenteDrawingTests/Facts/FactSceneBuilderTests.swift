import EntenteModel
import Testing

@testable import EntenteDrawing

@Suite struct FactSceneBuilderTests {
  private func scene(_ fixture: FactFixture, _ change: (inout FactDiagram.Options) -> Void = { _ in }) -> FactScene {
    var options = FactDiagram.Options()
    change(&options)
    var builder = FactSceneBuilder(fixture.facts, options: options)
    return builder.build()
  }

  private func fixture(_ build: (inout FactFixture) -> Void) -> FactFixture {
    var fixture = FactFixture(title: "Test")
    fixture.add(.country, "Norland", "Ostmark", "Vestria")
    fixture.add(.organization, "Alliance", "Institute")
    fixture.add(.person, "Ada Holm", "Bo Lind")
    fixture.add(.place, "Harn")
    build(&fixture)
    return fixture
  }

  private func names(_ scene: FactScene) -> [String] { scene.nodes.flatMap { $0.entities.map(\.name) }.sorted() }

  @Test func anEventOfTwoIsALine() {
    let scene = scene(
      fixture { $0.event(.aid, "armed", by: ["Norland"], to: ["Vestria"], on: FactFixture.time("2031-04")) })
    #expect(names(scene) == ["Norland", "Vestria"])
    #expect(scene.links.map(\.words) == [["armed"]])
    #expect(scene.links[0].details == ["Apr 2031"])
    #expect(scene.links[0].line == .support)
    #expect(scene.tielessCount == 6)
  }

  @Test func parallelEventsAreOneLineWithTheirNumber() {
    let scene = scene(
      fixture {
        $0.event(.support, "praised", by: ["Ada Holm"], to: ["Norland"], on: FactFixture.time("2031-04-15"))
        $0.event(.support, "praised", by: ["Ada Holm"], to: ["Norland"], on: FactFixture.time("2031-04-16"))
        $0.event(.support, "backed", by: ["Ada Holm"], to: ["Norland"], on: FactFixture.time("2031-04-16"))
      })
    #expect(scene.links.count == 1)
    #expect(scene.links[0].count == 3)
    #expect(Set(scene.links[0].words) == ["praised", "backed"])
    #expect(scene.links[0].details.isEmpty, "a date of one cannot stand for all")
    #expect(scene.links[0].evidence.count == 3)
  }

  @Test func whatHappenedAndWhatIsPlannedStayApart() {
    let scene = scene(
      fixture {
        $0.event(.aid, "sent", by: ["Norland"], to: ["Vestria"])
        $0.event(.aid, "will send", by: ["Norland"], to: ["Vestria"], .planned)
      })
    #expect(Set(scene.links.map(\.status)) == [.actual, .planned])
  }

  @Test func talksHaveNoDirection() {
    let scene = scene(
      fixture {
        $0.event(.consult, "met", by: ["Norland"], to: ["Vestria"])
        $0.event(.consult, "called", by: ["Vestria"], to: ["Norland"])
        $0.event(.consult, "talks", by: ["Norland", "Ostmark"])
      })
    #expect(scene.links.count == 2)
    #expect(scene.links.allSatisfy { $0.isMutual })
  }

  @Test func anEventOfManyIsANote() {
    let scene = scene(
      fixture { $0.event(.agree, "signed", by: ["Norland", "Vestria", "Ostmark"], to: ["Alliance"], at: ["Harn"]) })
    #expect(scene.nodes.filter { $0.isNote }.count == 1)
    #expect(scene.links.count == 5)
    #expect(scene.links.filter { $0.line == .location }.count == 1)
  }

  @Test func deedsOfOneShareANote() {
    let scene = scene(
      fixture {
        for year in 2031...2036 { $0.event(.mobilize, "armed", by: ["Norland"], on: FactFixture.time(String(year))) }
        $0.event(.mobilize, "armed", by: ["Norland"], on: FactFixture.time("2036"))
      })
    #expect(scene.nodes.count == 2)
    guard case .note(let deeds, let more) = scene.nodes.first(where: \.isNote)?.content else {
      Issue.record("no note")
      return
    }
    #expect(deeds.map(\.details) == [["2031"], ["2032"], ["2033"], ["2034"]])
    #expect(more == 2)
  }

  @Test func anOfficeStandsInTheLabelAndItsLeafBodyToo() {
    let scene = scene(
      fixture {
        $0.office("Ada Holm", "director", "Institute")
        $0.office("Bo Lind", "Alliance spokesman", "Alliance")
        $0.event(.aid, "armed", by: ["Alliance"], to: ["Norland"])
      })
    #expect(names(scene) == ["Ada Holm", "Alliance", "Bo Lind", "Norland"])
    let offices = scene.nodes.compactMap { node -> String? in
      if case .entity(_, let office?) = node.content { office } else { nil }
    }
    #expect(Set(offices) == ["director, Institute", "Alliance spokesman"])
    #expect(scene.links.filter { $0.line == .office }.count == 1)
    #expect(scene.tielessCount == 3)
    #expect(scene.leftOutCount == 0)
  }

  @Test func membersWithNoOtherTieAreOneList() {
    let scene = scene(
      fixture {
        for member in ["Norland", "Ostmark", "Vestria"] { $0.relate(member, .memberOf, "Alliance") }
        $0.relate("Institute", .memberOf, "Alliance")
      })
    #expect(scene.nodes.count == 3)
    #expect(scene.nodes.contains { $0.entities.map(\.name) == ["Norland", "Ostmark", "Vestria"] })
  }

  @Test func aFocusKeepsWhatIsNear() {
    let fixture = fixture {
      $0.event(.aid, "armed", by: ["Norland"], to: ["Vestria"])
      $0.event(.aid, "armed", by: ["Vestria"], to: ["Ostmark"])
      $0.event(.aid, "armed", by: ["Ostmark"], to: ["Alliance"])
      $0.event(.mobilize, "marched", by: ["Vestria"])
    }
    let near = scene(fixture) {
      $0.focus = [fixture.id("Norland")]
      $0.hops = 1
    }
    #expect(names(near) == ["Norland", "Vestria"])
    #expect(near.nodes.filter { $0.isNote }.count == 1)
    #expect(near.leftOutCount == 2)
    let alone = scene(fixture) {
      $0.focus = [fixture.id("Institute"), fixture.id("Norland")]
      $0.hops = 0
    }
    #expect(names(alone) == ["Norland"])
  }

  @Test func undatedEventsCanBeLeftOut() {
    let fixture = fixture {
      $0.event(.aid, "armed", by: ["Norland"], to: ["Vestria"])
      $0.event(.aid, "lent", by: ["Norland"], to: ["Ostmark"], on: FactFixture.time("2031"))
    }
    #expect(names(scene(fixture) { $0.includesUndated = false }) == ["Norland", "Ostmark"])
  }

  @Test func eventsThatAreTheSameCountOnce() throws {
    let once = fixture {
      $0.event(.aid, "armed", by: ["Norland"], to: ["Vestria"])
      $0.event(.aid, "sent arms", by: ["Norland"], to: ["Vestria"])
    }.facts
    var events = once.events
    events[0].sameAs = [events[1].id]
    let facts = FactSet(documents: once.documents, entities: once.entities, relations: once.relations, events: events)
    var builder = FactSceneBuilder(facts, options: FactDiagram.Options())
    let scene = builder.build()
    #expect(scene.links.map(\.count) == [1])
    #expect(scene.links[0].evidence.count == 2)
  }

  @Test func factsAboutUnknownEntitiesAreLeftOut() {
    let scene = scene(
      fixture {
        $0.event(.aid, "armed", by: ["Nobody"], to: ["Norland"])
        $0.relate("Nobody", .memberOf, "Alliance")
        $0.event(.aid, "armed", by: ["Nobody"], to: ["No one"])
      })
    #expect(names(scene) == ["Norland"])
  }
}
