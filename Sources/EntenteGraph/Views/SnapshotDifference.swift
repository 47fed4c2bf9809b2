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
    let nodes = matched(nodeLabels, earlier.nodeLabels)
    let edges = matched(edgeLabels, earlier.edgeLabels)
    return SnapshotDifference(
      addedNodes: nodes.added.map { NodeID($0) }, removedNodes: nodes.removed.map { NodeID($0) },
      changedNodes: nodes.both.compactMap { before, now in
        change(earlier, earlier.nodeLabels[before], nodeLabels[now], NodeID(before), NodeID(now), changesEnds: false)
      },
      addedEdges: edges.added.map { EdgeID($0) }, removedEdges: edges.removed.map { EdgeID($0) },
      changedEdges: edges.both.compactMap { before, now in
        let (old, new) = (EdgeID(before), EdgeID(now))
        let changesEnds =
          earlier.key(of: earlier.source(of: old)) != key(of: source(of: new))
          || earlier.key(of: earlier.target(of: old)) != key(of: target(of: new))
        return change(earlier, earlier.edgeLabels[before], edgeLabels[now], old, new, changesEnds: changesEnds)
      })
  }

  /// The places of what is in one list or both, told by keys, each in ascending order of place.
  private func matched(
    _ later: [Label], _ earlier: [Label]
  ) -> (added: [Int], removed: [Int], both: [(before: Int, now: Int)]) {
    var places: [String: Int] = [:]
    places.reserveCapacity(earlier.count)
    for (place, label) in earlier.enumerated() { places[label.key] = place }
    var added: [Int] = []
    var both: [(before: Int, now: Int)] = []
    for (now, label) in later.enumerated() {
      if let before = places.removeValue(forKey: label.key) { both.append((before, now)) } else { added.append(now) }
    }
    return (added, places.values.sorted(), both)
  }

  private func change<Element>(
    _ earlier: Snapshot, _ old: Label, _ new: Label, _ before: Element, _ now: Element, changesEnds: Bool
  ) -> SnapshotDifference.Change<Element>? {
    let changesType = earlier.symbols[old.type] != symbols[new.type]
    let (oldValues, newValues) = (old.properties.dictionary(earlier.symbols), new.properties.dictionary(symbols))
    let names = Set(oldValues.keys).union(newValues.keys).filter { oldValues[$0] != newValues[$0] }.sorted()
    guard changesType || changesEnds || !names.isEmpty else { return nil }
    return SnapshotDifference.Change(
      before: before, now: now, changesType: changesType, changesEnds: changesEnds,
      properties: names.map {
        SnapshotDifference.PropertyChange(name: $0, before: oldValues[$0], now: newValues[$0])
      })
  }
}
