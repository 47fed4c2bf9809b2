import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ends the process on an interrupt, but never in the middle of writing a file.
enum Interruption {
  private enum State {
    static let idle = 0
    static let writing = 1
    static let interruptedWhileWriting = 2
  }

  private static let state = Atomic<Int>(State.idle)

  /// From now on an interrupt ends the process with the contract's status, and a closed pipe is an
  /// error of the call that writes to it.
  static func install() {
    // The first access makes the variable, which a signal handler must not do.
    _ = state.load(ordering: .relaxed)
    // SAFETY: the handler touches a lock-free atomic and makes calls that are safe in a handler, nothing else.
    _ = signal(SIGINT) { _ in Interruption.handle() }
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Runs `body`, and lets an interrupt that comes meanwhile wait for its end.
  static func postponed<Result>(_ body: () throws -> Result) rethrows -> Result {
    state.store(State.writing, ordering: .sequentiallyConsistent)
    defer {
      if state.exchange(State.idle, ordering: .sequentiallyConsistent) == State.interruptedWhileWriting { end() }
    }
    return try body()
  }

  private static func handle() {
    let (exchanged, found) = state.compareExchange(
      expected: State.writing, desired: State.interruptedWhileWriting, ordering: .sequentiallyConsistent)
    if !exchanged && found == State.idle { end() }
  }

  private static func end() -> Never {
    let line: StaticString = "entente: error: interrupted\n"
    // SAFETY: the address and the length are those of a literal.
    unsafe _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    _exit(ExitStatus.interrupted.rawValue)
  }
}
