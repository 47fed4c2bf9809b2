/// What is not the same in two snapshots; nodes and edges are told by their keys.
public struct SnapshotDifference: Hashable, Sendable {
  /// A property that was set, changed or taken away.
  public struct PropertyChange: Hashable, Sendable {
    /// The property's name.
    public let name: String
    /// The value before; `nil` where there was none.
    public let before: PropertyValue?
    /// The value now; `nil` where there is none.
    public let now: PropertyValue?
  }

  /// A node or an edge that both snapshots have, with what is different.
  public struct Change<Element: GraphElementID>: Hashable, Sendable {
    /// The element in the earlier snapshot.
    public let before: Element
    /// The element in the later snapshot.
    public let now: Element
    /// Whether its type changed.
    public let changesType: Bool
    /// Whether its ends changed, as an edge's may.
    public let changesEnds: Bool
    /// The properties that changed, by name.
    public let properties: [PropertyChange]
  }

  /// The nodes that only the later snapshot has, by its numbers.
  public let addedNodes: [NodeID]
  /// The nodes that only the earlier snapshot has, by its numbers.
  public let removedNodes: [NodeID]
  /// The nodes that changed, by key.
  public let changedNodes: [Change<NodeID>]
  /// The edges that only the later snapshot has, by its numbers.
  public let addedEdges: [EdgeID]
  /// The edges that only the earlier snapshot has, by its numbers.
  public let removedEdges: [EdgeID]
  /// The edges that changed, by their numbers in the later snapshot.
  public let changedEdges: [Change<EdgeID>]

  /// Whether both snapshots are the same.
  public var isEmpty: Bool {
    addedNodes.isEmpty && removedNodes.isEmpty && changedNodes.isEmpty && addedEdges.isEmpty && removedEdges.isEmpty
      && changedEdges.isEmpty
  }
}

extension Snapshot {
  /// What changed since an earlier snapshot.
  ///
  /// - Complexity: O(*V* + *E*) of both, times the number of properties of an element.
  public func difference(from earlier: Snapshot) -> SnapshotDifference {
    let nodes = matched(nodeKeys, earlier.nodeKeys)
    let edges = matched(edgeKeys, earlier.edgeKeys)
    return SnapshotDifference(
      addedNodes: nodes.added.map { NodeID($0) }, removedNodes: nodes.removed.map { NodeID($0) },
      changedNodes: nodes.both.compactMap { before, now in
        let (old, new) = (NodeID(before), NodeID(now))
        return Self.change(
          old, new, changesType: earlier.type(of: old) != type(of: new), changesEnds: false,
          properties: (earlier.properties(of: old), properties(of: new)))
      },
      addedEdges: edges.added.map { EdgeID($0) }, removedEdges: edges.removed.map { EdgeID($0) },
      changedEdges: edges.both.compactMap { before, now in
        let (old, new) = (EdgeID(before), EdgeID(now))
        let changesEnds =
          earlier.key(of: earlier.source(of: old)) != key(of: source(of: new))
          || earlier.key(of: earlier.target(of: old)) != key(of: target(of: new))
        return Self.change(
          old, new, changesType: earlier.type(of: old) != type(of: new), changesEnds: changesEnds,
          properties: (earlier.properties(of: old), properties(of: new)))
      })
  }

  /// The places of what is in one pool or both, each in ascending order of place.
  private func matched(
    _ later: TextPool, _ earlier: TextPool
  ) -> (added: [Int], removed: [Int], both: [(before: Int, now: Int)]) {
    var places: [String: Int] = [:]
    places.reserveCapacity(earlier.count)
    for place in 0..<earlier.count { places[earlier[place]] = place }
    var added: [Int] = []
    var both: [(before: Int, now: Int)] = []
    for now in 0..<later.count {
      if let before = places.removeValue(forKey: later[now]) { both.append((before, now)) } else { added.append(now) }
    }
    return (added, places.values.sorted(), both)
  }

  private static func change<Element>(
    _ before: Element, _ now: Element, changesType: Bool, changesEnds: Bool,
    properties: (before: [String: PropertyValue], now: [String: PropertyValue])
  ) -> SnapshotDifference.Change<Element>? {
    let names = Set(properties.before.keys).union(properties.now.keys)
      .filter { properties.before[$0] != properties.now[$0] }.sorted()
    guard changesType || changesEnds || !names.isEmpty else { return nil }
    return SnapshotDifference.Change(
      before: before, now: now, changesType: changesType, changesEnds: changesEnds,
      properties: names.map {
        SnapshotDifference.PropertyChange(name: $0, before: properties.before[$0], now: properties.now[$0])
      })
  }
}
