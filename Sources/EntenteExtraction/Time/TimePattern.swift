/// A sequence of words, marks and slots that atoms are held against.
///
/// Spelling: elements stand apart by spaces; `last|past` is either word; `{month}` is a slot; a `?`
/// behind an element makes it optional. Words are in lower case.
struct TimePattern: Hashable, Sendable {
  enum Element: Hashable, Sendable {
    case words([String])
    case slot(TimeSlot)
  }

  struct Step: Hashable, Sendable {
    var element: Element
    var isOptional: Bool
  }

  /// The pattern as spelled.
  let text: String
  let steps: [Step]

  /// Reads a pattern.
  ///
  /// - Precondition: every slot it names exists.
  init(_ text: String) {
    self.text = text
    steps = text.split(separator: " ").map { piece in
      var piece = piece
      let isOptional = piece.count > 1 && piece.hasSuffix("?")
      if isOptional { piece.removeLast() }
      guard piece.hasPrefix("{"), piece.hasSuffix("}") else {
        return Step(element: .words(piece.split(separator: "|").map(String.init)), isOptional: isOptional)
      }
      guard let slot = TimeSlot(rawValue: String(piece.dropFirst().dropLast())) else {
        preconditionFailure("no slot \(piece) is known to temporal patterns")
      }
      return Step(element: .slot(slot), isOptional: isOptional)
    }
  }

  /// What a match can begin with.
  var openings: [Element] {
    let last = steps.firstIndex { !$0.isOptional } ?? steps.count - 1
    return steps.prefix(last + 1).map(\.element)
  }

  /// Where the longest match from `start` ends and what it caught, or `nil`.
  func match(_ atoms: [TimeAtom], at start: Int) -> (end: Int, fields: TimeFields)? {
    match(atoms, at: start, step: 0, fields: TimeFields())
  }

  private func match(
    _ atoms: [TimeAtom], at place: Int, step: Int, fields: TimeFields
  ) -> (end: Int, fields: TimeFields)? {
    guard step < steps.count else { return (place, fields) }
    var caught = fields
    var best: (end: Int, fields: TimeFields)?
    if place < atoms.count, let next = consume(steps[step].element, atoms, place, &caught) {
      best = match(atoms, at: next, step: step + 1, fields: caught)
    }
    if steps[step].isOptional, let without = match(atoms, at: place, step: step + 1, fields: fields),
      without.end > best?.end ?? -1
    {
      best = without
    }
    return best
  }

  private func consume(
    _ element: Element, _ atoms: [TimeAtom], _ place: Int, _ fields: inout TimeFields
  ) -> Int? {
    switch element {
    case .words(let words): words.contains(atoms[place].folded) ? place + 1 : nil
    case .slot(let slot): slot.match(atoms, at: place, &fields)
    }
  }
}
