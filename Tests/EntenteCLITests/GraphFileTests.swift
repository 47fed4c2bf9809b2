import EntenteTestSupport
import Foundation
import Testing

/// What the commands make of graph files, well written and not.
@Suite struct GraphFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func rows(_ arguments: String...) async throws -> [[String: Any]] {
    let outcome = try await Tool.run(arguments + ["--format", "json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try #require(try Tool.json(outcome) as? [[String: Any]])
  }

  @Test func nodesAreWhatTheLinesName() async throws {
    let file = try scratch.file("far.tsv", "1\t2\n4000000000\t2\n")
    let ranked = try await rows("rank", file, "--by", "degree", "--no-directed")
    #expect(ranked.map { $0["name"] as? String } == ["2", "1", "4000000000"])
    let more = try scratch.file("more.tsv", "1\t2\n4000000000\t2\n7\t1\n")
    let changes = try await rows("diff", file, more)
    #expect(changes.map { $0["name"] as? String } == ["7", "7 – 1"])
  }

  @Test func aPathLeadsThroughAGraphFile() async throws {
    let file = try scratch.file(
      "trade.CSV", "Source,Target,Type\nGhana,Togo,TRADE\nGhana,Togo,VISIT\nTogo,Benin,TRADE\n")
    let steps = try await rows("path", file, "ghana", "Benin")
    #expect(steps.map { $0["from"] as? String } == ["Ghana", "Togo"])
    #expect(steps.map { $0["facts"] as? Int } == [2, 1])
    #expect(steps.first?["links"] as? [String] == ["TRADE", "VISIT"])
    let back = try await Tool.run("path", file, "Benin", "Ghana")
    #expect(back.status == 3 && back.errors == "entente: error: no way leads from Benin to Ghana\n")
    #expect(try await Tool.run("path", file, "Ghana", "Benin", "--status", "actual").status == 64)
  }

  @Test func neighborsAreThoseOfAGraphFileToo() async throws {
    let file = try scratch.file("trade.edges", "Ghana Togo 2\nTogo Benin 3\nMali Togo 4\n")
    let links = try await rows("neighbors", file, "Togo")
    #expect(links.map { $0["name"] as? String } == ["Benin", "Ghana", "Mali"])
    #expect(links.map { $0["way"] as? String } == ["→", "←", "←"])
    #expect(links.map { $0["weight"] as? Double } == [3, 2, 4])
  }

  @Test(arguments: [
    ["timeline"], ["extract"], ["draw"], ["verify"], ["show", "a"], ["explain", "a"],
  ])
  func whatWantsTextsSaysSo(command: [String]) async throws {
    let file = try scratch.file("links.csv", "a,b\n")
    let outcome = try await Tool.run([command[0], file] + command.dropFirst())
    #expect(outcome.status == 64)
    #expect(outcome.complainsInOneLine)
    #expect(outcome.errors.contains("links.csv' is a graph file by its name, and texts or fact files are wanted"))
  }

  @Test(arguments: ["path", "paths", "between"])
  func endsThatAreTheSameAreNoWay(command: String) async throws {
    let file = try scratch.file("links.csv", "Ann,Bob\n")
    let outcome = try await Tool.run(command, file, "Ann", "ann")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "entente: error: both names stand for Ann; name two that differ\n")
    let facts = try await Tool.run(command, try await Tool.facts(of: Tool.article), "Rutte", "Mark Rutte")
    #expect(facts.status == 3)
    #expect(facts.errors == "entente: error: both names stand for Mark Rutte; name two that differ\n")
  }

  @Test func severalFactsOfOneStepAreOneWay() async throws {
    let file = try scratch.file("ways.csv", "a,b,MEET\na,b,CALL\nb,d\na,c\nc,d\n")
    #expect(try await rows("between", file, "a", "d").map { $0["share"] as? Double } == [0.5, 0.5])
  }

  @Test(arguments: [["rank"], ["community"], ["stats"]])
  func weightsBelowZeroAreRefusedWithARemedy(command: [String]) async throws {
    let file = try scratch.file("signed.csv", "a,b,2\nb,c,-1\n")
    let outcome = try await Tool.run(command + [file])
    #expect(outcome.status == 1)
    #expect(outcome.complainsInOneLine)
    #expect(outcome.errors.contains("the link from b to c weighs -1.0") && outcome.errors.contains("--unweighted"))
    #expect(try await Tool.run(command + [file, "--unweighted"]).status == 0)
  }

  @Test(arguments: [["rank", "--by", "strength"], ["rank"], ["stats"], ["community"], ["diff"]])
  func sumsThatAreTooGreatAreRefused(command: [String]) async throws {
    let vast = try scratch.file("vast.csv", "a,b,1.5e308\na,b,1.5e308\n")
    let files = command == ["diff"] ? [try scratch.file("small.csv", "a,b,1\n"), vast] : [vast]
    let outcome = try await Tool.run(command + files + ["--format", "json"])
    #expect(outcome.status == 1)
    #expect(outcome.complainsInOneLine)
    #expect(!outcome.errors.contains("Encoding"))
  }

  @Test func anotherWeightIsAChange() async throws {
    let changes = try await rows(
      "diff", try scratch.file("old.csv", "a,b,1\n"), try scratch.file("new.csv", "a,b,2.5\n"))
    #expect(changes.map { $0["change"] as? String } == ["changed"])
    #expect(changes.first?["weightBefore"] as? Double == 1 && changes.first?["weightAfter"] as? Double == 2.5)
  }

  @Test(arguments: ["table", "json"])
  func controlCharactersDoNotReachTheTerminal(format: String) async throws {
    let file = try scratch.file("odd.csv", "a\u{1B}]0;pwned\u{7},b\u{9B}31m\n")
    for command in [
      ["rank", file], ["neighbors", file, "b"], ["paths", file, "a", "b"], ["stats", "\u{1B}[2J.csv"],
    ] {
      let outcome = try await Tool.run(command + ["--format", format])
      #expect(!outcome.output.contains(0x1B) && !outcome.errors.utf8.contains(0x1B))
      #expect(format == "json" || !outcome.text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
    }
    let table = try await Tool.run("rank", file)
    #expect(table.text.contains("a\u{FFFD}]0;pwned\u{FFFD}"))
  }

  @Test(arguments: [
    ["rank", "links.csv", "--limit", "-1"], ["paths", "links.csv", "a", "b", "--limit", "-1"],
    ["rank", "links.csv", "--threads", "-2"], ["reach", "links.csv", "a", "--steps", "-1"],
    ["community", "links.csv", "--at-least", "-3"],
  ])
  func numbersBelowZeroAreRefusedAsNumbers(arguments: [String]) async throws {
    let outcome = try await Tool.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("takes a number from 1 up"), "\(outcome.errors)")
  }

  @Test func aSnapshotThatIsNoneIsSaidInWordsOfTheTool() async throws {
    let outcome = try await Tool.run("stats", try scratch.file("a.snapshot", "a,b\n"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is no snapshot file") && !outcome.errors.contains("write(to:)"))
  }
}
