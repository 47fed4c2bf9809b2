/// Reads calendar words out of a sentence's atoms.
struct AtomWords {
  typealias Found<Value> = (value: Value, end: Int)

  let atoms: [TimeAtom]

  init(_ atoms: [TimeAtom]) { self.atoms = atoms }

  /// The atom's text in lower case, or an empty string behind the end.
  func folded(_ index: Int) -> String { atoms.indices.contains(index) ? atoms[index].folded : "" }

  /// Whether an atom stands at `index` without white space before it.
  func isGlued(_ index: Int) -> Bool { atoms.indices.contains(index) && atoms[index].isGlued }

  /// Whether the atom at `index` is a mark among `marks`, glued to the one before it.
  func isGluedMark(_ index: Int, _ marks: String) -> Bool { isGlued(index) && marks.contains(atoms[index].text) }

  // MARK: - Names of months, days and seasons

  func month(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index), atoms[index].isCapitalized else { return nil }
    if let month = CalendarWords.months[atoms[index].folded] { return (month, index + 1) }
    guard let month = CalendarWords.shortMonths[atoms[index].folded] else { return nil }
    return (month, isGluedMark(index + 1, ".") ? index + 2 : index + 1)
  }

  func weekday(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index), atoms[index].isCapitalized else { return nil }
    return CalendarWords.weekdays[atoms[index].folded].map { ($0, index + 1) }
  }

  func pluralWeekday(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index), atoms[index].isCapitalized else { return nil }
    return CalendarWords.pluralWeekdays[atoms[index].folded].map { ($0, index + 1) }
  }

  func shortWeekday(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index), atoms[index].isCapitalized,
      let weekday = CalendarWords.shortWeekdays[atoms[index].folded]
    else { return nil }
    return (weekday, isGluedMark(index + 1, ".") ? index + 2 : index + 1)
  }

  func season(at index: Int) -> Found<Season>? { Season.words[folded(index)].map { ($0, index + 1) } }

  func part(at index: Int) -> Found<DayPart>? { DayPart.words[folded(index)].map { ($0, index + 1) } }

  func holiday(at index: Int) -> Found<Holiday>? {
    guard atoms.indices.contains(index), atoms[index].isCapitalized else { return nil }
    for length in stride(from: min(5, atoms.count - index), through: 1, by: -1) {
      let words = atoms[index..<(index + length)].map(\.folded).joined(separator: " ")
      if let holiday = Holiday.words[words] { return (holiday, index + length) }
    }
    return nil
  }

  // MARK: - Units and shifts

  func unit(at index: Int, _ slot: TimeSlot) -> Found<TimeUnit>? {
    guard let unit = TimeUnit.words[folded(index)] else { return nil }
    let isPlural = folded(index).hasSuffix("s") || folded(index) == "millennia"
    switch slot {
    case .units where !isPlural: return nil
    case .longUnit where unit.isClockUnit || isPlural: return nil
    default: return (unit, index + 1)
    }
  }

  /// Words that shift a unit or name: -1 back, 0 not at all, 1 on.
  static let shifts: [String: Int] = [
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
    "following": 1, "upcoming": 1, "forthcoming": 1,
  ]

  func shift(at index: Int, _ slot: TimeSlot) -> Found<Int>? {
    // "this past spring", "this coming Sunday".
    let isDouble = folded(index) == "this" && ["past", "coming"].contains(folded(index + 1))
    let place = isDouble ? index + 1 : index
    guard let step = Self.shifts[folded(place)] else { return nil }
    switch slot {
    case .past where step != -1: return nil
    case .future where step != 1: return nil
    default: return (step, place + 1)
    }
  }
}
