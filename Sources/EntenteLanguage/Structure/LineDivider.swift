import EntenteModel

/// Divides a text into its lines and joins those that were broken to a width.
struct LineDivider {
  /// A line or a joined paragraph, without the white space around it.
  struct Line: Hashable, Sendable {
    var span: TextSpan
    /// Whether an empty line, or the begin of the text, is above it.
    var opensBlock: Bool
  }

  private let scalars: [Unicode.Scalar]
  private var lines: [Line] = []

  /// The paragraphs of a text in order, none of them empty.
  ///
  /// A line is a paragraph, unless the text was broken to a width; then a paragraph goes on as long
  /// as the first word of the next line would not have fitted on the line.
  ///
  /// - Complexity: O(*n*), and O(*l* log *l*) in the lines.
  static func paragraphs(of scalars: [Unicode.Scalar]) -> [Line] {
    var divider = LineDivider(scalars)
    divider.divide()
    guard let width = divider.width() else { return divider.lines }
    return divider.joined(to: width)
  }

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func divide() {
    var isAfterGap = true
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, !Self.endsLine(scalars[end]) { end += 1 }
      var first = start
      var last = end
      while first < last, scalars[first].isSpacing { first += 1 }
      while last > first, scalars[last - 1].isSpacing { last -= 1 }
      if first < last {
        lines.append(Line(span: TextSpan(start: first, end: last), opensBlock: isAfterGap))
        isAfterGap = false
      } else if end < scalars.count {
        // Between the two halves of CR LF there is no line.
        let isHalfOfLineEnd = end > 0 && scalars[end] == "\n" && scalars[end - 1] == "\r"
        isAfterGap = isAfterGap || !isHalfOfLineEnd
      }
      start = end + 1
    }
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The width the text was broken to, or nil where its lines are as long as their paragraphs.
  private func width() -> Int? {
    let inner = lines.indices.dropLast().filter { !lines[$0 + 1].opensBlock }
    guard !inner.isEmpty else { return nil }
    let lengths = inner.map { lines[$0].span.length }.sorted()
    let width = lengths[lengths.count * 95 / 100]
    guard (40...120).contains(width) else { return nil }
    let broken = inner.count { isBroken(at: $0, width) }
    return broken * 10 >= inner.count * 7 ? width : nil
  }

  /// Whether the first word of the next line would have run over the width.
  private func isBroken(at index: Int, _ width: Int) -> Bool {
    let next = lines[index + 1].span
    var end = next.start
    while end < next.end, end - next.start <= width, !scalars[end].isSpacing { end += 1 }
    return lines[index].span.length + 1 + end - next.start > width
  }

  private func joined(to width: Int) -> [Line] {
    var paragraphs: [Line] = []
    var goesOn = false
    for index in lines.indices {
      if goesOn, let last = paragraphs.popLast() {
        let span = TextSpan(start: last.span.start, end: lines[index].span.end)
        paragraphs.append(Line(span: span, opensBlock: last.opensBlock))
      } else {
        paragraphs.append(lines[index])
      }
      goesOn = index + 1 < lines.count && !lines[index + 1].opensBlock && isBroken(at: index, width)
    }
    return paragraphs
  }
}
