/// The type of a lasting tie between two entities; the ontology may declare more than these.
public struct RelationType: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The name, in upper case with underscores.
  public let rawValue: String
  /// A type by its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name.
  public var description: String { rawValue }

  /// Person to organization or country; `title` holds the office as written.
  public static let holdsOffice = RelationType(rawValue: "HOLDS_OFFICE")
  /// Member to body.
  public static let memberOf = RelationType(rawValue: "MEMBER_OF")
  /// Belonging of another or an unstated kind.
  public static let affiliatedWith = RelationType(rawValue: "AFFILIATED_WITH")
  /// Thing to place.
  public static let locatedIn = RelationType(rawValue: "LOCATED_IN")
  /// Part to whole.
  public static let partOf = RelationType(rawValue: "PART_OF")
  /// Ally to ally; symmetric.
  public static let alliedWith = RelationType(rawValue: "ALLIED_WITH")

  /// Orders by name.
  public static func < (left: RelationType, right: RelationType) -> Bool { left.rawValue < right.rawValue }
}

/// A lasting tie between two entities that a text states.
public struct Relation: Hashable, Sendable {
  /// Stable identifier.
  public var id: RelationID
  /// Which tie.
  public var type: RelationType
  /// From.
  public var source: EntityID
  /// To.
  public var target: EntityID
  /// Details as written: `title`, `since`, `until`, …
  public var attributes: [String: String]
  /// 0 to 1.
  public var confidence: Double
  /// The rule that found it.
  public var rule: String
  /// The words it rests on, in order; never empty in what the extractor emits.
  public var evidence: [Evidence]

  /// A relation; its identifier follows from type, ends and attributes.
  public init(
    type: RelationType, source: EntityID, target: EntityID, attributes: [String: String] = [:],
    confidence: Double, rule: String, evidence: [Evidence]
  ) {
    let details = attributes.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    id = RelationID(hashing: [type.rawValue, source.rawValue, target.rawValue] + details)
    self.type = type
    self.source = source
    self.target = target
    self.attributes = attributes
    self.confidence = confidence
    self.rule = rule
    self.evidence = evidence
  }
}
