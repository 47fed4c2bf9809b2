@testable import EntenteLanguage

/// Reads UTF-8 wrongly, the way the programs did that garbled a text.
enum Garbling: String, CaseIterable, Sendable {
  case gb18030, windows1252, windows1252Twice, latin1, macintosh

  func garble(_ text: String) -> String {
    let bytes = Array(text.utf8)
    switch self {
    case .gb18030: return Self.readAsGB18030(bytes)
    case .windows1252: return Self.read(bytes, .windows1252)
    case .windows1252Twice: return Self.read(Array(Self.read(bytes, .windows1252).utf8), .windows1252)
    case .macintosh: return Self.read(bytes, .macintosh)
    case .latin1:
      var view = String.UnicodeScalarView()
      for byte in bytes { view.append(Unicode.Scalar(byte)) }
      return String(view)
    }
  }

  private static func read(_ bytes: [UInt8], _ codec: SingleByteCodec) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes { view.append(codec.scalar(of: byte)) }
    return String(view)
  }

  /// A lead byte whose trail byte is none is dropped, as decoders do that pass over errors.
  private static func readAsGB18030(_ bytes: [UInt8]) -> String {
    var view = String.UnicodeScalarView()
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        view.append(Unicode.Scalar(lead))
        place += 1
      } else if place + 1 < bytes.count, let scalar = pairs[UInt16(lead) << 8 | UInt16(bytes[place + 1])] {
        view.append(scalar)
        place += 2
      } else {
        place += 1
      }
    }
    return String(view)
  }

  private static let pairs: [UInt16: Unicode.Scalar] = {
    var pairs: [UInt16: Unicode.Scalar] = [:]
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let code = GB18030Table.code(of: scalar)
      if code != 0 { pairs[code] = scalar }
    }
    return pairs
  }()
}
