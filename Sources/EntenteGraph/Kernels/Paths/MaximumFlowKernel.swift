/// A maximum flow by shortest augmenting ways: each node has a level, which is no more than its steps to the sink in
/// the residual graph; the source sends along edges that lead one level down, and a node that no such edge leaves rises
/// to one above the lowest it can still reach.
///
/// A level that loses its last node parts the source from the sink, and when much was looked at for the rising, all
/// levels are found anew by a search from the sink.
///
/// The rows are those both ways. What flows out of a node over a place is kept there, and its negative at the place of
/// the same edge at the other end, so that both ends compute the same residual capacity to the last bit.
///
/// Source: R. K. Ahuja, J. B. Orlin, "Distance-directed augmenting path algorithms for maximum flow and parametric
/// maximum flow problems", 1991 (with its gaps); first levels as E. A. Dinic, 1970.
struct MaximumFlowKernel {
  private static let unmet: Int32 = -1
  /// The share of all places that may be looked at for nodes that rise, before levels are found anew.
  private static let shareForRising = 0.25

  private let rows: CSR
  private let edges: Column<UInt32>
  /// The capacity at each place, below 0 where flow may only come in.
  private let capacities: Column<Double>
  private let isUndirected: Bool
  let flows: MutableElements<Double>
  /// While flow is sent, at most the steps to the sink; at the end `unmet` where no residual way leads there.
  let levels: MutableElements<Int32>
  /// How many nodes each level has.
  private let counts: MutableElements<Int32>
  private let cursors: MutableElements<UInt32>
  private let queue: MutableElements<UInt32>
  /// The places of the way at hand.
  private let way: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction, _ capacities: EdgeWeights) {
    rows = topology.symmetric
    edges = topology.symmetricEdges
    isUndirected = direction == .both
    let byPlace = capacities.byPlace(topology, .both)
    self.capacities = isUndirected ? byPlace : Self.signed(topology, direction, byPlace)
    let count = topology.nodeCount
    flows = MutableElements.allocate(count: rows.neighbors.count, repeating: 0)
    levels = MutableElements.allocate(count: count)
    counts = MutableElements.allocate(count: count + 1)
    cursors = MutableElements.allocate(count: count)
    queue = MutableElements.allocate(count: count)
    way = MutableElements.allocate(count: count)
  }

  /// Gives back everything but `flows`.
  func deallocateScratch() {
    levels.deallocate()
    counts.deallocate()
    cursors.deallocate()
    queue.deallocate()
    way.deallocate()
  }

  /// The capacities, with a minus sign at places over which flow only comes in.
  private static func signed(_ topology: Topology, _ direction: Direction, _ byPlace: Column<Double>) -> Column<Double>
  {
    topology.symmetric.read { rows in
      topology.outgoing.read { outgoing in
        topology.symmetricEdges.read { edges in
          byPlace.read { byPlace in
            Column(count: byPlace.count) { signed in
              let flipped: UInt64 = direction == .outgoing ? 0 : 1
              for node in 0..<rows.nodeCount {
                // Edges are numbered by their places in the outgoing rows.
                let first = outgoing.offsets[node]
                let count = outgoing.offsets[node + 1] &- first
                var place = rows.start(node)
                let end = rows.end(node)
                while place < end {
                  let enters: UInt64 = edges[place] &- first < count ? 0 : 1
                  signed[place] = Double(bitPattern: byPlace[place].bitPattern ^ ((enters ^ flipped) << 63))
                  place &+= 1
                }
              }
            }
          }
        }
      }
    }
  }

  /// Sends as much as can be sent, and says how much it is.
  func send(from source: UInt32, to sink: UInt32, _ execution: Execution) throws -> Double {
    try rows.read { rows in
      try edges.read { edges in
        try capacities.read { capacities in
          isUndirected
            ? try send(rows, edges, capacities, from: source, to: sink, isUndirected: true, execution)
            : try send(rows, edges, capacities, from: source, to: sink, isUndirected: false, execution)
        }
      }
    }
  }

  @inline(__always) private func send(
    _ rows: Rows, _ edges: Elements<UInt32>, _ capacities: Elements<Double>, from source: UInt32, to sink: UInt32,
    isUndirected: Bool, _ execution: Execution
  ) throws -> Double {
    var value = 0.0
    while level(rows, capacities, from: source, to: sink, isUndirected: isUndirected) {
      try execution.check()
      fill(upTo: levels[source], rows)
      let (sent, isAll) = try augment(
        rows, edges, capacities, from: source, to: sink, isUndirected: isUndirected, execution)
      value += sent
      if isAll {
        _ = level(rows, capacities, from: nil, to: sink, isUndirected: isUndirected)
        break
      }
    }
    return value
  }

  /// Numbers nodes by their distance from the sink until the source is met; whether it was.
  @inline(__always) private func level(
    _ rows: Rows, _ capacities: Elements<Double>, from source: UInt32?, to sink: UInt32, isUndirected: Bool
  ) -> Bool {
    levels.fill(Self.unmet)
    levels[sink] = 0
    queue[0] = sink
    var (head, tail) = (0, 1)
    while head < tail {
      let node = queue[head]
      head &+= 1
      let next = levels[node] &+ 1
      var place = rows.start(Int(node))
      let end = rows.end(Int(node))
      while place < end {
        let neighbor = rows.neighbors[place]
        if levels[neighbor] == Self.unmet {
          let capacity = capacities[place]
          let residual = (isUndirected ? capacity : max(0, -capacity)) + flows[place]
          if residual > 0 {
            levels[neighbor] = next
            if neighbor == source { return true }
            queue[tail] = neighbor
            tail &+= 1
          }
        }
        place &+= 1
      }
    }
    return false
  }

  /// Gives nodes that the search from the sink did not meet the greatest level, that of the source.
  private func fill(upTo greatest: Int32, _ rows: Rows) {
    counts.fill(0)
    for node in 0..<levels.count {
      if levels[node] == Self.unmet { levels[node] = greatest }
      counts[Int(levels[node])] &+= 1
      cursors[node] = rows.offsets[node]
    }
  }

  /// Sends along ways that go one level down each step; gives how much, and whether nothing more can be sent.
  @inline(__always) private func augment(
    _ rows: Rows, _ edges: Elements<UInt32>, _ capacities: Elements<Double>, from source: UInt32, to sink: UInt32,
    isUndirected: Bool, _ execution: Execution
  ) throws -> (value: Double, isAll: Bool) {
    let nodeCount = rows.nodeCount
    let most = Int(Double(rows.placeCount) * Self.shareForRising)
    var (value, depth, node, rounds, looked) = (0.0, 0, source, 0, 0)
    while looked <= most {
      if node == sink {
        rounds &+= 1
        if rounds & 0xFFF == 0 { try execution.check() }
        let (amount, saturated) = augment(rows, edges, capacities, from: source, depth, isUndirected: isUndirected)
        value += amount
        depth = min(saturated, depth - 1)
        node = depth == 0 ? source : rows.neighbors[Int(way[depth - 1])]
        continue
      }
      let nearer = levels[node] &- 1
      var place = Int(cursors[node])
      let end = rows.end(Int(node))
      while place < end {
        if levels[rows.neighbors[place]] == nearer,
          (isUndirected ? capacities[place] : max(0, capacities[place])) - flows[place] > 0
        {
          break
        }
        place &+= 1
      }
      cursors[node] = UInt32(truncatingIfNeeded: place)
      if place < end {
        way[depth] = UInt32(truncatingIfNeeded: place)
        depth &+= 1
        node = rows.neighbors[place]
        continue
      }
      looked &+= rows.degree(Int(node)) &+ 1
      let old = levels[node]
      rise(rows, capacities, node, isUndirected: isUndirected)
      counts[Int(old)] &-= 1
      if counts[Int(old)] == 0 || Int(levels[source]) >= nodeCount { return (value, true) }
      counts[Int(levels[node])] &+= 1
      if depth > 0 {
        depth &-= 1
        node = depth == 0 ? source : rows.neighbors[Int(way[depth &- 1])]
      }
    }
    return (value, false)
  }

  /// Lifts a node to one above the lowest that it can send to.
  @inline(__always) private func rise(
    _ rows: Rows, _ capacities: Elements<Double>, _ node: UInt32, isUndirected: Bool
  ) {
    let greatest = Int32(truncatingIfNeeded: rows.nodeCount)
    var (lowest, first) = (greatest &- 1, rows.start(Int(node)))
    var place = first
    let end = rows.end(Int(node))
    while place < end {
      let level = levels[rows.neighbors[place]]
      if level < lowest, (isUndirected ? capacities[place] : max(0, capacities[place])) - flows[place] > 0 {
        (lowest, first) = (level, place)
      }
      place &+= 1
    }
    levels[node] = lowest &+ 1
    cursors[node] = UInt32(truncatingIfNeeded: first)
  }

  /// Sends what the way at hand takes; gives how much that is and the first step that takes no more.
  @inline(__always) private func augment(
    _ rows: Rows, _ edges: Elements<UInt32>, _ capacities: Elements<Double>, from source: UInt32, _ depth: Int,
    isUndirected: Bool
  ) -> (amount: Double, saturated: Int) {
    var amount = Double.infinity
    for step in 0..<depth {
      let place = Int(way[step])
      amount = min(amount, (isUndirected ? capacities[place] : max(0, capacities[place])) - flows[place])
    }
    var saturated = depth
    for step in stride(from: depth - 1, through: 0, by: -1) {
      let place = Int(way[step])
      let tail = step == 0 ? source : rows.neighbors[Int(way[step - 1])]
      let flow = flows[place] + amount
      flows[place] = flow
      flows[Self.mate(rows, edges, of: place, at: tail)] = -flow
      if (isUndirected ? capacities[place] : max(0, capacities[place])) - flow <= 0 { saturated = step }
    }
    return (amount, saturated)
  }

  /// The place of the same edge in the row of the node that it leads to.
  @inline(__always) private static func mate(
    _ rows: Rows, _ edges: Elements<UInt32>, of place: Int, at tail: UInt32
  ) -> Int {
    Self.place(rows, edges, node: Int(rows.neighbors[place]), neighbor: tail, edge: edges[place])
  }

  /// The place of an edge in a row, by halving.
  @inline(__always) static func place(
    _ rows: Rows, _ edges: Elements<UInt32>, node: Int, neighbor: UInt32, edge: UInt32
  ) -> Int {
    var low = rows.start(node)
    var high = rows.end(node)
    while low < high {
      let middle = (low &+ high) >> 1
      let other = rows.neighbors[middle]
      if other < neighbor || (other == neighbor && edges[middle] < edge) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
