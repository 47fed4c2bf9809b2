public import EntenteModel

/// Towns from a thousand inhabitants on, states and provinces, counties and districts, found by their names.
///
/// Far more names than the ``Gazetteer`` holds, and only what it takes to find them on the map; which of the bearers
/// of a name is meant, a text decides. It is read where it lies in the program.
///
/// The file: a magic word, a header of 32-bit numbers that ends with a checksum, then five sections. Places (12 bytes:
/// latitude and longitude as shares of 180 and 360 degrees, name and inhabitants, region, country, kind) stand in any
/// order; countries (4 bytes) by code; names (hash of the folded name, place of its spelling, first reference) by hash;
/// references to places, the most populous first; spellings, each with a byte of length. Scripts/gazetteer/toponyms.py
/// writes it.
public struct ToponymIndex: Sendable {
  /// What a place is.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// A city, town or village.
    case city
    /// A state or province.
    case region
    /// A county or district, the next smaller part.
    case county
  }

  /// A place that a name may mean.
  public struct Place: Hashable, Sendable {
    /// Its usual name.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// Where it is, to half a kilometre; of a state or county the middle of its towns.
    public let location: GeoLocation
    /// ISO 3166-1 alpha-3 code of its country.
    public let country: String
    /// Which state or province it lies in: the same number for all places of one.
    public let region: Int
    /// Its inhabitants, to a twentieth; 0 where unknown.
    public let population: Int
  }

  private static let magic = Array("ENTETOPO".utf8)
  private static let version = 1
  private static let headerBytes = 48

  private let bytes: GazetteerBytes
  private let nameCount: Int
  private let countries: Int
  private let names: Int
  private let references: Int
  private let pool: Int

  /// What a look at the embedded bytes gave; they are looked at once.
  private static let embeddedHeader = GazetteerBytes.embeddedToponyms.withSpan { header(of: $0) }

  /// The built-in index.
  ///
  /// - Throws: `corruptData` where the embedded file is damaged or of another version.
  /// - Complexity: O(1), but for the first one, which reads the whole file once.
  public init() throws(KnowledgeError) {
    try self.init(bytes: .embeddedToponyms)
  }

  init(bytes: GazetteerBytes) throws(KnowledgeError) {
    let found = bytes.areEmbedded ? Self.embeddedHeader : bytes.withSpan { Self.header(of: $0) }
    let header = try found.get()
    self.bytes = bytes
    nameCount = header[4]
    countries = Self.headerBytes + 12 * header[2]
    names = countries + 4 * header[3]
    references = names + 12 * (nameCount + 1)
    pool = references + 4 * header[5]
  }

  private static func header(of span: Span<UInt8>) -> Result<[Int], KnowledgeError> {
    func failure(_ message: String) -> Result<[Int], KnowledgeError> {
      .failure(KnowledgeError(.corruptData, "\(message); build the program anew", file: "toponyms.bin"))
    }
    guard span.count >= headerBytes, magic.indices.allSatisfy({ span[$0] == magic[$0] }) else {
      return failure("the index of place names does not begin with its magic word")
    }
    let fields = (0..<8).map { Int(span.number(at: magic.count + 4 * $0)) }
    guard fields[0] == version else {
      return failure("the index of place names has version \(fields[0]), wanted is \(version)")
    }
    let sizes = [12 * fields[2], 4 * fields[3], 12 * (fields[4] + 1), 4 * fields[5], fields[6]]
    guard fields[1] == span.count, sizes.reduce(headerBytes, +) == span.count, span.count.isMultiple(of: 4) else {
      return failure("the sections of the index of place names do not fill its \(span.count) bytes")
    }
    guard span.checksum(without: headerBytes - 8) == span.longNumber(at: headerBytes - 8) else {
      return failure("the index of place names is damaged: its checksum is another")
    }
    return .success(fields)
  }

  /// The places of a name, the most populous first.
  ///
  /// - Parameter key: the name as ``TextFolding/fold(_:)`` gives it.
  /// - Complexity: O(log *n*) plus the places.
  public func places(forFolded key: String) -> [Place] {
    bytes.withSpan { span in
      guard let name = name(key, in: span) else { return [] }
      let (first, end) = (reference(of: name, in: span), reference(of: name + 1, in: span))
      return (first..<end).map { place(Int(span.number(at: references + 4 * $0)), in: span) }
    }
  }

  private func reference(of name: Int, in span: Span<UInt8>) -> Int { Int(span.number(at: names + 12 * name + 8)) }

  private func name(_ key: String, in span: Span<UInt8>) -> Int? {
    let hash = key.utf8.fnv1a
    var (low, high) = (0, nameCount)
    while low < high {
      let middle = (low + high) / 2
      if span.number(at: names + 12 * middle) < hash { low = middle + 1 } else { high = middle }
    }
    while low < nameCount, span.number(at: names + 12 * low) == hash {
      if TextFolding.fold(spelling(of: low, in: span)) == key { return low }
      low += 1
    }
    return nil
  }

  private func spelling(of name: Int, in span: Span<UInt8>) -> String {
    let start = pool + Int(span.number(at: names + 12 * name + 4))
    return String(decoding: (0..<Int(span[start])).map { span[start + 1 + $0] }, as: UTF8.self)
  }

  private func place(_ index: Int, in span: Span<UInt8>) -> Place {
    let start = Self.headerBytes + 12 * index
    let lat = (Double(span.shortNumber(at: start)) / 0x10000 - 0.5) * 180
    let lon = (Double(span.shortNumber(at: start + 2)) / 0x10000 - 0.5) * 360
    let word = span.number(at: start + 4)
    let kind = Kind.allCases[min(Int(span[start + 11]), Kind.allCases.count - 1)]
    let code = countries + 4 * Int(span[start + 10])
    return Place(
      name: spelling(of: Int(word >> 8), in: span), kind: kind,
      location: GeoLocation(lat: Self.rounded(lat), lon: Self.rounded(lon), level: kind == .city ? "city" : "region"),
      country: String(decoding: (0..<3).map { span[code + $0] }, as: UTF8.self),
      region: Int(span.shortNumber(at: start + 8)), population: Self.population(word & 0xFF))
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1000).rounded() / 1000 }

  /// The inhabitants for an eighth of their binary logarithm.
  private static func population(_ eighths: UInt32) -> Int {
    let whole = Double(1 << (eighths >> 3))
    return Int((whole * eighthRoots[Int(eighths & 7)]).rounded()) - 1
  }

  /// 2 to the power of 0/8, 1/8, … 7/8.
  private static let eighthRoots = [
    1, 1.090507732665258, 1.189207115002721, 1.296839554651010, 1.414213562373095, 1.542210825407941, 1.681792830507429,
    1.834008086409342,
  ]
}
