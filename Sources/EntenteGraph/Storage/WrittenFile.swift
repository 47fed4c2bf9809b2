#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Files that are written whole or not at all.
enum WrittenFile {
  /// Writes beside the file and renames.
  ///
  /// - Throws: `GraphError` with `invalidInput`.
  static func replace(_ path: String, with bytes: [UInt8]) throws(GraphError) {
    let draft = "\(path).\(getpid()).draft"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var isWritten = writeAll(bytes, to: descriptor)
    isWritten = close(descriptor) == 0 && isWritten
    guard isWritten, unsafe rename(draft, path) == 0 else {
      let error = failure(path)
      _ = unsafe unlink(draft)
      throw error
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      // SAFETY: the pointer is the array's own, and `written` lies within it.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private static func failure(_ path: String) -> GraphError {
    GraphError(.invalidInput, "\(path): cannot be written (error \(errno)); check the folder and the room on the disk")
  }
}
