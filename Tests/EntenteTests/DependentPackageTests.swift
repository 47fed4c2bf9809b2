import EntenteTestSupport
import Foundation
import Testing

/// Packages that depend on this one by path, built and run as a user would.
///
/// They share one build folder, so that this package is compiled for them once.
@Suite(
  .serialized, .tags(.slow),
  .enabled(if: ProcessInfo.processInfo.environment["ENTENTE_SLOW_TESTS"] == "1", "ENTENTE_SLOW_TESTS is not 1"))
struct DependentPackageTests {
  private static let buildFolder = Repository.path(".build/dependents")

  private func build(_ package: String) async throws {
    let outcome = try await Program(executable: "/usr/bin/env").run([
      "swift", "build", "--package-path", Repository.path(package), "--scratch-path", Self.buildFolder,
      "--explicit-target-dependency-import-check", "error",
    ])
    try #require(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
  }

  private func run(_ program: String) async throws -> Program.Outcome {
    try await Program(executable: "\(Self.buildFolder)/debug/\(program)").run([])
  }

  @Test func theExampleBuildsAndRuns() async throws {
    try await build("Samples/Embedding")
    let scratch = try Scratch()
    let program = Program(executable: "\(Self.buildFolder)/debug/Embedding", folder: scratch.path)
    let outcome = try await program.run([])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.contains("By hand: Brussels → London → Keflavík → Nuuk\n"))
    #expect(outcome.text.contains("From text: Mette Frederiksen"))
    #expect(outcome.text.contains("Rank 1: "))
    let picture = try String(contentsOfFile: scratch.path + "/harbour.svg", encoding: .utf8)
    #expect(picture.contains("Mette Frederiksen"))
  }

  @Test func eachLibraryCanBeUsedAlone() async throws {
    try await build("Tests/ProductProbes")
    let probes = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Tests/ProductProbes/Sources"))
    #expect(probes.count == 9)
    for probe in probes.sorted() {
      let outcome = try await run(probe)
      #expect(outcome.status == 0, "\(probe): \(outcome.errors)")
      #expect(!outcome.output.isEmpty)
    }
  }
}
