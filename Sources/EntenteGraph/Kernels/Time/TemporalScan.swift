/// Contacts in the order in which they start, for searches that pass once through time.
///
/// Mirrored as in `ContactRows`.
struct OrderedContacts: Sendable {
  /// Where the contacts that start at each moment begin, and at last their number.
  let offsets: Column<UInt32>
  let sources: Column<UInt32>
  let targets: Column<UInt32>
  let arrivals: Column<UInt32>
  /// The contact at each place.
  let contacts: Column<UInt32>
  let isMirrored: Bool

  init(_ graph: TemporalGraph, _ direction: Direction, isMirrored: Bool) {
    self.isMirrored = isMirrored
    let order = isMirrored ? graph.byEnd : graph.byStart
    let moments = graph.clock.count
    let last = UInt32(truncatingIfNeeded: max(0, moments - 1))
    let leadsFromSource = (direction != .incoming) != isMirrored
    let (starts, ends) = (graph.topology.sources, graph.topology.outgoing.neighbors)
    let ways = direction == .both ? 2 : 1
    let count = ways * graph.contactCount
    let counts = MutableElements<UInt32>.allocate(count: moments + 1, repeating: 0)
    let (from, to) = (MutableElements<UInt32>.allocate(count: count), MutableElements<UInt32>.allocate(count: count))
    let (when, which) = (MutableElements<UInt32>.allocate(count: count), MutableElements<UInt32>.allocate(count: count))
    var slot = 0
    for turn in 0..<order.count {
      let contact = order[isMirrored ? order.count - 1 - turn : turn]
      let edge = Int(graph.contactEdges[Int(contact)])
      let (first, second) = (graph.departures[Int(contact)], graph.arrivals[Int(contact)])
      let departure = isMirrored ? last &- second : first
      for way in 0..<ways {
        let leadsForward = (way == 0) == leadsFromSource
        from[slot] = leadsForward ? starts[edge] : ends[edge]
        to[slot] = leadsForward ? ends[edge] : starts[edge]
        when[slot] = isMirrored ? last &- first : second
        which[slot] = contact
        slot += 1
      }
      counts[Int(departure) + 1] += UInt32(ways)
    }
    for moment in 0..<moments { counts[moment + 1] += counts[moment] }
    offsets = Column(adopting: counts)
    (sources, targets) = (Column(adopting: from), Column(adopting: to))
    (arrivals, contacts) = (Column(adopting: when), Column(adopting: which))
  }

  /// Sets the earliest moment at which each node is reached and the place of the contact by which it is.
  ///
  /// A contact that ends by the time another starts has started before it, so one pass in the order of starts suffices.
  func earliest(
    from source: UInt32, at start: UInt32, before limit: UInt32, labels: MutableElements<UInt32>,
    best: MutableElements<UInt32>
  ) {
    labels.fill(limit)
    best.fill(.max)
    guard start < limit else { return }
    labels[source] = start
    offsets.read { offsets in
      sources.read { sources in
        targets.read { targets in
          arrivals.read { arrivals in
            var moment = start
            while moment < limit {
              var place = Int(offsets[moment])
              let end = Int(offsets[Int(moment) &+ 1])
              while place < end {
                let target = targets[place]
                let arrival = arrivals[place]
                let isOpen = labels[sources[place]] <= moment
                let isEarlier = arrival < labels[target]
                // Both are looked up, so that one branch, seldom taken, decides.
                if isOpen & isEarlier {
                  labels[target] = arrival
                  best[target] = UInt32(truncatingIfNeeded: place)
                }
                place &+= 1
              }
              moment &+= 1
            }
          }
        }
      }
    }
  }
}

extension Bool {
  /// Whether both are true, without a branch.
  @inline(__always) fileprivate static func & (left: Bool, right: Bool) -> Bool {
    (left ? 1 : 0) & (right ? 1 : 0) != 0
  }
}
