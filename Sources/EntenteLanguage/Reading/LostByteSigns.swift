/// How a text that was read as GB18030 shows the bytes it lost.
///
/// Some decoders drop them; some put U+FFFD or "?" in their place, and some put one "?" for the
/// lost byte and the ASCII character after it. A text uses one way throughout.
struct LostByteSigns {
  private let scalars: [Unicode.Scalar]
  private let questionMarkIsSign: Bool

  /// - Parameter ends: the index after each run whose last byte was lost.
  init(scalars: [Unicode.Scalar], ends: [Int]) {
    self.scalars = scalars
    var marked = 0
    var bare = 0
    var glued = 0
    for end in ends {
      guard end < scalars.count, scalars[end] == "?" else {
        if end >= scalars.count || scalars[end] != "\u{FFFD}" { bare += 1 }
        continue
      }
      marked += 1
      if end + 1 < scalars.count, Self.isLetter(scalars[end + 1]) { glued += 1 }
    }
    questionMarkIsSign = bare == 0 && (marked > 1 || glued > 0)
  }

  /// The end of a run with the sign for its lost byte, and whether that swallowed a space.
  func end(after index: Int) -> (index: Int, swallowedSpace: Bool) {
    guard index < scalars.count else { return (index, false) }
    if scalars[index] == "\u{FFFD}" { return (index + 1, false) }
    guard questionMarkIsSign, scalars[index] == "?" else { return (index, false) }
    let isGlued = index + 1 < scalars.count && Self.isLetter(scalars[index + 1])
    return (index + 1, isGlued)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    SingleByteMojibake.isLetter(scalar)
  }
}
