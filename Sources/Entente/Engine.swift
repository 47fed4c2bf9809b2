import Synchronization

/// From texts to facts in one call.
///
/// Holds what is known beforehand, loaded with the first text, so make one and keep it; it may be shared between
/// threads.
public struct Engine: Sendable {
  private let tools = Tools()

  /// An engine with the knowledge that comes with the package.
  public init() {}

  // MARK: - Facts

  /// What a text says, known as `source`.
  ///
  /// - Parameter date: the day the text speaks from; nil leaves it to what the text says itself.
  /// - Throws: `ReadingError` where the text is too long or holds nothing, `KnowledgeError` or `ModelError`
  ///   where an embedded table is damaged.
  /// - Complexity: O(*n*) in its length.
  public func facts(ofText text: String, source: String = "text", date: CalendarDate? = nil) throws -> FactSet {
    try facts(in: reader(date: date).read(text: text, source: source))
  }

  /// What the file at `path` says: a text, a web page, or facts that were written before; `-` is standard input.
  ///
  /// - Parameter date: the day a text speaks from; nil leaves it to what the text says itself.
  /// - Throws: `ReadingError` or `StoreError`, naming the file; `KnowledgeError` or `ModelError` where an embedded
  ///   table is damaged.
  /// - Complexity: O(*n*) in its bytes.
  public func facts(ofFile path: String, date: CalendarDate? = nil) throws -> FactSet {
    try fileFacts(of: path, date: date).file.facts
  }

  /// What the files at `paths` say together, read side by side; the order of the files makes no difference.
  ///
  /// - Parameters:
  ///   - date: the day the texts speak from; nil leaves it to what they say themselves.
  ///   - progress: is told after each file how many are done.
  /// - Throws: what `facts(ofFile:date:)` throws for the first of `paths` that cannot be read.
  /// - Complexity: O(*n* log *n*) in the bytes of all files.
  public func facts(
    ofFiles paths: [String], date: CalendarDate? = nil, progress: (Int) -> Void = { _ in }
  ) async throws -> FactSet {
    var files: [FactFile] = []
    try await forEachFile(paths, date: date) { facts in
      files.append(facts.file)
      progress(files.count)
    }
    return try FactFile.merged(files).facts
  }

  /// Reads documents as the extractor wants them: tagged and parsed.
  ///
  /// - Throws: `ModelError` where the embedded model is damaged.
  package func reader(date: CalendarDate?) throws -> DocumentReader {
    DocumentReader(annotator: try pipeline(), date: date)
  }

  /// A text or web page, read, tagged and parsed.
  ///
  /// - Throws: `ReadingError`, naming the file, where it is missing, empty or no text; `ModelError` where the embedded
  ///   model is damaged.
  func document(ofFile path: String, date: CalendarDate? = nil) throws -> Document {
    try reader(date: date).read(FileReader.bytes(ofFile: path, limit: Self.byteLimit), source: path)
  }

  /// What reads facts.
  func extractor() throws -> Extractor { try tools.made().extractor }

  /// What tags, parses and finds names.
  func pipeline() throws -> LanguagePipeline { try tools.made().pipeline }

  /// What a document says.
  ///
  /// - Throws: `KnowledgeError` where an embedded table is damaged.
  /// - Complexity: O(*n*) in its length.
  public func facts(in document: Document) throws -> FactSet { try extractor().facts(in: document) }
}

/// What reading a text takes, made by the first who needs it: facts that are read back need none of it.
private final class Tools: Sendable {
  struct Made: Sendable {
    let extractor: Extractor
    let pipeline: LanguagePipeline
  }

  private let kept = Mutex<Made?>(nil)

  func made() throws -> Made {
    try kept.withLock { kept in
      if let kept { return kept }
      let made = Made(extractor: try Extractor(), pipeline: try LanguagePipeline())
      kept = made
      return made
    }
  }
}
