import CLibXML2

/// What libxml2 finds in a page, in order.
///
/// The only file that speaks with libxml2; behind it there are Swift values alone.
struct HTMLEvents {
  enum Kind {
    case start(name: String, attributes: [String: String])
    case end(name: String)
    case text([Unicode.Scalar])
    /// What a script holds.
    case raw(String)
    case gap
  }

  struct Event {
    var kind: Kind
    /// How many bytes of the UTF-8 text the parser had taken when it told.
    var position: Int
  }

  /// Elements nested deeper than this are left out, with all that follows them.
  static let deepest = 256

  private(set) var events: [Event] = []
  /// Whether the page was nested too deeply to be read to its end.
  private(set) var isCutOff = false
  private var pending: [Unicode.Scalar] = []
  private var pendingPosition = 0

  /// Parses UTF-8.
  ///
  /// - Complexity: O(*n*) for pages as they are; elements that are closed in the wrong order cost
  ///   up to their depth each.
  init(_ utf8: [UInt8]) {
    guard utf8.count < Int(Int32.max) else {
      isCutOff = true
      return
    }
    // SAFETY: the parser keeps neither pointer beyond the call; the callbacks run inside it, on this
    // thread, and find in `reader` the very value whose address was taken here.
    let result = unsafe withUnsafeMutablePointer(to: &self) { reader in
      var table = unsafe entente_html_events()
      unsafe table.reader = UnsafeMutableRawPointer(reader)
      unsafe table.start = { unsafe HTMLEvents.at($0).pointee.start($1, $2, $3) }
      unsafe table.end = { unsafe HTMLEvents.at($0).pointee.end($1, $2) }
      unsafe table.text = { unsafe HTMLEvents.at($0).pointee.text($1, $2, $3) }
      unsafe table.raw = { unsafe HTMLEvents.at($0).pointee.raw($1, $2, $3) }
      unsafe table.gap = { unsafe HTMLEvents.at($0).pointee.append(.gap, $1) }
      return unsafe utf8.withUnsafeBytes { bytes in
        unsafe entente_html_parse(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), Int32(Self.deepest), &table)
      }
    }
    isCutOff = result != 0
    flush()
  }

  private static func at(_ reader: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLEvents> {
    guard let reader = unsafe reader else { preconditionFailure("the parser tells nobody") }
    return unsafe reader.assumingMemoryBound(to: HTMLEvents.self)
  }

  // MARK: - What is told

  private mutating func append(_ kind: Kind, _ position: Int) {
    flush()
    events.append(Event(kind: kind, position: position))
  }

  private mutating func flush() {
    if pending.isEmpty { return }
    events.append(Event(kind: .text(pending), position: pendingPosition))
    pending = []
  }

  private mutating func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ position: Int
  ) {
    guard let name = unsafe name else { return }
    var values: [String: String] = [:]
    if let attributes = unsafe attributes {
      // SAFETY: names and values alternate up to a null in the place of a name.
      var index = 0
      while let key = unsafe attributes[index] {
        let key = unsafe String(cString: key)
        if Self.kept.contains(key), values[key] == nil {
          values[key] = unsafe attributes[index + 1].map { unsafe String(cString: $0) } ?? ""
        }
        index += 2
      }
    }
    append(.start(name: unsafe String(cString: name), attributes: values), position)
  }

  private mutating func end(_ name: UnsafePointer<CChar>?, _ position: Int) {
    guard let name = unsafe name else { return }
    append(.end(name: unsafe String(cString: name)), position)
  }

  private mutating func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32, _ position: Int) {
    // The parser hands long texts out in pieces.
    pending.append(contentsOf: unsafe Self.string(bytes, count).unicodeScalars)
    pendingPosition = position
  }

  private mutating func raw(_ bytes: UnsafePointer<CChar>?, _ count: Int32, _ position: Int) {
    append(.raw(unsafe Self.string(bytes, count)), position)
  }

  private static func string(_ bytes: UnsafePointer<CChar>?, _ count: Int32) -> String {
    // SAFETY: the parser gives as many bytes as it says.
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
    return unsafe String(decoding: buffer, as: UTF8.self)
  }

  private static let kept: Set<String> = [
    "class", "id", "role", "hidden", "aria-hidden", "style", "property", "name", "content", "itemprop", "datetime",
    "type", "data-testid",
  ]
}
