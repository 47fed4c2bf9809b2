import EntenteModel

extension AtomWords {
  /// Years that text may mean by four digits.
  static let plausibleYears = 1000...2100

  /// "2026" or "nineteen ninety-six".
  func year(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index) else { return nil }
    if atoms[index].kind == .number {
      guard let value = plainNumber(at: index), atoms[index].text.utf8.count == 4,
        Self.plausibleYears.contains(value), !isYearOfSomethingElse(index)
      else { return nil }
      return (value, index + 1)
    }
    return spokenYear(at: index)
  }

  /// "2021-2024", "2021–24", "2021/22".
  func years(at index: Int) -> Found<(Int?, Int?)>? {
    guard let first = plainNumber(at: index), atoms[index].text.utf8.count == 4, Self.plausibleYears.contains(first),
      isGluedMark(index + 1, "-–/"), isGlued(index + 2), let last = atoms[index + 2].digits,
      !isGluedMark(index + 3, "-–/%") || !isGlued(index + 4)
    else { return nil }
    let year: Int
    switch atoms[index + 2].text.utf8.count {
    case 4: year = last
    case 2: year = first / 100 * 100 + last
    default: return nil
    }
    guard first < year, Self.plausibleYears.contains(year) else { return nil }
    return ((first, year), index + 3)
  }

  /// "'98": the last year before or at 2049 that ends so.
  func shortYear(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index), "'’‘".contains(atoms[index].text), isGlued(index + 1),
      let value = atoms[index + 1].digits, atoms[index + 1].text.utf8.count == 2
    else { return nil }
    return (value < 50 ? 2000 + value : 1900 + value, index + 2)
  }

  /// "1990s", "'90s", "mid-nineties".
  func decade(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index) else { return nil }
    if let year = plainNumber(at: index), atoms[index].text.utf8.count == 4, year % 10 == 0,
      Self.plausibleYears.contains(year), let end = pluralEnd(index + 1)
    {
      return (year / 10, end)
    }
    if let tens = NumberWords.decades[folded(index)] { return ((tens < 3 ? 200 : 190) + tens, index + 1) }
    if "'’‘".contains(atoms[index].text), isGlued(index + 1), let value = atoms[index + 1].digits,
      atoms[index + 1].text.utf8.count == 2, value % 10 == 0, let end = pluralEnd(index + 2)
    {
      return ((value < 30 ? 200 : 190) + value / 10, end)
    }
    return nil
  }

  /// "20th century", "nineteenth-century".
  func century(at index: Int) -> Found<Int>? {
    guard let (number, end) = ordinal(at: index, upTo: 30) else { return nil }
    let next = folded(end) == "-" ? end + 1 : end
    guard folded(next) == "century" else { return nil }
    return ((number - 1) * 100 + 1, next + 1)
  }

  /// "2026-02-11", "2026/2/11", "13/02/2026", "13.02.2026"; never where day and month can change places.
  func numericDate(at index: Int) -> Found<(Int?, Int?, Int?)>? {
    guard index + 4 < atoms.count, atoms[index].kind == .number, (1...4).allSatisfy({ isGlued(index + $0) }),
      "-/.".contains(atoms[index + 1].text), atoms[index + 3].text == atoms[index + 1].text,
      !isGluedMark(index + 5, "-/") || !isGlued(index + 6)
    else { return dottedDate(at: index) }
    return Self.ymd([atoms[index].text, atoms[index + 2].text, atoms[index + 4].text]).map { ($0, index + 5) }
  }

  /// "13.02.2026", whose dots the numbers have taken in.
  private func dottedDate(at index: Int) -> Found<(Int?, Int?, Int?)>? {
    guard atoms.indices.contains(index), atoms[index].kind == .number else { return nil }
    let parts = atoms[index].text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return Self.ymd(parts).map { ($0, index + 1) }
  }

  private static func ymd(_ parts: [String]) -> (Int?, Int?, Int?)? {
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { part in part.utf8.count <= 4 ? Int(part) : nil }
    guard numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 { return valid(numbers[0], numbers[1], numbers[2]) }
    guard parts[2].utf8.count == 4 else { return nil }
    let dayFirst = valid(numbers[2], numbers[1], numbers[0])
    let monthFirst = valid(numbers[2], numbers[0], numbers[1])
    if numbers[0] == numbers[1] { return dayFirst }
    return dayFirst == nil ? monthFirst : monthFirst == nil ? dayFirst : nil
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> (Int?, Int?, Int?)? {
    plausibleYears.contains(year) && CalendarDate(year: year, month: month, day: day) != nil ? (year, month, day) : nil
  }

  private func pluralEnd(_ index: Int) -> Int? {
    if folded(index) == "s", isGlued(index) { return index + 1 }
    if isGluedMark(index, "'’"), folded(index + 1) == "s", isGlued(index + 1) { return index + 2 }
    return nil
  }

  /// Whether four digits are a part of a larger number, a sum or a share.
  private func isYearOfSomethingElse(_ index: Int) -> Bool {
    guard isGlued(index + 1) else { return false }
    let next = atoms[index + 1]
    if "-–/".contains(next.text), isGlued(index + 2), atoms[index + 2].kind == .number { return true }
    return next.kind == .word || "%°/:".contains(next.text)
  }

  /// "nineteen ninety-six", "two thousand six", "twenty twenty-four".
  private func spokenYear(at index: Int) -> Found<Int>? {
    if folded(index) == "two", folded(index + 1) == "thousand" {
      let next = folded(index + 2) == "and" ? index + 3 : index + 2
      if let (rest, end) = smallCardinal(at: next) { return (2000 + rest, end) }
      return (2000, index + 2)
    }
    guard let (century, end) = smallCardinal(at: index), (16...20).contains(century),
      let (rest, restEnd) = smallCardinal(at: end), rest >= 10, end == index + 1
    else { return nil }
    return (century * 100 + rest, restEnd)
  }
}
