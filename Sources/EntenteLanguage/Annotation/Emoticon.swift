/// Finds faces made of marks, ":-)", which are one token and close the sentence before them.
enum Emoticon {
  /// The end of a face that begins a stretch without white space; it ends the stretch, or only marks follow.
  static func end(in scalars: [Unicode.Scalar], _ chunk: Range<Int>) -> Int? {
    switch scalars[chunk.lowerBound] {
    case ":", ";", "=": break
    default: return nil
    }
    var place = chunk.lowerBound + 1
    if place < chunk.upperBound, scalars[place] == "-" || scalars[place] == "'" { place += 1 }
    guard place < chunk.upperBound, isMouth(scalars[place]) else { return nil }
    let end = place + 1
    guard scalars[end..<chunk.upperBound].allSatisfy({ ScalarKind($0) == .other }) else { return nil }
    return end
  }

  private static func isMouth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "(", "D", "P", "p", "/", "|": true
    default: false
    }
  }
}
