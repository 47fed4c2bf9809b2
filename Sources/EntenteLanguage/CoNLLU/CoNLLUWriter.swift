package import EntenteModel

/// Writes annotated sentences in the CoNLL-U format of Universal Dependencies 2.
///
/// Ten fields a word; features and enhanced dependencies are left empty. The last field says which named entity a word is
/// part of (`NE=B-PER`, `NE=O`) and whether it touches the next one (`SpaceAfter=No`). Words that are written as one, as in
/// "don't" and "John's", are preceded by a line for the whole.
///
/// Source: https://universaldependencies.org/format.html.
package enum CoNLLUWriter {
  /// The lines of a sentence, with the empty one behind it.
  ///
  /// - Parameters:
  ///   - comments: what precedes the words, each without its `#`.
  ///   - whole: the stretches of tokens that are written as one word.
  ///   - isFollowed: whether nothing parts the last token from what follows the sentence.
  /// - Complexity: O(*n*).
  package static func lines(
    of tokens: [Token], comments: [String], whole: [MultiWordToken], isFollowed: Bool = false
  ) -> String {
    var text = ""
    for comment in comments { text += "# \(line(comment))\n" }
    var next = whole.makeIterator()
    var word = next.next()
    for (place, token) in tokens.enumerated() {
      let touches = touchesNext(place, tokens) ?? isFollowed
      if let whole = word, whole.range.lowerBound == place {
        let touches = touchesNext(whole.range.upperBound - 1, tokens) ?? isFollowed
        let misc = touches ? "SpaceAfter=No" : "_"
        text += "\(place + 1)-\(whole.range.upperBound)\t\(field(whole.form))\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
      }
      let isInside = word.map { $0.range.contains(place) } ?? false
      let misc = [token.entity.map { "NE=\($0)" }, touches && !isInside ? "SpaceAfter=No" : nil].compactMap(\.self)
      let head = token.head.map { $0 == place ? "0" : "\($0 + 1)" }
      let fields = [
        "\(place + 1)", field(token.form), field(token.lemma), token.upos ?? "_", token.xpos ?? "_", "_", head ?? "_",
        token.deprel ?? "_", "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
      ]
      text += fields.joined(separator: "\t") + "\n"
      if let whole = word, whole.range.upperBound == place + 1 { word = next.next() }
    }
    return text + "\n"
  }

  /// Whether a token touches the next one of its sentence; nil for the last.
  private static func touchesNext(_ place: Int, _ tokens: [Token]) -> Bool? {
    place + 1 < tokens.count ? tokens[place].span.end == tokens[place + 1].span.start : nil
  }

  /// A text as one field: none may be empty or hold a tab or a line end.
  private static func field(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "_" }
    return line(text)
  }

  private static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.properties.isWhitespace && $0 != " " }) else {
      return text
    }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar.value < 0x20 || scalar.properties.isWhitespace ? " " : scalar)
    }
    return String(line)
  }
}

/// A written word that holds several tokens.
package struct MultiWordToken: Hashable, Sendable {
  /// Their places in the sentence.
  package var range: Range<Int>
  /// The word as written.
  package var form: String

  package init(range: Range<Int>, form: String) { (self.range, self.form) = (range, form) }

  /// The words among tokens that the ``Tokenizer`` has divided: contractions, possessives and words like "cannot".
  package static func all(in tokens: [Token]) -> [MultiWordToken] {
    var found: [MultiWordToken] = []
    var start = 0
    for place in tokens.indices.dropFirst() {
      if tokens[place - 1].span.end == tokens[place].span.start, isOne(tokens[place - 1], tokens[place]) {
        if place == found.last?.range.upperBound { found.removeLast() } else { start = place - 1 }
        let range = start..<place + 1
        found.append(MultiWordToken(range: range, form: tokens[range].map(\.form).joined()))
      }
    }
    return found
  }

  private static func isOne(_ first: Token, _ second: Token) -> Bool {
    let scalars = Array(second.form.unicodeScalars)
    if let apostrophe = scalars.first, apostrophe.isApostrophe {
      return scalars.count == 1 ? second.xpos == "POS" : Clitics.isSuffix(scalars[1...])
    }
    let word = Array(first.form.unicodeScalars) + scalars
    let division = word.count - scalars.count
    return Clitics.fusedSplit(word[...]) == division || scalars.count == 3 && Clitics.cut(word[...]) == division
  }
}
