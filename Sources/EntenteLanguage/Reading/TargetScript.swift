/// What kind of character a wrong reading is believed to hide; repair aims at no other.
///
/// A pair of bytes decodes to something for every second pair of accented letters and signs, so
/// the repair accepts only what news text is written in: phonetic letters, rare scripts and private
/// characters are taken for accidents.
enum TargetScript: UInt8, Sendable {
  case latin, symbol, emoji, greek, cyrillic, armenian, hebrew, arabic, indic, thai, georgian, eastAsian
  /// A C1 control, which makes sense only as half of a text that was misread twice.
  case control

  /// The kind of a scalar, or nil where no repair would aim at it.
  init?(_ value: UInt32) {
    switch value {
    case 0x80...0x9F: self = .control
    case 0xA0...0xBF, 0xD7, 0xF7: self = .symbol
    case 0xC0...0x17F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218...0x21B, 0x1E80...0x1EF9: self = .latin
    case 0x300...0x303, 0x306...0x308, 0x30A...0x30C, 0x323, 0x327, 0x328: self = .latin
    case 0x384, 0x386, 0x388...0x3CE: self = .greek
    case 0x401...0x45F, 0x490...0x4E9: self = .cyrillic
    case 0x531...0x556, 0x561...0x587: self = .armenian
    case 0x5D0...0x5EA: self = .hebrew
    case 0x60C, 0x61B, 0x61F, 0x621...0x652, 0x660...0x66D, 0x671...0x6D3, 0x6F0...0x6F9: self = .arabic
    case 0x900...0xDFF: self = .indic
    case 0xE01...0xE5B: self = .thai
    case 0x10D0...0x10FF: self = .georgian
    case 0x1EA0...0x1EFF: self = .latin
    case 0x2010...0x2027, 0x202F...0x205E, 0x20A0...0x20BF, 0x2100...0x214F, 0x2190...0x22FF: self = .symbol
    case 0x2500...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0xFEFF, 0xFFFD: self = .symbol
    case 0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF65: self = .eastAsian
    case 0x1F100...0x1FAFF: self = .emoji
    default: return nil
    }
  }

  /// Whether one character by itself can be told from an accident; the others show in twos.
  var standsAlone: Bool { self == .latin || self == .symbol || self == .emoji }
}
