import EntenteModel

/// A day as a line of text names it.
struct WrittenDate: Hashable, Sendable {
  var month: Int
  var day: Int
  /// Nil where the text leaves it out.
  var year: Int?
  /// How many words and marks it takes.
  var length: Int

  /// The day, where the year is known or given.
  func date(year given: Int? = nil) -> CalendarDate? {
    guard let year = year ?? given else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Reads the date that begins at `index`, if one does.
  ///
  /// It knows "February 13, 2026", "Feb. 13", "13 Feb 2026", "13th of February, 2026", "2026-02-13",
  /// "2026/2/13", "13.02.2026", and "2/13/2026" where one of the numbers can only be the day.
  init?(_ words: [Passage.Word], at index: Int) {
    guard index < words.count else { return nil }
    if let found = Self.numeric(words[index].folded) {
      self = found
      return
    }
    let found = Self.monthFirst(words, index) ?? Self.dayFirst(words, index)
    guard let found, found.isPossible else { return nil }
    self = found
  }

  private init(month: Int, day: Int, year: Int?, length: Int) {
    self.month = month
    self.day = day
    self.year = year
    self.length = length
  }

  private var isPossible: Bool { CalendarDate(year: year ?? 2024, month: month, day: day) != nil }

  // MARK: - Words

  private static func monthFirst(_ words: [Passage.Word], _ index: Int) -> WrittenDate? {
    guard let month = month(words[index]), index + 1 < words.count, let day = day(words[index + 1].folded) else {
      return nil
    }
    let (year, length) = yearBehind(words, index + 2)
    return WrittenDate(month: month, day: day, year: year, length: 2 + length)
  }

  private static func dayFirst(_ words: [Passage.Word], _ index: Int) -> WrittenDate? {
    guard let day = day(words[index].folded) else { return nil }
    var place = index + 1
    if place < words.count, words[place].folded == "of" { place += 1 }
    guard place < words.count, let month = month(words[place]) else { return nil }
    let (year, length) = yearBehind(words, place + 1)
    return WrittenDate(month: month, day: day, year: year, length: place + 1 - index + length)
  }

  private static func yearBehind(_ words: [Passage.Word], _ index: Int) -> (year: Int?, length: Int) {
    var place = index
    if place < words.count, words[place].folded == "," { place += 1 }
    guard place < words.count, let year = year(words[place].folded) else { return (nil, 0) }
    return (year, place + 1 - index)
  }

  private static func month(_ word: Passage.Word) -> Int? {
    guard word.isCapitalised else { return nil }
    return months[word.folded.hasSuffix(".") ? String(word.folded.dropLast()) : word.folded]
  }

  private static func day(_ text: String) -> Int? {
    var digits = Substring(text)
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
    guard digits.utf8.count <= 2, let day = number(digits), (1...31).contains(day) else { return nil }
    return day
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = number(text[...]), (1800...2199).contains(year) else { return nil }
    return year
  }

  // MARK: - Numbers

  private static func numeric(_ text: String) -> WrittenDate? {
    guard (8...10).contains(text.utf8.count) else { return nil }
    for separator: Character in ["-", "/", "."] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let numbers = parts.compactMap { $0.utf8.count <= 4 ? number($0) : nil }
      guard numbers.count == 3 else { return nil }
      return numeric(numbers, isYearFirst: parts[0].utf8.count == 4, separator)
    }
    return nil
  }

  private static func numeric(_ parts: [Int], isYearFirst: Bool, _ separator: Character) -> WrittenDate? {
    let found: WrittenDate
    if isYearFirst {
      found = WrittenDate(month: parts[1], day: parts[2], year: parts[0], length: 1)
    } else if separator == "." || parts[0] > 12 {
      found = WrittenDate(month: parts[1], day: parts[0], year: parts[2], length: 1)
    } else if parts[1] > 12 {
      found = WrittenDate(month: parts[0], day: parts[1], year: parts[2], length: 1)
    } else {
      return nil
    }
    guard let year = found.year, (1800...2199).contains(year), found.isPossible else { return nil }
    return found
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static let months: [String: Int] = {
    let names = [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
      "september sep sept", "october oct", "november nov", "december dec",
    ]
    var months: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()
}
