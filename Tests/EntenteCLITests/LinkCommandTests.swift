import EntenteTestSupport
import Foundation
import Testing

/// The commands that look at a graph as a whole, over facts and over graph files.
@Suite struct LinkCommandTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Two groups of three that one link joins, and a pair that stands alone.
  private func groups() throws -> String {
    try scratch.file("groups.csv", "a,b\nb,c\nc,a\nc,x\nx,y\ny,z\nz,x\np,q\n")
  }

  private func rows(_ command: String, _ arguments: String...) async throws -> [[String: Any]] {
    let outcome = try await Tool.run([command] + arguments + ["--format", "json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try #require(try Tool.json(outcome) as? [[String: Any]])
  }

  @Test func communitiesAreListedByMember() async throws {
    let rows = try await rows("community", try groups(), "--at-least", "3")
    #expect(rows.map { $0["name"] as? String } == ["a", "b", "c", "x", "y", "z"])
    #expect(rows.map { $0["outside"] as? Int } == [0, 0, 1, 1, 0, 0])
    #expect(rows.allSatisfy { $0["inside"] as? Int == 2 && $0["size"] as? Int == 3 })
    #expect(Set(rows.compactMap { $0["community"] as? Int }) == [1, 2])
  }

  @Test func coresGoByLinkedPairs() async throws {
    let rows = try await rows("core", try groups(), "--least", "2")
    #expect(rows.map { $0["name"] as? String } == ["c", "x", "a", "b", "y", "z"])
  }

  @Test func bridgesSayWhatWouldBeLost() async throws {
    let rows = try await rows("bridge", try groups())
    #expect(rows.map { $0["name"] as? String } == ["c – x", "c", "x", "p – q"])
    #expect(rows.map { $0["lost"] as? Int } == [3, 2, 2, 1])
  }

  @Test func waysAreListedByLength() async throws {
    let file = try scratch.file("ways.csv", "a,b\nb,d\na,c\nc,d\na,d,ALLY\na,d,TRADE\n")
    let rows = try await rows("paths", file, "a", "d", "--limit", "2")
    #expect(rows.map { $0["path"] as? Int } == [1, 2, 2])
    #expect(rows.first?["links"] as? [String] == ["ALLY", "TRADE"])
    #expect(rows.map { $0["facts"] as? Int } == [2, 1, 1])
    let short = try await self.rows("paths", file, "a", "d", "--longest", "1")
    #expect(short.count == 1)
    let none = try await Tool.run("paths", file, "d", "a")
    #expect(none.status == 3 && none.errors.contains("no way leads from d to a"))
    #expect(try await Tool.run("paths", file, "d", "a", "--no-directed").status == 0)
  }

  @Test func whoStandsBetweenHasAShare() async throws {
    let file = try scratch.file("ways.csv", "a,b\nb,d\na,c\nc,d\nd,e\n")
    let rows = try await rows("between", file, "a", "e")
    #expect(rows.map { $0["name"] as? String } == ["d", "b", "c"])
    #expect(rows.map { $0["share"] as? Double } == [1, 0.5, 0.5])
  }

  @Test func reachGoesByStepsOrByTime() async throws {
    let file = try scratch.file(
      "dated.csv", "source,target,date\na,b,2026-01-05\nb,c,2026-01-05\nb,d,2026-01-06\na,e,2026-01-01\n")
    let steps = try await rows("reach", file, "a", "--steps", "1")
    #expect(steps.map { $0["name"] as? String } == ["b", "e"])
    let timed = try await rows("reach", file, "a", "--in-time")
    #expect(timed.map { $0["name"] as? String } == ["e", "b", "d"])
    #expect(timed.map { $0["day"] as? String } == ["2026-01-01", "2026-01-05", "2026-01-06"])
    let later = try await rows("reach", file, "a", "--in-time", "--from-day", "2026-01-02")
    #expect(later.map { $0["name"] as? String } == ["b", "d"])
    #expect(try await Tool.run("reach", file, "a", "--from-day", "2026-01-02").status == 64)
  }

  @Test func figuresAreOfFactsToo() async throws {
    let facts = try await rows("stats", try await Tool.facts(of: Tool.article))
    let groups = try await rows("stats", try groups())
    func value(_ name: String, _ rows: [[String: Any]]) -> Double? {
      rows.first { $0["measure"] as? String == name }?["value"] as? Double
    }
    #expect(value("nodes", groups) == 8 && value("components", groups) == 2 && value("triangles", groups) == 2)
    #expect(try #require(value("nodes", facts)) > 20)
  }

  @Test func differencesAreListed() async throws {
    let old = try scratch.file("old.csv", "a,b\nb,c\n")
    let new = try scratch.file("new.csv", "a,b\nb,d\n")
    let rows = try await rows("diff", old, new)
    #expect(
      rows.map { "\($0["change"] ?? "") \($0["kind"] ?? "") \($0["name"] ?? "")" } == [
        "added node d", "removed node c", "added link b – d", "removed link b – c",
      ])
    let article = try await Tool.facts(of: Tool.article)
    #expect(try await Tool.run("diff", article, article).status == 3)
    let others = try await self.rows("diff", try await Tool.facts(of: "Samples/taiwan-strait.txt"), article)
    #expect(Set(others.compactMap { $0["kind"] as? String }) == ["entity", "relation", "event"])
    #expect(try await Tool.run("diff", old, article).status == 64)
  }

  @Test(arguments: ["betweenness", "closeness", "eigenvector", "core", "hubs"])
  func entitiesAreRankedByAnyMeasure(measure: String) async throws {
    let rows = try await rows("rank", try await Tool.facts(of: Tool.article), "--by", measure, "--limit", "3")
    #expect(rows.count == 3)
    #expect(rows.first?["place"] as? Int == 1)
    let nodes = try await self.rows("rank", try groups(), "--by", measure, "--limit", "3", "--threads", "2")
    #expect(nodes.map { $0["rank"] as? Int }.first == 1)
  }

  @Test func graphFilesAreReadAlone() async throws {
    let outcome = try await Tool.run("rank", try groups(), Tool.article)
    #expect(outcome.status == 64)
    #expect(outcome.complainsInOneLine)
    let broken = try await Tool.run("stats", try scratch.file("broken.csv", "a,b\nc\n"))
    #expect(broken.status == 1 && broken.errors.contains("broken.csv:2:"))
    #expect(try await Tool.run("rank", try groups(), "--type", "Node").status == 0)
    #expect(try await Tool.run("rank", Tool.article, "--type", "Node").status == 64)
  }
}
