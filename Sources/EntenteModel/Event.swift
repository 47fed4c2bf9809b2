/// The sixteen event types of PLOVER.
///
/// Source: Open Event Data Alliance, "PLOVER: Political Language Ontology for Verifiable Event Records", 0.8.
public enum EventType: String, Hashable, Sendable, Codable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case agree = "AGREE"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case consult = "CONSULT"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case support = "SUPPORT"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case concede = "CONCEDE"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case cooperate = "COOPERATE"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case aid = "AID"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case retreat = "RETREAT"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case request = "REQUEST"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case accuse = "ACCUSE"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case reject = "REJECT"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case threaten = "THREATEN"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case protest = "PROTEST"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case sanction = "SANCTION"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case mobilize = "MOBILIZE"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case coerce = "COERCE"
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case assault = "ASSAULT"

  /// The quad class: verbal or material, cooperation or conflict.
  public var quad: QuadClass {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    }
  }

  /// The type's own intensity from -10 (conflict) to 10 (cooperation), where no mode is known.
  ///
  /// The manual prints +3 for ACCUSE although each of its modes is negative; the mean of its modes, -3, is used.
  public var score: Double {
    switch self {
    case .agree: 2.5
    case .consult: 2.5
    case .support: 5
    case .concede: 4.5
    case .cooperate: 9.5
    case .aid: 10
    case .retreat: 6.5
    case .request: 0
    case .accuse: -3
    case .reject: -2
    case .threaten: -3.5
    case .protest: -5
    case .sanction: -6
    case .mobilize: -5.5
    case .coerce: -7
    case .assault: -9
    }
  }
}

/// Verbal or material, cooperation or conflict.
public enum QuadClass: String, Hashable, Sendable, Codable, CaseIterable {
  /// Words that bring together.
  case verbalCooperation = "verbal-cooperation"
  /// Deeds that bring together.
  case materialCooperation = "material-cooperation"
  /// Words that set apart.
  case verbalConflict = "verbal-conflict"
  /// Deeds that set apart.
  case materialConflict = "material-conflict"
}

/// Whether an event happened, as far as the text says.
public enum EventStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Stated as having happened or happening.
  case actual
  /// Announced, intended, scheduled.
  case planned
  /// Conditional, considered, alleged without assertion.
  case possible
  /// Stated not to have happened.
  case negated
}

/// What an entity is to an event; `mediator`, `host`, `instrument` and `beneficiary` may join these.
public struct ParticipantRole: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The name, in lower case.
  public let rawValue: String
  /// A role by its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name.
  public var description: String { rawValue }

  /// Who does it.
  public static let actor = ParticipantRole(rawValue: "actor")
  /// To whom it is done.
  public static let target = ParticipantRole(rawValue: "target")
  /// Where it is done.
  public static let place = ParticipantRole(rawValue: "place")

  /// Orders by name.
  public static func < (left: ParticipantRole, right: ParticipantRole) -> Bool { left.rawValue < right.rawValue }
}

/// An entity's part in an event, with the words that name it there.
public struct Participant: Hashable, Sendable {
  /// The part.
  public var role: ParticipantRole
  /// Who or where.
  public var entity: EntityID
  /// The words, in the event's own document.
  public var span: TextSpan

  /// A participant.
  public init(role: ParticipantRole, entity: EntityID, span: TextSpan) {
    self.role = role
    self.entity = entity
    self.span = span
  }
}

/// A counted thing of an event: troops, money, the dead.
public struct Magnitude: Hashable, Sendable, Codable {
  /// What is counted, as in `money` or `killed`.
  public var kind: String
  /// How much.
  public var value: Double
  /// In which unit, as in `USD` or `people`.
  public var unit: String

  /// A magnitude.
  public init(kind: String, value: Double, unit: String) {
    self.kind = kind
    self.value = value
    self.unit = unit
  }
}

/// Something that someone did to someone, at a time, as a text tells it.
public struct Event: Hashable, Sendable {
  /// Stable identifier.
  public var id: EventID
  /// PLOVER type.
  public var type: EventType
  /// PLOVER mode, as in `visit`; empty where none is known.
  public var mode: String
  /// PLOVER contexts, sorted.
  public var context: [String]
  /// Intensity from -10 to 10.
  public var score: Double
  /// The words that speak of the event, verbatim.
  public var triggerText: String
  /// Where they stand.
  public var triggerSpan: TextSpan
  /// Who takes part, in text order within a role.
  public var participants: [Participant]
  /// When, if the text says.
  public var date: TimeSpan?
  /// Whether it happened.
  public var status: EventStatus
  /// The word that weakens the statement ("reportedly"), if there is one.
  public var hedge: String?
  /// Who says so, where it is not the document itself.
  public var attributedTo: [EntityID]
  /// Counted things.
  public var magnitudes: [Magnitude]
  /// 0 to 1.
  public var confidence: Double
  /// The rule that found it.
  public var rule: String
  /// The words it rests on; the first is in the event's own document.
  public var evidence: [Evidence]
  /// Other events that are the same.
  public var sameAs: [EventID]

  /// An event of `document`; its identifier follows from type, document and trigger.
  public init(
    type: EventType, mode: String = "", context: [String] = [], score: Double? = nil, document: DocumentID,
    triggerText: String, triggerSpan: TextSpan, participants: [Participant], date: TimeSpan? = nil,
    status: EventStatus, hedge: String? = nil, attributedTo: [EntityID] = [], magnitudes: [Magnitude] = [],
    confidence: Double, rule: String, evidence: [Evidence], sameAs: [EventID] = []
  ) {
    id = EventID(
      hashing: type.rawValue, document.rawValue, String(triggerSpan.start), String(triggerSpan.end))
    self.type = type
    self.mode = mode
    self.context = context
    self.score = score ?? type.score
    self.triggerText = triggerText
    self.triggerSpan = triggerSpan
    self.participants = participants
    self.date = date
    self.status = status
    self.hedge = hedge
    self.attributedTo = attributedTo
    self.magnitudes = magnitudes
    self.confidence = confidence
    self.rule = rule
    self.evidence = evidence
    self.sameAs = sameAs
  }

  /// Verbal or material, cooperation or conflict.
  public var quad: QuadClass { type.quad }

  /// The entities in a role, in text order.
  public func entities(_ role: ParticipantRole) -> [EntityID] {
    participants.filter { $0.role == role }.map(\.entity)
  }
}
