import CEntenteData

/// The bytes of a gazetteer: those that are part of the program, or others.
struct GazetteerBytes: Sendable {
  /// None stands for the embedded bytes, which are read where they lie.
  private let own: [UInt8]?

  static let embedded = GazetteerBytes(own: nil)

  init(_ bytes: [UInt8]) { self.init(own: bytes) }

  /// Whether these are the bytes that are part of the program.
  var areEmbedded: Bool { own == nil }

  private init(own: [UInt8]?) { self.own = own }

  /// Gives the bytes to `body`; every access through the span is checked against its bounds.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    if let own { return body(own.span) }
    let bytes = unsafe entente_gazetteer()
    // SAFETY: the C side returns a constant array of the program together with its own size.
    return unsafe body(Span(_unsafeStart: bytes.start, count: bytes.count))
  }
}

extension Span<UInt8> {
  /// The 32-bit number at `offset`, low byte first.
  func number(at offset: Int) -> UInt32 {
    UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16
      | UInt32(self[offset + 3]) << 24
  }

  /// The string at `offset`: two bytes of length, then UTF-8.
  func string(at offset: Int) -> String {
    let count = Int(self[offset]) | Int(self[offset + 1]) << 8
    return String(decoding: (0..<count).map { self[offset + 2 + $0] }, as: UTF8.self)
  }
}
