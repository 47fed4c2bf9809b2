/// An encoding of one byte a character whose lower half is ASCII.
struct SingleByteCodec: Sendable {
  /// The name as registered with IANA, in lower case.
  let name: String
  /// The scalars of the bytes 80 to FF.
  let upperHalf: [Unicode.Scalar]
  /// The byte of each scalar of the basic plane, 0 where there is none.
  private let bytes: [UInt8]

  /// - Parameters:
  ///   - upperHalf: 128 scalars.
  ///   - aliases: further scalars that stand for a byte.
  private init(name: String, upperHalf: [Unicode.Scalar], aliases: [(scalar: UInt32, byte: UInt8)] = []) {
    precondition(upperHalf.count == 128, "\(name) has 128 characters beyond ASCII")
    self.name = name
    self.upperHalf = upperHalf
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    for alias in aliases { bytes[Int(alias.scalar)] = alias.byte }
    for (index, scalar) in upperHalf.enumerated() { bytes[Int(scalar.value)] = UInt8(index + 128) }
    self.bytes = bytes
  }

  /// The byte from 80 to FF that stands for a scalar, or 0 where none does.
  func byte(of scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 1 << 16 ? bytes[Int(scalar.value)] : 0
  }

  /// The scalar of any byte.
  func scalar(of byte: UInt8) -> Unicode.Scalar {
    byte < 128 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 128]
  }

  /// Windows-1252 as web browsers read it: its five unused bytes give C1 controls. All C1 controls
  /// stand for their bytes, so that it reverses Latin-1 too.
  ///
  /// Source: WHATWG Encoding Standard, index windows-1252.
  static let windows1252 = SingleByteCodec(
    name: "windows-1252",
    upperHalf: Array(
      ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)
      + (UInt8(0xA0)...0xFF).map { Unicode.Scalar($0) },
    aliases: (UInt8(0x80)...0x9F).map { (UInt32($0), $0) })

  /// The Macintosh's Western encoding, MacRoman.
  ///
  /// Source: Unicode Consortium, MAPPINGS/VENDORS/APPLE/ROMAN.TXT.
  static let macintosh = SingleByteCodec(
    name: "macintosh",
    upperHalf: Array(
      ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªº\u{3A9}æø¿¡¬√ƒ≈\u{2206}«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ"
        + "⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars))
}
