/// A line that holds nothing but when something was published.
struct DateLine: Hashable, Sendable {
  /// The day of publication, with or without its year.
  var date: WrittenDate
  /// Whether the line calls it the day of a later change.
  var isUpdate: Bool

  /// Reads a line whose every word belongs to a date, a time of day or what introduces them.
  init?(_ words: [Passage.Word]) {
    guard (1...40).contains(words.count) else { return nil }
    var dates: [DateLine] = []
    var isUpdate = false
    var index = 0
    while index < words.count {
      if let date = WrittenDate(words, at: index) {
        dates.append(DateLine(date: date, isUpdate: isUpdate))
        index += date.length
        continue
      }
      let word = words[index].folded
      if word == "updated" || word == "modified" {
        isUpdate = true
      } else if Self.resets.contains(word) {
        isUpdate = false
      } else if !Self.fillers.contains(word) && !Self.isTime(word) && words[index].isWord {
        return nil
      }
      index += 1
    }
    guard let first = dates.first(where: { !$0.isUpdate }) ?? dates.first else { return nil }
    self = first
  }

  private init(date: WrittenDate, isUpdate: Bool) {
    self.date = date
    self.isUpdate = isUpdate
  }

  /// "10:15", "10.15", "1015", "7pm".
  private static func isTime(_ word: String) -> Bool {
    var digits = Substring(word)
    if digits.hasSuffix("am") || digits.hasSuffix("pm") { digits = digits.dropLast(2) }
    guard (1...8).contains(digits.utf8.count) else { return false }
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x3A || $0 == 0x2E }
  }

  private static let resets: Set<String> = ["published", "posted", "created", "issued", "released", "date", "first"]

  private static let fillers: Set<String> = Set(
    """
    on at last am pm a.m. p.m. et est edt pt pst pdt ct cst cdt gmt bst cet cest utc eet eest ist msk jst local time \
    gmt+1 gmt+2 gmt+3 utc+1 utc+2 utc+3 hrs h \
    monday tuesday wednesday thursday friday saturday sunday mon mon. tue tue. tues tues. wed wed. thu thu. thurs \
    thurs. fri fri. sat sat. sun sun. eastern pacific central standard daylight
    """.split(separator: " ").map(String.init))
}
