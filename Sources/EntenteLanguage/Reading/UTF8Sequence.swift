/// Well-formed UTF-8, one sequence at a time.
///
/// Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
enum UTF8Sequence {
  /// How many bytes a sequence has that begins with `lead`; 0 where none does.
  static func length(lead: UInt8) -> Int {
    switch lead {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Whether `byte` may follow `lead` directly: the second byte rules out overlong forms, surrogates
  /// and what lies beyond U+10FFFF.
  static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: isContinuation(byte)
    }
  }

  /// Whether `byte` is one of 80 to BF.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The length of the well-formed sequence that begins at `place`, or 0 where none does.
  static func length(in bytes: [UInt8], at place: Int) -> Int {
    let lead = bytes[place]
    let length = length(lead: lead)
    guard length > 1 else { return length }
    guard place + length <= bytes.count, isSecond(bytes[place + 1], after: lead) else { return 0 }
    for offset in 2..<max(2, length) where !isContinuation(bytes[place + offset]) { return 0 }
    return length
  }

  /// The scalar of a well-formed sequence.
  ///
  /// - Precondition: `length(in:at:)` gave `length`, and it is not 0.
  static func scalar(in bytes: [UInt8], at place: Int, length: Int) -> Unicode.Scalar {
    if length == 1 { return Unicode.Scalar(bytes[place]) }
    var value = UInt32(bytes[place]) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
