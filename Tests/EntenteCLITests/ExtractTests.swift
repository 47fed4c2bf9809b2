import EntenteTestSupport
import Foundation
import Testing

@Suite struct ExtractTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func twoRunsGiveTheSameBytes() async throws {
    let first = try #require(FileManager.default.contents(atPath: try await Tool.facts(of: Tool.samples)))
    let second = try await Tool.run(["extract"] + Tool.samples)
    #expect(second.status == 0)
    #expect(Array(first) == second.output)
  }

  @Test func theOrderOfTheFilesMakesNoDifference() async throws {
    let forward = try #require(FileManager.default.contents(atPath: try await Tool.facts(of: Tool.samples)))
    let backward = try await Tool.run(["extract"] + Tool.samples.reversed())
    let mixed = try await Tool.run(["extract"] + Tool.samples[4...] + Tool.samples[..<4] + Tool.samples[..<1])
    #expect(Array(forward) == backward.output)
    #expect(Array(forward) == mixed.output)
  }

  @Test func jsonHoldsTheContract() async throws {
    let outcome = try await Tool.run("extract", Tool.article, "--format", "json")
    #expect(outcome.errors.isEmpty)
    let object = try #require(try Tool.json(outcome) as? [String: Any])
    #expect(object["schema"] as? String == "entente/1")
    #expect(Set(object.keys).isSuperset(of: ["documents", "entities", "relations", "events"]))
    let document = try #require((object["documents"] as? [[String: Any]])?.first)
    #expect(document["source"] as? String == Tool.article)
  }

  @Test func withoutATerminalJSONIsWritten() async throws {
    let facts = try await Tool.facts(of: Tool.article)
    let plain = try await Tool.run("extract", facts)
    let json = try await Tool.run("extract", facts, "--format", "json")
    #expect(plain.output == json.output)
    #expect(!plain.output.isEmpty)
  }

  @Test func jsonLinesComeInTheOrderOfTheFiles() async throws {
    let outcome = try await Tool.run(["extract", "--format", "jsonl"] + Tool.samples.reversed())
    let sources = try outcome.text.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["documents"] as? [[String: Any]])?.first?["source"] as? String
    }
    #expect(sources == Tool.samples.reversed())
  }

  @Test func factFilesMergeIntoTheSameFacts() async throws {
    let files = ["Samples/mercosur/1-foz-do-iguacu.txt", "Samples/mercosur/2-brussels.txt"]
    let (first, second) = (try await Tool.facts(of: files[0]), try await Tool.facts(of: files[1]))
    let merged = try await Tool.run("extract", second, first)
    let together = FileManager.default.contents(atPath: try await Tool.facts(of: files))
    #expect(merged.status == 0)
    #expect(together.map { Array($0) } == merged.output)
  }

  @Test func outputIsTheFileAndNothingElse() async throws {
    let facts = try await Tool.facts(of: Tool.article)
    let output = scratch.path + "/facts.json"
    let outcome = try await Tool.run("extract", facts, "--output", output)
    let direct = try await Tool.run("extract", facts)
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names() == ["facts.json"])
    #expect(FileManager.default.contents(atPath: output).map { Array($0) } == direct.output)
  }

  @Test func standardInputIsADocument() async throws {
    let outcome = try await Tool.run(
      "extract", "-", "--date", "2025-03-01", input: "France and Germany signed a treaty in Paris on Friday.\n")
    let object = try #require(try Tool.json(outcome) as? [String: Any])
    let document = try #require((object["documents"] as? [[String: Any]])?.first)
    #expect(document["source"] as? String == "-")
    #expect(document["date"] as? String == "2025-03-01")
    #expect(document["dateBasis"] as? String == "option")
  }

  @Test(arguments: ["entities", "relations", "events"])
  func tablesHaveALineAFact(table: String) async throws {
    let facts = try await Tool.facts(of: Tool.article)
    let csv = try await Tool.run("extract", facts, "--format", "csv", "--table", table)
    let json = try #require(try Tool.json(try await Tool.run("extract", facts)) as? [String: Any])
    let count = try #require(json[table] as? [Any]).count
    // A line ends in CR LF, which Swift takes for one character; a break inside a quoted cell is LF alone.
    #expect(csv.text.count { $0 == "\r\n" } == count + 1)
  }

  @Test func offsetsInOriginalBytesCutTheWordsFromTheFile() async throws {
    let outcome = try await Tool.run("extract", Tool.article, "--offsets", "original-bytes")
    let bytes = try #require(FileManager.default.contents(atPath: Repository.path(Tool.article)))
    let object = try #require(try Tool.json(outcome) as? [String: Any])
    let entities = try #require(object["entities"] as? [[String: Any]])
    let mentions = entities.flatMap { $0["mentions"] as? [[String: Any]] ?? [] }
    #expect(!mentions.isEmpty)
    for mention in mentions {
      let start = try #require(mention["start"] as? Int)
      let end = try #require(mention["end"] as? Int)
      #expect(String(decoding: bytes[start..<end], as: UTF8.self) == mention["text"] as? String)
    }
  }
}
