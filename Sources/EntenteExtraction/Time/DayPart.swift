/// A part of the day, spelled as TIMEX3 does.
enum DayPart: String, Hashable, Sendable, CaseIterable {
  case morning = "TMO"
  case midday = "TMI"
  case afternoon = "TAF"
  case evening = "TEV"
  case night = "TNI"
  case daytime = "TDT"
  case noon = "T12:00"
  case midnight = "T24:00"

  /// Words for parts of the day.
  static let words: [String: DayPart] = [
    "morning": .morning, "mornings": .morning, "dawn": .morning, "daybreak": .morning, "sunrise": .morning,
    "midday": .midday, "afternoon": .afternoon, "afternoons": .afternoon, "evening": .evening,
    "evenings": .evening, "dusk": .evening, "sunset": .evening, "nightfall": .night, "night": .night,
    "nights": .night, "noon": .noon, "midnight": .midnight, "daytime": .daytime,
  ]
}
