import EntenteTestSupport
import Testing

/// What `time` and `places` write: one line a finding, fields parted by tabs.
@Suite struct AnnotationTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func timesAreListedWithTheirValues() async throws {
    let file = try scratch.file("text.txt", "They met on Tuesday\nand will meet every week for two years.\n")
    let outcome = try await Tool.run("time", "--date", "2026-02-13", file)
    #expect(outcome.status == 0)
    #expect(
      outcome.text
        == "12\t19\tDATE\t2026-02-10\tTuesday\n34\t44\tSET\tP1W\tevery week\n49\t58\tDURATION\tP2Y\ttwo years\n")
  }

  @Test func placesAreListedWithTheirPoints() async throws {
    let outcome = try await Tool.run("places", "-", input: "Turkish envoys came to Paris, Texas.\n")
    #expect(outcome.status == 0)
    let rows = outcome.text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.allSatisfy { $0.count == 7 })
    #expect(rows.map { $0[2] } == ["Turkish", "Paris", "Texas"])
    #expect(rows.map { $0[6] } == ["TUR", "USA", "USA"])
    #expect(rows.map { "\($0[0])-\($0[1])" } == ["0-7", "23-28", "30-35"])
  }

  @Test(arguments: Tool.samples) func samplesGiveTheSameTwice(sample: String) async throws {
    let path = "\(Repository.root)/\(sample)"
    for command in ["time", "places"] {
      let outcome = try await Tool.run(command, path)
      let again = try await Tool.run(command, path)
      #expect(outcome.status == 0 && !outcome.output.isEmpty && again.output == outcome.output)
    }
  }

  @Test func nothingFoundAndNothingToReadAreSaid() async throws {
    let empty = try await Tool.run("places", "-", input: "It rained.\n")
    #expect(empty.status == 3 && empty.output.isEmpty && empty.complainsInOneLine)
    let missing = try await Tool.run("time", scratch.path + "/nowhere.txt")
    #expect(missing.status == 1 && missing.complainsInOneLine)
    let graph = try await Tool.run("places", "trade.csv")
    #expect(graph.status == 64)
  }
}
