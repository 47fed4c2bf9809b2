#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the process tells its caller when it ends; part of the machine-readable contract.
enum ExitStatus: Int32 {
  case done = 0
  /// The input has an error that the message names.
  case badInput = 1
  case nothingFound = 3
  /// A limit was reached: size, time or memory.
  case limitReached = 4
  /// Wrong usage, `EX_USAGE`.
  case wrongUsage = 64
  case interrupted = 130

  /// Ends the process.
  func end() -> Never { exit(rawValue) }
}

/// Why a command ends early, in one line for a person.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String

  /// A failure with a message.
  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
