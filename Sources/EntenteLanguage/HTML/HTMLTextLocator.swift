/// Finds the texts that a parser reports in the source they were read from.
///
/// The parser says what a text is and roughly where; here each scalar is matched with the source,
/// whose references may stand for it. A scalar that is not found there is left out: nothing enters
/// a document without its place in the file.
struct HTMLTextLocator {
  /// A scalar of a text with the stretch of the source that stands for it.
  struct Located {
    var scalar: Unicode.Scalar
    var source: Range<Int>
  }

  /// Matches this many scalars to be sure of a beginning.
  private static let probe = 12
  /// Looks no further than this for a text that is not where it should be.
  private static let window = 4096
  private static let longestReference = 34

  private let source: [Unicode.Scalar]

  init(_ source: [Unicode.Scalar]) { self.source = source }

  /// The scalars of `text` that stand in the source between `lower` and `upper`, white space collapsed.
  ///
  /// - Complexity: O(*n*) in the stretch where the text is where it should be.
  func locate(_ text: [Unicode.Scalar], from lower: Int, to upper: Int) -> [Located] {
    guard let firstInk = text.firstIndex(where: { !Self.isSpace($0) }) else {
      return [Located(scalar: " ", source: space(from: lower, to: upper))]
    }
    guard var place = beginning(of: text[firstInk...], from: lower, to: upper) else { return [] }
    var located: [Located] = []
    located.reserveCapacity(text.count)
    if firstInk > 0 { located.append(Located(scalar: " ", source: spaceBefore(place, from: lower))) }
    var owesSpace = false
    var lost = 0
    for index in firstInk..<text.count {
      let scalar = text[index]
      if Self.isSpace(scalar) {
        owesSpace = true
        continue
      }
      let gap = place
      guard let match = match(text, index, at: place, to: upper) else {
        lost += 1
        if lost > Self.probe { break }
        continue
      }
      if owesSpace { located.append(Located(scalar: " ", source: spaceAfter(gap, to: match.source.lowerBound))) }
      owesSpace = false
      located.append(match)
      place = match.source.upperBound
    }
    if owesSpace { located.append(Located(scalar: " ", source: spaceAfter(place, to: upper))) }
    return located
  }

  // MARK: - Where a text begins

  /// Just here, or behind the tag that ends here, or as near as possible.
  private func beginning(of text: ArraySlice<Unicode.Scalar>, from lower: Int, to upper: Int) -> Int? {
    let head = Array(text.lazy.filter { !Self.isSpace($0) }.prefix(Self.probe))
    let behindTag = behindTag(lower, upper)
    let isAtTagEnd = lower < source.count && (source[lower] == ">" || source[lower] == "/")
    for start in isAtTagEnd ? [behindTag, lower] : [lower, behindTag] where begins(head, at: start, to: upper) {
      return start
    }
    for start in lower..<max(lower, min(upper, lower + Self.window)) where begins(head, at: start, to: upper) {
      return start
    }
    return nil
  }

  private func behindTag(_ lower: Int, _ upper: Int) -> Int {
    var place = lower
    while place < upper, source[place] != ">" { place += 1 }
    return min(place + 1, max(lower, upper))
  }

  private func begins(_ head: [Unicode.Scalar], at start: Int, to upper: Int) -> Bool {
    guard var place = matchEnd(head, 0, at: skippingSpace(start, to: upper), to: upper) else { return false }
    for index in head.indices.dropFirst() {
      guard let match = match(head, index, at: place, to: upper) else { return false }
      place = match.source.upperBound
    }
    return true
  }

  // MARK: - Scalar by scalar

  /// The place of the text's scalar at `index`, looked for at `place` and behind what stands there and is no text.
  private func match(_ text: [Unicode.Scalar], _ index: Int, at place: Int, to upper: Int) -> Located? {
    var place = skippingSpace(place, to: upper)
    while place < upper {
      if let end = matchEnd(text, index, at: place, to: upper) {
        return Located(scalar: Self.meant(text[index], by: source[place..<end]), source: place..<end)
      }
      guard source[place] == "<" else { return nil }
      while place < upper, source[place] != ">" { place += 1 }
      place = skippingSpace(place + 1, to: upper)
    }
    return nil
  }

  /// Where the piece of source ends that begins at `place` and stands for a scalar of a text.
  private func matchEnd(_ text: [Unicode.Scalar], _ index: Int, at place: Int, to upper: Int) -> Int? {
    guard place < upper else { return nil }
    let scalar = text[index]
    guard source[place] == "&" else {
      return source[place] == scalar && !opensTag(place) ? place + 1 : nil
    }
    guard let reference = reference(at: place, to: upper) else { return scalar == "&" ? place + 1 : nil }
    if let value = reference.value {
      if value == scalar.value { return reference.end }
      return scalar == "&" ? place + 1 : nil
    }
    if scalar != "&" { return reference.end }
    guard reference.isAmpersand else { return place + 1 }
    // Without its semicolon a parser may have left "&amp" as it is.
    let goesOn = index + 1 < text.count && text[index + 1].asciiLowercased == "a"
    return !reference.isClosed && goesOn ? place + 1 : reference.end
  }

  /// Whether a tag or a comment begins here, and not a text with a "<" in it.
  private func opensTag(_ place: Int) -> Bool {
    guard source[place] == "<", place + 1 < source.count else { return false }
    let next = source[place + 1]
    return next == "/" || next == "!" || next == "?" || (next.value < 0x80 && ScalarKind(next) == .letter)
  }

  private struct Reference {
    var end: Int
    var value: UInt32?
    var isAmpersand: Bool
    var isClosed: Bool

    /// Whether it is a number without a character; parsers pass over it.
    var isVoid: Bool {
      guard let value else { return false }
      if value < 0x20 { return value != 9 && value != 10 && value != 13 }
      return Unicode.Scalar(value) == nil || value == 0xFFFE || value == 0xFFFF
    }
  }

  /// The reference that begins at an ampersand: "&amp;", "&#8217;", "&#x2019;".
  private func reference(at place: Int, to upper: Int) -> Reference? {
    let limit = min(upper, place + Self.longestReference)
    var end = place + 1
    let isNumber = end < limit && source[end] == "#"
    if isNumber { end += 1 }
    let start = end
    while end < limit, Self.isNamePart(source[end]) { end += 1 }
    guard end > start else { return nil }
    let isClosed = end < upper && source[end] == ";"
    let name = String(String.UnicodeScalarView(source[start..<end]))
    let past = isClosed ? end + 1 : end
    if isNumber {
      let isHexadecimal = name.hasPrefix("x") || name.hasPrefix("X")
      let digits = isHexadecimal ? name.dropFirst() : name[...]
      guard !digits.isEmpty, digits.utf8.allSatisfy({ isHexadecimal || $0 <= UInt8(ascii: "9") }) else { return nil }
      let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) ?? .max
      return Reference(end: past, value: value, isAmpersand: value == 0x26, isClosed: isClosed)
    }
    return Reference(end: past, value: nil, isAmpersand: name == "amp" || name == "AMP", isClosed: isClosed)
  }

  /// A number from 128 to 159 means the character that Windows-1252 has there.
  private static func meant(_ scalar: Unicode.Scalar, by source: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    guard source.count > 1, (0x80...0x9F).contains(scalar.value) else { return scalar }
    return SingleByteCodec.windows1252.scalar(of: UInt8(scalar.value))
  }

  // MARK: - Space

  private func space(from lower: Int, to upper: Int) -> Range<Int> {
    if lower < upper, Self.isSpace(source[lower]) { return lower..<lower + 1 }
    let behind = behindTag(lower, upper)
    if behind < upper, Self.isSpace(source[behind]) { return behind..<behind + 1 }
    return lower..<lower
  }

  private func spaceBefore(_ place: Int, from lower: Int) -> Range<Int> {
    var place = skippingSpace(place, to: source.count)
    while place > lower, Self.isSpace(source[place - 1]) { place -= 1 }
    return place < source.count && Self.isSpace(source[place]) ? place..<place + 1 : place..<place
  }

  private func spaceAfter(_ place: Int, to upper: Int) -> Range<Int> {
    var place = place
    while place < upper, Self.isIgnored(source[place]), !Self.isSpace(source[place]) { place += 1 }
    return place < upper && Self.isSpace(source[place]) ? place..<place + 1 : place..<place
  }

  private func skippingSpace(_ place: Int, to upper: Int) -> Int {
    var place = place
    while place < upper {
      if Self.isIgnored(source[place]) {
        place += 1
      } else if source[place] == "&", let reference = reference(at: place, to: upper), reference.isVoid {
        place = reference.end
      } else {
        return place
      }
    }
    return place
  }

  /// White space, and the control characters that a parser drops.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar.value == 0x0C
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    let kind = scalar.value < 0x80 ? ScalarKind(scalar) : .other
    return kind == .letter || kind == .digit
  }
}
