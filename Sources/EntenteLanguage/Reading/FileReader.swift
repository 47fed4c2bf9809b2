#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Takes the bytes of a file or of standard input, and refuses what would hang or fill the memory.
package enum FileReader {
  private static let chunk = 1 << 18

  /// All bytes of the file at `path`; `-` is standard input.
  ///
  /// - Parameter limit: the most bytes to take. A file's size is looked up before anything is read,
  ///   standard input is read no further than one byte beyond.
  /// - Throws: `ReadingError` with the file's name: missing, a folder, no regular file, unreadable
  ///   or too large.
  /// - Complexity: O(*n*) in the bytes read.
  package static func bytes(ofFile path: String, limit: Int) throws(ReadingError) -> [UInt8] {
    if path == "-" {
      return try bytes(ofDescriptor: STDIN_FILENO, expecting: 0, limit: limit, name: path)
    }
    // Looked at before it is opened: opening a pipe waits for a writer.
    let size = try size(ofFile: path, limit: limit)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { _ = close(descriptor) }
    return try bytes(ofDescriptor: descriptor, expecting: size, limit: limit, name: path)
  }

  private static func size(ofFile path: String, limit: Int) throws(ReadingError) -> Int {
    var status = stat()
    guard !path.isEmpty, unsafe stat(path, &status) == 0 else {
      let number = path.isEmpty ? ENOENT : errno
      if number == ENOENT || number == ENOTDIR {
        throw ReadingError(
          code: .missing, message: "there is no such file; check the path", file: path)
      }
      throw unreadable(path, number)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw ReadingError(
        code: .directory, message: "this is a folder, not a text; name the files inside it", file: path)
    case S_IFIFO:
      throw ReadingError(
        code: .notAFile, message: "this is a pipe, not a file; give \"-\" and pipe the text into standard input",
        file: path)
    default:
      throw ReadingError(
        code: .notAFile, message: "this is a device or a socket, not a file; name a text file", file: path)
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge(path, "holds \(size) bytes", limit) }
    return size
  }

  private static func bytes(
    ofDescriptor descriptor: Int32, expecting size: Int, limit: Int, name: String
  ) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      // SAFETY: the pointer is the buffer's own and the count its length, for the call alone.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(name, errno)
      }
      bytes.append(contentsOf: buffer[..<count])
      // A file may grow while it is read, and standard input has no size to look up.
      guard bytes.count <= limit else { throw tooLarge(name, "goes on beyond \(limit) bytes", limit) }
    }
  }

  private static func tooLarge(_ path: String, _ finding: String, _ limit: Int) -> ReadingError {
    ReadingError(
      code: .tooLarge,
      message: "\(finding), and at most \(limit) are read as one document; split it into its articles",
      file: path)
  }

  private static func unreadable(_ path: String, _ number: Int32) -> ReadingError {
    let reason =
      switch number {
      case EACCES, EPERM: "permission was denied; make it readable"
      case ELOOP: "its symbolic links lead in a circle; name the file itself"
      case ENAMETOOLONG: "the path is too long; use a shorter one"
      case EISDIR: "it is a folder; name the files inside it"
      default: "the system gave error \(number); check the path and the disk"
      }
    return ReadingError(code: .unreadable, message: "cannot be read: \(reason)", file: path)
  }
}
