/// Turns names into keys under which they are found again.
public enum TextFolding {
  /// `text` without regard to case, accents and punctuation: "Türkiye's" gives "turkiye s".
  ///
  /// Letters lose their marks and their case, apart from scripts that have neither; every run of
  /// anything that is no letter or digit becomes one space; there is none at either end.
  ///
  /// - Complexity: O(*n*) in the scalars of `text`.
  public static func fold(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      let folded = foldedScalars(scalar)
      if folded.isEmpty { continue }
      if folded == " " {
        pendingSpace = !output.isEmpty
      } else {
        if pendingSpace { output.append(" ") }
        pendingSpace = false
        output.append(contentsOf: folded.unicodeScalars)
      }
    }
    return String(output)
  }

  /// The folded form of one scalar: letters and digits, a space for a separator, or nothing for a mark.
  private static func foldedScalars(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII {
      switch scalar.value {
      case 0x41...0x5A: return String(Unicode.Scalar(UInt8(scalar.value) + 32))
      case 0x61...0x7A, 0x30...0x39: return String(scalar)
      default: return " "
      }
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
      return baseLatinLetter(properties.name) ?? properties.lowercaseMapping
    case .otherLetter, .modifierLetter, .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      return properties.lowercaseMapping
    default: return " "
    }
  }

  /// The plain letters of a Latin letter, read from its Unicode name ("LATIN SMALL LETTER E WITH ACUTE").
  private static func baseLatinLetter(_ name: String?) -> String? {
    guard let name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard let place = words.firstIndex(of: "LETTER"), place + 1 < words.count else { return nil }
    let letter = words[place + 1] == "DOTLESS" && place + 2 < words.count ? words[place + 2] : words[place + 1]
    switch letter {
    case "SHARP": return "ss"
    case "ETH": return "d"
    case "THORN": return "th"
    default: return letter.count <= 2 ? letter.lowercased() : nil
    }
  }
}
