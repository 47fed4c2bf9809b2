/// The facts of one file.
package struct FileFacts: Sendable {
  /// The facts, with what their offsets count.
  package var file: FactFile
  /// What a reader should be told of the file.
  package var diagnostics: [Diagnostic]
  /// The path.
  package var source: String
}

extension Engine {
  /// The most bytes that a file may have; a text may have fewer.
  static let byteLimit = 1 << 30

  /// How many files are read at once: enough for every core, and few enough for the memory.
  private static let width = 16

  /// Gives the facts of each file to `body`, in the order of `paths`, while later files are being read.
  ///
  /// - Throws: what stops the first file that cannot be read, or what `body` throws.
  package func forEachFile(
    _ paths: [String], date: CalendarDate?, offsets: OffsetUnit = .scalars, _ body: (FileFacts) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<FileFacts, any Error>).self) { group in
      var finished: [Int: Result<FileFacts, any Error>] = [:]
      var started = 0
      for next in paths.indices {
        while started < min(paths.count, next + Self.width) {
          let (place, path) = (started, paths[started])
          group.addTask { (place, Result { try fileFacts(of: path, date: date, offsets: offsets) }) }
          started += 1
        }
        while finished[next] == nil, let (place, result) = try await group.next() { finished[place] = result }
        if let result = finished.removeValue(forKey: next) { try body(try result.get()) }
      }
    }
  }

  /// The facts of a text, a web page, or a file of facts.
  package func fileFacts(
    of path: String, date: CalendarDate?, offsets: OffsetUnit = .scalars
  ) throws -> FileFacts {
    let bytes = try FileReader.bytes(ofFile: path, limit: Self.byteLimit)
    if Self.isObject(bytes) {
      return FileFacts(file: try FactFile.decode(bytes, name: path), diagnostics: [], source: path)
    }
    let document = try reader(date: date).read(bytes, source: path)
    var file = FactFile(try facts(in: document))
    if offsets == .originalBytes { file = try file.inOriginalBytes([document.record.id: document.offsets]) }
    return FileFacts(file: file, diagnostics: document.diagnostics, source: path)
  }

  /// A document's file, read anew, to hold its facts against.
  ///
  /// - Throws: `ReadingError` where it cannot be read any more.
  package static func source(of record: DocumentRecord) throws(ReadingError) -> ReadSource {
    let bytes = try FileReader.bytes(ofFile: record.source, limit: byteLimit)
    let document = try DocumentReader().read(bytes, source: record.source)
    let decoder = SourceDecoder(encoding: document.record.encoding)
    return ReadSource(
      bytes: bytes, sha256: document.record.sha256, text: document.text, offsets: document.offsets,
      decode: { decoder.text(of: $0) })
  }

  /// Whether a file begins as a JSON object does, and no news text: with a brace before a quotation mark.
  private static func isObject(_ bytes: [UInt8]) -> Bool {
    let marks = bytes.lazy.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(2)
    return marks.elementsEqual([0x7B, 0x22])
  }
}
