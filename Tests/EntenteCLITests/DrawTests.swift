import EntenteTestSupport
import Foundation
import Testing

@Suite struct DrawTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func draw(_ arguments: String...) async throws -> Program.Outcome {
    let outcome = try await Tool.run(["draw", try await Tool.facts(of: Tool.article)] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test(arguments: [
    ("dot", "digraph"), ("svg", "<?xml"), ("png", "\u{89}PNG"), ("pdf", "%PDF"),
  ])
  func eachFormatBeginsAsItShould(format: String, beginning: String) async throws {
    let outcome = try await draw("--format", format)
    let latin1 = String(String.UnicodeScalarView(outcome.output.prefix(16).map { Unicode.Scalar($0) }))
    #expect(latin1.hasPrefix(beginning))
  }

  @Test(arguments: ["dot", "svg", "png", "pdf"])
  func theEndingOfTheFileDecides(ending: String) async throws {
    let file = "\(scratch.path)/picture.\(ending)"
    #expect(try await draw("--output", file).output.isEmpty)
    #expect(FileManager.default.contents(atPath: file).map { Array($0) } == (try await draw("--format", ending)).output)
  }

  @Test func aFocusLeavesOutWhatIsFarAway() async throws {
    let whole = try await draw("--format", "dot").text
    let near = try await draw("--format", "dot", "--focus", "GIUK gap", "--hops", "1").text
    #expect(whole.contains("Rutte"))
    #expect(near.contains("GIUK"))
    #expect(!near.contains("Rutte"))
  }

  @Test func aTitleIsWrittenAsItIs() async throws {
    #expect(try await draw("--title", "A & B <once>").text.contains("A &amp; B &lt;once&gt;"))
  }

  @Test func aTimelineShowsEvents() async throws {
    let picture = try await draw("--timeline").text
    #expect(picture.contains("<svg"))
    #expect(picture.contains("2026"))
  }

  @Test func whatIsUnknownIsNotDrawn() async throws {
    let facts = try await Tool.facts(of: Tool.article)
    let outcome = try await Tool.run("draw", facts, "--focus", "Atlantis", "--output", scratch.path + "/x.svg")
    #expect(outcome.status == 3)
    #expect(outcome.complainsInOneLine)
    #expect(try scratch.names().isEmpty)
  }
}
