import EntenteTestSupport
import Foundation
import Testing

/// What is wrong with the input is said in one line that names the file, and nothing is written.
@Suite struct BadInputTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Runs `extract` on a file into another, and expects a complaint, a status and no file.
  private func expectRefusal(
    of file: String, status: Int32 = 1, saying words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try scratch.names()
    let outcome = try await Tool.run("extract", file, "--output", scratch.path + "/output.json")
    #expect(outcome.status == status, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(outcome.complainsInOneLine, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(file == "-" ? "standard input" : file), sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(try scratch.names() == before, sourceLocation: sourceLocation)
  }

  @Test func emptyFile() async throws {
    try await expectRefusal(of: try scratch.file("empty.txt", ""), saying: "empty")
  }

  @Test func whiteSpaceAlone() async throws {
    try await expectRefusal(of: try scratch.file("blank.txt", " \n\t\n"), saying: "white space")
  }

  @Test func emptyStandardInput() async throws { try await expectRefusal(of: "-", saying: "empty") }

  @Test func binaryFile() async throws {
    let bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + (0..<600).map { UInt8($0 % 7) }
    try await expectRefusal(of: try scratch.file("program", bytes), saying: "not a text")
  }

  @Test func folder() async throws { try await expectRefusal(of: scratch.path, saying: "folder") }

  @Test func missingFile() async throws {
    try await expectRefusal(of: scratch.path + "/nowhere.txt", saying: "no such file")
  }

  @Test func factsCutShort() async throws {
    let whole = try await Tool.run("extract", try await Tool.facts(of: Tool.article))
    let file = try scratch.file("cut.json", whole.output.prefix(whole.output.count / 2))
    try await expectRefusal(of: file, saying: "cut.json:")
  }

  @Test func otherJSON() async throws {
    try await expectRefusal(of: try scratch.file("other.json", #"{"schema": "other/7"}"#), saying: "other/7")
  }

  /// One line of 200 MB.
  @Test func tooLargeAFileReachesALimit() async throws {
    let file = try scratch.file("huge.txt", "")
    let handle = try #require(FileHandle(forWritingAtPath: file))
    let words = Data(String(repeating: "one endless line of words ", count: 40_330).utf8)
    for _ in 0..<200 { try handle.write(contentsOf: words) }
    try handle.close()
    try await expectRefusal(of: file, status: 4, saying: "at most")
  }

  @Test func oneBadFileAmongGoodOnes() async throws {
    let missing = scratch.path + "/nowhere.txt"
    let good = try await Tool.facts(of: Tool.article)
    let outcome = try await Tool.run("extract", good, missing, "--output", scratch.path + "/output.json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(missing))
    #expect(try scratch.names().isEmpty)
  }

  @Test func theFirstOfSeveralBadFilesIsNamed() async throws {
    let names = (0..<20).map { "\(scratch.path)/missing-\($0).txt" }
    for _ in 0..<3 {
      let outcome = try await Tool.run(["extract"] + names)
      #expect(outcome.errors.contains("missing-0.txt"))
    }
  }

  @Test func invalidUTF8IsReadAsAnotherEncoding() async throws {
    let bytes = Array("PARIS, 3 May 2025 — The caf".utf8) + [0xE9] + Array(" reopened in France.\n".utf8)
    let outcome = try await Tool.run("extract", try scratch.file("latin.txt", bytes))
    #expect(outcome.status == 0)
    #expect(try Tool.json(outcome) is [String: Any])
  }

  @Test func outputIntoAMissingFolder() async throws {
    let good = try await Tool.facts(of: Tool.article)
    let outcome = try await Tool.run("extract", good, "--output", scratch.path + "/nowhere/output.json")
    #expect(outcome.status == 1)
    #expect(outcome.complainsInOneLine)
    #expect(outcome.errors.contains("folder does not exist"))
  }
}
