import CEntenteData

/// The two-byte part of GB18030, of which GBK is a part, read backwards.
///
/// The four-byte part is not needed: its second and fourth bytes are digits, and in UTF-8 a digit
/// followed by a continuation byte cannot occur, so no misread UTF-8 ever went through it.
enum GB18030Table {
  /// The code of a scalar of the basic plane as lead byte times 256 plus trail byte; 0 where it has none.
  static func code(of scalar: Unicode.Scalar) -> UInt16 {
    scalar.value < 1 << 16 ? codes[Int(scalar.value)] : 0
  }

  /// Whether a code lies in the older GB2312, which holds the characters of nearly all simplified Chinese.
  static func isCommon(_ code: UInt16) -> Bool {
    (0xB0...0xF7).contains(code >> 8) && code & 0xFF >= 0xA1
  }

  private static let codes: [UInt16] = {
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    // SAFETY: the table is a constant of the C target that lives as long as the program, and the
    // count is its own.
    let table = unsafe UnsafeBufferPointer(start: entente_gb18030(), count: entente_gb18030_size())
    var place = 0
    for lead in UInt16(0x81)...0xFE {
      for trail in UInt16(0x40)...0xFE where trail != 0x7F {
        let scalar = unsafe Int(table[place]) | Int(table[place + 1]) << 8
        if codes[scalar] == 0 { codes[scalar] = lead << 8 | trail }
        place += 2
      }
    }
    return codes
  }()
}
