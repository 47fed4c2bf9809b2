/// Keeps what a text holds from steering the terminal that shows it.
enum PrintableText {
  /// The text with control characters (C0, DEL, C1) replaced: a space for line ends and tabs, U+FFFD for others.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isControl(scalar) {
        printable.append(scalar)
      } else {
        printable.append(["\t", "\n", "\r"].contains(scalar) ? " " : "\u{FFFD}")
      }
    }
    return String(printable)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
