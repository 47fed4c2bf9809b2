import Entente
import EntenteTestSupport
import Testing

@Suite struct EngineTests {
  /// One for all tests, as a program would keep it.
  private static let shared = Engine()
  private var engine: Engine { Self.shared }

  private static let story = "France and Germany signed a treaty in Paris. Ukraine welcomed it.\n"

  @Test func aTextAndAFileOfTheSameBytesSayTheSame() throws {
    let scratch = try Scratch()
    let path = try scratch.file("story.txt", Self.story)
    let fromText = try engine.facts(ofText: Self.story, source: path)
    #expect(!fromText.entities.isEmpty)
    #expect(try engine.facts(ofFile: path) == fromText)
  }

  @Test func factsThatWereWrittenAreReadBack() throws {
    let scratch = try Scratch()
    let facts = try engine.facts(ofText: Self.story)
    let path = scratch.path + "/facts.json"
    try FactFile(facts).write(to: path)
    #expect(FactFile(try engine.facts(ofFile: path)).json() == FactFile(facts).json())
  }

  @Test func manyFilesSayWhatTheySayOneByOne() async throws {
    let scratch = try Scratch()
    let paths = try (0..<40).map { number in
      try scratch.file("\(number).txt", "France met Germany in Paris on day \(number) of the talks.\n")
    }
    var counts: [Int] = []
    let together = try await engine.facts(ofFiles: paths) { counts.append($0) }
    #expect(counts == Array(1...40))
    #expect(together == FactSet.merged(try paths.map { try engine.facts(ofFile: $0) }))
    #expect(try await engine.facts(ofFiles: paths.reversed()) == together)
  }

  @Test func noFileSaysNothing() async throws {
    #expect(try await engine.facts(ofFiles: []) == FactSet())
  }

  @Test func theGivenDayWins() throws {
    let day = try #require(CalendarDate(iso8601: "2024-02-29"))
    let facts = try engine.facts(ofText: Self.story, date: day)
    #expect(facts.documents.map(\.date) == [day])
    #expect(facts.documents.map(\.dateBasis) == [.option])
  }

  @Test func aMissingFileIsNamed() throws {
    let error = #expect(throws: ReadingError.self) { try engine.facts(ofFile: "/nowhere/at-all.txt") }
    #expect(error?.file == "/nowhere/at-all.txt")
  }
}
