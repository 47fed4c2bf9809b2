public import EntenteModel

/// Reads a file into a document: decoded, mended, divided into sentences that know what they are for.
public struct DocumentReader: Sendable {
  /// The most bytes taken as one document where nothing else is said: 64 MiB.
  public static let defaultByteLimit = 64 << 20

  private let annotator: any Annotator
  private let date: CalendarDate?
  private let byteLimit: Int

  /// A reader.
  ///
  /// - Parameters:
  ///   - annotator: what divides paragraphs into sentences and tokens.
  ///   - date: the day the documents speak from; nil leaves it to what they say themselves.
  ///   - byteLimit: the most bytes to take as one document, at most 2 GiB.
  public init(
    annotator: any Annotator = RuleAnnotator(), date: CalendarDate? = nil,
    byteLimit: Int = DocumentReader.defaultByteLimit
  ) {
    self.annotator = annotator
    self.date = date
    self.byteLimit = min(max(0, byteLimit), 1 << 31)
  }

  /// The document in the file at `path`; `-` is standard input.
  ///
  /// - Throws: `ReadingError`, naming the file, where it is missing, no regular file, unreadable, too
  ///   large, empty or no text.
  /// - Complexity: O(*n*) in its bytes.
  public func read(file path: String) throws(ReadingError) -> Document {
    try read(try FileReader.bytes(ofFile: path, limit: byteLimit), source: path)
  }

  /// The document in the bytes of a file, known as `source`.
  ///
  /// - Throws: `ReadingError`, naming `source`, where the bytes are too many, none, or no text.
  /// - Complexity: O(*n*).
  public func read(_ bytes: [UInt8], source: String) throws(ReadingError) -> Document {
    guard bytes.count <= byteLimit else {
      throw ReadingError(
        code: .tooLarge,
        message: "holds \(bytes.count) bytes, and at most \(byteLimit) are read as one document; "
          + "split it into its articles", file: source)
    }
    do throws(ReadingError) {
      return try document(try TextDecoder.decode(bytes), bytes: bytes, source: source)
    } catch {
      throw error.about(file: source)
    }
  }

  /// The document in a text, known as `source`; its bytes are the text's UTF-8.
  ///
  /// - Throws: `ReadingError`, naming `source`, where the text is too long or holds nothing.
  /// - Complexity: O(*n*).
  public func read(text: String, source: String) throws(ReadingError) -> Document {
    try read(Array(text.utf8), source: source)
  }

  // MARK: - Parts

  private func document(_ decoded: DecodedText, bytes: [UInt8], source: String) throws(ReadingError) -> Document {
    let page = HTMLArticle.isPage(decoded.text) ? HTMLArticle(decoded.text) : nil
    if let page, page.text.count == 0 {
      let message =
        page.diagnostics.first?.message ?? "the web page holds no visible text; save it once it has loaded"
      throw ReadingError(code: .empty, message: message, file: source)
    }
    let repaired = MojibakeRepair.repair(page?.text ?? decoded.text)
    let text = IndexedText(repaired.text.string)
    let structure = ArticleStructure(of: repaired.text.scalars) { scalar in
      page?.role(atByte: repaired.text.bytes(at: scalar).lowerBound)
    }
    let dating = DocumentDating(option: date, metadata: page?.metadata.date, structure)
    let title = structure.title.map { Self.line(text[$0]) } ?? page?.metadata.title ?? ""
    let author = page?.metadata.author ?? structure.author.map { Self.line(text[$0]) }
    let digest = SHA256.hexadecimalDigest(of: bytes)
    let record = DocumentRecord(
      id: DocumentID(hashing: digest), source: source, title: title, author: author, date: dating.date,
      dateBasis: dating.basis, sha256: digest, encoding: decoded.encoding, repairs: repaired.repairs,
      sentences: sentences(structure.parts, text))
    return Document(
      record: record, text: text, offsets: repaired.text.offsets,
      diagnostics: decoded.diagnostics + (page?.diagnostics ?? []) + dating.diagnostics)
  }

  private func sentences(_ parts: [ArticleStructure.Part], _ text: IndexedText) -> [Sentence] {
    var sentences: [Sentence] = []
    for part in parts {
      for sentence in annotator.annotate(text, paragraph: part.span) {
        sentences.append(
          Sentence(span: sentence.span, role: part.role, paragraph: part.paragraph, tokens: sentence.tokens))
      }
    }
    return sentences
  }

  /// A text on one line, with single spaces.
  private static func line(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: \.isSpacing).map(String.init).joined(separator: " ")
  }
}
