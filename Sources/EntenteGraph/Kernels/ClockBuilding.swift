/// Moments as places in an ascending list, so that kernels compare and count small numbers.
enum ClockBuilding {
  /// Contacts in the order of a moment.
  struct Sorted: Sendable {
    /// Where the contacts of each moment begin, and at last their number.
    let offsets: Column<UInt32>
    let order: Column<UInt32>
  }

  /// The distinct moments, and where each start and end stands among them.
  static func clock(
    starts: [Int64], ends: [Int64]
  ) -> (clock: Column<Int64>, departures: Column<UInt32>, arrivals: Column<UInt32>) {
    guard let first = starts.min(), let last = ends.max() else { return (Column([]), Column([]), Column([])) }
    return last - first <= 8 * starts.count + (1 << 16)
      ? dense(starts, ends, first: first, count: Int(last - first) + 1) : sparse(starts, ends)
  }

  private static func dense(
    _ starts: [Int64], _ ends: [Int64], first: Int64, count: Int
  ) -> (Column<Int64>, Column<UInt32>, Column<UInt32>) {
    let ranks = MutableElements<UInt32>.allocate(count: count, repeating: 0)
    defer { ranks.deallocate() }
    return starts.read { starts in
      ends.read { ends in
        for contact in 0..<starts.count {
          ranks[Int(starts[contact] &- first)] = 1
          ranks[Int(ends[contact] &- first)] = 1
        }
        var clock: [Int64] = []
        for tick in 0..<count where ranks[tick] != 0 {
          ranks[tick] = UInt32(truncatingIfNeeded: clock.count)
          clock.append(first &+ Int64(tick))
        }
        func column(_ moments: Elements<Int64>) -> Column<UInt32> {
          Column(count: moments.count) { column in
            for contact in 0..<moments.count { column[contact] = ranks[Int(moments[contact] &- first)] }
          }
        }
        return (Column(clock), column(starts), column(ends))
      }
    }
  }

  private static func sparse(
    _ starts: [Int64], _ ends: [Int64]
  ) -> (Column<Int64>, Column<UInt32>, Column<UInt32>) {
    var clock = starts + ends
    clock.sort()
    var count = 0
    for place in clock.indices where place == 0 || clock[place] != clock[count - 1] {
      clock[count] = clock[place]
      count += 1
    }
    clock.removeLast(clock.count - count)
    func column(_ moments: [Int64]) -> Column<UInt32> {
      Column(count: moments.count) { column in
        for (contact, moment) in moments.enumerated() {
          var (low, high) = (0, count)
          while low < high {
            let middle = (low + high) / 2
            if clock[middle] < moment { low = middle + 1 } else { high = middle }
          }
          column[contact] = UInt32(truncatingIfNeeded: low)
        }
      }
    }
    return (Column(clock), column(starts), column(ends))
  }

  /// The places of `ranks` in ascending order of rank, equal ones in the order in which they stand.
  static func sorted(_ ranks: Column<UInt32>, _ bound: Int) -> Sorted {
    let next = MutableElements<UInt32>.allocate(count: bound + 1, repeating: 0)
    defer { next.deallocate() }
    return ranks.read { ranks in
      for contact in 0..<ranks.count { next[Int(ranks[contact]) &+ 1] &+= 1 }
      for rank in 0..<bound { next[rank &+ 1] &+= next[rank] }
      let offsets = Column(next.array())
      let order = Column<UInt32>(count: ranks.count) { order in
        for contact in 0..<ranks.count {
          let rank = ranks[contact]
          order[next[rank]] = UInt32(truncatingIfNeeded: contact)
          next[rank] &+= 1
        }
      }
      return Sorted(offsets: offsets, order: order)
    }
  }
}

/// Contacts by the node that they lead on from, in the order in which they start.
///
/// Mirrored, time runs backwards: a contact leads from its target to its source, starts at its end and ends at its start,
/// and places in the clock count from the end.
struct ContactRows: Sendable {
  let offsets: Column<UInt32>
  let departures: Column<UInt32>
  let arrivals: Column<UInt32>
  let neighbors: Column<UInt32>
  /// The contact at each place.
  let contacts: Column<UInt32>
  let isMirrored: Bool

  init(_ graph: TemporalGraph, _ direction: Direction, isMirrored: Bool) {
    self.isMirrored = isMirrored
    let order = isMirrored ? graph.byEnd : graph.byStart
    let last = UInt32(truncatingIfNeeded: max(0, graph.clock.count - 1))
    let topology = graph.topology
    let leadsFromSource = (direction != .incoming) != isMirrored
    let next = MutableElements<UInt32>.allocate(count: topology.nodeCount + 1, repeating: 0)
    defer { next.deallocate() }
    (offsets, departures, arrivals, neighbors, contacts) = topology.outgoing.neighbors.read { targets in
      topology.sources.read { sources in
        order.read { order in
          graph.contactEdges.read { edges in
            graph.departures.read { starts in
              graph.arrivals.read { ends in
                for contact in 0..<order.count {
                  let (source, target) = (sources[edges[contact]], targets[edges[contact]])
                  if leadsFromSource || direction == .both { next[Int(source) &+ 1] &+= 1 }
                  if !leadsFromSource || direction == .both { next[Int(target) &+ 1] &+= 1 }
                }
                for node in 0..<topology.nodeCount { next[node &+ 1] &+= next[node] }
                let offsets = Column(next.array())
                let count = Int(next[topology.nodeCount])
                let (departures, arrivals) = (
                  MutableElements<UInt32>.allocate(count: count), MutableElements<UInt32>.allocate(count: count)
                )
                let (neighbors, contacts) = (
                  MutableElements<UInt32>.allocate(count: count), MutableElements<UInt32>.allocate(count: count)
                )
                func place(_ contact: UInt32, _ owner: UInt32, _ neighbor: UInt32) {
                  let slot = next[owner]
                  next[owner] = slot &+ 1
                  departures[slot] = isMirrored ? last &- ends[contact] : starts[contact]
                  arrivals[slot] = isMirrored ? last &- starts[contact] : ends[contact]
                  neighbors[slot] = neighbor
                  contacts[slot] = contact
                }
                for turn in 0..<order.count {
                  let contact = order[isMirrored ? order.count &- 1 &- turn : turn]
                  let (source, target) = (sources[edges[contact]], targets[edges[contact]])
                  if leadsFromSource || direction == .both { place(contact, source, target) }
                  if !leadsFromSource || direction == .both { place(contact, target, source) }
                }
                return (
                  offsets, Column(adopting: departures), Column(adopting: arrivals), Column(adopting: neighbors),
                  Column(adopting: contacts)
                )
              }
            }
          }
        }
      }
    }
  }

  /// Lends the rows to a kernel for the time of a call.
  @inline(__always) func read<Result>(_ body: (TimedRows) throws -> Result) rethrows -> Result {
    try offsets.read { offsets in
      try departures.read { departures in
        try arrivals.read { arrivals in
          try neighbors.read { neighbors in
            try body(TimedRows(offsets: offsets, departures: departures, arrivals: arrivals, neighbors: neighbors))
          }
        }
      }
    }
  }
}

/// The rows of `ContactRows` as a kernel sees them.
struct TimedRows: Sendable {
  let offsets: Elements<UInt32>
  let departures: Elements<UInt32>
  let arrivals: Elements<UInt32>
  let neighbors: Elements<UInt32>

  var nodeCount: Int { offsets.count - 1 }

  /// The first place from `start` to before `end` that departs at a moment or after it.
  @inline(__always) func firstPlace(_ start: Int, _ end: Int, departingFrom moment: UInt32) -> Int {
    var (low, high) = (start, end)
    while high &- low > 8 {
      let middle = (low &+ high) >> 1
      if departures[middle] < moment { low = middle &+ 1 } else { high = middle }
    }
    while low < high, departures[low] < moment { low &+= 1 }
    return low
  }
}
