/// Text as it may stand in a picture.
enum DOTText {
  /// `text` without what breaks a picture or deceives its reader.
  ///
  /// Line separators become `\n`, tabs become spaces; control characters, noncharacters and the marks that
  /// turn the direction of writing go.
  ///
  /// - Complexity: O(*n*).
  static func cleaned(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: output.append("\n")
      case 0x09: output.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: break
      case let value where value & 0xFFFE == 0xFFFE: break
      default: output.append(scalar)
      }
      previous = scalar
    }
    return String(output)
  }

  /// A DOT string of `text`, with its quotes, that shows exactly the text.
  ///
  /// Graphviz reads a backslash as the begin of an escape and `&name;` as a character, so both are escaped.
  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in cleaned(text).unicodeScalars {
      switch scalar {
      case "\\": output += "\\\\"
      case "\"": output += "\\\""
      case "\n": output += "\\n"
      case "&": output += "&amp;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }

  /// `text` escaped for an HTML label; each line break becomes a `<BR/>`.
  static func html(_ text: String, lineBreak: String = "<BR/>") -> String {
    var output = ""
    for scalar in cleaned(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\n": output += lineBreak
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// A number with at most four decimals and no trailing zeros, the same on every machine.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let scaled = Int((abs(value) * 10_000).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    var decimals = String(scaled % 10_000)
    decimals = String(repeating: "0", count: 4 - decimals.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return sign + String(scaled / 10_000) + (decimals.isEmpty ? "" : "." + decimals)
  }
}
