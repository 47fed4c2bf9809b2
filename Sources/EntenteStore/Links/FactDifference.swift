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
    /// What a link weighed before, where that changed.
    public var weightBefore: Double?
    /// What it weighs now.
    public var weightAfter: Double?
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
  /// What changed from another graph to this one: nodes by their keys, links by source, type and target, and, where
  /// both graphs have weights, how much links of the same source, type and target weigh together.
  ///
  /// - Complexity: O(*n* log *n*) in the nodes and links of both.
  public func difference(from older: LinkGraph) -> FactDifference {
    let (before, after) = (older.elements, elements)
    var entries = after.filter { before[$0.key] == nil }.map { $0.key.entry(.added) }
    entries += before.filter { after[$0.key] == nil }.map { $0.key.entry(.removed) }
    if weights != nil, older.weights != nil {
      entries += after.compactMap { element, weight in
        guard let earlier = before[element], earlier != weight else { return nil }
        return element.entry(.changed, earlier, weight)
      }
    }
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

    func entry(_ change: FactDifference.Change, _ before: Double? = nil, _ after: Double? = nil) -> FactDifference.Entry
    {
      FactDifference.Entry(
        change: change, kind: kind, type: type, name: name, id: id, weightBefore: before, weightAfter: after)
    }
  }

  /// Nodes and links, with what links weigh.
  private var elements: [Element: Double] {
    var elements: [Element: [Double]] = [:]
    for node in nodes {
      elements[Element(kind: "node", type: type(of: node), name: name(of: node), id: name(of: node))] = []
    }
    for edge in edges {
      let ends = [name(of: source(of: edge)), name(of: target(of: edge))]
      let word = label(of: edge)
      let link = Element(
        kind: "link", type: word, name: ends.joined(separator: " – "), id: ends.joined(separator: " \(word) "))
      elements[link, default: []].append(weights?[edge] ?? 1)
    }
    // In one order, so that the same weights have the same sum.
    return elements.mapValues { $0.sorted().reduce(0, +) }
  }
}
