import EntenteTestSupport
import Testing

/// Wrong usage ends with 64 and one line; help and version go to standard output.
@Suite struct UsageTests {
  @Test(arguments: [
    ["extract"], ["timeline"], ["rank"], ["verify"], ["bogus"], ["--bogus"], ["extract", "x.txt", "--format", "xml"],
    ["extract", "x.txt", "--format", "csv"], ["extract", "x.txt", "--table", "events"],
    ["extract", "x.txt", "--offsets", "words"], ["extract", "-", "-"], ["show", "x.txt"], ["neighbors", "x.txt"],
    ["explain", "x.txt"], ["path", "x.txt", "NATO"], ["path", "x.txt", "--to", "NATO"],
    ["rank", "x.txt", "--limit", "0"], ["rank", "x.txt", "--by", "luck"], ["rank", "x.txt", "--type", "Planet"],
    ["timeline", "x.txt", "--status", "maybe"], ["draw"], ["draw", "x.txt", "--format", "gif"],
    ["draw", "x.txt", "--hops", "0"], ["draw", "x.txt", "--timeline", "--format", "png"],
  ])
  func wrongUsage(arguments: [String]) async throws {
    let outcome = try await Tool.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complainsInOneLine, "\(outcome.errors)")
    #expect(outcome.errors.contains("entente help"))
  }

  @Test(arguments: ["2026-02-30", "2026-13-01", "tomorrow", "13.02.2026", ""])
  func aDayThatTheCalendarLacks(date: String) async throws {
    let outcome = try await Tool.run("extract", Tool.article, "--date", date)
    #expect(outcome.status == 64)
    #expect(outcome.complainsInOneLine)
    #expect(outcome.errors.contains("2026-02-13"))
  }

  @Test(arguments: [
    "extract", "timeline", "draw", "path", "neighbors", "rank", "show", "explain", "verify", "paths", "between",
    "reach",
    "community", "core", "bridge", "stats", "diff",
  ])
  func helpShowsExamples(subcommand: String) async throws {
    let outcome = try await Tool.run(subcommand, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.text.contains("EXAMPLES"))
    #expect(outcome.text.contains("entente \(subcommand) "))
  }

  @Test func versionIsAnswered() async throws {
    let outcome = try await Tool.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellsGetCompletions(shell: String) async throws {
    let outcome = try await Tool.run("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("neighbors"))
  }
}
