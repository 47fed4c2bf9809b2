import CLibXML2

/// Reads a stretch of a file by itself, to hold a text against the bytes that it is said to come from.
///
/// It shares nothing with the reading of whole files but the tables of single-byte encodings, so that one checks
/// the other.
package struct SourceDecoder: Sendable {
  private let encoding: String

  /// A decoder for the encoding of a document's record, as in `utf-8` or `windows-1252`.
  package init(encoding: String) { self.encoding = encoding }

  /// What the bytes stand for, or `nil` where they stand for nothing.
  ///
  /// A stretch that is a character reference of a web page, and nothing else, stands for what it refers to.
  ///
  /// - Complexity: O(*n*).
  package func text(of bytes: ArraySlice<UInt8>) -> String? {
    guard let text = plainText(of: bytes) else { return nil }
    guard text.utf8.count > 2, text.hasPrefix("&") else { return text }
    return Self.referent(of: text).map { String($0) } ?? text
  }

  private func plainText(of bytes: ArraySlice<UInt8>) -> String? {
    switch encoding {
    case "utf-8": String(decoding: bytes, as: UTF8.self)
    case "utf-16le", "utf-16be":
      Self.units(of: bytes, width: 2, isBigEndian: encoding == "utf-16be").flatMap { units in
        String(validating: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
      }
    case "utf-32le", "utf-32be":
      Self.units(of: bytes, width: 4, isBigEndian: encoding == "utf-32be").flatMap { units in
        String(validating: units, as: UTF32.self)
      }
    case "windows-1252", "iso-8859-1": Self.text(of: bytes, in: .windows1252)
    case "macintosh": Self.text(of: bytes, in: .macintosh)
    default: nil
    }
  }

  private static func text(of bytes: ArraySlice<UInt8>, in codec: SingleByteCodec) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: bytes.map { codec.scalar(of: $0) })
    return String(view)
  }

  private static func units(of bytes: ArraySlice<UInt8>, width: Int, isBigEndian: Bool) -> [UInt32]? {
    guard bytes.count.isMultiple(of: width) else { return nil }
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: width).map { place in
      let unit = bytes[place..<place + width]
      return (isBigEndian ? Array(unit) : unit.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// The character that a reference such as `&rsquo;`, `&#8217;` or `&#x2019` stands for.
  private static func referent(of reference: String) -> Unicode.Scalar? {
    var name = reference.dropFirst()
    if name.last == ";" { name = name.dropLast() }
    guard name.first == "#" else {
      // SAFETY: the library looks the name up in a table that is never freed; the value is copied.
      let value = unsafe String(name).withCString { characters in
        unsafe htmlEntityLookup(UnsafeRawPointer(characters).assumingMemoryBound(to: UInt8.self))?.pointee.value
      }
      return value.flatMap { Unicode.Scalar(UInt32($0)) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
    // As browsers do: these numbers mean what Windows-1252 has there.
    return (128...159).contains(value)
      ? SingleByteCodec.windows1252.scalar(of: UInt8(value)) : Unicode.Scalar(value)
  }
}
