/// What DOT text from outside must not hold.
enum DOTInspection {
  /// The longest DOT text that is read, in bytes; the parser of old releases is quadratic in long strings.
  static let byteLimit = 4 << 20

  /// Attributes that name files or run a drawing language of their own.
  static let refusedAttributes = ["image", "shapefile", "imagepath", "fontpath", "stylesheet", "_background"]

  /// Checks that need no parser.
  ///
  /// - Throws: `limitExceeded` or `refusedDOT`.
  static func check(text: String) throws(DrawingError) {
    let bytes = text.utf8
    guard bytes.count <= byteLimit else {
      throw DrawingError(
        .limitExceeded, "the DOT text has \(bytes.count) bytes, at most \(byteLimit) are read; draw a part of it")
    }
    var depth = 0
    var line = 1
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: line += 1
      case 0x7B, 0x3C: depth += 1
      case 0x7D, 0x3E: depth = max(0, depth - 1)
      case 0x00...0x08, 0x0B, 0x0E...0x1F, 0xFFFE, 0xFFFF:
        throw DrawingError(.refusedDOT, "line \(line) of the DOT text holds a control character; remove it")
      default: break
      }
      guard depth <= 500 else {
        throw DrawingError(.limitExceeded, "line \(line) of the DOT text is nested more than 500 deep; flatten it")
      }
    }
    if text.range(ofASCII: "<img") != nil {
      throw DrawingError(.refusedDOT, "the DOT text has an <IMG> that would read a file; remove it")
    }
  }
}

extension StringProtocol {
  /// Where `needle`, lower-case ASCII, first stands, whatever its case here.
  fileprivate func range(ofASCII needle: String) -> Int? {
    let wanted = Array(needle.utf8)
    var window: [UInt8] = []
    for (place, byte) in utf8.enumerated() {
      if window.count == wanted.count { window.removeFirst() }
      window.append((0x41...0x5A).contains(byte) ? byte + 32 : byte)
      if window == wanted { return place - wanted.count + 1 }
    }
    return nil
  }
}
