import EntenteTestSupport
import Foundation
import Testing

/// What the README shows is what the tool says.
///
/// A block that begins with ```` ```console ```` holds commands behind `$ ` and what each prints. A line `…` ends
/// an answer that goes on. `Scripts/update-golden` writes the answers anew, as long as they stand there.
@Suite struct ReadmeTests {
  private static let path = Repository.path("README.md")

  @Test func examplesAreReal() async throws {
    let readme = try String(contentsOfFile: Self.path, encoding: .utf8)
    var written: [String] = []
    var commands = 0
    var lines = readme.components(separatedBy: "\n")[...]
    while let line = lines.popFirst() {
      written.append(line)
      guard line == "```console" else { continue }
      while let command = lines.first, command.hasPrefix("$ ") {
        lines.removeFirst()
        let shown = lines.prefix { !$0.hasPrefix("$ ") && $0 != "```" }
        lines = lines.dropFirst(shown.count)
        written.append(command)
        written += try await answer(to: String(command.dropFirst(2)), like: Array(shown))
        commands += 1
      }
    }
    #expect(commands > 0)
    try GoldenFile.check(written.joined(separator: "\n"), at: Self.path)
  }

  /// What a command prints, cut as `shown` is, with the empty line that separates it from the next command.
  private func answer(to command: String, like shown: [String]) async throws -> [String] {
    let tool = try Program.path(ofProduct: "entente")
    let folder = tool.prefix(upTo: tool.lastIndex(of: "/") ?? tool.startIndex)
    let shell = Program(executable: "/bin/bash")
    let outcome = try await shell.run(["-c", "PATH=\"\(folder):$PATH\"; \(command) 2>&1"])
    var answer = outcome.text.components(separatedBy: "\n").dropLast()
    let gap = shown.last == "" ? [""] : []
    guard let cut = shown.firstIndex(of: "…") else { return answer + gap }
    if answer.count > cut { answer = answer.prefix(cut) + ["…"] }
    return answer + gap
  }
}
