public import EntenteModel

/// Finds the temporal expressions of a sentence and resolves them against the document's date.
///
/// Rules over words find them; no two overlap. What the words leave open stays open in the value, and
/// nothing gets an interval of days that the words and the document's date do not support.
public struct TemporalTagger: Sendable {
  /// A tagger; all are alike.
  public init() {}

  /// The temporal expressions, in text order.
  ///
  /// - Parameter documentDate: the day the document speaks from; without it "Wednesday" keeps an open value.
  /// - Complexity: O(*n*) in the sentence's tokens.
  public func expressions(in sentence: Sentence, documentDate: CalendarDate?) -> [TemporalExpression] {
    var memory = NamedTimes()
    return expressions(in: sentence, documentDate: documentDate, memory: &memory)
  }

  /// The temporal expressions of a document's sentences, in order.
  ///
  /// A time of day without a day ("at 10 p.m.") takes the last day named before it, and "the quarter" the last
  /// quarter, both with the basis `inherited`.
  ///
  /// - Complexity: O(*n*) in the tokens.
  public func expressions(in sentences: [Sentence], documentDate: CalendarDate?) -> [[TemporalExpression]] {
    var memory = NamedTimes()
    return sentences.map { expressions(in: $0, documentDate: documentDate, memory: &memory) }
  }

  private func expressions(
    in sentence: Sentence, documentDate: CalendarDate?, memory: inout NamedTimes
  ) -> [TemporalExpression] {
    let atoms = TimeAtom.atoms(of: sentence.tokens)
    var found = Self.resolved(atoms, documentDate, &memory)
    TimeOfDayPlacer.place(&found, lastDay: memory.day)
    for case .day(let day)? in found.map(\.time.period) { memory.day = day }
    let governor = TimeGovernor(atoms: atoms)
    return found.indices.map { index in
      let range = found[index].match.atoms
      let relation = governor.relation(of: range, previous: index > 0 ? found[index - 1].match.atoms : nil)
      return Self.expression(atoms, range, found[index].time, relation)
    }
  }

  /// The matches that name something the calendar has, each counted from those before it where it must be.
  private static func resolved(
    _ atoms: [TimeAtom], _ documentDate: CalendarDate?, _ memory: inout NamedTimes
  ) -> [PlacedMatch] {
    let cues = TenseCues(atoms: atoms)
    let words = AtomWords(atoms)
    var resolver = TimeResolver(documentDate: documentDate)
    resolver.quarter = memory.quarter
    let found = TimeMatcher(atoms: atoms).matches().compactMap { match -> PlacedMatch? in
      // A wrong week is the likelier mistake than a wrong year, so weekdays ask for plainer cues.
      let isWeekday = match.fields.weekday != nil && match.fields.day == nil
      resolver.direction = cues.direction(around: match.atoms, countingInfinitives: !isWeekday)
      // Results of a quarter are expected when it is over: "will report a third-quarter loss".
      if match.fields.quarter != nil, resolver.direction == .future { resolver.direction = .perhapsFuture }
      resolver.followsIn = words.folded(match.atoms.lowerBound - 1) == "in"
      resolver.isCompared = cues.isCompared(match.atoms)
      guard let time = resolver.resolve(match.fields, as: match.rule.reading) else { return nil }
      resolver.anchor = time.period ?? resolver.anchor
      if case .quarter? = time.period, time.timeSpan?.basis != .inherited { resolver.quarter = time.period }
      return PlacedMatch(match: match, time: time)
    }
    memory.quarter = resolver.quarter
    return found
  }

  /// What earlier sentences named.
  private struct NamedTimes {
    var day: CalendarDate?
    var quarter: CalendarPeriod?
  }

  private static func expression(
    _ atoms: [TimeAtom], _ range: Range<Int>, _ resolved: ResolvedTime, _ relation: TemporalRelation
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
