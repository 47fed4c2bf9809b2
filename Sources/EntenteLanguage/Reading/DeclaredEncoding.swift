/// The encoding that a web page says it is written in.
enum DeclaredEncoding {
  /// As far as a page is searched; the standard asks for the declaration to stand in the first 1024 bytes.
  private static let window = 4096

  /// What follows "charset=" in the first bytes of a page, or "encoding=" in an XML declaration, in lower case.
  static func label(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") else { return nil }
    let head = bytes.prefix(window).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    for key in ["charset=", "encoding="] {
      if let label = value(of: Array(key.utf8), in: head) { return label }
    }
    return nil
  }

  private static func value(of key: [UInt8], in head: [UInt8]) -> String? {
    var place = 0
    while place + key.count < head.count {
      guard head[place] == key[0], head[place...].starts(with: key) else {
        place += 1
        continue
      }
      var start = place + key.count
      while start < head.count, " \"'".utf8.contains(head[start]) { start += 1 }
      var end = start
      while end < head.count, end - start < 40, isLabelPart(head[end]) { end += 1 }
      return end > start ? String(decoding: head[start..<end], as: UTF8.self) : nil
    }
    return nil
  }

  private static func isLabelPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-_.:".utf8.contains(byte)
  }

  /// The Western encoding that a label names; web browsers read Latin-1 and ASCII as Windows-1252.
  static func western(_ label: String) -> WesternEncoding? {
    switch label {
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii":
      .windows1252
    case "macintosh", "mac", "x-mac-roman": .macintosh
    default: nil
    }
  }
}
