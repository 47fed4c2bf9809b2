/// All contacts of a window in the order of time: at each moment first those that end, then those that start.
///
/// A move is a contact in the direction of travel; taken both ways, a contact is two. Mirrored, moves lead from target to
/// source and time runs backwards.
struct MoveTimeline: Sendable {
  /// The moments in the order of travel, as places in the clock.
  let moments: [Int]
  /// Where the moves that start at each moment begin in `starting`, and at last their number.
  let startOffsets: [UInt32]
  /// The node that is left, in the order of starts.
  let starting: [UInt32]
  /// The slot that a move occupies on its way, in the order of starts.
  let startSlots: [UInt32]
  /// Where the moves that end at each moment begin in `ending`, and at last their number.
  let endOffsets: [UInt32]
  /// The node that is reached, in the order of ends.
  let ending: [UInt32]
  /// The slot that a move leaves, in the order of ends.
  let endSlots: [UInt32]
  /// The most moves under way at once, or all of them where slots are not shared.
  let slotCount: Int

  /// - Parameter sharesSlots: whether a move that has ended gives its slot to one that starts.
  init(
    _ graph: TemporalGraph, _ direction: Direction, in window: ClosedRange<Int64>?, isMirrored: Bool, sharesSlots: Bool
  ) {
    let (start, limit) = graph.ranks(window, isMirrored: false)
    let isMoving = { (contact: Int) in graph.departures[contact] >= start && graph.arrivals[contact] < limit }
    let (first, last) = isMirrored ? (graph.byEnd, graph.byStart) : (graph.byStart, graph.byEnd)
    let departures = isMirrored ? graph.arrivals : graph.departures
    let arrivals = isMirrored ? graph.departures : graph.arrivals
    let leadsFromSource = (direction != .incoming) != isMirrored
    let (sources, targets) = (graph.topology.sources, graph.topology.outgoing.neighbors)
    var (startOffsets, starting, startSlots): ([UInt32], [UInt32], [UInt32]) = ([0], [], [])
    var (endOffsets, ending, endSlots): ([UInt32], [UInt32], [UInt32]) = ([0], [], [])
    var moments: [Int] = []
    // Two slots a contact, for travel either way.
    var slots = [UInt32](repeating: 0, count: 2 * graph.contactCount)
    var free: [UInt32] = []
    var slotCount = 0
    var (nextStart, nextEnd) = (0, 0)
    let count = graph.contactCount
    for turn in 0..<graph.clock.count {
      let moment = isMirrored ? graph.clock.count - 1 - turn : turn
      while nextEnd < count {
        let contact = Int(last[isMirrored ? count - 1 - nextEnd : nextEnd])
        guard arrivals[contact] == moment else { break }
        nextEnd += 1
        guard isMoving(contact) else { continue }
        let edge = Int(graph.contactEdges[contact])
        for way in 0..<2 where direction == .both || (way == 0) == leadsFromSource {
          let slot = slots[2 * contact + way]
          ending.append(way == 0 ? targets[edge] : sources[edge])
          endSlots.append(slot)
          if sharesSlots { free.append(slot) }
        }
      }
      while nextStart < count {
        let contact = Int(first[isMirrored ? count - 1 - nextStart : nextStart])
        guard departures[contact] == moment else { break }
        nextStart += 1
        guard isMoving(contact) else { continue }
        let edge = Int(graph.contactEdges[contact])
        for way in 0..<2 where direction == .both || (way == 0) == leadsFromSource {
          let slot = free.popLast() ?? UInt32(slotCount)
          if Int(slot) == slotCount { slotCount += 1 }
          slots[2 * contact + way] = slot
          starting.append(way == 0 ? sources[edge] : targets[edge])
          startSlots.append(slot)
        }
      }
      moments.append(moment)
      startOffsets.append(UInt32(starting.count))
      endOffsets.append(UInt32(ending.count))
    }
    self.moments = moments
    self.startOffsets = startOffsets
    self.starting = starting
    self.startSlots = startSlots
    self.endOffsets = endOffsets
    self.ending = ending
    self.endSlots = endSlots
    self.slotCount = slotCount
  }

  /// Lends the arrays to a kernel for the time of a call.
  @inline(__always) func read<Result>(_ body: (TimedMoves) throws -> Result) rethrows -> Result {
    try startOffsets.read { startOffsets in
      try starting.read { starting in
        try startSlots.read { startSlots in
          try endOffsets.read { endOffsets in
            try ending.read { ending in
              try endSlots.read { endSlots in
                try body(
                  TimedMoves(
                    startOffsets: startOffsets, starting: starting, startSlots: startSlots, endOffsets: endOffsets,
                    ending: ending, endSlots: endSlots))
              }
            }
          }
        }
      }
    }
  }
}

/// The arrays of a `MoveTimeline` as a kernel sees them.
struct TimedMoves: Sendable {
  let startOffsets: Elements<UInt32>
  let starting: Elements<UInt32>
  let startSlots: Elements<UInt32>
  let endOffsets: Elements<UInt32>
  let ending: Elements<UInt32>
  let endSlots: Elements<UInt32>

  var momentCount: Int { startOffsets.count - 1 }
}
