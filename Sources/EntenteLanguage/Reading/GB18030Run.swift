/// The bytes behind a stretch of characters that GB18030 knows, read once more as UTF-8.
///
/// Decoders drop a lead byte whose trail byte is none: one before a digit, a space or most
/// punctuation, and 80 before anything. The first ends a run, the second is put back where the
/// pairs show that it stood.
struct GB18030Run {
  /// What a reading gave.
  struct Reading {
    /// Pieces that begin and end with both a character of the run and one of the reading.
    var mends = Mends()
    /// The bytes of the last character if its last byte is missing.
    var unfinished: [UInt8] = []
    /// Where the unfinished character's piece begins, as an index of the text.
    var unfinishedStart = 0
    /// How many characters of the run are outside GB2312, hence rare.
    var rare = 0
    /// Whether it took in ASCII characters.
    var holdsASCII = false
    /// Whether a byte 80 was put back.
    var restoredByte = false
  }

  private struct Byte {
    var value: UInt8
    /// The index after the character if this is its last byte, otherwise -1.
    var end: Int
    /// Whether it is the first byte of its character.
    var beginsPair: Bool
  }

  private var bytes: [Byte] = []
  private let start: Int
  private var rare = 0

  /// The run of the scalars in `range`.
  init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    start = range.lowerBound
    bytes.reserveCapacity(range.count * 2)
    for index in range {
      let scalar = scalars[index]
      if scalar == "€" || scalar == "\u{FFFD}" {
        // Windows reads a lone 80 as "€", others as a sign that something is missing.
        bytes.append(Byte(value: 0x80, end: index + 1, beginsPair: true))
        continue
      }
      let code = GB18030Table.code(of: scalar)
      if !GB18030Table.isCommon(code) { rare += 1 }
      bytes.append(Byte(value: UInt8(code >> 8), end: -1, beginsPair: true))
      bytes.append(Byte(value: UInt8(code & 0xFF), end: index + 1, beginsPair: false))
    }
  }

  /// The run as UTF-8, or nil where it is none.
  func reading() -> Reading? {
    var reading = Reading()
    reading.rare = rare
    var place = 0
    var pieceStart = start
    var pending: [Unicode.Scalar] = []
    var restored = false
    while place < bytes.count {
      let lead = bytes[place].value
      if lead < 0x80 {
        reading.holdsASCII = true
        pending.append(Unicode.Scalar(lead))
        place += 1
      } else if let sequence = sequence(at: place) {
        pending.append(sequence.scalar)
        place += sequence.length
        restored = restored || sequence.restored
      } else if let tail = tail(at: place) {
        reading.unfinished = tail
        reading.unfinishedStart = pieceStart
        reading.mends.output.append(contentsOf: pending)
        return reading
      } else {
        return nil
      }
      let end = bytes[place - 1].end
      if end >= 0 {
        reading.mends.append(
          pieceStart..<end, pending, MojibakeKind(encoding: .gb18030, lostByte: restored))
        reading.restoredByte = reading.restoredByte || restored
        pending.removeAll(keepingCapacity: true)
        restored = false
        pieceStart = end
      }
    }
    return pending.isEmpty ? reading : nil
  }

  private struct Sequence {
    var scalar: Unicode.Scalar
    var length: Int
    var restored: Bool
  }

  /// The UTF-8 sequence that begins at a byte, whole or with one 80 put back.
  private func sequence(at place: Int) -> Sequence? {
    let length = UTF8Sequence.length(lead: bytes[place].value)
    guard length > 1 else { return nil }
    if place + length <= bytes.count {
      let whole = bytes[place..<place + length].map(\.value)
      if let scalar = Self.scalar(whole) { return Sequence(scalar: scalar, length: length, restored: false) }
    }
    guard place + length - 1 <= bytes.count else { return nil }
    for gap in 1..<length where place + gap < bytes.count && bytes[place + gap].beginsPair {
      var sequence = bytes[place..<place + length - 1].map(\.value)
      sequence.insert(0x80, at: gap)
      if let scalar = Self.scalar(sequence) { return Sequence(scalar: scalar, length: length - 1, restored: true) }
    }
    return nil
  }

  /// The bytes from a place to the end, if they are a UTF-8 sequence but for its last byte.
  ///
  /// Of a quote or a dash the 80 before the last byte may be missing as well.
  private func tail(at place: Int) -> [UInt8]? {
    let tail = bytes[place...].map(\.value)
    if tail == [0xE2], bytes[place].end >= 0 { return [0xE2, 0x80] }
    guard let lead = tail.first, UTF8Sequence.length(lead: lead) == tail.count + 1 else { return nil }
    for (index, byte) in tail.enumerated().dropFirst() {
      guard index == 1 ? UTF8Sequence.isSecond(byte, after: lead) : UTF8Sequence.isContinuation(byte) else {
        return nil
      }
    }
    return tail
  }

  private static func scalar(_ bytes: [UInt8]) -> Unicode.Scalar? {
    UTF8Sequence.length(in: bytes, at: 0) == bytes.count
      ? UTF8Sequence.scalar(in: bytes, at: 0, length: bytes.count) : nil
  }
}
