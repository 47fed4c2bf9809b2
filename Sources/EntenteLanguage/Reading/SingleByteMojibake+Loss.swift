/// Pieces whose last byte a wrong reading as Windows-1252 lost: 81, 8D, 8F, 90 and 9D have no
/// character there, and A0, the no-break space, is often turned into a space.
extension SingleByteMojibake {
  /// What a question mark after a lost byte is.
  enum QuestionMarks {
    /// A question mark.
    case genuine
    /// A sign for the lost byte.
    case placeholder
  }

  /// Whether the text puts "?" for lost bytes: it does if it never drops one without, and shows
  /// more than one, or one where no question could be.
  func questionMarksAfterLostQuotes() -> QuestionMarks {
    var count = 0
    for index in scalars.indices where scalars[index] == "â" && scalar(index + 1) == "€" {
      let next = scalar(index + 2)
      if next == "?" {
        count += ",.!;?".unicodeScalars.contains(scalar(index - 1)) ? 2 : 1
      } else if !UTF8Sequence.isContinuation(codec.byte(of: next)) && next != "\u{FFFD}" {
        return .genuine
      }
    }
    return count > 1 ? .placeholder : .genuine
  }

  /// The piece at a scalar if one of its bytes is lost and only one character can have been meant.
  func shortened(at place: Int, _ questionMarks: QuestionMarks) -> Candidate? {
    let next = scalar(place + 1)
    switch scalars[place] {
    case "â" where next == "€":
      // Of the marks E2 80 80 to E2 80 BF that are in use, only ” ends in a byte without a character.
      let isMarked = scalar(place + 2) == "\u{FFFD}" || (scalar(place + 2) == "?" && questionMarks == .placeholder)
      return lost("”", at: place, length: isMarked ? 3 : 2)
    case "Â" where scalar(place - 1) == "¬" && isTwiceMisreadQuote(before: place):
      return lost("\u{9D}", at: place, length: next == "\u{FFFD}" ? 2 : 1)
    case "Â" where next == " ":
      return lost("\u{A0}", at: place, length: 2)
    case "Ã" where next == " " && !isCapital(scalar(place - 1)):
      return lost("à", at: place, length: scalar(place + 2) == " " ? 2 : 1)
    case "Å" where Self.isLetter(next) || next == "\u{FFFD}":
      // C5 81; the other letters it could be (ō, ŏ, Ő, ŝ) are rare in news.
      return lost("Ł", at: place, length: next == "\u{FFFD}" ? 2 : 1)
    default: return nil
    }
  }

  private func lost(_ scalar: Unicode.Scalar, at place: Int, length: Int) -> Candidate? {
    guard let script = TargetScript(scalar.value) else { return nil }
    return Candidate(start: place, length: length, scalar: scalar, script: script, lostByte: true)
  }

  private func isTwiceMisreadQuote(before place: Int) -> Bool {
    place >= 5 && scalars[place - 5] == "Ã" && scalars[place - 4] == "¢" && scalars[place - 3] == "â"
      && scalars[place - 2] == "‚"
  }

  private func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .uppercaseLetter
  }
}
