import EntenteGraph
public import EntenteModel

/// What changed from one state of knowledge to another.
public struct FactDifference: Hashable, Sendable {
  /// How a fact changed.
  public enum Change: String, Hashable, Sendable, CaseIterable, Encodable {
    /// It is in the new state alone.
    case added
    /// It is in the old state alone.
    case removed
    /// It is in both, and not the same.
    case changed
  }

  /// One thing that changed.
  public struct Entry: Hashable, Sendable, Encodable {
    /// How it changed.
    public var change: Change
    /// `entity`, `relation`, `event`, `node` or `link`.
    public var kind: String
    /// The type of the entity, relation, event, node or link.
    public var type: String
    /// The entity, or what is linked.
    public var name: String
    /// The identifier or key.
    public var id: String
  }

  /// What changed: entities, relations, events, each by change, name and identifier.
  public var entries: [Entry]
}

extension FactSet {
  /// What changed from `older` to these facts.
  ///
  /// Facts are the same by their identifiers; evidence, mentions and offsets do not count as a change.
  ///
  /// - Complexity: O(*n* log *n*) in the facts of both.
  public func difference(from older: FactSet) -> FactDifference {
    let names = Self.names(older).merging(Self.names(self)) { $1 }
    func name(_ ids: [EntityID]) -> String { ids.map { names[$0] ?? $0.rawValue }.joined(separator: " – ") }
    let entities = Self.entries(
      kind: "entity", older.entities, self.entities, id: \.id.rawValue, type: \.type.rawValue, name: \.name,
      isSame: { $0.name == $1.name && $0.type == $1.type && $0.codes == $1.codes })
    let relations = Self.entries(
      kind: "relation", older.relations, self.relations, id: \.id.rawValue, type: \.type.rawValue,
      name: { name([$0.source, $0.target]) },
      isSame: {
        $0.type == $1.type && $0.attributes == $1.attributes && $0.source == $1.source && $0.target == $1.target
      })
    let events = Self.entries(
      kind: "event", older.events, self.events, id: \.id.rawValue, type: \.type.rawValue,
      name: { name(TieGraph.members(of: $0)) },
      isSame: {
        $0.type == $1.type && $0.date == $1.date && $0.status == $1.status && $0.attributedTo == $1.attributedTo
      })
    return FactDifference(entries: entities + relations + events)
  }

  private static func names(_ facts: FactSet) -> [EntityID: String] {
    Dictionary(facts.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private static func entries<Item>(
    kind: String, _ old: [Item], _ new: [Item], id: (Item) -> String, type: (Item) -> String, name: (Item) -> String,
    isSame: (Item, Item) -> Bool
  ) -> [FactDifference.Entry] {
    let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    func entry(_ change: FactDifference.Change, _ item: Item) -> FactDifference.Entry {
      FactDifference.Entry(change: change, kind: kind, type: type(item), name: name(item), id: id(item))
    }
    let added = after.filter { before[$0.key] == nil }.map { entry(.added, $0.value) }
    let removed = before.filter { after[$0.key] == nil }.map { entry(.removed, $0.value) }
    let changed = after.compactMap { key, item in
      before[key].flatMap { isSame($0, item) ? nil : entry(.changed, item) }
    }
    return (added + removed + changed).sorted {
      ($0.change.rawValue, $0.name, $0.id) < ($1.change.rawValue, $1.name, $1.id)
    }
  }
}

extension LinkGraph {
  /// What changed from another graph to this one: nodes by their keys, links by source, type and target.
  ///
  /// - Complexity: O(*n* log *n*) in the nodes and links of both.
  public func difference(from older: LinkGraph) -> FactDifference {
    let (before, after) = (older.entries, entries)
    func missing(_ entries: [Element], in others: [Element], as change: FactDifference.Change) -> [FactDifference.Entry]
    {
      let known = Set(others)
      return entries.filter { !known.contains($0) }.map {
        FactDifference.Entry(change: change, kind: $0.kind, type: $0.type, name: $0.name, id: $0.id)
      }
    }
    let entries = missing(after, in: before, as: .added) + missing(before, in: after, as: .removed)
    return FactDifference(
      entries: entries.sorted {
        ($1.kind, $0.change.rawValue, $0.name, $0.id) < ($0.kind, $1.change.rawValue, $1.name, $1.id)
      })
  }

  private struct Element: Hashable {
    var kind: String
    var type: String
    var name: String
    var id: String
  }

  private var entries: [Element] {
    let named = nodes.map { Element(kind: "node", type: type(of: $0), name: name(of: $0), id: name(of: $0)) }
    let linked = edges.map { edge in
      let ends = [name(of: source(of: edge)), name(of: target(of: edge))]
      let word = label(of: edge)
      return Element(
        kind: "link", type: word, name: ends.joined(separator: " – "), id: ends.joined(separator: " \(word) "))
    }
    return named + linked
  }
}
