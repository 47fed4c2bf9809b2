import EntenteTestSupport
import Foundation
import Testing

/// The commands that ask the graph something.
@Suite struct QuestionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Asks a question about the facts of the article.
  private func ask(_ command: String, _ arguments: String...) async throws -> Program.Outcome {
    try await Tool.run([command, try await Tool.facts(of: Tool.article)] + arguments)
  }

  @Test func anUnknownNameGetsASuggestion() async throws {
    let outcome = try await ask("show", "Greenlnad")
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complainsInOneLine)
    #expect(outcome.errors.contains("did you mean 'Greenland'"))
  }

  @Test(arguments: ["greenland", "GREENLAND", "Gréenland", "GRL"])
  func namesAreMatchedWithoutCaseAndAccents(name: String) async throws {
    let outcome = try await ask("show", name, "--format", "json")
    #expect(outcome.status == 0)
    let card = try #require(try Tool.json(outcome) as? [String: Any])
    #expect((card["entity"] as? [String: Any])?["name"] as? String == "Greenland")
  }

  @Test func aPathIsToldInSentences() async throws {
    let outcome = try await ask("path", "Mark Rutte", "Brussels")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("Mark Rutte — "))
    #expect(outcome.text.contains("“"))
    #expect(outcome.text.contains("\(Tool.article), sentence "))
  }

  @Test func aPathTakesItsEndsAsOptionsToo() async throws {
    let plain = try await ask("path", "Rutte", "Brussels", "--format", "json")
    let named = try await ask("path", "--from", "Rutte", "--to", "Brussels", "--format", "json")
    let mixed = try await ask("path", "Brussels", "--from", "Rutte", "--format", "json")
    #expect(plain.status == 0)
    #expect(plain.output == named.output)
    #expect(plain.output == mixed.output)
  }

  @Test func nothingJoinsWhatNoTextJoins() async throws {
    let file = try scratch.file("two.txt", "France is large.\n\nJapan is an island.\n")
    let outcome = try await Tool.run("path", file, "France", "Japan")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "entente: error: no chain of facts leads from France to Japan\n")
  }

  @Test func aRankingIsInOrderAndLimited() async throws {
    let outcome = try await ask("rank", "--limit", "5", "--format", "json")
    let rows = try #require(try Tool.json(outcome) as? [[String: Any]])
    #expect(rows.count == 5)
    let scores = rows.compactMap { $0["score"] as? Double }
    #expect(scores == scores.sorted(by: >))
  }

  @Test func aRankingOfOneTypeHoldsNoOther() async throws {
    let outcome = try await ask("rank", "--type", "Person", "--format", "csv")
    let lines = outcome.text.split(separator: "\r\n").dropFirst()
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.contains(",Person,") })
  }

  @Test func textsAndTheirFactsGiveTheSameAnswer() async throws {
    let fromText = try await Tool.run("neighbors", Tool.article, "NATO", "--format", "json")
    let fromFacts = try await ask("neighbors", "NATO", "--format", "json")
    #expect(fromText.status == 0)
    #expect(fromText.output == fromFacts.output)
  }

  @Test(arguments: ["json", "jsonl", "csv", "table"])
  func neighborsComeInEachFormat(format: String) async throws {
    let outcome = try await ask("neighbors", "NATO", "--format", format)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Brussels"))
  }

  @Test func explainTellsWordsAndRule() async throws {
    let neighbors = try await ask("neighbors", "NATO", "--format", "json")
    let first = try #require((try Tool.json(neighbors) as? [[String: Any]])?.first)
    let id = try #require(first["id"] as? String)
    let outcome = try await ask("explain", id, "--format", "json")
    let explanation = try #require(try Tool.json(outcome) as? [String: Any])
    #expect(explanation["id"] as? String == id)
    #expect((explanation["rule"] as? String)?.isEmpty == false)
    #expect((explanation["evidence"] as? [Any])?.isEmpty == false)
    let words = try await ask("explain", id)
    #expect(words.text.contains("evidence"))
  }

  @Test func explainKnowsNoInventedIdentifier() async throws {
    let outcome = try await ask("explain", "evt-ffffffffffffffffffff")
    #expect(outcome.status == 3)
    #expect(outcome.complainsInOneLine)
  }

  @Test func aTimelineWithoutEventsFindsNothing() async throws {
    let json = try await ask(
      "timeline", "--from", "1900-01-01", "--through", "1900-12-31",
      "--format", "json")
    #expect(json.status == 3)
    #expect((try Tool.json(json) as? [Any])?.isEmpty == true)
    #expect(json.complainsInOneLine)
  }

  @Test(arguments: Tool.samples)
  func everySampleHolds(sample: String) async throws {
    let outcome = try await Tool.run("verify", try await Tool.facts(of: sample), "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try #require(try Tool.json(outcome) as? [String: Any])
    #expect((report["failures"] as? [Any])?.isEmpty == true)
    let checked = try #require(report["checked"] as? [String: Int])
    #expect(checked["documents"] == 1)
    #expect(try #require(checked["mentions"]) > 10)
  }

  @Test func aFileThatChangedNoLongerHolds() async throws {
    let file = try scratch.file("story.txt", "France and Germany signed a treaty in Paris.\n")
    let facts = scratch.path + "/facts.json"
    _ = try await Tool.run("extract", file, "--output", facts)
    #expect(try await Tool.run("verify", facts).status == 0)
    _ = try scratch.file("story.txt", "Italy and Germany signed a treaty in Paris.\n")
    let outcome = try await Tool.run("verify", facts)
    #expect(outcome.status == 1)
    #expect(outcome.complainsInOneLine)
    #expect(outcome.errors.contains(file))
  }

  @Test(arguments: [["rank"], ["show", "NATO"], ["neighbors", "NATO"], ["timeline"]])
  func colourNeedsATerminal(command: [String]) async throws {
    let facts = try await Tool.facts(of: Tool.article)
    let outcome = try await Tool.run([command[0], facts] + command.dropFirst())
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains(0x1B))
  }
}
