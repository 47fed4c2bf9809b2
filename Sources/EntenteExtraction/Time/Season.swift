/// A season of the northern hemisphere in meteorological months.
enum Season: String, Hashable, Sendable, CaseIterable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// Season words.
  static let words: [String: Season] = [
    "spring": .spring, "springtime": .spring, "summer": .summer, "summertime": .summer, "autumn": .autumn,
    "fall": .autumn, "winter": .winter, "wintertime": .winter,
  ]

  /// Its first month; it lasts three, so winter ends in February of the year after.
  var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}
