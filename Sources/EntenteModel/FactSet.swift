/// Everything that was found in a set of documents: the exchange format of the engine.
///
/// The arrays are sorted by identifier, so equal fact sets have equal bytes when written.
public struct FactSet: Hashable, Sendable {
  /// The name and version of the exchange format.
  public static let schema = "entente/1"

  /// The documents, sorted by identifier.
  public private(set) var documents: [DocumentRecord]
  /// The entities, sorted by identifier.
  public private(set) var entities: [Entity]
  /// The relations, sorted by identifier.
  public private(set) var relations: [Relation]
  /// The events, sorted by identifier.
  public private(set) var events: [Event]

  /// The fact set without facts.
  public init() {
    documents = []
    entities = []
    relations = []
    events = []
  }

  /// A fact set of these parts, sorted, with those of the same identifier merged; mentions and evidence
  /// stand in order, those of an event's own document first.
  ///
  /// - Complexity: O(*n* log *n*) in the number of parts.
  public init(
    documents: some Sequence<DocumentRecord>, entities: some Sequence<Entity>,
    relations: some Sequence<Relation>, events: some Sequence<Event>
  ) {
    self.documents = Self.united(documents, by: \.id) { $0.merged(with: $1) }
    self.entities = Self.united(entities.lazy.map(\.canonical), by: \.id) { $0.merged(with: $1) }
    self.relations = Self.united(relations.lazy.map(\.canonical), by: \.id) { $0.merged(with: $1) }
    self.events = Self.united(events.lazy.map(\.canonical), by: \.id) { $0.merged(with: $1) }
  }

  /// The facts of both.
  ///
  /// Associative, commutative and idempotent: any grouping and any order of the same fact sets give
  /// the same result.
  ///
  /// - Complexity: O(*n* log *n*) in the facts of both.
  public func merged(with other: FactSet) -> FactSet {
    FactSet.merged([self, other])
  }

  /// The facts of all of `sets`, whatever their order.
  ///
  /// - Complexity: O(*n* log *n*) in the facts of all.
  public static func merged(_ sets: some Sequence<FactSet>) -> FactSet {
    let all = Array(sets)
    return FactSet(
      documents: all.flatMap(\.documents), entities: all.flatMap(\.entities),
      relations: all.flatMap(\.relations), events: all.flatMap(\.events))
  }

  /// The document with an identifier, if it is here.
  ///
  /// - Complexity: O(log *n*).
  public func document(_ id: DocumentID) -> DocumentRecord? { Self.find(id, in: documents, by: \.id) }

  /// The entity with an identifier, if it is here.
  ///
  /// - Complexity: O(log *n*).
  public func entity(_ id: EntityID) -> Entity? { Self.find(id, in: entities, by: \.id) }

  /// The relation with an identifier, if it is here.
  ///
  /// - Complexity: O(log *n*).
  public func relation(_ id: RelationID) -> Relation? { Self.find(id, in: relations, by: \.id) }

  /// The event with an identifier, if it is here.
  ///
  /// - Complexity: O(log *n*).
  public func event(_ id: EventID) -> Event? { Self.find(id, in: events, by: \.id) }

  private static func united<Value, ID: Comparable & Hashable>(
    _ values: some Sequence<Value>, by id: KeyPath<Value, ID>, merge: (Value, Value) -> Value
  ) -> [Value] {
    var united: [ID: Value] = [:]
    for value in values {
      let key = value[keyPath: id]
      if let present = united[key] {
        united[key] = merge(present, value)
      } else {
        united[key] = value
      }
    }
    return united.values.sorted { $0[keyPath: id] < $1[keyPath: id] }
  }

  private static func find<Value, ID: Comparable>(
    _ id: ID, in values: [Value], by key: KeyPath<Value, ID>
  ) -> Value? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle][keyPath: key] < id { low = middle + 1 } else { high = middle }
    }
    guard low < values.count, values[low][keyPath: key] == id else { return nil }
    return values[low]
  }
}
