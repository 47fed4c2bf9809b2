/// A word as the features see it: its UTF-8 in small letters, with one sign for each kind of
/// apostrophe and dash, `0` for every digit, and one word for all years and all addresses.
///
/// One value is used for word after word, so that its storage is made once.
package struct NormalForm {
  /// The normalized bytes.
  package private(set) var bytes: [UInt8] = []
  /// Where scalars begin in `bytes`, and its length.
  package private(set) var starts: [Int] = []
  /// The pattern of capitals, small letters, digits and other signs, repetitions shortened.
  private(set) var shape: UInt32 = 0
  private(set) var capitals = 0
  private(set) var smallLetters = 0
  private(set) var digits = 0
  private(set) var beginsWithCapital = false

  private var pattern: [UInt8] = []

  /// Takes up a word.
  ///
  /// - Parameter isSpaced: whether a hyphen stands between spaces, which makes it a dash.
  package init() {}

  package mutating func read(_ form: String, isSpaced: Bool) {
    clear()
    for scalar in form.unicodeScalars { add(scalar) }
    starts.append(bytes.count)
    if isSpaced, bytes.count == 1, bytes[0] == 0x2D { replace(with: "--") }
    if digits == 4, starts.count == 5, isYear(form) { replace(with: "<year>") }
    if bytes.count > 6, isAddress { replace(with: "<address>") }
    shape = ByteHash.of(pattern, 0..<pattern.count)
  }

  private mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    pattern.removeAll(keepingCapacity: true)
    capitals = 0
    smallLetters = 0
    digits = 0
    beginsWithCapital = false
  }

  private mutating func replace(with word: StaticString) {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for byte in word.description.utf8 {
      starts.append(bytes.count)
      bytes.append(byte)
    }
    starts.append(bytes.count)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    starts.append(bytes.count)
    let small = Self.smallLetter(scalar.value)
    let kind: UInt8
    if small != scalar.value {
      kind = 0x58  // X
      capitals += 1
      if pattern.isEmpty { beginsWithCapital = true }
    } else if (0x61...0x7A).contains(small) || small >= 0xDF && small < 0x2000 {
      kind = 0x78  // x
      smallLetters += 1
    } else if (0x30...0x39).contains(small) {
      kind = 0x30  // 0
      digits += 1
    } else {
      kind = small < 0x80 ? UInt8(small) : 0x7F
    }
    let isRun = pattern.count >= 2 && pattern[pattern.count - 1] == kind && pattern[pattern.count - 2] == kind
    if !isRun { pattern.append(kind) }
    append(kind == 0x30 ? 0x30 : small)
  }

  private mutating func append(_ value: UInt32) {
    switch value {
    case 0x2018, 0x2019, 0x2BC, 0xB4: bytes.append(0x27)
    case 0x2012...0x2015:
      bytes.append(0x2D)
      bytes.append(0x2D)
    case 0x2010, 0x2011: bytes.append(0x2D)
    case 0x2026: for _ in 0..<3 { bytes.append(0x2E) }
    case 0x201E, 0xAB: append(0x201C)
    case 0xBB: append(0x201D)
    case 0..<0x80: bytes.append(UInt8(value))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    default:
      if value < 0x1_0000 {
        bytes.append(UInt8(0xE0 | value >> 12))
      } else {
        bytes.append(UInt8(0xF0 | value >> 18))
        bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
      }
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }

  private func isYear(_ form: String) -> Bool {
    let utf8 = form.utf8
    return utf8.starts(with: [0x31, 0x39]) || utf8.starts(with: [0x32, 0x30]) || utf8.starts(with: [0x31, 0x38])
  }

  /// Whether the word is the address of a page or of a mailbox.
  private var isAddress: Bool {
    if bytes.starts(with: [0x77, 0x77, 0x77, 0x2E]) || bytes.starts(with: [0x68, 0x74, 0x74, 0x70]) { return true }
    guard let at = bytes.firstIndex(of: 0x40) else { return false }
    return at > 0 && bytes[at...].contains(0x2E)
  }

  /// The small letter of a capital of the Latin, Greek and Cyrillic scripts; any other scalar itself.
  static func smallLetter(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: return value + 0x20
    case 0xC0...0xDE where value != 0xD7: return value + 0x20
    case 0x178: return 0xFF
    case 0x139...0x148, 0x179...0x17E: return value % 2 == 1 ? value + 1 : value
    case 0x100...0x137, 0x14A...0x177: return value % 2 == 0 ? value + 1 : value
    case 0x391...0x3A9, 0x410...0x42F: return value + 0x20
    case 0x400...0x40F: return value + 0x50
    default: return value
    }
  }
}
