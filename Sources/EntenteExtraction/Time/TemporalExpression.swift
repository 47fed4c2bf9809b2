public import EntenteModel

/// Words of a sentence that name a time, a length of time or a recurrence, and what they stand for.
public struct TemporalExpression: Hashable, Sendable {
  /// The tokens of the sentence that hold it.
  public var tokens: Range<Int>
  /// Where it stands in the repaired text; it may end inside a token ("Friday" of an undivided "Friday's").
  public var span: TextSpan
  /// The words as written, with one space where the text has white space.
  public var text: String
  /// Its TIMEX3 type.
  public var type: TIMEX3Type
  /// Its TIMEX3 value, as in `2026-02-11`, `2026-W07`, `P2Y` or `PRESENT_REF`, with `X` where the text
  /// leaves a digit open.
  public var value: String
  /// The smallest interval of days that the words support.
  ///
  /// It is `nil` for recurrences, for durations that neither begin nor end at the document's date, for fiscal
  /// years, and where the words, or the want of a document date, leave it open.
  public var timeSpan: TimeSpan?
  /// How the word before it relates a statement to it.
  public var relation: TemporalRelation

  /// An expression of its parts.
  public init(
    tokens: Range<Int>, span: TextSpan, text: String, type: TIMEX3Type, value: String, timeSpan: TimeSpan?,
    relation: TemporalRelation
  ) {
    self.tokens = tokens
    self.span = span
    self.text = text
    self.type = type
    self.value = value
    self.timeSpan = timeSpan
    self.relation = relation
  }
}
