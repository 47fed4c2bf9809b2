import EntenteModel

/// A document with its file read anew, and which of its scalars are at odds with their bytes.
struct DocumentCheck {
  private let document: DocumentRecord
  private let source: ReadSource
  private let unit: OffsetUnit
  /// How many of the scalars before each are at odds with their bytes.
  private var oddBefore: [Int] = [0]

  /// Checks what does not hang on a fact: the file, its text, sentences and repairs.
  init(_ document: DocumentRecord, _ source: ReadSource, _ unit: OffsetUnit, _ report: inout VerificationReport) {
    self.document = document
    self.source = source
    self.unit = unit
    if source.sha256 != document.sha256 {
      report.fail(
        document, "", "sha256",
        "the file has the SHA-256 \(source.sha256), and the facts were taken from \(document.sha256); extract it again")
    }
    guard source.text.scalarCount == source.offsets.scalarCount else {
      report.fail(
        document, "", "text",
        "the text has \(source.text.scalarCount) scalars, and the way back to the bytes \(source.offsets.scalarCount)")
      return
    }
    let repaired = checkRepairs(&report)
    checkText(apartFrom: repaired, &report)
    for sentence in document.sentences {
      report.checked.sentences += 1
      check(sentence.span, nil, "sentence", "", &report)
    }
  }

  /// Checks that words stand at a place and are cut from the file there; `text` is `nil` where only the place is known.
  func check(
    _ span: TextSpan, _ text: String?, _ check: String, _ fact: String, _ report: inout VerificationReport
  ) {
    guard source.text.scalarCount == source.offsets.scalarCount else { return }
    let place = "\(span.start)-\(span.end)"
    guard !span.isEmpty else { return report.fail(document, fact, check, "its place \(place) is empty") }
    guard let scalars = scalars(of: span, reading: text) else {
      return report.fail(document, fact, check, "its place \(place) is none of the document's")
    }
    if let text, source.text[scalars] != text {
      return report.fail(
        document, fact, check, "at \(place) stands “\(source.text[scalars])”, and “\(text)” was expected")
    }
    let bytes = source.offsets.bytes(of: scalars)
    guard bytes.upperBound <= source.bytes.count else {
      return report.fail(document, fact, check, "its bytes \(bytes) lie outside the file of \(source.bytes.count)")
    }
    if oddBefore[scalars.end] != oddBefore[scalars.start] {
      report.fail(document, fact, check, "the bytes \(bytes) do not say “\(source.text[scalars])”")
    }
  }

  /// The scalars at a place, whatever it counts; of several that share bytes, those that read `text`.
  private func scalars(of span: TextSpan, reading text: String?) -> TextSpan? {
    switch unit {
    case .scalars: return source.text.contains(span) ? span : nil
    case .originalBytes:
      let (firsts, lasts) = source.offsets.scalars(beginning: span.start, ending: span.end)
      let spans = firsts.flatMap { first in
        lasts.filter { $0 >= first }.map { TextSpan(start: first, end: $0 + 1) }
      }
      return spans.first { text == nil || source.text[$0] == text } ?? spans.first
    }
  }

  /// Checks every repair and gives the scalars that repairs made.
  private func checkRepairs(_ report: inout VerificationReport) -> [TextSpan] {
    var repaired: [TextSpan] = []
    for repair in document.repairs {
      report.checked.repairs += 1
      let place = "\(repair.span.start)-\(repair.span.end)"
      guard let scalars = scalars(of: repair.span, reading: repair.replacement),
        source.text[scalars] == repair.replacement
      else {
        report.fail(document, "", "repair", "at \(place) the text does not read “\(repair.replacement)”")
        continue
      }
      let bytes = source.offsets.bytes(of: scalars)
      guard bytes.upperBound <= source.bytes.count, source.decode(source.bytes[bytes]) == repair.original else {
        report.fail(
          document, "", "repair", "at \(place) the bytes \(bytes) of the file do not say “\(repair.original)”")
        continue
      }
      repaired.append(scalars)
    }
    return repaired.sorted()
  }

  /// Decodes the bytes of each scalar that no repair made.
  private mutating func checkText(apartFrom repaired: [TextSpan], _ report: inout VerificationReport) {
    var next = repaired[...]
    var odd = 0
    oddBefore.reserveCapacity(source.text.scalarCount + 1)
    for (place, scalar) in source.text.string.unicodeScalars.enumerated() {
      while let first = next.first, first.end <= place { next.removeFirst() }
      let isRepaired = next.first.map { $0.start <= place } ?? false
      // White space may stand for any stretch of white space and markup.
      if !isRepaired && !scalar.properties.isWhitespace {
        report.checked.scalars += 1
        if !says(scalar, at: place) { odd += 1 }
      }
      oddBefore.append(odd)
    }
    if odd > 0 {
      report.fail(document, "", "text", "\(odd) scalars of the text are at odds with their bytes in the file")
    }
  }

  private func says(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
    let bytes = source.offsets.bytes(ofScalar: place)
    guard bytes.upperBound <= source.bytes.count else { return false }
    return source.decode(source.bytes[bytes]).map { $0.unicodeScalars.elementsEqual([scalar]) } ?? false
  }
}
