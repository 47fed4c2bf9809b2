/// Counts ways with the fewest contacts forwards in time, and shares them out backwards.
struct TemporalBetweennessKernel: Sendable {
  private static let none = UInt32.max
  private static let partCount = 16

  private let nodeCount: Int
  /// By move: the fewest contacts of a way that ends with it, and how many such ways there are.
  private let steps: MutableElements<UInt32>
  private let ways: MutableElements<Double>
  /// By move: the share of pairs with this source whose ways take it.
  private let shares: MutableElements<Double>
  /// By node: the fewest contacts so far, and how many ways have as few.
  private let least: MutableElements<UInt32>
  private let counts: MutableElements<Double>
  /// By node, backwards: the number of contacts of the ways that are gathered, and what goes on from them, a way.
  private let levels: MutableElements<UInt32>
  private let gathered: MutableElements<Double>

  private init(nodeCount: Int, moveCount: Int) {
    self.nodeCount = nodeCount
    steps = .allocate(count: moveCount)
    ways = .allocate(count: moveCount)
    shares = .allocate(count: moveCount)
    least = .allocate(count: nodeCount)
    counts = .allocate(count: nodeCount)
    levels = .allocate(count: nodeCount)
    gathered = .allocate(count: nodeCount)
  }

  private func deallocate() {
    steps.deallocate()
    ways.deallocate()
    shares.deallocate()
    least.deallocate()
    counts.deallocate()
    levels.deallocate()
    gathered.deallocate()
  }

  static func betweenness(_ timeline: MoveTimeline, nodeCount: Int, _ execution: Execution) throws -> [Double] {
    // The parts depend on the graph alone, so that their sums are added in the same order on any number of threads.
    let parts = min(partCount, nodeCount)
    let workers = max(1, min(execution.threads, parts))
    let sums = MutableElements<Double>.allocate(count: parts * nodeCount, repeating: 0)
    let moveCount = timeline.slotCount
    let kernels = (0..<workers).map { _ in TemporalBetweennessKernel(nodeCount: nodeCount, moveCount: moveCount) }
    defer {
      sums.deallocate()
      kernels.forEach { $0.deallocate() }
    }
    var isStart = [Bool](repeating: false, count: nodeCount)
    for node in timeline.starting { isStart[Int(node)] = true }
    let leaves = isStart
    try timeline.read { moves in
      try execution.forEachChunk(parts, reporting: true) { part, worker in
        for source in part * nodeCount / parts..<(part + 1) * nodeCount / parts where leaves[source] {
          try execution.check()
          kernels[worker].count(moves, from: source)
          kernels[worker].shareOut(moves, from: source, to: sums, at: part * nodeCount)
        }
      }
    }
    return (0..<nodeCount).map { node in (0..<parts).reduce(0) { $0 + sums[$1 * nodeCount + node] } }
  }

  private func count(_ moves: TimedMoves, from source: Int) {
    least.fill(Self.none)
    counts.fill(0)
    least[source] = 0
    counts[source] = 1
    for moment in 0..<moves.momentCount {
      var place = Int(moves.endOffsets[moment])
      let lastEnd = Int(moves.endOffsets[moment &+ 1])
      while place < lastEnd {
        let (move, node) = (moves.endSlots[place], moves.ending[place])
        let taken = steps[move]
        if taken != Self.none, taken <= least[node] {
          counts[node] = (taken == least[node] ? counts[node] : 0) + ways[move]
          least[node] = taken
        }
        place &+= 1
      }
      place = Int(moves.startOffsets[moment])
      let lastStart = Int(moves.startOffsets[moment &+ 1])
      while place < lastStart {
        let (move, node) = (moves.startSlots[place], moves.starting[place])
        steps[move] = least[node] == Self.none ? Self.none : least[node] &+ 1
        ways[move] = counts[node]
        place &+= 1
      }
    }
  }

  /// The pass back. Where fewer contacts reached a node later, ways that had reached it before led on until then:
  /// going back, the number of contacts at a node grows, and what was gathered for a smaller one is done with.
  private func shareOut(_ moves: TimedMoves, from source: Int, to sums: MutableElements<Double>, at base: Int) {
    for node in 0..<nodeCount {
      levels[node] = least[node]
      gathered[node] = 0
    }
    var moment = moves.momentCount
    while moment > 0 {
      moment &-= 1
      var place = Int(moves.startOffsets[moment])
      let lastStart = Int(moves.startOffsets[moment &+ 1])
      while place < lastStart {
        let (move, node) = (moves.startSlots[place], moves.starting[place])
        if steps[move] != Self.none, shares[move] > 0 {
          if levels[node] != steps[move] &- 1 {
            levels[node] = steps[move] &- 1
            gathered[node] = 0
          }
          gathered[node] += shares[move] / ways[move]
        }
        place &+= 1
      }
      place = Int(moves.endOffsets[moment])
      let lastEnd = Int(moves.endOffsets[moment &+ 1])
      while place < lastEnd {
        let (move, node) = (moves.endSlots[place], Int(moves.ending[place]))
        shares[move] = 0
        if steps[move] != Self.none, steps[move] == levels[node] {
          let passing = ways[move] * gathered[node]
          let ending = steps[move] == least[node] ? ways[move] / counts[node] : 0
          sums[base &+ node] += passing
          shares[move] = passing + ending
        }
        place &+= 1
      }
    }
  }
}
