/// A maximum flow by level graphs: nodes are numbered by their distance from the sink in the residual graph, and the
/// source sends along edges that lead one step nearer until none is left; then they are numbered anew.
///
/// The rows are those both ways. What flows out of a node over a place is kept there, and its negative at the place of
/// the same edge at the other end, so that both ends compute the same residual capacity to the last bit.
///
/// Source: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in a network with power estimation", 1970.
struct MaximumFlowKernel {
  private static let unmet: Int32 = -1

  private let rows: CSR
  private let edges: Column<UInt32>
  /// The capacity at each place, below 0 where flow may only come in.
  private let capacities: Column<Double>
  private let isUndirected: Bool
  let flows: MutableElements<Double>
  /// The steps to the sink; `unmet` where no residual way leads there.
  let levels: MutableElements<Int32>
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
    cursors = MutableElements.allocate(count: count)
    queue = MutableElements.allocate(count: count)
    way = MutableElements.allocate(count: count)
  }

  /// Gives back everything but `flows`.
  func deallocateScratch() {
    levels.deallocate()
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
              for node in 0..<rows.nodeCount {
                // Edges are numbered by their places in the outgoing rows.
                let (first, last) = (outgoing.start(node), outgoing.end(node))
                for place in rows.start(node)..<rows.end(node) {
                  let leaves = Int(edges[place]) >= first && Int(edges[place]) < last
                  signed[place] = leaves == (direction == .outgoing) ? byPlace[place] : -byPlace[place]
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
      let sent = try block(rows, edges, capacities, from: source, to: sink, isUndirected: isUndirected, execution)
      value += sent
    }
    return value
  }

  /// Numbers nodes by their distance from the sink until the source is met; whether it was.
  @inline(__always) private func level(
    _ rows: Rows, _ capacities: Elements<Double>, from source: UInt32, to sink: UInt32, isUndirected: Bool
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
            cursors[neighbor] = rows.offsets[Int(neighbor)]
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

  /// Sends along ways that come one step nearer to the sink each time until there is none.
  @inline(__always) private func block(
    _ rows: Rows, _ edges: Elements<UInt32>, _ capacities: Elements<Double>, from source: UInt32, to sink: UInt32,
    isUndirected: Bool, _ execution: Execution
  ) throws -> Double {
    var value = 0.0
    var depth = 0
    var node = source
    var rounds = 0
    while true {
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
      if depth == 0 { return value }
      depth &-= 1
      let before = depth == 0 ? source : rows.neighbors[Int(way[depth &- 1])]
      cursors[before] &+= 1
      node = before
    }
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
