import EntenteModel

/// UTF-16 and UTF-32 in either byte order.
struct WideEncoding: Hashable, Sendable {
  /// 2 or 4.
  let unit: Int
  let isLittleEndian: Bool
  /// Where the text begins: behind the byte order mark, if there is one.
  let start: Int

  private static let sample = 4096

  /// The wide encoding of a file, told by its byte order mark or by where its zero bytes stand; nil
  /// where it is in none.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) && bytes.count % 4 == 0 {
      self.init(unit: 4, isLittleEndian: true, start: 4)
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self.init(unit: 4, isLittleEndian: false, start: 4)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(unit: 2, isLittleEndian: true, start: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(unit: 2, isLittleEndian: false, start: 2)
    } else {
      self.init(byZerosOf: bytes)
    }
  }

  private init(unit: Int, isLittleEndian: Bool, start: Int) {
    self.unit = unit
    self.isLittleEndian = isLittleEndian
    self.start = start
  }

  /// The text of many scripts has zeros at the same place of most units: those of letters in Latin
  /// script, of digits, spaces and line ends in all.
  private init?(byZerosOf bytes: [UInt8]) {
    let length = min(bytes.count, Self.sample) / 4 * 4
    guard length >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    for index in 0..<length where bytes[index] == 0 { zeros[index % 4] += 1 }
    let units = length / 4
    // The third byte of a unit of UTF-32 is zero but for emoji and rare scripts.
    if zeros[0] == units && zeros[1] * 2 > units && zeros[3] == 0 {
      self.init(unit: 4, isLittleEndian: false, start: 0)
    } else if zeros[3] == units && zeros[2] * 2 > units && zeros[0] == 0 {
      self.init(unit: 4, isLittleEndian: true, start: 0)
    } else {
      let even = zeros[0] + zeros[2]
      let odd = zeros[1] + zeros[3]
      // One unit in ten, and none on the other side.
      guard even == 0 || odd == 0, (even + odd) * 10 >= units * 2, even + odd > 0 else { return nil }
      self.init(unit: 2, isLittleEndian: even == 0, start: 0)
    }
  }

  private var name: String { "utf-\(unit * 8)" + (isLittleEndian ? "le" : "be") }

  /// The text; units that make no character become U+FFFD and are reported.
  ///
  /// - Complexity: O(*n*).
  func decode(_ bytes: [UInt8]) -> DecodedText {
    var text = SourceText()
    text.reserveCapacity(bytes.count / unit)
    var wrong: [Int] = []
    var place = start
    while place < bytes.count {
      let (scalar, length) = scalar(in: bytes, at: place)
      if scalar == nil { wrong.append(place) }
      text.append(scalar ?? "\u{FFFD}", bytes: place..<place + length)
      place += length
    }
    var diagnostics: [Diagnostic] = []
    if let first = wrong.first {
      let others = wrong.count == 1 ? "" : ", nor at \(wrong.count - 1) more"
      diagnostics.append(
        Diagnostic(
          code: "invalid-\(name)",
          message: "there is no character at byte offset \(first)\(others); U+FFFD stands in its place"))
    }
    return DecodedText(text: text, encoding: name, diagnostics: diagnostics)
  }

  private func scalar(in bytes: [UInt8], at place: Int) -> (Unicode.Scalar?, Int) {
    guard let first = value(in: bytes, at: place) else { return (nil, bytes.count - place) }
    if unit == 4 || !(0xD800...0xDFFF).contains(first) { return (Unicode.Scalar(first), unit) }
    guard first < 0xDC00, let second = value(in: bytes, at: place + 2), (0xDC00...0xDFFF).contains(second) else {
      return (nil, 2)
    }
    return (Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)), 4)
  }

  private func value(in bytes: [UInt8], at place: Int) -> UInt32? {
    guard place + unit <= bytes.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<unit {
      value = value << 8 | UInt32(bytes[place + (isLittleEndian ? unit - 1 - offset : offset)])
    }
    return value
  }
}
