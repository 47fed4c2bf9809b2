import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets a program draw in a child process of its own kind.
///
/// Graphviz asserts, exits and crashes on graphs that an ordinary user can write, and nothing in a process
/// can catch that. A program that calls `runIfRequested` first thing in `main` offers itself as the child: it
/// is started again with a hidden argument and limits on time and memory, reads DOT from standard input and
/// writes pictures to standard output. A crash there is a `DrawingError` here.
public enum GraphvizWorker {
  /// The first argument that turns the program into the child.
  public static let argument = "--graphviz-worker"

  private static let offered = Mutex<String?>(nil)

  /// The program that may be started as a child, if it has said that it can be.
  static var executable: String? { offered.withLock { $0 } }

  /// Does the child's work and ends the process where the program was started for it; otherwise returns,
  /// and from then on risky graphs are drawn in a child process.
  ///
  /// Call it first thing in `main`.
  public static func runIfRequested() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, arguments[1] == argument else {
      offered.withLock { $0 = ChildProcess.ownExecutable }
      return
    }
    exit(serve(engine: arguments[2], formats: arguments[3]))
  }

  // MARK: The parent's side

  /// Pictures of `dot` from a child process.
  ///
  /// - Throws: what the child reports, or `workerFailed` where it crashes or reaches a limit.
  static func draw(
    _ dot: String, engine: GraphvizEngine, formats: [PictureFormat], executable: String, seconds: Int = 60
  ) throws(DrawingError) -> [[UInt8]] {
    let names = formats.map(\.rawValue).joined(separator: ",")
    let outcome = try ChildProcess.run(
      executable, [argument, engine.rawValue, names], input: Array(dot.utf8), seconds: seconds)
    let complaint = String(decoding: outcome.errors, as: UTF8.self)
    switch outcome.ending {
    case .exited(0):
      guard let pictures = unframed(outcome.output), pictures.count == formats.count else {
        throw DrawingError(.workerFailed, "the drawing process gave an incomplete answer; try again")
      }
      return pictures
    case .exited(reportedError):
      let parts = complaint.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let text = parts.count == 2 ? String(parts[1]) : complaint
      throw DrawingError(DrawingError.Code(description: parts.first.map(String.init) ?? "worker-failed"), text)
    case .exited(let status):
      throw failure("ended with status \(status)", complaint)
    case .signalled(let signal):
      throw failure(signal == SIGXCPU ? "ran out of processor time" : "crashed with signal \(signal)", complaint)
    case .timedOut:
      throw failure("did not end within \(seconds) seconds", complaint)
    }
  }

  private static func failure(_ what: String, _ complaint: String) -> DrawingError {
    let words = complaint.split { $0.isNewline || $0 == " " }.joined(separator: " ")
    return DrawingError(
      .workerFailed,
      "Graphviz \(what)" + (words.isEmpty ? "" : ": \(words.prefix(500))")
        + "; draw a smaller or simpler graph")
  }

  // MARK: The child's side

  private static let reportedError: Int32 = 3

  private static func serve(engine: String, formats: String) -> Int32 {
    ChildProcess.limitSelf(seconds: 30, memory: 3 << 30)
    let wanted = formats.split(separator: ",").compactMap { PictureFormat(rawValue: String($0)) }
    guard let engine = GraphvizEngine(rawValue: engine), !wanted.isEmpty else { return 64 }
    let dot = String(decoding: ChildProcess.readAll(STDIN_FILENO), as: UTF8.self)
    do throws(DrawingError) {
      let pictures = try GraphvizRenderer.draw(dot, engine: engine, formats: wanted)
      return ChildProcess.writeAll(framed(pictures), to: STDOUT_FILENO) ? 0 : 1
    } catch {
      _ = ChildProcess.writeAll(Array("\(error.code)\n\(error.message)".utf8), to: STDERR_FILENO)
      return reportedError
    }
  }

  // MARK: Between them: each picture after its length in eight bytes, the lowest first

  static func framed(_ pictures: [[UInt8]]) -> [UInt8] {
    pictures.flatMap { picture in (0..<8).map { UInt8(truncatingIfNeeded: picture.count >> (8 * $0)) } + picture }
  }

  static func unframed(_ bytes: [UInt8]) -> [[UInt8]]? {
    var pictures: [[UInt8]] = []
    var place = 0
    while place < bytes.count {
      guard bytes.count - place >= 8 else { return nil }
      let count = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) }
      place += 8
      guard count <= UInt64(bytes.count - place) else { return nil }
      pictures.append(Array(bytes[place..<(place + Int(count))]))
      place += Int(count)
    }
    return pictures
  }
}
