#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes a file so that others see the old content or the new, and never a part.
public enum AtomicFile {
  /// Writes `bytes` beside `path`, makes sure that they are on the disk, and renames.
  ///
  /// A file that was there keeps its permissions; a new one gets those that the process gives. A symbolic
  /// link stays, and what it leads to is replaced. A device or pipe is written to as it is.
  ///
  /// - Throws: `StoreError` with `unwritable`; then the file is as it was, and nothing is left beside it.
  public static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
    guard !path.isEmpty else { throw StoreError(.unwritable, "the path is empty; name a file") }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    switch exists ? status.st_mode & S_IFMT : S_IFREG {
    case S_IFREG: break
    case S_IFDIR: throw StoreError(.unwritable, "this is a folder; name a file inside it", file: path)
    default: return try writeInPlace(bytes, to: path)
    }
    let destination = exists ? resolved(path) : path
    let (descriptor, temporary) = try createBeside(destination, path)
    do throws(StoreError) {
      if exists { _ = fchmod(descriptor, status.st_mode & 0o7777) }
      try fill(descriptor, bytes, path)
      guard fsync(descriptor) == 0 else { throw failure(path, errno) }
    } catch {
      _ = close(descriptor)
      _ = unsafe unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, unsafe rename(temporary, destination) == 0 else {
      let number = errno
      _ = unsafe unlink(temporary)
      throw failure(path, number)
    }
    syncFolder(of: destination)
  }

  /// A new file in the folder of `destination`, open for writing, and its path.
  private static func createBeside(
    _ destination: String, _ path: String
  ) throws(StoreError) -> (descriptor: Int32, path: String) {
    let (folder, name) = split(destination)
    for attempt in 0..<100 {
      let temporary = "\(folder).\(name.prefix(64)).\(getpid())-\(attempt).tmp"
      let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw failure(path, errno) }
    }
    throw StoreError(.unwritable, "its folder is full of files that end in .tmp; remove them", file: path)
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { _ = close(descriptor) }
    try fill(descriptor, bytes, path)
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws(StoreError) {
    var written = 0
    while written < bytes.count {
      // SAFETY: the pointer is the array's own, and the count what is left of it, for the call alone.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe Self.systemWrite(descriptor, rest)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw failure(path, errno)
      }
    }
  }

  @unsafe private static func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// The file that a path with symbolic links leads to.
  private static func resolved(_ path: String) -> String {
    guard let pointer = unsafe realpath(path, nil) else { return path }
    // SAFETY: realpath gives a string that ends in zero and that the caller frees.
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }

  /// Makes the new name last; some file systems cannot, and then it lasts as long as they say.
  private static func syncFolder(of path: String) {
    let folder = split(path).folder
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  /// The path up to and with its last slash, and what comes after.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  private static func failure(_ path: String, _ number: Int32) -> StoreError {
    let message =
      switch number {
      case ENOENT: "its folder does not exist; create it or name another"
      case ENOTDIR: "a part of its path is a file and not a folder; name another"
      case EACCES, EPERM: "its folder may not be written to; change the permissions or name another"
      case EROFS: "its disk can only be read; name another"
      case ENOSPC, EDQUOT: "the disk is full; make room or name another"
      case ENAMETOOLONG: "its name is too long; shorten it"
      default: "it cannot be written (system error \(number)); check the path and the disk"
      }
    return StoreError(.unwritable, message, file: path)
  }
}
