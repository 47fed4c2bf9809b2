/// How what a pattern caught is to be read.
enum TimeReading: Hashable, Sendable {
  /// The calendar fields name a day or a period, in full or in part.
  case calendar
  /// The last day of that name before the document's date.
  case lastNamed
  /// A fiscal year, whose days differ from country to country and firm to firm.
  case fiscalYear
  /// A unit, weekday, month, season or quarter, `shift` steps from the document's own.
  case shifted
  /// A unit so many steps from the last time that the sentence names ("the following year").
  case anchored(Int)
  /// A unit, so many steps from the document's own.
  case unit(TimeUnit, Int)
  /// A quarter, so many steps from one that the sentence names.
  case quarterFromAnchor(Int)
  /// So many days from the document's date.
  case dayOffset(Int)
  /// The night so many days from the document's date.
  case night(Int)
  /// A length of time back from the document's date.
  case ago
  /// A length of time on from the document's date.
  case ahead
  /// A length of time from the last time that the sentence names; its sign.
  case fromAnchor(Int)
  /// A length of time that ends (-1) or begins (1) at the document's date.
  case stretch(Int)
  /// A length of time.
  case duration
  /// A recurrence.
  case recurrence
  /// A recurrence with this TIMEX3 value.
  case recurring(String)
  /// The present, past or future as such, by TIMEX3 value.
  case reference(String)
  /// A time of day without a day.
  case timeOfDay
}

/// What more has to hold around a match.
enum TimeGuard: Hashable, Sendable {
  case none
  /// Four digits must stand where a year may stand.
  case bareYear
  /// A month name must not be a verb or a person.
  case bareMonth
  /// A season's word must not be a verb.
  case bareSeason
  /// "the 12th" must not go on to name what is twelfth.
  case bareOrdinal
  /// A length must be no age and no share.
  case length
  /// Units without a number need a word that makes them a length.
  case bareUnits
  /// "a year" after a sum or number is a recurrence, else not.
  case rate
  /// A part of the day needs a word that makes it a time.
  case barePart
  /// "the year" is the document's own behind "end of", "rest of" and "for".
  case wholeYear
  /// A word such as "quarterly" that is no recurrence before a noun.
  case adverb
  /// "the past" and "the future" must not describe a noun.
  case bareReference
}

/// A pattern with its reading.
struct TimeRule: Hashable, Sendable {
  var pattern: TimePattern
  var reading: TimeReading
  var condition: TimeGuard

  init(_ pattern: String, _ reading: TimeReading, _ condition: TimeGuard = .none) {
    self.pattern = TimePattern(pattern)
    self.reading = reading
    self.condition = condition
  }

  /// Every rule; of two matches of one length the earlier rule's counts.
  static let all: [TimeRule] = dates + shifts + lengths + recurrences + references
}
