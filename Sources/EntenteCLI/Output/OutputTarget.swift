import Entente

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a command's answer goes.
enum OutputTarget {
  case standardOutput
  case file(String)

  /// The window that a person reads the answer in, if there is one.
  var terminal: Terminal {
    switch self {
    case .standardOutput: .output
    case .file: .none
    }
  }

  /// Writes everything; a file appears whole or not at all.
  ///
  /// - Throws: `CommandFailure` naming the file, where it cannot be written.
  func write(_ bytes: [UInt8]) throws {
    switch self {
    case .standardOutput: try StandardOutput.write(bytes)
    case .file(let path): try Interruption.postponed { try AtomicFile.write(bytes, to: path) }
    }
  }

  /// Writes a text as UTF-8.
  func write(_ text: String) throws { try write(Array(text.utf8)) }
}

/// Standard output, without the buffers of the C library.
enum StandardOutput {
  /// Writes everything. A reader that has gone away ends the process quietly: it has what it wanted.
  ///
  /// - Throws: `CommandFailure` where the system refuses.
  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var sent = 0
    while sent < bytes.count {
      // SAFETY: the address and the length are those of the slice.
      let count = unsafe bytes[sent...].withUnsafeBytes { unsafe systemWrite(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        ExitStatus.done.end()
      } else if errno != EINTR {
        throw CommandFailure(.badInput, "standard output cannot be written (error \(errno)); check the disk")
      }
    }
  }
}

/// Standard error; what cannot be written there is lost.
enum StandardError {
  /// Writes a line.
  static func write(line: String) { write(line + "\n") }

  /// Writes as it is, for a line that will be written over.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // SAFETY: the address and the length are those of the array.
    _ = unsafe bytes.withUnsafeBytes { unsafe systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// `write` of the system, under a name that no method hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
