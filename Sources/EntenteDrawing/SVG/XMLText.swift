/// Text as it may stand in XML.
enum XMLText {
  /// `text` escaped for content and for attribute values in double quotes.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in DOTText.cleaned(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Escaped text whose references are all known to XML: what is none becomes a plain ampersand.
  ///
  /// Graphviz passes `&name;` through as it came; XML knows five names.
  static func withKnownReferences(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var output = ""
    var rest = Substring(text)
    while let place = rest.firstIndex(of: "&") {
      output += rest[..<place]
      rest = rest[rest.index(after: place)...]
      let name = rest.prefix(12).prefix { $0 != ";" }
      let isClosed = rest.dropFirst(name.count).first == ";"
      output += isClosed && isReference(name) ? "&" : "&amp;"
    }
    return output + rest
  }

  private static func isReference(_ name: Substring) -> Bool {
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
    guard name.hasPrefix("#") else { return false }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, Unicode.Scalar(value) != nil else { return false }
    return value == 9 || value == 10 || value == 13 || (value >= 32 && value & 0xFFFE != 0xFFFE)
  }
}
