extension AtomWords {
  private static let zones: Set<String> = [
    "gmt", "utc", "est", "edt", "cst", "cdt", "pst", "pdt", "cet", "cest", "bst", "eet", "eest", "msk", "et", "ist",
    "jst", "aest",
  ]

  /// "10:30", "10:30 a.m. GMT", "5 p.m.", "1500 GMT", "ten o'clock": minutes after midnight.
  func clock(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index) else { return nil }
    if let found = militaryClock(at: index) { return found }
    guard let (hour, end) = clockNumber(at: index), (0...24).contains(hour) else { return nil }
    var (minute, next) = (0, end)
    let hasMinutes = minutes(at: end)
    if let hasMinutes { (minute, next) = hasMinutes }
    if let (isAfternoon, after) = meridiem(at: next), (1...12).contains(hour) {
      return (((hour % 12) + (isAfternoon ? 12 : 0)) * 60 + minute, zoneEnd(after))
    }
    if folded(next) == "o", isGluedMark(next + 1, "'’"), folded(next + 2) == "clock" {
      return (hour * 60, zoneEnd(next + 3))
    }
    guard hasMinutes != nil, hour * 60 + minute <= 24 * 60 else { return nil }
    return (hour * 60 + minute, zoneEnd(next))
  }

  private func clockNumber(at index: Int) -> Found<Int>? {
    if let value = NumberWords.units[folded(index)] { return (value, index + 1) }
    guard let value = plainNumber(at: index), atoms[index].text.utf8.count <= 2 else {
      return dottedHour(at: index)
    }
    return (value, index + 1)
  }

  /// The hour of "7.30" where "a.m." or "p.m." follows; its minutes are read by `minutes(at:)`.
  private func dottedHour(at index: Int) -> Found<Int>? {
    let parts = atoms[index].text.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count == 2, meridiem(at: index + 1) != nil, let hour = Int(parts[0]) else {
      return nil
    }
    return (hour, index + 1)
  }

  private func minutes(at index: Int) -> Found<Int>? {
    if isGluedMark(index, ":"), isGlued(index + 1), let minute = atoms[index + 1].digits,
      atoms[index + 1].text.utf8.count == 2, minute < 60
    {
      return (minute, index + 2)
    }
    guard index > 0, atoms[index - 1].kind == .number else { return nil }
    let parts = atoms[index - 1].text.split(separator: ".")
    guard parts.count == 2, let minute = Int(parts[1]), minute < 60 else { return nil }
    return (minute, index)
  }

  /// "a.m.", "pm"; true after noon.
  private func meridiem(at index: Int) -> Found<Bool>? {
    switch folded(index) {
    case "am": return (false, index + 1)
    case "pm": return (true, index + 1)
    case "a", "p":
      guard isGluedMark(index + 1, "."), folded(index + 2) == "m" else { return nil }
      return (folded(index) == "p", isGluedMark(index + 3, ".") ? index + 4 : index + 3)
    default: return nil
    }
  }

  /// "1500 GMT", "0735 GMT": only before a zone.
  private func militaryClock(at index: Int) -> Found<Int>? {
    guard let value = plainNumber(at: index), atoms[index].text.utf8.count == 4, value / 100 < 24, value % 100 < 60
    else { return nil }
    let next = folded(index + 1) == "hours" || folded(index + 1) == "hrs" ? index + 2 : index + 1
    let end = zoneEnd(next)
    return end == index + 1 ? nil : (value / 100 * 60 + value % 100, end)
  }

  private func zoneEnd(_ index: Int) -> Int {
    if Self.zones.contains(folded(index)), atoms[index].isCapitalized { return index + 1 }
    if folded(index) == "local", folded(index + 1) == "time" { return index + 2 }
    return index
  }
}
