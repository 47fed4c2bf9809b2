/// Finds web and mail addresses, which are one token whatever marks they hold.
enum AddressScanner {
  /// The end of an address that begins `chunk`, a stretch without white space, or nil.
  ///
  /// - Complexity: O(*n*) in the chunk.
  static func end(in scalars: [Unicode.Scalar], _ chunk: Range<Int>) -> Int? {
    guard chunk.count > 4 else { return nil }
    guard hasScheme(scalars, chunk) || isMail(scalars, chunk) else { return nil }
    var end = chunk.upperBound
    while end > chunk.lowerBound, isTrailing(scalars[end - 1]) { end -= 1 }
    return end > chunk.lowerBound ? end : nil
  }

  private static func hasScheme(_ scalars: [Unicode.Scalar], _ chunk: Range<Int>) -> Bool {
    begins(scalars, chunk, "http://") || begins(scalars, chunk, "https://") || begins(scalars, chunk, "www.")
  }

  private static func begins(_ scalars: [Unicode.Scalar], _ chunk: Range<Int>, _ text: StaticString) -> Bool {
    guard chunk.count > text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { buffer in
      for offset in 0..<buffer.count
      where unsafe scalars[chunk.lowerBound + offset].asciiLowercased.value != UInt32(buffer[offset]) { return false }
      return true
    }
  }

  /// Something, an @, something with a full stop inside.
  private static func isMail(_ scalars: [Unicode.Scalar], _ chunk: Range<Int>) -> Bool {
    guard let at = scalars[chunk].firstIndex(of: "@"), at > chunk.lowerBound else { return false }
    for place in chunk.lowerBound..<at {
      switch ScalarKind(scalars[place]) {
      case .letter, .digit: continue
      default: if !(scalars[place] == "." || scalars[place] == "-" || scalars[place] == "_") { return false }
      }
    }
    guard at + 1 < chunk.upperBound, let dot = scalars[(at + 1)..<chunk.upperBound].firstIndex(of: ".") else {
      return false
    }
    return dot > at + 1 && dot + 1 < chunk.upperBound && ScalarKind(scalars[dot + 1]) == .letter
  }

  private static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", "!", "?", "\u{2026}", ">": true
    default: scalar.isClosingMark
    }
  }
}
