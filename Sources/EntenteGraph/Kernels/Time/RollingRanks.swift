/// PageRank of window after window, each begun with the ranks of the one before.
///
/// The system solved is that of `PageRankIteration`, node by node with what was just computed.
struct RollingRanks {
  private let moves: OrderedContacts
  private let direction: Direction
  private let nodeCount: Int
  /// By node: the rank of the last window in which it was active, not divided by their sum; negative before.
  private let kept: MutableElements<Double>
  private let marks: MutableElements<UInt64>
  /// By node: its number among the active nodes.
  private let numbers: MutableElements<UInt32>
  /// By active node.
  private let offsets: MutableElements<UInt32>
  private let ranks: MutableElements<Double>
  private let shares: MutableElements<Double>
  private let inverseStrengths: MutableElements<Double>
  /// By place of the rows of senders.
  private let senders: MutableElements<UInt32>

  init(_ graph: TemporalGraph, _ direction: Direction) {
    moves = graph.ordered(.outgoing, isMirrored: false)
    self.direction = direction
    nodeCount = graph.nodeCount
    kept = .allocate(count: nodeCount, repeating: -1)
    marks = .allocate(count: (nodeCount + 63) / 64, repeating: 0)
    numbers = .allocate(count: nodeCount)
    offsets = .allocate(count: nodeCount + 2)
    ranks = .allocate(count: nodeCount)
    shares = .allocate(count: nodeCount)
    inverseStrengths = .allocate(count: nodeCount)
    senders = .allocate(count: graph.contactCount * (direction == .both ? 2 : 1))
  }

  func deallocate() {
    kept.deallocate()
    marks.deallocate()
    numbers.deallocate()
    offsets.deallocate()
    ranks.deallocate()
    shares.deallocate()
    inverseStrengths.deallocate()
    senders.deallocate()
  }

  func ranks(of view: TemporalView, _ options: PageRankOptions) throws -> WindowRanks {
    let nodes = number(view.places)
    guard !nodes.isEmpty else { return WindowRanks(window: view.window, nodes: [], ranks: [], rounds: 0) }
    build(view.places, nodes.count)
    let base = (1 - options.damping) / Double(nodes.count)
    for (number, node) in nodes.enumerated() {
      ranks[number] = kept[node] < 0 ? base : kept[node]
      shares[number] = ranks[number] * inverseStrengths[number]
    }
    for round in 1...options.maximumRounds {
      try Task.checkCancellation()
      guard advance(nodes.count, base, options.damping) < options.tolerance else { continue }
      var sum = 0.0
      for (number, node) in nodes.enumerated() {
        sum += ranks[number]
        kept[node] = ranks[number]
      }
      return WindowRanks(
        window: view.window, nodes: nodes.map { NodeID(rawValue: $0) },
        ranks: (0..<nodes.count).map { ranks[$0] / sum }, rounds: round)
    }
    throw GraphError(
      .noConvergence,
      "PageRank of the window \(view.window) still moved after \(options.maximumRounds) rounds; allow more rounds or a "
        + "larger tolerance than \(options.tolerance)")
  }

  /// Numbers the nodes of some contacts in ascending order.
  private func number(_ places: Range<Int>) -> [UInt32] {
    var nodes: [UInt32] = []
    moves.sources.read { sources in
      moves.targets.read { targets in
        for place in places {
          let (source, target) = (Int(sources[place]), Int(targets[place]))
          marks[source >> 6] |= 1 << UInt64(source & 63)
          marks[target >> 6] |= 1 << UInt64(target & 63)
        }
      }
    }
    for word in 0..<marks.count where marks[word] != 0 {
      var rest = marks[word]
      marks[word] = 0
      while rest != 0 {
        let node = word << 6 | rest.trailingZeroBitCount
        numbers[node] = UInt32(truncatingIfNeeded: nodes.count)
        nodes.append(UInt32(truncatingIfNeeded: node))
        rest &= rest &- 1
      }
    }
    return nodes
  }

  /// Rows of those who send rank to each active node.
  private func build(_ places: Range<Int>, _ count: Int) {
    for number in 0..<count + 2 { offsets[number] = 0 }
    for number in 0..<count { inverseStrengths[number] = 0 }
    forEachMove(places) { sender, receiver in
      offsets[Int(receiver) &+ 2] &+= 1
      inverseStrengths[sender] += 1
    }
    for number in 0..<count { offsets[number &+ 2] &+= offsets[number &+ 1] }
    forEachMove(places) { sender, receiver in
      let slot = offsets[Int(receiver) &+ 1]
      senders[slot] = sender
      offsets[Int(receiver) &+ 1] = slot &+ 1
    }
    for number in 0..<count where inverseStrengths[number] > 0 {
      inverseStrengths[number] = 1 / inverseStrengths[number]
    }
  }

  @inline(__always) private func forEachMove(_ places: Range<Int>, _ body: (UInt32, UInt32) -> Void) {
    moves.sources.read { sources in
      moves.targets.read { targets in
        var place = places.lowerBound
        while place < places.upperBound {
          let (source, target) = (numbers[sources[place]], numbers[targets[place]])
          if direction != .incoming { body(source, target) }
          if direction != .outgoing { body(target, source) }
          place &+= 1
        }
      }
    }
  }

  /// One round; how far ranks moved as a share of their sum.
  private func advance(_ count: Int, _ base: Double, _ damping: Double) -> Double {
    var (moved, sum) = (0.0, 0.0)
    var number = 0
    while number < count {
      let received = Gathering.sum(
        shares.elements, at: senders.elements, Int(offsets[number]), Int(offsets[number &+ 1]))
      let rank = base + damping * received
      moved += abs(rank - ranks[number])
      sum += rank
      ranks[number] = rank
      shares[number] = rank * inverseStrengths[number]
      number &+= 1
    }
    return moved / sum
  }
}
