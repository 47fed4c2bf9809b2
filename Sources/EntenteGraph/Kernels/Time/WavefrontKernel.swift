/// Spreads from many nodes at once, a bit each: one pass through time says when each of 256 sources reaches each node.
///
/// Source: the idea is that of M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", 2014, on
/// contacts in the order of time.
struct WavefrontKernel: Sendable {
  private static let wordCount = 4
  /// The number of sources in a batch.
  static let width = 64 * wordCount

  private let nodeCount: Int
  /// Four words a node: the sources that have reached it.
  private let reached: MutableElements<UInt64>
  /// Four words a slot: the sources that are on the way in it.
  private let moving: MutableElements<UInt64>

  init(nodeCount: Int, slotCount: Int) {
    self.nodeCount = nodeCount
    reached = .allocate(count: Self.wordCount * nodeCount)
    moving = .allocate(count: Self.wordCount * slotCount)
  }

  func deallocate() {
    reached.deallocate()
    moving.deallocate()
  }

  /// Spreads from the nodes of a range.
  ///
  /// `meet` hears of each node and moment with 64 of the sources that reach it then: the first of them and their bits.
  @inline(__always) func spread(
    _ moves: TimedMoves, from sources: Range<Int>, _ meet: (_ moment: Int, _ source: Int, _ bits: UInt64) -> Void
  ) {
    reached.fill(0)
    for source in sources {
      let bit = source &- sources.lowerBound
      reached[Self.wordCount &* source &+ (bit >> 6)] = 1 << UInt64(bit & 63)
    }
    for moment in 0..<moves.momentCount {
      var place = Int(moves.endOffsets[moment])
      let lastEnd = Int(moves.endOffsets[moment &+ 1])
      while place < lastEnd {
        let slot = Self.wordCount &* Int(moves.endSlots[place])
        let node = Self.wordCount &* Int(moves.ending[place])
        let new0 = moving[slot] & ~reached[node]
        let new1 = moving[slot &+ 1] & ~reached[node &+ 1]
        let new2 = moving[slot &+ 2] & ~reached[node &+ 2]
        let new3 = moving[slot &+ 3] & ~reached[node &+ 3]
        if new0 | new1 | new2 | new3 != 0 {
          reached[node] |= new0
          reached[node &+ 1] |= new1
          reached[node &+ 2] |= new2
          reached[node &+ 3] |= new3
          meet(moment, sources.lowerBound, new0)
          meet(moment, sources.lowerBound &+ 64, new1)
          meet(moment, sources.lowerBound &+ 128, new2)
          meet(moment, sources.lowerBound &+ 192, new3)
        }
        place &+= 1
      }
      place = Int(moves.startOffsets[moment])
      let lastStart = Int(moves.startOffsets[moment &+ 1])
      while place < lastStart {
        let slot = Self.wordCount &* Int(moves.startSlots[place])
        let node = Self.wordCount &* Int(moves.starting[place])
        moving[slot] = reached[node]
        moving[slot &+ 1] = reached[node &+ 1]
        moving[slot &+ 2] = reached[node &+ 2]
        moving[slot &+ 3] = reached[node &+ 3]
        place &+= 1
      }
    }
  }

  /// Adds to each node's count how many of the sources have reached it.
  func addReached(to counts: MutableElements<Int>, from base: Int) {
    for node in 0..<nodeCount {
      let place = Self.wordCount &* node
      counts[base &+ node] &+=
        reached[place].nonzeroBitCount &+ reached[place &+ 1].nonzeroBitCount &+ reached[place &+ 2].nonzeroBitCount
        &+ reached[place &+ 3].nonzeroBitCount
    }
  }
}

/// What is summed up over all pairs of nodes, source by source.
enum WavefrontSums {
  /// How many other nodes each node reaches.
  static func reachCounts(
    _ graph: TemporalGraph, _ direction: Direction, in window: ClosedRange<Int64>?, _ execution: Execution
  ) throws -> [Int] {
    // Backwards in time the bits are targets, and what has come to a node is what the node reaches.
    let timeline = MoveTimeline(graph, direction, in: window, isMirrored: true, sharesSlots: true)
    let count = graph.nodeCount
    let chunks = Execution.parts(of: count, size: WavefrontKernel.width)
    let workers = max(1, min(execution.threads, chunks))
    let counts = MutableElements<Int>.allocate(count: workers * count, repeating: 0)
    let kernels = (0..<workers).map { _ in WavefrontKernel(nodeCount: count, slotCount: timeline.slotCount) }
    defer {
      counts.deallocate()
      kernels.forEach { $0.deallocate() }
    }
    try timeline.read { moves in
      try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
        let first = chunk * WavefrontKernel.width
        kernels[worker].spread(moves, from: first..<min(count, first + WavefrontKernel.width)) { _, _, _ in }
        kernels[worker].addReached(to: counts, from: worker * count)
      }
    }
    return (0..<count).map { node in (0..<workers).reduce(-1) { $0 + counts[$1 * count + node] } }
  }

  /// The sum of one over the time until each other node is reached, for each node.
  static func closeness(
    _ graph: TemporalGraph, _ direction: Direction, in window: ClosedRange<Int64>?, _ execution: Execution
  ) throws -> [Double] {
    let timeline = MoveTimeline(graph, direction, in: window, isMirrored: false, sharesSlots: true)
    let count = graph.nodeCount
    let begin = window?.lowerBound ?? graph.span?.lowerBound ?? 0
    let shares = timeline.moments.map { 1 / (Double(graph.clock[$0]) - Double(begin)) }
    let chunks = Execution.parts(of: count, size: WavefrontKernel.width)
    let workers = max(1, min(execution.threads, chunks))
    let sums = MutableElements<Double>.allocate(count: chunks * WavefrontKernel.width, repeating: 0)
    let kernels = (0..<workers).map { _ in WavefrontKernel(nodeCount: count, slotCount: timeline.slotCount) }
    defer {
      sums.deallocate()
      kernels.forEach { $0.deallocate() }
    }
    try timeline.read { moves in
      try shares.read { shares in
        try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
          let first = chunk * WavefrontKernel.width
          let sources = first..<min(count, first + WavefrontKernel.width)
          kernels[worker].spread(moves, from: sources) { moment, source, bits in
            let share = shares[moment]
            var rest = bits
            while rest != 0 {
              sums[source &+ rest.trailingZeroBitCount] += share
              rest &= rest &- 1
            }
          }
        }
      }
    }
    return (0..<count).map { sums[$0] }
  }
}
