/// Ranks that are pulled along reversed edges, so that each is a sum in a fixed order.
///
/// The system solved is *y* = *v* + *d*·*Pᵀy*, in which walkers that reach a dangling node are lost; divided by its
/// sum, *y* is PageRank with dangling nodes that restart.
struct PageRankIteration {
  /// Below this many places a round is too short to be shared between threads.
  private static let blockSize = 1 << 19
  private static let chunksPerBlock = 8

  private let rows: CSR
  private let weights: Column<Double>?
  private let restart: [Double]?
  /// One over the weight that leaves each node; 0 at a dangling one.
  private let inverseStrengths: MutableElements<Double>
  private let ranks: MutableElements<Double>
  /// What each node sends along an edge of weight 1.
  private let shares: MutableElements<Double>
  /// Nodes at which a chunk begins; every eighth begins a block as well.
  private let bounds: [Int]

  init(_ topology: Topology, direction: Direction, weights: EdgeWeights?, restart: [Double]?) {
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    rows = topology.rows(reverse)
    // Weights count relative to each other; below 1 their sum cannot overflow.
    let heaviest = weights?.greatest ?? 1
    self.weights = weights.map { weights in
      let byPlace = weights.byPlace(topology, reverse)
      return heaviest > 0 ? Column(byPlace.lazy.map { $0 / heaviest }) : byPlace
    }
    self.restart = restart
    let count = topology.nodeCount
    inverseStrengths = MutableElements.allocate(count: count, repeating: 0)
    ranks = MutableElements.allocate(count: count)
    shares = MutableElements.allocate(count: count)
    bounds = rows.read { Self.bounds($0) }
    setStrengths(topology.rows(direction))
    let uniform = 1 / Double(count)
    for node in 0..<count {
      ranks[node] = restart?[node] ?? uniform
      shares[node] = ranks[node] * inverseStrengths[node]
    }
  }

  func deallocate() {
    inverseStrengths.deallocate()
    ranks.deallocate()
    shares.deallocate()
  }

  private func setStrengths(_ senders: CSR) {
    if let weights {
      rows.read { rows in
        weights.read { weights in
          for place in 0..<rows.placeCount { inverseStrengths[rows.neighbors[place]] += weights[place] }
        }
      }
    } else {
      senders.read { senders in
        for node in 0..<senders.nodeCount { inverseStrengths[node] = Double(senders.degree(node)) }
      }
    }
    for node in 0..<inverseStrengths.count where inverseStrengths[node] > 0 {
      inverseStrengths[node] = 1 / inverseStrengths[node]
    }
  }

  /// Nodes that divide the rows into even chunks; the rows alone decide, not the number of threads.
  private static func bounds(_ rows: Rows) -> [Int] {
    guard rows.placeCount >= blockSize else { return [0, rows.nodeCount] }
    let blocks = max(4, min(16, rows.placeCount / blockSize))
    return RowPartition.bounds(rows, parts: blocks * chunksPerBlock)
  }

  /// Takes one step and says how far the ranks moved, summed over the nodes, as a share of their sum.
  func advance(damping: Double, _ execution: Execution) throws -> Double {
    try rows.read { rows in
      let (moved, sum) =
        bounds.count == 2
        ? advance(rows, damping: damping, nodes: 0..<rows.nodeCount, isImmediate: true)
        : try advanceByBlock(rows, damping: damping, execution)
      return moved / sum
    }
  }

  private func advanceByBlock(_ rows: Rows, damping: Double, _ execution: Execution) throws -> (Double, Double) {
    let partial = MutableElements<Double>.allocate(count: 2 * (bounds.count - 1), repeating: 0)
    defer { partial.deallocate() }
    for block in stride(from: 0, to: bounds.count - 1, by: Self.chunksPerBlock) {
      let chunks = min(Self.chunksPerBlock, bounds.count - 1 - block)
      try execution.forEachChunk(chunks) { chunk, _ in
        let place = block + chunk
        let (moved, sum) = advance(rows, damping: damping, nodes: bounds[place]..<bounds[place + 1], isImmediate: false)
        partial[2 * place] = moved
        partial[2 * place + 1] = sum
      }
      // Shares change when the whole block is done: no chunk sees what another is about to change.
      for node in bounds[block]..<bounds[block + chunks] { shares[node] = ranks[node] * inverseStrengths[node] }
    }
    var (moved, sum) = (0.0, 0.0)
    for place in stride(from: 0, to: partial.count, by: 2) {
      moved += partial[place]
      sum += partial[place + 1]
    }
    return (moved, sum)
  }

  private func advance(
    _ rows: Rows, damping: Double, nodes: Range<Int>, isImmediate: Bool
  ) -> (moved: Double, sum: Double) {
    let uniform = (1 - damping) / Double(rows.nodeCount)
    var (moved, sum) = (0.0, 0.0)
    for node in nodes {
      let received = received(rows, node)
      let base = restart.map { (1 - damping) * $0[node] } ?? uniform
      let rank = base + damping * received
      moved += abs(rank - ranks[node])
      sum += rank
      ranks[node] = rank
      if isImmediate { shares[node] = rank * inverseStrengths[node] }
    }
    return (moved, sum)
  }

  @inline(__always) private func received(_ rows: Rows, _ node: Int) -> Double {
    let (start, end) = (rows.start(node), rows.end(node))
    if let weights {
      return weights.read { weights in
        var sum = 0.0
        for place in start..<end { sum += weights[place] * shares[rows.neighbors[place]] }
        return sum
      }
    }
    return Gathering.sum(shares.elements, at: rows.neighbors, start, end)
  }

  /// The ranks as shares of their sum.
  func normalizedRanks() -> [Double] {
    var sum = 0.0
    for node in 0..<ranks.count { sum += ranks[node] }
    return (0..<ranks.count).map { ranks[$0] / sum }
  }
}
