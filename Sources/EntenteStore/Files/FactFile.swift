public import EntenteModel

/// What the offsets of a file of facts count.
public enum OffsetUnit: String, Hashable, Sendable, CaseIterable {
  /// Unicode scalars of the repaired text.
  case scalars
  /// Bytes of the original file.
  case originalBytes = "original-bytes"
}

/// Facts as they stand in a file of the exchange format, `entente/1`.
///
/// The bytes depend on the facts alone: members stand in the order of their names, lists in that of
/// identifiers; text is UTF-8, and slashes are not escaped.
public struct FactFile: Hashable, Sendable {
  /// The facts.
  public var facts: FactSet
  /// What their offsets count.
  public var offsets: OffsetUnit

  /// A file of facts.
  public init(_ facts: FactSet, offsets: OffsetUnit = .scalars) {
    self.facts = facts
    self.offsets = offsets
  }

  /// The facts as one JSON object with a line for each document, entity, relation and event, and a
  /// newline at the end.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public func json() -> [UInt8] { FactWriter.bytes(self, breaksLines: true) + [0x0A] }

  /// The facts as one line of JSON Lines, with its newline.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public func jsonLine() -> [UInt8] { FactWriter.bytes(self, breaksLines: false) + [0x0A] }

  /// The facts of a JSON or JSON Lines text; those of several objects are merged.
  ///
  /// - Parameter name: what errors call the text.
  /// - Throws: `StoreError` with line, column and member: no JSON, another schema, a member that is missing or
  ///   malformed, an identifier that leads nowhere, objects whose offsets count different things.
  /// - Complexity: O(*n* log *n*) in the facts.
  public static func decode(_ bytes: [UInt8], name: String) throws(StoreError) -> FactFile {
    do {
      return try merged(try FactReader.files(bytes, name: name))
    } catch {
      var named = error
      named.file = name
      throw named
    }
  }

  /// Reads the facts of a JSON or JSON Lines file; `-` is standard input.
  ///
  /// - Throws: `StoreError` as in `decode(_:name:)`, or with `unreadable`.
  public static func read(_ path: String) throws(StoreError) -> FactFile {
    try decode(try InputFile.bytes(path), name: path)
  }

  /// Writes the facts as JSON, beside the file and then in its place.
  ///
  /// - Throws: `StoreError` with `unwritable`; then the file is as it was.
  public func write(to path: String) throws(StoreError) { try AtomicFile.write(json(), to: path) }

  /// The facts of all of `files`.
  ///
  /// - Throws: `StoreError` with `mixedOffsets` where some count scalars and some bytes.
  public static func merged(_ files: [FactFile]) throws(StoreError) -> FactFile {
    guard let first = files.first else { return FactFile(FactSet()) }
    guard files.allSatisfy({ $0.offsets == first.offsets }) else {
      throw StoreError(
        .mixedOffsets,
        "some facts count offsets in scalars and some in original bytes; extract them again with the same --offsets")
    }
    return files.count == 1 ? first : FactFile(FactSet.merged(files.map(\.facts)), offsets: first.offsets)
  }
}
