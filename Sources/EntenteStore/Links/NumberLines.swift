/// Tells whether a text is lines of numbers and nothing else, so that it can be read without making a name of each.
struct NumberLines {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether each line is two nodes, with a weight in all lines or in none, and each node is called by a whole number
  /// below 2^32 - 1 as numbers are written: `7`, not `007`. Other texts hold names.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func areAll(of bytes: [UInt8]) -> Bool {
    var lines = NumberLines(bytes)
    return lines.read()
  }

  private mutating func read() -> Bool {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    var isWeighted: Bool?
    while place < bytes.count {
      if bytes[place] == 0x23 || bytes[place] == 0x25 {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        continue
      }
      if endsLine() { continue }
      guard readNumber(), readSeparator(), readNumber() else { return false }
      var hasWeight = false
      if !endsLine() {
        guard readSeparator(), readWeight(), endsLine() else { return false }
        hasWeight = true
      }
      if let isWeighted, isWeighted != hasWeight { return false }
      isWeighted = hasWeight
    }
    return isWeighted != nil
  }

  @inline(__always) private mutating func readDigits() -> Range<Int> {
    let first = place
    while place < bytes.count, bytes[place] &- 0x30 <= 9 { place += 1 }
    return first..<place
  }

  @inline(__always) private mutating func readNumber() -> Bool {
    let digits = readDigits()
    guard (1...10).contains(digits.count), digits.count == 1 || bytes[digits.lowerBound] != 0x30 else { return false }
    return digits.count < 10 || bytes[digits].reduce(0) { $0 * 10 + Int($1 &- 0x30) } < Int(UInt32.max)
  }

  /// A tab, a comma or spaces; not two commas, between which an empty column lies.
  @inline(__always) private mutating func readSeparator() -> Bool {
    let first = place
    readSpaces()
    if place < bytes.count, bytes[place] == 0x09 || bytes[place] == 0x2C {
      place += 1
      readSpaces()
    }
    return place > first
  }

  private mutating func readWeight() -> Bool {
    let first = place
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != 0x2C { place += 1 }
    if place - first < 16, bytes[first..<place].allSatisfy({ $0 &- 0x30 <= 9 }) { return place > first }
    return Double(String(decoding: bytes[first..<place], as: UTF8.self)).map { $0.isFinite } ?? false
  }

  @inline(__always) private mutating func readSpaces() {
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
  }

  /// Whether nothing but blanks stands before the end of the line; if so, goes to the next.
  @inline(__always) private mutating func endsLine() -> Bool {
    var ahead = place
    while ahead < bytes.count, bytes[ahead] == 0x20 { ahead += 1 }
    if ahead < bytes.count, bytes[ahead] == 0x0D { ahead += 1 }
    guard ahead >= bytes.count || bytes[ahead] == 0x0A else { return false }
    place = ahead + 1
    return true
  }
}
