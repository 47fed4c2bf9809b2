/// How many of a unit: exactly, with a half, with decimals, or left open ("several").
enum Quantity: Hashable, Sendable {
  case whole(Int)
  case andHalf(Int)
  case decimal(String)
  case vague

  /// The ISO 8601 duration of this many `unit`s, with `X` for an open number.
  func duration(of unit: TimeUnit) -> String {
    let (letter, size) = unit.isoLetter
    let prefix = unit.isClockUnit ? "PT" : "P"
    switch self {
    case .whole(let count):
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      return overflow ? prefix + "X" + letter : prefix + String(product) + letter
    case .andHalf(let count):
      guard let half = unit.half, count < 1_000_000 else { return "\(prefix)\(count).5\(letter)" }
      if unit == .decade { return "P\(count * 10 + 5)Y" }
      return count == 0 ? prefix + half : "\(prefix)\(count * size)\(letter)\(half)"
    case .decimal(let text): return prefix + text + letter
    case .vague: return prefix + "X" + openLetter(of: unit)
    }
  }

  /// The whole number, where the quantity is one that calendars can count with.
  var count: Int? {
    if case .whole(let count) = self, count < 1_000_000 { count } else { nil }
  }

  private func openLetter(of unit: TimeUnit) -> String {
    switch unit {
    case .decade: "DE"
    case .century: "CE"
    case .millennium: "ML"
    default: unit.isoLetter.letter
    }
  }
}
