import CEntenteData

/// The bytes of a model: those that are part of the program, or others.
struct ModelBytes: Sendable {
  /// None stands for the embedded bytes, which are read where they lie.
  private let own: [UInt8]?

  static let embedded = ModelBytes(own: nil)

  init(_ bytes: [UInt8]) { self.init(own: bytes) }

  private init(own: [UInt8]?) { self.own = own }

  var isEmbedded: Bool { own == nil }

  /// Gives the bytes to `body`; every access through the span is checked against its bounds.
  func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let own {
      // SAFETY: every byte of an array of bytes is initialized.
      return try unsafe body(own.span.bytes)
    }
    let bytes = unsafe entente_english()
    // SAFETY: the C side returns a constant array of the program together with its own size.
    return try unsafe body(RawSpan(_unsafeStart: bytes.start, byteCount: bytes.count))
  }
}
