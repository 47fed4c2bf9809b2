/// Contacts by the node that they lead on from, in the order in which they start.
struct ContactRows: Sendable {
  let offsets: Column<UInt32>
  let departures: Column<UInt32>
  let arrivals: Column<UInt32>
  let neighbors: Column<UInt32>
  /// The contact at each place.
  let contacts: Column<UInt32>

  init(_ graph: TemporalGraph, _ direction: Direction) {
    let ordered = graph.ordered(direction, isMirrored: false)
    let count = ordered.contacts.count
    let next = MutableElements<UInt32>.allocate(count: graph.nodeCount + 1, repeating: 0)
    defer { next.deallocate() }
    let (starts, ends) = (
      MutableElements<UInt32>.allocate(count: count), MutableElements<UInt32>.allocate(count: count)
    )
    let (others, which) = (
      MutableElements<UInt32>.allocate(count: count), MutableElements<UInt32>.allocate(count: count)
    )
    for source in ordered.sources { next[Int(source) + 1] &+= 1 }
    for node in 0..<graph.nodeCount { next[node + 1] &+= next[node] }
    offsets = Column(next.array())
    for place in 0..<count {
      let owner = ordered.sources[place]
      let contact = ordered.contacts[place]
      let slot = next[owner]
      next[owner] = slot &+ 1
      starts[slot] = graph.departures[Int(contact)]
      ends[slot] = ordered.arrivals[place]
      others[slot] = ordered.targets[place]
      which[slot] = contact
    }
    (departures, arrivals) = (Column(adopting: starts), Column(adopting: ends))
    (neighbors, contacts) = (Column(adopting: others), Column(adopting: which))
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
