/// Makes the 64-bit keys under which a model keeps the weights of its features.
///
/// A key names a template and the values that fill it. Two features that share a key share their
/// weights; with a million features that befalls one pair in ten million.
enum FeatureKey {
  @inline(__always)
  static func make(_ template: UInt32, _ a: UInt32) -> UInt64 {
    finish(add(start(template), a))
  }

  @inline(__always)
  static func make(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt64 {
    finish(add(add(start(template), a), b))
  }

  @inline(__always)
  static func make(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt64 {
    finish(add(add(add(start(template), a), b), c))
  }

  @inline(__always)
  private static func start(_ template: UInt32) -> UInt64 { UInt64(template) &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func add(_ key: UInt64, _ value: UInt32) -> UInt64 {
    let mixed = (key ^ UInt64(value)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 32
  }

  @inline(__always)
  private static func finish(_ key: UInt64) -> UInt64 {
    let mixed = key &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 29
  }
}

/// A 32-bit hash of bytes that are given one by one (FNV-1a, Fowler, Noll and Vo), never 0.
struct ByteHash {
  private var state: UInt32 = 0x811C_9DC5

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }

  /// The hash of all that was added.
  var value: UInt32 {
    let mixed = (state ^ state >> 15) &* 0x2C1B_3C6D
    return (mixed ^ mixed >> 13) | 1
  }

  /// The hash of a range of bytes.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash = ByteHash()
    for place in range { hash.add(bytes[place]) }
    return hash.value
  }

  /// The hash of a string's UTF-8.
  static func of(_ text: String) -> UInt32 {
    var hash = ByteHash()
    for byte in text.utf8 { hash.add(byte) }
    return hash.value
  }
}
