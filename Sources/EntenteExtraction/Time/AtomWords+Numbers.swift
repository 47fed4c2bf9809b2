extension AtomWords {
  /// "11", "11th", "eleventh": 1 to 31, not part of a larger number.
  func day(at index: Int) -> Found<Int>? {
    if let ordinal = ordinal(at: index, upTo: 31) { return ordinal }
    guard let value = plainNumber(at: index), (1...31).contains(value), atoms[index].text.utf8.count <= 2,
      !isGluedMark(index + 1, "%"), !isGluedMark(index + 1, ":/") || !isGlued(index + 2)
    else { return nil }
    return (value, index + 1)
  }

  /// "2nd", "second", "twenty-first".
  func ordinal(at index: Int, upTo limit: Int) -> Found<Int>? {
    guard atoms.indices.contains(index) else { return nil }
    if let value = atoms[index].digits {
      guard (1...limit).contains(value), isGlued(index + 1), ["st", "nd", "rd", "th"].contains(folded(index + 1))
      else { return nil }
      return (value, index + 2)
    }
    if let value = NumberWords.ordinals[folded(index)] { return value <= limit ? (value, index + 1) : nil }
    if let tens = NumberWords.tens[folded(index)], folded(index + 1) == "-",
      let unit = NumberWords.ordinals[folded(index + 2)], unit < 10, tens + unit <= limit
    {
      return (tens + unit, index + 3)
    }
    return nil
  }

  /// "first", "second", "latter" before "half".
  func half(at index: Int) -> Found<Int>? {
    switch folded(index) {
    case "first": (1, index + 1)
    case "second", "last", "latter": (2, index + 1)
    default: nil
    }
  }

  /// "Q3", "3Q".
  func shortQuarter(at index: Int) -> Found<Int>? {
    guard isGlued(index + 1) else { return nil }
    let pair = (folded(index), folded(index + 1))
    let digit = pair.0 == "q" ? pair.1 : pair.1 == "q" ? pair.0 : ""
    guard let quarter = Int(digit), (1...4).contains(quarter) else { return nil }
    return (quarter, index + 2)
  }

  /// "three", "12", "2 1/2", "two and a half", "twenty-four", "a hundred", "a couple of", "half a".
  func count(at index: Int) -> Found<Quantity>? {
    guard atoms.indices.contains(index) else { return nil }
    if folded(index) == "half", ["a", "an"].contains(folded(index + 1)) { return (.andHalf(0), index + 2) }
    if let couple = couple(at: index) { return couple }
    if ["a", "an"].contains(folded(index)), !["hundred", "thousand", "dozen"].contains(folded(index + 1)) {
      return (.whole(1), index + 1)
    }
    guard let (value, end) = cardinal(at: index) else { return decimal(at: index) }
    if let afterHalf = half(behind: end) { return (.andHalf(value), afterHalf) }
    return (.whole(value), end)
  }

  /// "3.5", "0.7".
  private func decimal(at index: Int) -> Found<Quantity>? {
    let text = atoms[index].text
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard atoms[index].kind == .number, parts.count == 2, let whole = Int(parts[0]), !parts[1].isEmpty else {
      return nil
    }
    return (parts[1] == "5" ? .andHalf(whole) : .decimal(text), index + 1)
  }

  /// "several", "a few", "the few".
  func vague(at index: Int) -> Int? {
    let start = folded(index) == "a" ? index + 1 : index
    return NumberWords.vague.contains(folded(start)) ? start + 1 : nil
  }

  /// A whole number in digits or words.
  func cardinal(at index: Int) -> Found<Int>? {
    guard atoms.indices.contains(index) else { return nil }
    if atoms[index].kind == .number {
      let digits = atoms[index].text.filter { $0 != "," }
      guard digits.utf8.count <= 9, let value = Int(digits), !isPartOfNumber(index) else { return nil }
      return (value, index + 1)
    }
    guard var (value, end) = smallCardinal(at: index) else {
      guard ["a", "an"].contains(folded(index)), let size = Self.multiplier(folded(index + 1)) else { return nil }
      return (size, index + 2)
    }
    if let size = Self.multiplier(folded(end)) {
      value *= size
      end += 1
      let next = folded(end) == "and" ? end + 1 : end
      if let (rest, restEnd) = smallCardinal(at: next), rest < size { (value, end) = (value + rest, restEnd) }
    }
    return (value, end)
  }

  /// A plain run of digits that no sign or decimal belongs to.
  func plainNumber(at index: Int) -> Int? {
    guard atoms.indices.contains(index), !isPartOfNumber(index) else { return nil }
    return atoms[index].digits
  }

  /// One to ninety-nine in words.
  func smallCardinal(at index: Int) -> Found<Int>? {
    if let value = NumberWords.units[folded(index)] { return (value, index + 1) }
    guard let tens = NumberWords.tens[folded(index)] else { return nil }
    let next = folded(index + 1) == "-" ? index + 2 : index + 1
    if let unit = NumberWords.units[folded(next)], unit < 10 { return (tens + unit, next + 1) }
    return (tens, index + 1)
  }

  /// Whether a currency sign, a hash or another number is glued before the atom.
  private func isPartOfNumber(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = atoms[index - 1]
    if before.kind == .mark, "$€£¥#".contains(before.text) { return true }
    return atoms[index].isGlued && (before.kind == .word || (before.kind == .mark && "/.:".contains(before.text)))
  }

  private func couple(at index: Int) -> Found<Quantity>? {
    let start = folded(index) == "a" ? index + 1 : index
    if folded(start) == "couple" { return (.whole(2), folded(start + 1) == "of" ? start + 2 : start + 1) }
    if folded(start) == "dozen" { return (.whole(12), start + 1) }
    if folded(start) == "dozens" || folded(start) == "hundreds" || folded(start) == "thousands" {
      return folded(start + 1) == "of" ? (.vague, start + 2) : nil
    }
    return nil
  }

  private func half(behind end: Int) -> Int? {
    if folded(end) == "½" { return end + 1 }
    if folded(end) == "1", isGluedMark(end + 1, "/"), folded(end + 2) == "2", isGlued(end + 2) { return end + 3 }
    if folded(end) == "and", ["a", "one"].contains(folded(end + 1)), folded(end + 2) == "half" { return end + 3 }
    if folded(end) == "-", folded(end + 1) == "and" {
      let words = (2...5).map { folded(end + $0) }
      if words == ["-", "a", "-", "half"] { return end + 6 }
    }
    return nil
  }

  private static func multiplier(_ word: String) -> Int? {
    switch word {
    case "dozen": 12
    case "hundred": 100
    case "thousand": 1000
    default: nil
    }
  }
}
