package import EntenteModel

/// Finds the temporal expressions of a sentence and resolves them against the document's date.
///
/// Rules over words find them; no two overlap. What the words leave open stays open in the value, and
/// nothing gets an interval of days that the words and the document's date do not support.
package struct TemporalTagger: Sendable {
  /// A tagger; all are alike.
  package init() {}

  /// The temporal expressions, in text order.
  ///
  /// - Parameter documentDate: the day the document speaks from; without it "Wednesday" keeps an open value.
  /// - Complexity: O(*n*) in the sentence's tokens.
  package func expressions(in sentence: Sentence, documentDate: CalendarDate?) -> [TemporalExpression] {
    let atoms = TimeAtom.atoms(of: sentence.tokens)
    let cues = TenseCues(atoms: atoms)
    let governor = TimeGovernor(atoms: atoms)
    var resolver = TimeResolver(documentDate: documentDate)
    var expressions: [TemporalExpression] = []
    var previous: Range<Int>?
    for match in TimeMatcher(atoms: atoms).matches() {
      resolver.direction = cues.direction(around: match.atoms)
      resolver.followsIn = AtomWords(atoms).folded(match.atoms.lowerBound - 1) == "in"
      guard let resolved = resolver.resolve(match.fields, as: match.rule.reading) else { continue }
      resolver.anchor = resolved.period ?? resolver.anchor
      let relation = governor.relation(of: match.atoms, previous: previous)
      expressions.append(Self.expression(atoms, sentence, match.atoms, resolved, relation))
      previous = match.atoms
    }
    return expressions
  }

  private static func expression(
    _ atoms: [TimeAtom], _ sentence: Sentence, _ range: Range<Int>, _ resolved: ResolvedTime,
    _ relation: TemporalRelation
  ) -> TemporalExpression {
    let first = atoms[range.lowerBound]
    let last = atoms[range.upperBound - 1]
    var text = ""
    for index in range {
      if index > range.lowerBound, !atoms[index].isGlued { text += " " }
      text += atoms[index].text
    }
    return TemporalExpression(
      tokens: first.token..<(last.lastToken + 1),
      span: TextSpan(start: first.span.start, end: max(first.span.end, last.span.end)),
      text: text, type: resolved.type, value: resolved.value, timeSpan: resolved.timeSpan, relation: relation)
  }
}
