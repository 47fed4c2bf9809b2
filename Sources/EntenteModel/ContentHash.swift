/// A 128-bit FNV-1a digest that names things by what they are.
///
/// Equal fields give equal digests on every machine and in every run; fields are separated, so
/// `["ab", "c"]` and `["a", "bc"]` differ. It guards against accidents, not against an adversary:
/// the SHA-256 of a document is what `verify` relies on.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft).
public struct ContentHash: Hashable, Sendable {
  private var high: UInt64 = 0x6c62_272e_07bb_0142
  private var low: UInt64 = 0x62b8_2175_6295_c58d

  /// The digest of no field.
  public init() {}

  /// The digest of `fields` in their order.
  ///
  /// - Complexity: O(*n*) in the fields' UTF-8 length.
  public init(_ fields: some Sequence<String>) {
    for field in fields { combine(field) }
  }

  /// Adds one field.
  public mutating func combine(_ field: String) {
    for byte in field.utf8 { combine(byte) }
    combine(0xFF)  // No UTF-8 text holds this byte, so it can only end a field.
  }

  /// The digest's leading 80 bits as 20 lower-case hexadecimal digits.
  public var digits: String {
    let tail = low >> 48
    let head = String(high, radix: 16)
    let rest = String(tail, radix: 16)
    return String(repeating: "0", count: 16 - head.count) + head
      + String(repeating: "0", count: 4 - rest.count) + rest
  }

  private mutating func combine(_ byte: UInt8) {
    low ^= UInt64(byte)
    // The 128-bit FNV prime is 2^88 + 2^8 + 0x3b.
    let product = low.multipliedFullWidth(by: 0x13b)
    high = high &* 0x13b &+ product.high &+ (low << 24)
    low = product.low
  }
}
