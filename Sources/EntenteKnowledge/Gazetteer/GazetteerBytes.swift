import CEntenteData

/// The bytes of a gazetteer or an index of place names: those that are part of the program, or others.
enum GazetteerBytes: Sendable {
  /// The embedded gazetteer, which is read where it lies.
  case embedded
  /// The embedded index of place names, likewise.
  case embeddedToponyms
  case own([UInt8])

  init(_ bytes: [UInt8]) { self = .own(bytes) }

  /// Whether these are bytes that are part of the program.
  var areEmbedded: Bool { if case .own = self { false } else { true } }

  /// Gives the bytes to `body`; every access through the span is checked against its bounds.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    if case .own(let bytes) = self { return body(bytes.span) }
    let bytes = if case .embedded = self { unsafe entente_gazetteer() } else { unsafe entente_toponyms() }
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

  /// The 16-bit number at `offset`, low byte first.
  func shortNumber(at offset: Int) -> UInt16 { UInt16(self[offset]) | UInt16(self[offset + 1]) << 8 }

  /// FNV-1a of 64 bits over all 32-bit numbers but the two at `place`, where such a checksum itself stands.
  func checksum(without place: Int) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 0, to: count - 3, by: 4) where offset != place && offset != place + 4 {
      sum = (sum ^ UInt64(number(at: offset))) &* 0x100_0000_01B3
    }
    return sum
  }

  /// The 64-bit number at `offset`, low byte first.
  func longNumber(at offset: Int) -> UInt64 {
    UInt64(number(at: offset)) | UInt64(number(at: offset + 4)) << 32
  }
}

extension Sequence<UInt8> {
  /// FNV-1a of 32 bits.
  var fnv1a: UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in self { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
