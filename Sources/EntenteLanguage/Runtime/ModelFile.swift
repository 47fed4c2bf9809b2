/// The parts of a model file and where they lie.
///
/// Little-endian throughout: eight bytes that say what it is, then the version, the length of the
/// whole, a checksum of all that follows it (two words), the number of sections, and for each its
/// kind, its place and its length. Sections begin at multiples of four.
struct ModelFile: Sendable {
  /// What a section holds.
  enum Section: UInt32, CaseIterable, Sendable {
    /// Tags, relations, types of names and lemma rules, as text.
    case names = 1
    /// Weights of the lemmatizer.
    case lemmatizer = 3
    /// The network that tags and parses.
    case network = 5
    /// The layer that finds names, on top of the network.
    case nameFinder = 6
    /// Phrases that the finder of names knows.
    case phrases = 7
    /// Weights of the divider into sentences.
    case divider = 8
  }

  static let magic: [UInt8] = Array("ENTENTEM".utf8)
  static let version: UInt32 = 1
  static let checkedFrom = 24
  static let tableStart = 28

  private let sections: [Section: Range<Int>]

  /// Reads the header.
  ///
  /// - Parameter verifying: whether the checksum is compared, which reads every byte.
  /// - Throws: `notAModel`, `otherVersion`, `truncated` or `damaged`.
  init(_ bytes: RawSpan, verifying: Bool) throws(ModelError) {
    try Self.checkHeader(bytes)
    if verifying {
      let written = UInt64(bytes.number(at: 16)) | UInt64(bytes.number(at: 20)) << 32
      guard Self.checksum(of: bytes) == written else {
        throw ModelError(
          .damaged, "the checksum of the language model does not match its bytes; take another copy of the file")
      }
    }
    var sections: [Section: Range<Int>] = [:]
    let count = Int(bytes.number(at: Self.checkedFrom))
    guard Self.tableStart + count * 12 <= bytes.byteCount else { throw Self.missing("table of sections") }
    for entry in 0..<count {
      let place = Self.tableStart + entry * 12
      let start = Int(bytes.number(at: place + 4))
      let end = start + Int(bytes.number(at: place + 8))
      guard end <= bytes.byteCount else { throw Self.missing("whole of section \(entry + 1)") }
      if let kind = Section(rawValue: bytes.number(at: place)) { sections[kind] = start..<end }
    }
    for kind in [Section.names, .lemmatizer, .network] where sections[kind] == nil {
      throw Self.missing("section \(kind)")
    }
    self.sections = sections
  }

  /// Whether there is a section of the kind.
  func has(_ kind: Section) -> Bool { sections[kind] != nil }

  /// Where a section lies.
  subscript(kind: Section) -> Range<Int> { sections[kind] ?? 0..<0 }

  /// The checksum of everything behind the header's fixed part.
  static func checksum(of bytes: RawSpan) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = checkedFrom
    while place + 4 <= bytes.byteCount {
      sum = (sum ^ UInt64(bytes.number(at: place))) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 29
      place += 4
    }
    while place < bytes.byteCount {
      sum = (sum ^ UInt64(bytes.byte(at: place))) &* 0x0000_0100_0000_01B3
      place += 1
    }
    return sum
  }

  private static func checkHeader(_ bytes: RawSpan) throws(ModelError) {
    guard bytes.byteCount >= 8, magic.indices.allSatisfy({ bytes.byte(at: $0) == magic[$0] }) else {
      throw ModelError(.notAModel, "the bytes are no language model; give a file that entente-train wrote")
    }
    guard bytes.byteCount >= tableStart else { throw missing("header") }
    let found = bytes.number(at: 8)
    guard found == version else {
      throw ModelError(
        .otherVersion,
        "the language model has version \(found), this program reads version \(version); build the model again")
    }
    let length = Int(bytes.number(at: 12))
    guard length == bytes.byteCount else {
      throw ModelError(
        .truncated,
        "the language model has \(bytes.byteCount) bytes where it should have \(length); take another copy of the file")
    }
  }

  private static func missing(_ what: String) -> ModelError {
    ModelError(.damaged, "the \(what) of the language model is missing; take another copy of the file")
  }
}
