public import EntenteModel

/// What came of holding facts against the files that they were taken from.
public struct VerificationReport: Hashable, Sendable, Encodable {
  /// Something that does not hold.
  public struct Failure: Hashable, Sendable, Encodable {
    /// The path or name of the document.
    public var source: String
    /// The document.
    public var document: DocumentID
    /// The identifier of the entity, relation or event; empty where the document itself is at fault.
    public var fact: String
    /// What was checked: `file`, `sha256`, `text`, `sentence`, `repair`, `mention`, `evidence`, `trigger`, `participant`.
    public var check: String
    /// What was found and what was wanted, in one sentence.
    public var message: String
  }

  /// How much was held against the files.
  public struct Counts: Hashable, Sendable, Encodable {
    /// Documents read anew.
    public var documents = 0
    /// Scalars whose bytes were decoded and compared.
    public var scalars = 0
    /// Sentences.
    public var sentences = 0
    /// Mended pieces.
    public var repairs = 0
    /// Mentions of entities.
    public var mentions = 0
    /// Pieces of evidence.
    public var evidence = 0
    /// Triggers of events.
    public var triggers = 0
    /// Participants of events.
    public var participants = 0
  }

  /// How much was checked, whether it holds or not.
  public internal(set) var checked = Counts()
  /// What does not hold, by document and then in the order of the facts.
  public internal(set) var failures: [Failure] = []

  /// Whether everything holds.
  public var isSound: Bool { failures.isEmpty }
}
