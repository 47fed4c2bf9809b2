/// Which habits of quoting a text shows in what is legible of it.
///
/// Where „ opens, German and Czech close with “, Polish, Romanian and Hungarian with ”. German sets
/// off its asides with a spaced en dash, English with an em dash where it puts spaces at all.
struct QuoteLanguage {
  /// The mark that closes what „ opened.
  private let closing: Unicode.Scalar
  /// Whether a dash between spaces is an en dash.
  let spacesEnDashes: Bool

  init(_ scalars: [Unicode.Scalar]) {
    var lowQuotes = 0
    var sharpS = 0
    var easternLetters = 0
    for scalar in scalars where !scalar.isASCII {
      switch scalar {
      case "„": lowQuotes += 1
      case "ß": sharpS += 1
      case "ą", "ę", "ł", "ś", "ź", "ż", "ć", "ń", "ő", "ű", "ș", "ț", "ă", "ş", "ţ": easternLetters += 1
      default: break
      }
    }
    closing = easternLetters > 0 ? "”" : "“"
    spacesEnDashes = easternLetters == 0 && lowQuotes + sharpS > 0
  }

  /// The mark to write for a closing quote, given what is open: 2 is „.
  func adapted(_ mark: Unicode.Scalar, open: Int) -> Unicode.Scalar {
    open == 2 && (mark == "”" || mark == "“") ? closing : mark
  }
}
