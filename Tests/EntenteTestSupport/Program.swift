import Foundation

/// A program that is run to its end, with everything it says.
public struct Program: Sendable {
  /// What came of a run.
  public struct Outcome: Sendable {
    /// The exit status, or 128 and the signal that ended it.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: [UInt8]
    /// What it wrote to standard error.
    public var errors: String
    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  private let executable: String
  private let folder: String

  /// A program at a path, run in a folder.
  public init(executable: String, folder: String = Repository.root) {
    self.executable = executable
    self.folder = folder
  }

  /// A program that was built with the tests, by the name of its product.
  ///
  /// - Throws: where it is not beside the program that runs the tests.
  public init(product: String, folder: String = Repository.root) throws {
    self.init(executable: try Self.path(ofProduct: product), folder: folder)
  }

  /// The path of a program that was built with the tests.
  ///
  /// - Throws: where it is not beside the program that runs the tests.
  public static func path(ofProduct product: String) throws -> String {
    // Under `swift test` the runner's own path is the toolchain's; an argument names the bundle of tests.
    let paths = CommandLine.arguments.compactMap { argument in
      argument.lastIndex(of: "/").map { String(argument[..<$0]) + "/" + product }
    }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: product])
    }
    return path
  }

  /// Runs the program with arguments and standard input.
  ///
  /// - Throws: where it cannot be started.
  public func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: nothing waits for a reader.
    let scratch = try Scratch()
    let files = try ["in", "out", "err"].map { try scratch.file($0, $0 == "in" ? input : "") }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    let signalled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: process.terminationStatus + (signalled ? 128 : 0),
      output: FileManager.default.contents(atPath: files[1]).map { Array($0) } ?? [],
      errors: String(decoding: FileManager.default.contents(atPath: files[2]) ?? Data(), as: UTF8.self))
  }
}
