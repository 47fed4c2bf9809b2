import EntenteModel

/// What a user's tables add to the built-in gazetteer.
struct GazetteerAddition: Sendable {
  private(set) var entries: [Gazetteer.Entry] = []
  private(set) var placeByKey: [String: Int] = [:]
  private(set) var candidates: [String: [Gazetteer.Candidate]] = [:]
  /// First words of folded names.
  private(set) var firstWords: Set<String> = []
  /// Folded names cut before their last words.
  private(set) var beginnings: Set<String> = []

  init() {}

  /// Reads tables whose rows may speak of each other and of the built-in entries.
  ///
  /// - Throws: `malformedTable` with file, line and column.
  init(_ files: [(name: String, contents: String)], to table: GazetteerTable) throws(KnowledgeError) {
    var rows: [GazetteerFile.Row] = []
    for file in files { rows += try GazetteerFile(file.contents, name: file.name).rows }
    for (place, row) in rows.enumerated() {
      let key = row.text("key")
      if placeByKey[key] != nil || table.index(ofKey: key) != nil {
        throw row.error("there is an entry \(key) already; give this one a key of its own", in: "key")
      }
      placeByKey[key] = place
    }
    let resolver = Resolver(table: table, places: placeByKey)
    for (place, row) in rows.enumerated() {
      let id = Gazetteer.EntryID(rawValue: UInt32(table.entryCount + place))
      let entry = try Self.entry(id, row, resolver)
      entries.append(entry)
      for column in ["name", "aliases", "demonyms"] {
        for written in row.list(column) {
          try add(MarkedName(written), of: entry, isDemonym: column == "demonyms") {
            row.error("the name '\(written)' has neither letter nor digit", in: column)
          }
        }
      }
    }
    sortCandidates(table.entryCount)
  }

  private mutating func add(
    _ name: MarkedName, of entry: Gazetteer.Entry, isDemonym: Bool, orThrow error: () -> KnowledgeError
  ) throws(KnowledgeError) {
    let key = TextFolding.fold(name.surface)
    guard !key.isEmpty else { throw error() }
    let candidate = Gazetteer.Candidate(
      entry: entry.id, form: isDemonym ? .demonym : name.isAcronym ? .acronym : .name,
      isExactCase: name.isExactCase || name.isAcronym && !isDemonym,
      isAmbiguousWord: name.isOrdinaryWord || name.isPersonalName, isPersonalName: name.isPersonalName,
      surface: name.surface)
    candidates[key, default: []].append(candidate)
    var words = key.split(separator: " ")
    firstWords.insert(String(words[0]))
    while words.count > 1 {
      words.removeLast()
      beginnings.insert(words.joined(separator: " "))
    }
  }

  private mutating func sortCandidates(_ base: Int) {
    func order(_ candidate: Gazetteer.Candidate) -> (Int, Int, String, String) {
      let entry = entries[Int(candidate.entry.rawValue) - base]
      return (entry.kind.rank(population: entry.population), -entry.population, entry.key, candidate.surface)
    }
    candidates = candidates.mapValues { $0.sorted { order($0) < order($1) } }
  }

  private static func entry(
    _ id: Gazetteer.EntryID, _ row: GazetteerFile.Row, _ resolver: Resolver
  ) throws(KnowledgeError) -> Gazetteer.Entry {
    guard let kind = GazetteerKind(rawValue: row.text("kind")) else {
      throw row.error("'\(row.text("kind"))' is no kind", in: "kind")
    }
    let country = try resolver.country(of: row)
    var codes: [String: String] = [:]
    if country != nil { codes["country"] = row.text("country") }
    if !row.text("sector").isEmpty { codes["sector"] = row.text("sector") }
    var parts: [Gazetteer.EntryID] = []
    for part in row.list("parts") { parts.append(try resolver.entry(part, of: row, in: "parts")) }
    let seat = row.text("seat")
    return Gazetteer.Entry(
      id: id, key: row.text("key"), kind: kind, name: MarkedName(row.text("name")).surface, codes: codes,
      location: try location(row, kind), country: country, capitalOf: nil,
      seat: seat.isEmpty ? nil : try resolver.entry(seat, of: row, in: "seat"), parts: parts,
      population: try population(row), descriptions: row.list("descriptions"))
  }

  private static func location(
    _ row: GazetteerFile.Row, _ kind: GazetteerKind
  ) throws(KnowledgeError) -> GeoLocation? {
    if row.text("lat").isEmpty && row.text("lon").isEmpty { return nil }
    guard let lat = Double(row.text("lat")), abs(lat) <= 90 else {
      throw row.error("'\(row.text("lat"))' is no latitude from -90 to 90", in: "lat")
    }
    guard let lon = Double(row.text("lon")), abs(lon) <= 180 else {
      throw row.error("'\(row.text("lon"))' is no longitude from -180 to 180", in: "lon")
    }
    return GeoLocation(lat: lat, lon: lon, level: kind.level)
  }

  private static func population(_ row: GazetteerFile.Row) throws(KnowledgeError) -> Int {
    let text = row.text("population")
    if text.isEmpty { return 0 }
    guard let population = Int(text), population >= 0 else {
      throw row.error("'\(text)' is no whole number of inhabitants", in: "population")
    }
    return population
  }
}

/// Finds the entries that a row speaks of.
private struct Resolver {
  let table: GazetteerTable
  let places: [String: Int]

  func country(of row: GazetteerFile.Row) throws(KnowledgeError) -> Gazetteer.EntryID? {
    let code = row.text("country")
    if code.isEmpty { return nil }
    guard let index = table.index(ofKey: "iso:\(code)") else {
      throw row.error("'\(code)' is no ISO 3166-1 alpha-3 code of a country", in: "country")
    }
    return Gazetteer.EntryID(rawValue: UInt32(index))
  }

  func entry(
    _ reference: String, of row: GazetteerFile.Row, in column: String
  ) throws(KnowledgeError) -> Gazetteer.EntryID {
    if let place = places[reference] {
      return Gazetteer.EntryID(rawValue: UInt32(table.entryCount + place))
    }
    if let index = table.index(ofKey: reference) ?? table.index(ofKey: "iso:\(reference)") ?? city(reference) {
      return Gazetteer.EntryID(rawValue: UInt32(index))
    }
    throw row.error(
      "nothing is known as '\(reference)'; write a key, an alpha-3 code, or a city as Brussels/BEL", in: column)
  }

  /// The most populous city with the name before the slash in the country after it.
  private func city(_ reference: String) -> Int? {
    let parts = reference.split(separator: "/")
    guard parts.count == 2, let country = table.index(ofKey: "iso:\(parts[1])"),
      let name = table.search(TextFolding.fold(String(parts[0]))).name
    else { return nil }
    let cities = table.candidates(ofName: name).map { table.entry(Int($0.entry.rawValue)) }.filter {
      ($0.kind == .city || $0.kind == .capital) && $0.country?.rawValue == UInt32(country)
    }
    return cities.max { ($0.population, $1.key) < ($1.population, $0.key) }.map { Int($0.id.rawValue) }
  }
}
