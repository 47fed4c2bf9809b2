import EntenteModel

/// A run of letters, a number or a single mark: what temporal patterns are made of.
///
/// Atoms do not depend on how a tokeniser divides "10:30", "two-day" or "Friday's".
struct TimeAtom: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    /// Digits, with the thousands and decimals that belong to them.
    case number
    case mark
  }

  var text: String
  /// `text` in lower case.
  var folded: String
  var kind: Kind
  /// The token that it begins in.
  var token: Int
  /// The token that it ends in.
  var lastToken: Int
  var span: TextSpan
  /// Whether it stands without white space after the one before it.
  var isGlued: Bool

  /// Whether it begins with a capital letter.
  var isCapitalized: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }

  /// The value of plain digits without thousands or decimals, up to nine of them.
  var digits: Int? {
    kind == .number && text.utf8.count <= 9 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  /// The atoms of a sentence's tokens.
  ///
  /// A token whose span has another length than its form keeps its own span for each of its atoms.
  ///
  /// - Complexity: O(*n*) in the scalars of the forms.
  static func atoms(of tokens: [Token]) -> [TimeAtom] {
    var atoms: [TimeAtom] = []
    var end: Int?
    for (index, token) in tokens.enumerated() {
      append(token, index, gluedTo: end, to: &atoms)
      end = token.span.end
    }
    return joiningNumbers(atoms)
  }

  private static func append(_ token: Token, _ index: Int, gluedTo end: Int?, to atoms: inout [TimeAtom]) {
    let scalars = Array(token.form.unicodeScalars)
    let isAligned = scalars.count == token.span.length
    var place = 0
    while place < scalars.count {
      let kind = kind(scalars[place])
      var next = place + 1
      if kind != .mark { while next < scalars.count, self.kind(scalars[next]) == kind { next += 1 } }
      if let kind {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[place..<next])
        let span =
          isAligned
          ? TextSpan(start: token.span.start + place, end: token.span.start + next) : token.span
        let glued = place > 0 ? self.kind(scalars[place - 1]) != nil : end == token.span.start
        atoms.append(
          TimeAtom(
            text: String(text), folded: String(text).lowercased(), kind: kind, token: index, lastToken: index,
            span: span, isGlued: glued))
      }
      place = next
    }
  }

  /// The kind of atom a scalar belongs to; `nil` for white space.
  private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
    if (0x30...0x39).contains(scalar.value) { return .number }
    if scalar.properties.isWhitespace { return nil }
    return scalar.properties.isAlphabetic ? .word : .mark
  }

  /// Joins "2" "," "000" and "3" "." "5" where nothing stands between them.
  private static func joiningNumbers(_ atoms: [TimeAtom]) -> [TimeAtom] {
    var joined: [TimeAtom] = []
    joined.reserveCapacity(atoms.count)
    var index = 0
    while index < atoms.count {
      var atom = atoms[index]
      index += 1
      while atom.kind == .number, index + 1 < atoms.count, continues(atom, atoms[index], atoms[index + 1]) {
        let digits = atoms[index + 1]
        atom.text += atoms[index].text + digits.text
        atom.span.end = max(atom.span.end, digits.span.end)
        atom.lastToken = digits.lastToken
        index += 2
      }
      atom.folded = atom.text.lowercased()
      joined.append(atom)
    }
    return joined
  }

  private static func continues(_ number: TimeAtom, _ mark: TimeAtom, _ digits: TimeAtom) -> Bool {
    guard mark.isGlued, digits.isGlued, digits.kind == .number else { return false }
    switch mark.text {
    case ",": return digits.text.utf8.count == 3 && !number.text.contains(".")
    case ".": return digits.text.utf8.count <= 2 || !number.text.contains(".")
    default: return false
    }
  }
}
