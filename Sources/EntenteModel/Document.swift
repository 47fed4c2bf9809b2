/// What a stretch of a document is for.
public enum SentenceRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// The headline.
  case title
  /// Place and date before or above the story, and lines that hold nothing but a date.
  case dateline
  /// The author's line.
  case byline
  /// The story itself.
  case body
  /// The words under a picture; their facts count, their photographer does not.
  case caption
  /// Who made a picture.
  case credit
  /// A heading inside the story.
  case subhead
  /// A link to another story, a summary box, an invitation to read on.
  case teaser
  /// Navigation, cookie lines, publishers' names, anything that is not the article.
  case boilerplate

  /// Whether what stands here may enter the graph.
  public var feedsGraph: Bool { self == .title || self == .body || self == .caption }
}

/// How the date of a document was come by.
public enum DocumentDateBasis: String, Hashable, Sendable, Codable, CaseIterable {
  /// The caller gave it.
  case option
  /// The file's own metadata (HTML).
  case metadata
  /// A line that holds nothing but a date.
  case dateLine = "date-line"
  /// The dateline before the story.
  case dateline
  /// No date was found.
  case none
}

/// One mended piece of a garbled document.
public struct Repair: Hashable, Sendable {
  /// What had gone wrong, as in `utf8-read-as-gb18030`.
  public var kind: String
  /// Where `replacement` stands in the repaired text.
  public var span: TextSpan
  /// The garbled text that was there.
  public var original: String
  /// What replaced it.
  public var replacement: String

  /// A repair at `span` of the repaired text.
  public init(kind: String, span: TextSpan, original: String, replacement: String) {
    self.kind = kind
    self.span = span
    self.original = original
    self.replacement = replacement
  }
}

/// A word or mark of a sentence; the fields after `span` are filled by an annotator that knows them.
public struct Token: Hashable, Sendable {
  /// The token as written.
  public var form: String
  /// Where it stands in the repaired text.
  public var span: TextSpan
  /// Universal part of speech (UD v2), if known.
  public var upos: String?
  /// Part of speech in the finer tags of the Penn Treebank, as in `VBD` or `NNP`, if known.
  public var xpos: String?
  /// Dictionary form, if known.
  public var lemma: String?
  /// Index in the sentence of the token this one depends on, if parsed; the root names itself.
  public var head: Int?
  /// UD v2 relation to `head`, if parsed.
  public var deprel: String?
  /// Which named entity it is part of, if names were looked for: `B-PER` for the first word of a person's name,
  /// `I-PER` for the others, likewise `ORG` and `LOC`; `O` outside all names.
  public var entity: String?

  /// A token of which only the form and the place are known.
  public init(form: String, span: TextSpan) {
    self.form = form
    self.span = span
  }
}

/// A sentence of a document, or a line that is none but stands by itself.
public struct Sentence: Hashable, Sendable {
  /// Where it stands in the repaired text.
  public var span: TextSpan
  /// What it is for.
  public var role: SentenceRole
  /// The number of its paragraph, from 0.
  public var paragraph: Int
  /// Its tokens in order.
  public var tokens: [Token]

  /// A sentence with its tokens.
  public init(span: TextSpan, role: SentenceRole, paragraph: Int, tokens: [Token] = []) {
    self.span = span
    self.role = role
    self.paragraph = paragraph
    self.tokens = tokens
  }
}

/// What is told of a document in the exchange format; the text itself stays in its file.
public struct DocumentRecord: Hashable, Sendable {
  /// Content hash of the bytes.
  public var id: DocumentID
  /// The path or name the document was read from; `-` is standard input.
  public var source: String
  /// The headline, or an empty string.
  public var title: String
  /// The author as written, where one was found.
  public var author: String?
  /// The day the document speaks from.
  public var date: CalendarDate?
  /// How `date` was come by.
  public var dateBasis: DocumentDateBasis
  /// SHA-256 of the original bytes in lower-case hexadecimal.
  public var sha256: String
  /// The encoding the bytes were read in, as in `utf-8` or `windows-1252`.
  public var encoding: String
  /// Every mended piece, in text order.
  public var repairs: [Repair]
  /// Sentences in text order; their tokens are not part of the exchange format.
  public var sentences: [Sentence]

  /// A record of a document.
  public init(
    id: DocumentID, source: String, title: String, author: String? = nil, date: CalendarDate?,
    dateBasis: DocumentDateBasis, sha256: String, encoding: String, repairs: [Repair] = [],
    sentences: [Sentence] = []
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.author = author
    self.date = date
    self.dateBasis = dateBasis
    self.sha256 = sha256
    self.encoding = encoding
    self.repairs = repairs
    self.sentences = sentences
  }
}

/// A text that was read, mended and divided, ready for extraction.
public struct Document: Hashable, Sendable {
  /// What is told of it in the exchange format, with the tokens of each sentence.
  public var record: DocumentRecord
  /// The repaired text that all spans count in.
  public let text: IndexedText
  /// The way back to the bytes of the original file.
  public let offsets: OffsetMap
  /// What a reader should be told.
  public var diagnostics: [Diagnostic]

  /// A document of its parts.
  ///
  /// - Precondition: `offsets` maps each scalar of `text`.
  public init(record: DocumentRecord, text: IndexedText, offsets: OffsetMap, diagnostics: [Diagnostic] = []) {
    precondition(text.scalarCount == offsets.scalarCount, "every scalar of a document has its place in the file")
    self.record = record
    self.text = text
    self.offsets = offsets
    self.diagnostics = diagnostics
  }

  /// Evidence for a span of a sentence.
  ///
  /// - Precondition: `sentence` is the index of a sentence and `span` lies inside the text.
  public func evidence(sentence: Int, span: TextSpan? = nil) -> Evidence {
    let place = span ?? record.sentences[sentence].span
    return Evidence(document: record.id, sentence: sentence, span: place, text: text[place])
  }
}
