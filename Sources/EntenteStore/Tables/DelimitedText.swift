/// Goes through the records of a text whose columns are parted by a character.
///
/// The text is CSV as RFC 4180 has it, and what people write for it: tabs, semicolons or spaces for commas, any line
/// ends, blanks around fields, a byte order mark, empty lines, comments. What part columns is read off the first record.
///
/// Source: RFC 4180, "Common Format and MIME Type for CSV Files".
struct DelimitedText {
  /// What parts the columns.
  enum Separator: UInt8 {
    case tab = 0x09
    case comma = 0x2C
    case semicolon = 0x3B
    /// Any number of spaces and tabs.
    case blanks = 0x20

    /// The word for it in a message.
    var name: String {
      switch self {
      case .tab: "tabs"
      case .comma: "commas"
      case .semicolon: "semicolons"
      case .blanks: "spaces"
      }
    }
  }

  /// The fields between two line ends.
  struct Record {
    /// The line that it begins in, from 1.
    var line: Int
    var fields: [String]
  }

  /// What parts the columns.
  let separator: Separator
  private let bytes: [UInt8]
  private let file: String
  private var place: Int
  private var line = 1
  /// Whether the last field ended its record.
  private var isAtEndOfRecord = false

  private static let quote: UInt8 = 0x22
  private static let comment: UInt8 = 0x23
  private static let space: UInt8 = 0x20

  /// The records of some bytes.
  ///
  /// - Parameter separators: what may part the columns, the likeliest first; the first of them that the first record has
  ///   outside quotation marks does, or the first of all.
  init(_ bytes: [UInt8], file: String, separators: [Separator]) {
    self.bytes = bytes
    self.file = file
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(of: bytes[place...], among: separators)
  }

  private static func separator(of bytes: ArraySlice<UInt8>, among separators: [Separator]) -> Separator {
    var isQuoted = false
    var isComment = false
    var isEmpty = true
    var found: Set<UInt8> = []
    for byte in bytes {
      if !isQuoted, byte == 0x0A || byte == 0x0D {
        if !isEmpty && !isComment { break }
        (isComment, isEmpty) = (false, true)
        continue
      }
      if isEmpty, byte == comment { isComment = true }
      if isComment { continue }
      if byte == quote { isQuoted.toggle() }
      if byte != space { isEmpty = false }
      if !isQuoted { found.insert(byte) }
    }
    return separators.first { found.contains($0.rawValue) || $0 == .blanks && found.contains(0x09) } ?? separators[0]
  }

  /// The next record; nil at the end.
  ///
  /// - Throws: `StoreError` with file and line for a quotation mark that is not closed, and for what is no text.
  mutating func next() throws(StoreError) -> Record? {
    skipEmptyLinesAndComments()
    guard place < bytes.count else { return nil }
    var record = Record(line: line, fields: [])
    isAtEndOfRecord = false
    while !isAtEndOfRecord { record.fields.append(try field()) }
    return record
  }
}

// MARK: - Fields

extension DelimitedText {
  private mutating func field() throws(StoreError) -> String {
    skipSpaces()
    if place < bytes.count, bytes[place] == Self.quote { return try quotedField() }
    let start = place
    while place < bytes.count, !isLineEnd(bytes[place]), !isSeparator(bytes[place]) { place += 1 }
    var end = place
    while end > start, bytes[end - 1] == Self.space { end -= 1 }
    let text = try text(bytes[start..<end])
    passEnd()
    return text
  }

  private mutating func quotedField() throws(StoreError) -> String {
    let begin = line
    var content: [UInt8] = []
    place += 1
    while true {
      guard place < bytes.count else {
        throw StoreError(
          .malformed,
          "a quotation mark opens here and is never closed; close it, or double it where it is part of a name",
          file: file, line: begin)
      }
      let byte = bytes[place]
      if byte == Self.quote {
        place += 1
        guard place < bytes.count, bytes[place] == Self.quote else { break }
      } else if byte == 0x0A || byte == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A) {
        line += 1
      }
      content.append(byte)
      place += 1
    }
    let text = try text(content[...])
    skipSpaces()
    guard place == bytes.count || isLineEnd(bytes[place]) || isSeparator(bytes[place]) else {
      throw StoreError(
        .malformed,
        "words follow a closed quotation mark; columns are parted by \(separator.name), and a quotation mark that is part "
          + "of a name is doubled inside others", file: file, line: line)
    }
    passEnd()
    return text
  }

  /// Passes over what ends a field.
  private mutating func passEnd() {
    if separator == .blanks { skipSpaces() }
    guard place < bytes.count, !isLineEnd(bytes[place]) else {
      isAtEndOfRecord = true
      passLineEnd()
      return
    }
    if separator != .blanks { place += 1 }
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(StoreError) -> String {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      let what = bytes.contains(0) ? "a zero byte stands here" : "the bytes here are not UTF-8"
      throw StoreError(.malformed, "\(what); save the file as text in UTF-8", file: file, line: line)
    }
    return text
  }
}

// MARK: - Bytes

extension DelimitedText {
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == separator.rawValue || separator == .blanks && byte == 0x09
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == Self.space || separator == .blanks && bytes[place] == 0x09 { place += 1 }
  }

  /// Passes over LF, CR or CRLF.
  private mutating func passLineEnd() {
    guard place < bytes.count else { return }
    let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    place += isPair ? 2 : 1
    line += 1
  }

  private mutating func skipEmptyLinesAndComments() {
    while place < bytes.count {
      let start = place
      skipSpaces()
      if place < bytes.count, bytes[start] == Self.comment {
        while place < bytes.count, !isLineEnd(bytes[place]) { place += 1 }
      }
      guard place < bytes.count else { return }
      guard isLineEnd(bytes[place]) else {
        place = start
        return
      }
      passLineEnd()
    }
  }
}
