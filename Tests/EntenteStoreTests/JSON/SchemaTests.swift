import EntenteModel
import EntenteStore
import Foundation
import Testing

@Suite struct SchemaTests {
  private let checker: SchemaChecker

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    checker = try SchemaChecker(schema: Data(contentsOf: root.appending(path: "docs/schema/entente-1.schema.json")))
  }

  private func faults(_ facts: FactSet, offsets: OffsetUnit = .scalars) throws -> [String] {
    try checker.faults(of: Data(FactFile(facts, offsets: offsets).json()))
  }

  @Test func emptyFactsFit() throws { #expect(try faults(FactSet()) == []) }

  @Test(arguments: OffsetUnit.allCases) func factsWithEveryMemberFit(offsets: OffsetUnit) throws {
    #expect(try faults(FullFacts.facts, offsets: offsets) == [])
  }

  @Test func everyMemberOfTheSchemaIsWritten() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let schema = try Data(contentsOf: root.appending(path: "docs/schema/entente-1.schema.json"))
    let json = String(decoding: FactFile(FullFacts.facts, offsets: .originalBytes).json(), as: UTF8.self)
    for name in memberNames(try JSONSerialization.jsonObject(with: schema)) {
      #expect(json.contains("\"\(name)\":"), "\(name)")
    }
  }

  private func memberNames(_ schema: Any) -> Set<String> {
    guard let object = schema as? [String: Any] else {
      return Set((schema as? [Any] ?? []).flatMap { memberNames($0) })
    }
    let own = Set((object["properties"] as? [String: Any] ?? [:]).keys)
    return own.union(object.values.flatMap { memberNames($0) })
  }

  @Test(arguments: [
    ("\"status\":\"planned\"", "\"status\":\"maybe\"", "status: 'maybe' is not listed"),
    ("\"hedge\":\"reportedly\"", "\"hedge\":7", "hedge: is not of type"),
    ("\"hedge\":\"reportedly\"", "\"edge\":null", "lacks [\"hedge\"]"),
    ("\"hedge\":\"reportedly\"", "\"hedge\":null,\"new\":1", "the schema does not speak of 'new'"),
    ("\"lat\":54.5", "\"lat\":95", "lat: is more than 90"),
    ("\"start\":\"2029-01-01\"", "\"start\":\"2029\"", "date: fits none of the alternatives"),
    ("\"iso3166\":\"DEU\"", "\"iso3166\":276", "codes.iso3166: is not of type"),
  ])
  func checkerFindsWhatDoesNotFit(old: String, new: String, fault: String) throws {
    let json = String(decoding: FactFile(FullFacts.facts).json(), as: UTF8.self)
    #expect(json.contains(old))
    let faults = try checker.faults(of: Data(json.replacingOccurrences(of: old, with: new).utf8))
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }
}

/// Facts in which every member of the exchange format has content.
private enum FullFacts {
  static let facts: FactSet = {
    let story = Story("Berlin reportedly plans to send 45 tanks in 2029, an official said.", source: "full.txt")
    var record = story.record
    record.author = "A. Writer"
    record.date = CalendarDate(year: 2026, month: 2, day: 13)
    record.dateBasis = .dateLine
    record.sha256 = String(repeating: "0123456789abcdef", count: 4)
    record.repairs = [
      Repair(kind: "utf8-read-as-gb18030", span: TextSpan(start: 0, end: 1), original: "鈥", replacement: "B")
    ]
    let germany = makeEntity(
      .country, "Germany", aliases: ["Berlin"], codes: ["iso3166": "DEU"],
      location: GeoLocation(lat: 54.5, lon: 10, level: "country"), mentions: [story.mention("Berlin")])
    let official = makeEntity(.group, "an official", mentions: [story.mention("an official", form: .description)])
    let relation = Relation(
      type: .affiliatedWith, source: official.id, target: germany.id,
      attributes: ["title": "official", "since": "2025"],
      confidence: 0.1 + 0.2, rule: "r", evidence: [story.evidence("official")])
    var event = story.event(
      .aid, "send", [(.actor, germany, "Berlin")], date: TimeSpan(year: 2029, basis: .explicit), status: .planned,
      says: [official])
    event.mode = "military"
    event.context = ["military"]
    event.hedge = "reportedly"
    event.magnitudes = [Magnitude(kind: "tanks", value: 45, unit: "items")]
    event.sameAs = [EventID(hashing: "another")]
    return FactSet(documents: [record], entities: [germany, official], relations: [relation], events: [event])
  }()
}
