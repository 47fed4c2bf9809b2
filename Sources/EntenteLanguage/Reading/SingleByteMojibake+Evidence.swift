/// Which garbled sequences could not have been meant as they stand.
extension SingleByteMojibake {
  func isCertainWindows1252(_ candidate: Candidate) -> Bool {
    let lead = scalars[candidate.start]
    let second = scalars[candidate.start + 1]
    let last = scalars[candidate.end - 1]
    if candidate.holdsControl && last != "\u{85}" { return true }
    switch candidate.length {
    case 4: return candidate.script == .emoji
    case 3:
      // "â€™" and its kin, "â‚¬", "â„¢"; otherwise a word may end in such a letter before two marks.
      if lead == "â" && (second == "€" || candidate.scalar == "€" || candidate.scalar == "™") { return true }
      return !(Self.mayFollowWord(second) && Self.mayFollowWord(last))
        && (!Self.mayFollowWord(last) || candidate.script == .symbol)
    default: return isCertainPair(candidate, lead: lead, last: last)
    }
  }

  /// Two characters: a capital with an accent, then a sign.
  private func isCertainPair(_ candidate: Candidate, lead: Unicode.Scalar, last: Unicode.Scalar) -> Bool {
    let before = scalar(candidate.start - 1)
    let after = scalar(candidate.end)
    // A capital inside a word in small letters.
    if Self.isLowercase(before) { return true }
    if lead == "Â" {
      // A no-break space or a quote: "Â" may be a word or a letter that is spoken of.
      if last == "\u{A0}" { return before.properties.isWhitespace ? false : !Self.isLetter(before) && before != "“" }
      return !(last == "«" || last == "»") || Self.isLetter(after)
    }
    if !Self.mayFollowWord(last) { return true }
    // "Ã–sterreich": no closing mark stands between a capital and the rest of its word.
    return last != "\u{A0}" && Self.isLowercase(after) && !Self.isLetter(before)
  }

  /// Whether a sign may follow the last letter of a word without a space.
  private static func mayFollowWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{A0}", "\u{AD}", "\u{85}", "‘", "’", "“", "”", "«", "»", "‹", "›", "…", "–", "—", "™", "®", "†", "‡", "²",
      "³", "¹", "·":
      true
    default: false
    }
  }

  func isCertainMacintosh(_ candidate: Candidate) -> Bool {
    let lead = scalars[candidate.start]
    let second = scalars[candidate.start + 1]
    let last = scalars[candidate.end - 1]
    switch (candidate.length, lead) {
    case (4, _): return candidate.script == .emoji
    case (3, "‚"): return second == "Ä" || candidate.scalar == "€" || candidate.scalar == "™"
    case (3, "·"): return candidate.script == .latin
    case (2, "√"): return !Self.isMathematical(last)
    case (2, "¬"): return last == "†" || last == "´" || last == "ª"
    case (2, "ƒ"), (2, "≈"): return Self.isLetter(last) && !Self.isMathematical(last)
    default: return false
    }
  }

  /// Whether a sign may stand beside a root sign or a sign of equality.
  private static func isMathematical(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "∞", "±", "≤", "≥", "µ", "∂", "∑", "∏", "π", "∫", "Ω", "≠", "°", "ø", "Ø": true
    default: false
    }
  }

  static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.generalCategory == .lowercaseLetter
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }
}
