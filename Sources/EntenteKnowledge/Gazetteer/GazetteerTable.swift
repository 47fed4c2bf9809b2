import EntenteModel

/// The compiled gazetteer, searched where it lies.
///
/// The file: a magic word, a header of 32-bit numbers that ends with a checksum, then six sections.
/// Entries (12 numbers each) stand sorted by key, the cities of GeoNames after them by number; names
/// (place of the folded key, first candidate) stand sorted by the bytes of the key; candidates (entry,
/// surface, flags) stand likeliest first; a bit filter over the first words turns most searches away;
/// lists of entry numbers; strings. Scripts/gazetteer/layout.py writes it.
struct GazetteerTable: Sendable {
  private static let magic = Array("ENTEGAZ\n".utf8)
  private static let version = 2
  private static let headerBytes = 80
  private static let noCoordinate = Int32.min

  private let bytes: GazetteerBytes
  let entryCount: Int
  private let listedCount: Int
  private let nameCount: Int
  private let entries: Int
  private let names: Int
  private let candidates: Int
  private let filter: Int
  private let numbers: Int
  private let text: Int
  private let filterBits: UInt32

  /// What a look at the embedded bytes gave; they are looked at once.
  private static let embeddedHeader = GazetteerBytes.embedded.withSpan { header(of: $0) }

  /// Checks the header of `bytes`, that every section lies within them, and that none has changed.
  ///
  /// - Throws: `corruptData` that says what is wrong.
  /// - Complexity: O(*n*) in the bytes; O(1) for the embedded ones after the first time.
  init(_ bytes: GazetteerBytes) throws(KnowledgeError) {
    let found = bytes.areEmbedded ? Self.embeddedHeader : bytes.withSpan { Self.header(of: $0) }
    let header = try found.get()
    self.bytes = bytes
    entryCount = header[2]
    listedCount = header[3]
    nameCount = header[4]
    entries = header[6]
    names = header[7]
    candidates = header[8]
    filter = header[9]
    numbers = header[10]
    text = header[11]
    filterBits = UInt32(header[12])
  }

  private static func header(of span: Span<UInt8>) -> Result<[Int], KnowledgeError> {
    func failure(_ message: String) -> Result<[Int], KnowledgeError> {
      .failure(KnowledgeError(.corruptData, "\(message); build the program anew", file: "gazetteer.bin"))
    }
    guard span.count >= headerBytes else {
      return failure("the gazetteer ends within its header, after \(span.count) bytes")
    }
    for place in magic.indices where span[place] != magic[place] {
      return failure("the gazetteer does not begin with its magic word")
    }
    let fields = (0..<16).map { Int(span.number(at: magic.count + 4 * $0)) }
    guard fields[0] == version else {
      return failure("the gazetteer has version \(fields[0]), wanted is \(version)")
    }
    guard fields[1] == span.count else {
      return failure("the gazetteer has \(span.count) bytes, its header says \(fields[1])")
    }
    let sizes = [48 * fields[2], 8 * (fields[4] + 1), 12 * fields[5], fields[12] / 8, 4 * fields[13], fields[14]]
    var expected = headerBytes
    for (section, size) in zip(fields[6...11], sizes) {
      guard section == expected else { return failure("the sections of the gazetteer overlap or leave gaps") }
      expected += size
    }
    guard expected == span.count, fields[3] <= fields[2], fields[12] > 0, fields[12] & (fields[12] - 1) == 0,
      fields[15] + 2 <= fields[14]
    else { return failure("the sections of the gazetteer do not fill it") }
    guard isSound(span) else { return failure("the gazetteer is damaged: its checksum is another") }
    let kinds = GazetteerKind.allCases.map(\.rawValue).joined(separator: ",")
    guard fields[11] + fields[15] + 2 + kinds.utf8.count <= span.count,
      span.string(at: fields[11] + fields[15]) == kinds
    else { return failure("the gazetteer was written for other kinds of entries") }
    return .success(fields)
  }

  /// Whether the checksum that ends the header is right.
  private static func isSound(_ span: Span<UInt8>) -> Bool {
    let place = headerBytes - 8
    return span.count.isMultiple(of: 4) && span.checksum(without: place) == span.longNumber(at: place)
  }

  // MARK: - Entries

  func entry(_ index: Int) -> Gazetteer.Entry {
    bytes.withSpan { span in
      let fields = (0..<12).map { span.number(at: entries + 48 * index + 4 * $0) }
      func link(_ field: UInt32) -> Gazetteer.EntryID? {
        field == 0 ? nil : Gazetteer.EntryID(rawValue: field - 1)
      }
      let kind = GazetteerKind.allCases[Int(fields[2])]
      let isCity = fields[0] >> 31 == 1
      var codes: [String: String] = [:]
      for code in span.string(at: text + Int(fields[9])).split(separator: "|") {
        let parts = code.split(separator: "=", maxSplits: 1)
        codes[String(parts[0])] = String(parts[1])
      }
      if isCity { codes["geonames"] = String(fields[0] & 0x7FFF_FFFF) }
      let country = link(fields[5])
      if let country { codes["country"] = countryCode(country, in: span) }
      return Gazetteer.Entry(
        id: Gazetteer.EntryID(rawValue: UInt32(index)),
        key: isCity ? "geonames:\(fields[0] & 0x7FFF_FFFF)" : span.string(at: text + Int(fields[0])),
        kind: kind, name: span.string(at: text + Int(fields[1])), codes: codes,
        location: location(fields[3], fields[4], level: kind.level), country: country,
        capitalOf: link(fields[6]), seat: link(fields[7]), parts: list(Int(fields[10]), in: span),
        population: Int(fields[8]),
        descriptions: span.string(at: text + Int(fields[11])).split(separator: "|").map(String.init))
    }
  }

  /// The alpha-3 code, which the key of a country ends with.
  private func countryCode(_ country: Gazetteer.EntryID, in span: Span<UInt8>) -> String {
    String(span.string(at: text + Int(span.number(at: entries + 48 * Int(country.rawValue)))).dropFirst(4))
  }

  private func location(_ lat: UInt32, _ lon: UInt32, level: String) -> GeoLocation? {
    let lat = Int32(bitPattern: lat)
    let lon = Int32(bitPattern: lon)
    if lat == Self.noCoordinate { return nil }
    return GeoLocation(lat: Double(lat) / 100_000, lon: Double(lon) / 100_000, level: level)
  }

  private func list(_ place: Int, in span: Span<UInt8>) -> [Gazetteer.EntryID] {
    let start = numbers + 4 * place
    return (0..<Int(span.number(at: start))).map {
      Gazetteer.EntryID(rawValue: span.number(at: start + 4 + 4 * $0))
    }
  }

  /// The kind and the population of an entry, which order candidates.
  func weight(_ index: Int) -> (kind: GazetteerKind, population: Int) {
    bytes.withSpan { span in
      let start = entries + 48 * index
      return (
        GazetteerKind.allCases[Int(span.number(at: start + 8))], Int(span.number(at: start + 32))
      )
    }
  }

  /// The place of the entry with `key`.
  func index(ofKey key: String) -> Int? {
    if key.hasPrefix("geonames:") {
      guard let number = UInt32(key.dropFirst(9)) else { return nil }
      return bytes.withSpan { span in
        let found = Self.firstIndex(listedCount..<entryCount) {
          span.number(at: entries + 48 * $0) & 0x7FFF_FFFF >= number
        }
        let isThere = found < entryCount && span.number(at: entries + 48 * found) & 0x7FFF_FFFF == number
        return isThere ? found : nil
      }
    }
    let wanted = Array(key.utf8)
    return bytes.withSpan { span in
      let found = Self.firstIndex(0..<listedCount) {
        order(ofTextAt: Int(span.number(at: entries + 48 * $0)), and: wanted, in: span) >= 0
      }
      guard found < listedCount else { return nil }
      return order(ofTextAt: Int(span.number(at: entries + 48 * found)), and: wanted, in: span) == 0 ? found : nil
    }
  }

  // MARK: - Names

  /// What a search for a key says: the place of the name, and whether longer names begin with the key
  /// and a space.
  struct Search {
    var name: Int?
    var hasLonger: Bool
  }

  func search(_ key: String) -> Search {
    var wanted = Array(key.utf8)
    return bytes.withSpan { span in
      let found = Self.firstIndex(0..<nameCount) { nameOrder($0, wanted, in: span) >= 0 }
      let isThere = found < nameCount && nameOrder(found, wanted, in: span) == 0
      // Nothing in a folded key sorts before the space, so longer names follow at once.
      wanted.append(0x20)
      let next = isThere ? found + 1 : found
      let hasLonger = next < nameCount && begins(next, with: wanted, in: span)
      return Search(name: isThere ? found : nil, hasLonger: hasLonger)
    }
  }

  /// Whether any name may begin with `word`; a wrong yes is possible, a wrong no is not.
  func mayBegin(with word: some Sequence<UInt8>) -> Bool {
    let bit = Int(word.fnv1a & (filterBits - 1))
    return bytes.withSpan { $0[filter + bit >> 3] >> UInt8(bit & 7) & 1 == 1 }
  }

  func candidates(ofName name: Int) -> [Gazetteer.Candidate] {
    bytes.withSpan { span in
      let first = Int(span.number(at: names + 8 * name + 4))
      let end = Int(span.number(at: names + 8 * name + 12))
      return (first..<end).map { candidate in
        let start = candidates + 12 * candidate
        let flags = span.number(at: start + 8)
        let form: MentionForm = flags & 3 == 0 ? .name : flags & 3 == 1 ? .acronym : .demonym
        return Gazetteer.Candidate(
          entry: Gazetteer.EntryID(rawValue: span.number(at: start)), form: form,
          isExactCase: flags >> 2 & 1 == 1, isAmbiguousWord: flags >> 3 & 3 != 0,
          isPersonalName: flags >> 4 & 1 == 1,
          surface: span.string(at: text + Int(span.number(at: start + 4))))
      }
    }
  }

  /// Every folded key with its candidates, in order.
  func allNames() -> [(key: String, candidates: [Gazetteer.Candidate])] {
    (0..<nameCount).map { name in
      let key = bytes.withSpan { $0.string(at: text + Int($0.number(at: names + 8 * name))) }
      return (key, candidates(ofName: name))
    }
  }

  // MARK: - Comparing

  private func nameOrder(_ name: Int, _ wanted: [UInt8], in span: Span<UInt8>) -> Int {
    order(ofTextAt: Int(span.number(at: names + 8 * name)), and: wanted, in: span)
  }

  /// Below 0 where the string comes before `wanted`, 0 where they are equal.
  private func order(ofTextAt place: Int, and wanted: [UInt8], in span: Span<UInt8>) -> Int {
    let start = text + place
    let count = Int(span[start]) | Int(span[start + 1]) << 8
    for offset in 0..<min(count, wanted.count) where span[start + 2 + offset] != wanted[offset] {
      return Int(span[start + 2 + offset]) - Int(wanted[offset])
    }
    return count - wanted.count
  }

  private func begins(_ name: Int, with prefix: [UInt8], in span: Span<UInt8>) -> Bool {
    let start = text + Int(span.number(at: names + 8 * name))
    let count = Int(span[start]) | Int(span[start + 1]) << 8
    return count > prefix.count && prefix.indices.allSatisfy { span[start + 2 + $0] == prefix[$0] }
  }

  /// The first index for which `isLate` holds, given that it holds for all after it.
  private static func firstIndex(_ range: Range<Int>, where isLate: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isLate(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
