/// The kinds of temporal expression.
///
/// Source: TimeML 1.2.1, attribute `type` of TIMEX3.
public enum TIMEX3Type: String, Hashable, Sendable, CaseIterable {
  /// A calendar day or something coarser.
  case date = "DATE"
  /// A time of day.
  case time = "TIME"
  /// A length of time.
  case duration = "DURATION"
  /// A recurrence.
  case set = "SET"
}
