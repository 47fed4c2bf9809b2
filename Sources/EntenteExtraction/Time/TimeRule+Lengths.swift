extension TimeRule {
  /// Lengths of time.
  static let lengths: [TimeRule] = [
    TimeRule("{count} -? {unit}", .duration, .length),
    TimeRule("{count} - {unit} - long", .duration),
    TimeRule("the? first|last|final {count} {unit}", .duration, .length),
    TimeRule("{count} {unit} {andHalf}", .duration, .length),
    TimeRule("{count} to|or|-|– {count} -? {unit}", .duration, .length),
    TimeRule("{count} full|more|additional|straight|consecutive|trading|business|working {unit}", .duration, .length),
    TimeRule("a|an additional|entire|extra|full {unit}", .duration),
    TimeRule("{vague} more? {units}", .duration, .length),
    TimeRule("{units}", .duration, .bareUnits),
    TimeRule("{unit} -? long", .duration),
    TimeRule("{units} - long", .duration),
    TimeRule("all {longUnit}", .duration),
  ]

  /// Recurrences.
  static let recurrences: [TimeRule] = [
    TimeRule("every|each {unit}", .recurrence),
    TimeRule("every|each {count} {unit}", .recurrence),
    TimeRule("every other {unit}", .recurrence),
    TimeRule("every|each {weekday}", .recurrence),
    TimeRule("every|each {month}", .recurrence),
    TimeRule("every|each {season}", .recurrence),
    TimeRule("every|each {part}", .recurrence),
    TimeRule("{weekdays}", .recurrence),
    TimeRule("once|twice a|per|every {unit}", .recurrence),
    TimeRule("{count} times a|per|every {unit}", .recurrence),
    TimeRule("a|an|per {unit}", .recurrence, .rate),
    TimeRule("hourly", .recurring("PT1H")),
    TimeRule("daily|nightly", .recurring("P1D")),
    TimeRule("weekly", .recurring("P1W")),
    TimeRule("biweekly|fortnightly", .recurring("P2W")),
    TimeRule("monthly", .recurring("P1M")),
    TimeRule("quarterly", .recurring("P1Q"), .adverb),
    TimeRule("yearly|annually", .recurring("P1Y")),
  ]
}
