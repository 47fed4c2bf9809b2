/// Joins nodes piece of time by piece of time.
struct RollingForests {
  private let ordered: OrderedContacts
  private let parents: MutableElements<UInt32>
  /// The number of nodes below a root.
  private let sizes: MutableElements<UInt32>
  /// The turn in which a node's parent was last set; an older one counts as none.
  private let turns: MutableElements<UInt32>

  init(_ graph: TemporalGraph) {
    ordered = graph.ordered(.outgoing, isMirrored: false)
    parents = .allocate(count: graph.nodeCount)
    sizes = .allocate(count: graph.nodeCount)
    turns = .allocate(count: graph.nodeCount, repeating: 0)
  }

  func deallocate() {
    parents.deallocate()
    sizes.deallocate()
    turns.deallocate()
  }

  func components(_ views: [TemporalView]) throws -> [WindowComponents] {
    var bounds = Set(views.flatMap { [$0.places.lowerBound, $0.places.upperBound] }).sorted()
    if bounds.isEmpty { bounds = [0] }
    var turn: UInt32 = 0
    // The joining contacts of each piece, one after the other.
    var forest: [UInt32] = []
    var offsets = [0]
    for piece in bounds.indices.dropLast() {
      try Task.checkCancellation()
      turn += 1
      var summary = Summary()
      for place in bounds[piece]..<bounds[piece + 1] where join(place, turn, &summary) {
        forest.append(UInt32(truncatingIfNeeded: place))
      }
      offsets.append(forest.count)
    }
    var pieces: [Int: Int] = [:]
    for (piece, bound) in bounds.enumerated() { pieces[bound] = piece }
    return try views.map { view in
      try Task.checkCancellation()
      turn += 1
      var summary = Summary()
      if let first = pieces[view.places.lowerBound], let last = pieces[view.places.upperBound] {
        for slot in offsets[first]..<offsets[last] { _ = join(Int(forest[slot]), turn, &summary) }
      }
      return WindowComponents(
        window: view.window, activeCount: summary.active, componentCount: summary.components,
        largestSize: Int(summary.largest))
    }
  }

  private struct Summary {
    var active = 0
    var components = 0
    var largest: UInt32 = 0
  }

  /// Joins the ends of a contact; whether that told anything new: joined two groups, or made a node active.
  @inline(__always) private func join(_ place: Int, _ turn: UInt32, _ summary: inout Summary) -> Bool {
    let (source, target) = (ordered.sources[place], ordered.targets[place])
    let isNew = enter(source, turn, &summary)
    let isOtherNew = enter(target, turn, &summary)
    var (left, right) = (root(source), root(target))
    if left == right { return isNew || isOtherNew }
    if sizes[left] < sizes[right] { swap(&left, &right) }
    parents[right] = left
    sizes[left] &+= sizes[right]
    summary.components -= 1
    summary.largest = max(summary.largest, sizes[left])
    return true
  }

  @inline(__always) private func enter(_ node: UInt32, _ turn: UInt32, _ summary: inout Summary) -> Bool {
    if turns[node] == turn { return false }
    turns[node] = turn
    parents[node] = node
    sizes[node] = 1
    summary.active += 1
    summary.components += 1
    summary.largest = max(summary.largest, 1)
    return true
  }

  @inline(__always) private func root(_ node: UInt32) -> UInt32 {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }
}
