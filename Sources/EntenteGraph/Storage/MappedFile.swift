#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a file, read through the system's memory map.
enum MappedFile {
  /// Maps a file; one that the system does not map, a pipe for one, is read to its end.
  ///
  /// - Throws: `GraphError` with `invalidInput` where it cannot be read.
  static func memory(_ path: String) throws(GraphError) -> Memory {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "opened") }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path, "read") }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
      let count = Int(status.st_size)
      if let base = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe base != MAP_FAILED {
        // SAFETY: advice only; the map is `count` bytes long.
        unsafe _ = madvise(base, count, MADV_SEQUENTIAL)
        return unsafe Memory(UnsafeRawPointer(base), byteCount: count) { base, count in
          unsafe _ = munmap(UnsafeMutableRawPointer(mutating: base), count)
        }
      }
    }
    return try read(descriptor, path)
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(GraphError) -> Memory {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // SAFETY: the pointer is the buffer's own and the count its length, for the call alone.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Self.read(descriptor, $0) }
      if count == 0 { break }
      guard count > 0 else { throw failure(path, "read") }
      bytes += buffer[..<count]
    }
    let elements = MutableElements<UInt8>.allocate(count: bytes.count)
    for (place, byte) in bytes.enumerated() { elements[place] = byte }
    return Memory(adopting: elements)
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure(_ path: String, _ what: String) -> GraphError {
    GraphError(.invalidInput, "\(path): cannot be \(what) (error \(errno)); check the path and who may read it")
  }
}
