import EntenteModel

/// Which wrong reading a mended piece had gone through.
struct MojibakeKind: Hashable, Sendable {
  enum Encoding: String, Sendable {
    case gb18030
    case latin1 = "latin-1"
    case windows1252 = "windows-1252"
    case macintosh

    /// Whether it is one of the two that differ in the bytes 80 to 9F alone.
    var isLatin: Bool { self == .latin1 || self == .windows1252 }
  }

  var encoding: Encoding
  /// How often over; 1 is once.
  var times = 1
  /// Whether the wrong reading lost a byte, so that the replacement is a choice.
  var lostByte = false

  /// As recorded in a repair.
  var name: String {
    "utf8-read-as-" + encoding.rawValue + (times == 1 ? "" : times == 2 ? "-twice" : "-\(times)-times")
      + (lostByte ? "-lost-byte" : "")
  }
}

/// What one pass over a text found to mend, in text order.
struct Mends {
  /// A stretch of the input that is replaced as a whole.
  struct Piece {
    var input: Range<Int>
    var output: Range<Int>
    var kind: MojibakeKind
  }

  var pieces: [Piece] = []
  /// The replacements, one behind the other.
  var output: [Unicode.Scalar] = []
  /// Places in `output` of marks whose last byte was lost, still to be chosen from their surroundings.
  var lostMarks: [Int] = []

  /// Adds a piece with its replacement.
  mutating func append(_ input: Range<Int>, _ replacement: some Sequence<Unicode.Scalar>, _ kind: MojibakeKind) {
    let start = output.count
    output.append(contentsOf: replacement)
    pieces.append(Piece(input: input, output: start..<output.count, kind: kind))
  }
}

/// A text on its way through the passes of repair.
struct MendedText {
  private struct Origin {
    var start: UInt32
    var end: UInt32
    var kind: MojibakeKind?
  }

  private(set) var scalars: [Unicode.Scalar]
  /// For each scalar the stretch of the first text it stands for; nil as long as nothing changed.
  private var origins: [Origin]?

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Replaces the pieces.
  ///
  /// - Returns: where the pass's lost marks stand now.
  /// - Complexity: O(*n*).
  mutating func apply(_ mends: Mends) -> [Int] {
    if mends.pieces.isEmpty { return [] }
    var newScalars: [Unicode.Scalar] = []
    var newOrigins: [Origin] = []
    newScalars.reserveCapacity(scalars.count)
    newOrigins.reserveCapacity(scalars.count)
    var marks: [Int] = []
    var nextMark = 0
    var place = 0
    for piece in mends.pieces {
      while place < piece.input.lowerBound {
        newScalars.append(scalars[place])
        newOrigins.append(origin(of: place))
        place += 1
      }
      while nextMark < mends.lostMarks.count, mends.lostMarks[nextMark] < piece.output.upperBound {
        marks.append(newScalars.count + mends.lostMarks[nextMark] - piece.output.lowerBound)
        nextMark += 1
      }
      let origin = joined(piece)
      for index in piece.output {
        newScalars.append(mends.output[index])
        newOrigins.append(origin)
      }
      place = piece.input.upperBound
    }
    while place < scalars.count {
      newScalars.append(scalars[place])
      newOrigins.append(origin(of: place))
      place += 1
    }
    scalars = newScalars
    origins = newOrigins
    return marks
  }

  /// Puts another scalar in the place of a lost mark.
  mutating func replaceScalar(at index: Int, with scalar: Unicode.Scalar) { scalars[index] = scalar }

  /// The mended text with its places in the file, and what was mended.
  ///
  /// Neighbours that went through the same wrong reading make one repair.
  func result(from text: SourceText) -> RepairedText {
    guard let origins else { return RepairedText(text: text, repairs: []) }
    var mended = SourceText()
    mended.reserveCapacity(scalars.count)
    var repairs: [Repair] = []
    var index = 0
    while index < scalars.count {
      let first = origins[index]
      guard let kind = first.kind else {
        mended.append(scalars[index], bytes: text.bytes(at: Int(first.start)))
        index += 1
        continue
      }
      var end = index
      var reach = first.end
      while end < scalars.count, origins[end].kind == kind, origins[end].start <= reach {
        let origin = origins[end]
        reach = max(reach, origin.end)
        let bytes = text.bytes(at: Int(origin.start)).lowerBound..<text.bytes(at: Int(origin.end) - 1).upperBound
        mended.append(scalars[end], bytes: bytes)
        end += 1
      }
      repairs.append(
        Repair(
          kind: kind.name, span: TextSpan(start: index, end: end),
          original: Self.string(text.scalars[Int(first.start)..<Int(reach)]),
          replacement: Self.string(scalars[index..<end])))
      index = end
    }
    return RepairedText(text: mended, repairs: repairs)
  }

  private func origin(of index: Int) -> Origin {
    origins?[index] ?? Origin(start: UInt32(index), end: UInt32(index + 1), kind: nil)
  }

  /// The origin of a piece: all that its input came from, once more misread than before.
  private func joined(_ piece: Mends.Piece) -> Origin {
    var origin = origin(of: piece.input.lowerBound)
    var kind = piece.kind
    for index in piece.input {
      let part = self.origin(of: index)
      origin.end = max(origin.end, part.end)
      guard let earlier = part.kind else { continue }
      kind.lostByte = kind.lostByte || earlier.lostByte
      guard earlier.encoding.isLatin && kind.encoding.isLatin else { continue }
      kind.times = max(kind.times, earlier.times + 1)
      if earlier.encoding == .windows1252 { kind.encoding = .windows1252 }
    }
    origin.kind = kind
    return origin
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
