/// Goes through the bytes of lines.
struct LineReader {
  let bytes: Elements<UInt8>
  var place: Int
  let end: Int

  /// The number of the line, from 1, in which a place lies.
  static func lineNumber(of place: Int, in bytes: Elements<UInt8>) -> Int {
    (0..<place).reduce(1) { $0 + (bytes[$1] == 0x0A ? 1 : 0) }
  }

  /// A whole number below 2^32 - 1, if one stands here.
  @inline(__always) mutating func number() -> UInt32? {
    let first = place
    var value: UInt64 = 0
    while place < end {
      let digit = bytes[place] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      place &+= 1
    }
    let length = place &- first
    guard length > 0, length <= 10, value < UInt64(UInt32.max) else { return nil }
    return UInt32(truncatingIfNeeded: value)
  }

  /// Passes over what parts two columns; false where there is nothing of the kind.
  @inline(__always) mutating func skipSeparator() -> Bool {
    let first = place
    while place < end, bytes[place] == 0x09 || bytes[place] == 0x20 || bytes[place] == 0x2C { place &+= 1 }
    return place > first
  }

  /// Whether nothing more than blanks stands on the line; if so, goes to the next.
  @inline(__always) mutating func endsLine() -> Bool {
    if place < end, bytes[place] == 0x0A {
      place &+= 1
      return true
    }
    var ahead = place
    while ahead < end, bytes[ahead] == 0x0D || bytes[ahead] == 0x20 || bytes[ahead] == 0x09 { ahead &+= 1 }
    guard ahead == end || bytes[ahead] == 0x0A else { return false }
    place = min(end, ahead &+ 1)
    return true
  }

  /// Passes over an empty line or a comment; false where the line is neither.
  mutating func skipsLine() -> Bool {
    if place < end, bytes[place] == 0x23 || bytes[place] == 0x25 {
      skipLine()
      return true
    }
    return endsLine()
  }

  mutating func skipLine() {
    while place < end, bytes[place] != 0x0A { place &+= 1 }
    place = min(end, place &+ 1)
  }

  /// A finite number, if one stands here.
  mutating func weight() -> Double? {
    let first = place
    while place < end, bytes[place] > 0x20, bytes[place] != 0x2C { place &+= 1 }
    let digits = (first..<place).map { bytes[$0] }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}
