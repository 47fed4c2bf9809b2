/// The place, the day and the agency that a news report opens with: "BRUSSELS, Feb. 12 (Agency) —".
struct Dateline {
  /// From its first letter to its dash.
  var range: Range<Int>
  /// The day it names.
  var date: WrittenDate?

  private static let longest = 100

  /// The dateline a passage opens with, if it does.
  ///
  /// Before the dash stand capitalised words, marks, an agency in brackets and a date alone. One of
  /// an agency, a date and a first word in capitals must be among them, and the story must go on
  /// behind the dash with a capital: "NATO — the alliance —" is none.
  init?(_ scalars: [Unicode.Scalar], _ passage: Range<Int>) {
    let window = passage.lowerBound..<min(passage.upperBound, passage.lowerBound + Self.longest)
    let words = Passage.words(scalars, window)
    guard let dash = Self.dash(in: words, scalars), dash > 0 else { return nil }
    var start = words[dash].range.upperBound
    while start < passage.upperBound, scalars[start].isSpacing || scalars[start].isOpeningMark { start += 1 }
    guard start < passage.upperBound, scalars[start].isUppercase || ScalarKind(scalars[start]) == .digit else {
      return nil
    }
    let head = Array(words[..<dash])
    guard let reading = Self.reading(of: head) else { return nil }
    // "KYIV — " is a dateline; "WARNING: " need not be one.
    guard words[dash].folded != ":" || reading.isMarked else { return nil }
    range = passage.lowerBound..<words[dash].range.upperBound
    date = reading.date
  }

  /// The first mark that can stand between dateline and story.
  private static func dash(in words: [Passage.Word], _ scalars: [Unicode.Scalar]) -> Int? {
    for (index, word) in words.enumerated() {
      switch word.folded {
      case "\u{2014}", "\u{2013}", "--", "---": return index
      case "-", ":":
        // A hyphen inside a word is none.
        let next = word.range.upperBound
        let isApart = next < scalars.count && scalars[next].isSpacing
        let start = word.range.lowerBound
        let isBegun = word.folded == ":" || start == 0 || scalars[start - 1].isSpacing
        if isApart && isBegun { return index }
      case ".", "!", "?", ";": return nil
      default: break
      }
    }
    return nil
  }

  /// What stands before the dash, if it is a dateline: the day it names, and whether an agency or a
  /// day marks it as one.
  private static func reading(of words: [Passage.Word]) -> (date: WrittenDate?, isMarked: Bool)? {
    var date: WrittenDate?
    var hasAgency = false
    var places = 0
    var index = 0
    while index < words.count {
      if let found = WrittenDate(words, at: index) {
        date = found
        index += found.length
        continue
      }
      let word = words[index]
      if word.folded == "(" {
        guard let close = words[index...].firstIndex(where: { $0.folded == ")" }), close - index <= 5 else {
          return nil
        }
        hasAgency = words[(index + 1)..<close].allSatisfy { $0.isCapitalised || !$0.isWord }
        guard hasAgency else { return nil }
        index = close + 1
        continue
      }
      if word.isWord {
        guard word.isCapitalised || word.folded == "and" || word.folded == "of" else { return nil }
        places += 1
      } else if ![",", "/", "-", "."].contains(word.folded) {
        return nil
      }
      index += 1
    }
    let isShouted = words.first?.isUppercase == true && places <= 6
    guard hasAgency || isShouted || (date != nil && (1...5).contains(places)) else { return nil }
    return (date, hasAgency || date != nil)
  }
}
