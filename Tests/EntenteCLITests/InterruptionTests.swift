import EntenteTestSupport
import Foundation
import Testing

@Suite struct InterruptionTests {
  @Test func anInterruptEndsWith130AndLeavesNoFile() async throws {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Program.path(ofProduct: "entente"))
    process.arguments = ["extract", "-", "--output", scratch.path + "/facts.json"]
    // An open pipe that nobody writes to keeps the tool waiting.
    let input = Pipe()
    process.standardInput = input
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    try await Task.sleep(for: .milliseconds(500))
    process.interrupt()
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names().isEmpty)
    let words = try errors.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) }
    #expect(words == "entente: error: interrupted\n")
  }

  @Test func aReaderThatGoesAwayIsNoError() async throws {
    let shell = Program(executable: "/bin/bash")
    let command = "set -o pipefail; \"$0\" extract \"$@\" --format jsonl | head -c 100"
    let outcome = try await shell.run(["-c", command, try Program.path(ofProduct: "entente")] + Tool.samples)
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("error"))
    #expect(outcome.output.count == 100)
  }
}
