/// How an expression's governing words place a statement on the time line.
public enum TemporalRelation: String, Hashable, Sendable, CaseIterable {
  /// At, in or on the time; also where no word governs it.
  case at
  /// No later than it: a deadline ("by 2029").
  case by
  /// From it on ("since 2022", "from March").
  case since
  /// Up to it ("until June", "from March to May").
  case until
  /// Earlier than it.
  case before
  /// Later than it.
  case after
  /// Over the whole of it or somewhere within it ("during 2024", "throughout July").
  case during
}
