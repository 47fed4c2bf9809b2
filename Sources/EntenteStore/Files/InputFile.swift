#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Takes all bytes of a file.
enum InputFile {
  private static let chunk = 1 << 18

  /// The bytes of the file at `path`; `-` is standard input.
  static func bytes(_ path: String) throws(StoreError) -> [UInt8] {
    if path == "-" { return try bytes(of: STDIN_FILENO, path) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { _ = close(descriptor) }
    return try bytes(of: descriptor, path)
  }

  private static func bytes(of descriptor: Int32, _ path: String) throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      // SAFETY: the pointer is the buffer's own and the count its length, for the call alone.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func failure(_ path: String, _ number: Int32) -> StoreError {
    let message =
      switch number {
      case ENOENT, ENOTDIR: "there is no such file; check the path"
      case EISDIR: "this is a folder; name the file of facts inside it"
      case EACCES, EPERM: "it may not be read; change its permissions"
      default: "it cannot be read (system error \(number)); check the path and the disk"
      }
    return StoreError(.unreadable, message, file: path)
  }
}
