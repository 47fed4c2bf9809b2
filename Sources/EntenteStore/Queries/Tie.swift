public import EntenteModel

/// An entity by what a reader needs to know it.
public struct EntitySummary: Hashable, Sendable, Encodable {
  /// The identifier.
  public var id: EntityID
  /// Which kind of thing it is.
  public var type: EntityType
  /// The fullest form found or known.
  public var name: String

  /// The summary of an entity.
  public init(_ entity: Entity) {
    id = entity.id
    type = entity.type
    name = entity.name
  }
}

/// A document by what a reader needs to find it.
public struct DocumentSummary: Hashable, Sendable, Encodable {
  /// The identifier.
  public var id: DocumentID
  /// The path or name it was read from.
  public var source: String
  /// The headline.
  public var title: String
  /// The day it speaks from.
  public var date: CalendarDate?

  /// The summary of a document.
  public init(_ record: DocumentRecord) {
    id = record.id
    source = record.source
    title = record.title
    date = record.date
  }
}

/// A fact that joins two entities, as seen from one of them.
public struct Tie: Hashable, Sendable, Encodable {
  /// What joins them.
  public enum Kind: String, Hashable, Sendable, Encodable {
    /// A lasting tie.
    case relation
    /// Something that both have a part in.
    case event
  }

  /// Which way a fact points.
  public enum Bearing: String, Hashable, Sendable, Encodable {
    /// From the entity that is looked from.
    case forward
    /// Towards it.
    case backward
    /// Neither way: an alliance, two actors of one event.
    case mutual
  }

  /// Where it is seen from.
  public var from: EntitySummary
  /// The other end.
  public var to: EntitySummary
  /// The identifier of the relation or event; `explain` takes it.
  public var id: String
  /// What joins them.
  public var kind: Kind
  /// The type of the relation or event.
  public var type: String
  /// Which way it points.
  public var bearing: Bearing
  /// What `from` is in the event; empty for a relation.
  public var fromRole: String
  /// What `to` is in the event; empty for a relation.
  public var toRole: String
  /// The attributes of a relation, as `title`.
  public var attributes: [String: String]
  /// The words that speak of the event; empty for a relation.
  public var trigger: String
  /// Whether an event happened; `nil` for a relation.
  public var status: EventStatus?
  /// When an event happened, if the text says.
  public var date: TimeSpan?
  /// Who says so, where it is not the documents themselves.
  public var attributedTo: [EntitySummary]
  /// 0 to 1.
  public var confidence: Double
  /// The words it rests on.
  public var evidence: [Evidence]
  /// The documents that `evidence` is in, each once.
  public var documents: [DocumentSummary]

  private enum CodingKeys: String, CodingKey {
    case from, to, id, kind, type, bearing
    case fromRole = "from_role"
    case toRole = "to_role"
    case attributes, trigger, status, date
    case attributedTo = "attributed_to"
    case confidence, evidence, documents
  }
}
