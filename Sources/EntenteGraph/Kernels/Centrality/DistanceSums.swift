/// For each node, how many others lie within reach, and the sum of a value of their distances, without weights.
struct DistanceSums {
  /// The number of nodes that each node reaches, itself not counted.
  let reached: [Double]
  /// The sum of the values of their distances.
  let totals: [Double]

  /// - Parameters:
  ///   - limit: the most steps to look.
  ///   - value: what a node that many steps away adds; called once a step and search.
  init(
    _ topology: Topology, _ direction: Direction, limit: Int = .max, _ execution: Execution,
    value: @Sendable (Int) -> Double
  ) throws {
    let nodeCount = topology.nodeCount
    let order = Self.order(topology)
    // Each node counts the searches that come to it, so these go against the direction.
    let away = SubgraphRows(topology, direction, order: order).rows
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    let back = direction == .both ? away : SubgraphRows(topology, reverse, order: order).rows
    let numbers = order.indices.map { UInt32($0) }
    let batches = Execution.parts(of: nodeCount, size: SharedSearch.width)
    let chunks = min(batches, max(8, min(64, (1 << 22) / max(1, nodeCount))))
    let searches = (0..<max(1, min(execution.threads, chunks))).map { _ in SharedSearch(nodeCount: nodeCount) }
    let sums = MutableElements<Double>.allocate(count: 2 * nodeCount, repeating: 0)
    let none = MutableElements<Double>.allocate(count: 0)
    defer {
      for search in searches { search.deallocate() }
      sums.deallocate()
      none.deallocate()
    }
    let ordered = OrderedSums(sums, none)
    try away.read { away in
      try back.read { back in
        try numbers.read { numbers in
          try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
            let part = ordered.begin()
            for batch in stride(from: chunk, to: batches, by: chunks) {
              if worker == 0 { try execution.check() }
              let start = batch * SharedSearch.width
              let sources = numbers.slice(start..<min(nodeCount, start + SharedSearch.width))
              Self.search(searches[worker], back, away, sources, limit, part.byNode, value)
            }
            ordered.finish(chunk, part)
          }
        }
      }
    }
    var reached = [Double](repeating: 0, count: nodeCount)
    var totals = reached
    for (number, node) in order.enumerated() {
      reached[Int(node)] = sums[2 * number]
      totals[Int(node)] = sums[2 * number + 1]
    }
    (self.reached, self.totals) = (reached, totals)
  }

  private static func search(
    _ search: SharedSearch, _ forward: Rows, _ backward: Rows, _ sources: Elements<UInt32>, _ limit: Int,
    _ sums: MutableElements<Double>, _ value: (Int) -> Double
  ) {
    var (known, worth) = (0, 0.0)
    search.run(forward, backward, from: sources, limit: limit) { node, bits, step in
      if step != known { (known, worth) = (step, value(step)) }
      let count = Double(SharedSearch.count(bits))
      sums[2 &* node] += count
      sums[2 &* node &+ 1] += count * worth
    }
  }

  /// Nodes by component and closeness to its greatest hub, so that searches which run together meet each other early.
  private static func order(_ topology: Topology) -> [UInt32] {
    topology.symmetric.read { rows in
      let seeds = (0..<UInt32(rows.nodeCount)).sorted {
        let (left, right) = (rows.degree(Int($0)), rows.degree(Int($1)))
        return left != right ? left > right : $0 < $1
      }
      var isKnown = [Bool](repeating: false, count: rows.nodeCount)
      var order: [UInt32] = []
      order.reserveCapacity(rows.nodeCount)
      var head = 0
      for seed in seeds where !isKnown[Int(seed)] {
        isKnown[Int(seed)] = true
        order.append(seed)
        while head < order.count {
          let node = Int(order[head])
          head += 1
          for place in rows.start(node)..<rows.end(node) where !isKnown[Int(rows.neighbors[place])] {
            isKnown[Int(rows.neighbors[place])] = true
            order.append(rows.neighbors[place])
          }
        }
      }
      return order
    }
  }

  /// The same with the lengths of edges, above 0, by a search from each node.
  init(
    _ topology: Topology, _ direction: Direction, _ weights: EdgeWeights, _ execution: Execution,
    value: @Sendable (Double) -> Double
  ) throws {
    let nodeCount = topology.nodeCount
    let chunks = Execution.parts(of: nodeCount, size: 64)
    let placeCount = topology.rows(direction).neighbors.count
    let searches = (0..<max(1, min(execution.threads, chunks))).map { _ in
      WeightedSearch(nodeCount: nodeCount, placeCount: placeCount, isExact: weights.areSmallIntegers)
    }
    let sums = MutableElements<Double>.allocate(count: 2 * nodeCount)
    defer {
      for search in searches { search.deallocate() }
      sums.deallocate()
    }
    try topology.rows(direction).read { rows in
      try weights.byPlace(topology, direction).read { lengths in
        try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
          for node in chunk * 64..<min(nodeCount, (chunk + 1) * 64) {
            if worker == 0 { try execution.check() }
            let found = searches[worker].totals(
              WeightedSearch.Lengths(rows: rows, lengths: lengths), from: node, value: value)
            sums[2 * node] = found.reached
            sums[2 * node + 1] = found.total
          }
        }
      }
    }
    reached = (0..<nodeCount).map { sums[2 * $0] }
    totals = (0..<nodeCount).map { sums[2 * $0 + 1] }
  }
}
