public import EntenteModel

/// A document's file, read anew, to hold facts against.
public struct ReadSource: Sendable {
  /// The bytes of the file.
  public var bytes: [UInt8]
  /// Their SHA-256 in lower-case hexadecimal.
  public var sha256: String
  /// The repaired text.
  public var text: IndexedText
  /// The way from its scalars back to `bytes`.
  public var offsets: OffsetMap
  /// What bytes of the file stand for, apart from repairs; `nil` where they stand for nothing.
  public var decode: @Sendable (ArraySlice<UInt8>) -> String?

  /// A file read anew.
  ///
  /// - Parameter decode: reads the encoding of the file, and the character references of a web page; without it, UTF-8.
  public init(
    bytes: [UInt8], sha256: String, text: IndexedText, offsets: OffsetMap,
    decode: @escaping @Sendable (ArraySlice<UInt8>) -> String? = { String(validating: $0, as: UTF8.self) }
  ) {
    self.bytes = bytes
    self.sha256 = sha256
    self.text = text
    self.offsets = offsets
    self.decode = decode
  }
}
