/// The linear system whose solution, divided by its sum, is PageRank: *y* = (1 - *d*)·*v* + *d*·*Pᵀy*.
///
/// Walkers that reach a dangling node are lost in it; the division lets them restart. Nodes are numbered by rank of
/// a `RankedRows`, whose rows name who sends to each node.
struct PageRankSystem {
  /// Below this many places a round is too short to be shared between threads.
  private static let leastPlacesPerPart = 1 << 17

  private let ranked: RankedRows
  private let weights: Column<Double>?
  let damping: Double
  /// The chance to start at each node.
  let starts: MutableElements<Double>
  /// One over the weight that leaves each node; 0 at a dangling one.
  let inverseStrengths: MutableElements<Double>
  /// Nodes at which a part begins; the rows alone decide, not the number of threads.
  let bounds: [Int]

  init(
    _ topology: Topology, _ options: PageRankOptions, weights: EdgeWeights?, restart: [Double]?, _ execution: Execution
  ) throws {
    let direction = options.direction
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    ranked = try RankedRows(topology.rows(reverse), keepsPlaces: weights != nil, execution)
    // Weights count relative to each other; below 1 their sum cannot overflow.
    let heaviest = weights?.greatest ?? 1
    if let weights, let places = ranked.places {
      let byPlace = weights.byPlace(topology, reverse)
      let divisor = heaviest > 0 ? heaviest : 1
      self.weights = Column(places.lazy.map { byPlace[Int($0)] / divisor })
    } else {
      self.weights = nil
    }
    damping = options.damping
    starts = MutableElements.allocate(count: topology.nodeCount, repeating: 1 / Double(topology.nodeCount))
    inverseStrengths = MutableElements.allocate(count: topology.nodeCount, repeating: 0)
    bounds = ranked.rows.read { rows in
      RowPartition.bounds(rows, parts: min(64, max(1, rows.placeCount / Self.leastPlacesPerPart)))
    }
    if let restart { ranked.order.read { for rank in 0..<$0.count { starts[rank] = restart[Int($0[rank])] } } }
    setStrengths(topology.rows(direction))
  }

  func deallocate() {
    starts.deallocate()
    inverseStrengths.deallocate()
  }

  private func setStrengths(_ senders: CSR) {
    let strengths = inverseStrengths
    read { rows, weights in
      guard let weights else {
        return senders.read { senders in
          ranked.order.read { for rank in 0..<$0.count { strengths[rank] = Double(senders.degree(Int($0[rank]))) } }
        }
      }
      for place in 0..<rows.placeCount { strengths[rows.neighbors[place]] += weights[place] }
    }
    for node in 0..<strengths.count where strengths[node] > 0 { strengths[node] = 1 / strengths[node] }
  }

  var nodeCount: Int { starts.count }
  var partCount: Int { bounds.count - 1 }

  /// How many nodes receive anything; they come first.
  var receiverCount: Int { ranked.occupiedCount }

  /// The sum of what a node's neighbours send, each times the weight of its edge.
  @inline(__always) static func received(
    _ rows: Rows, _ weights: Elements<Double>?, _ shares: Elements<Double>, _ node: Int
  ) -> Double {
    let (start, end) = (rows.start(node), rows.end(node))
    guard let weights else { return Gathering.sum(shares, at: rows.neighbors, start, end) }
    var sum = 0.0
    var place = start
    while place < end {
      sum += weights[place] * shares[rows.neighbors[place]]
      place &+= 1
    }
    return sum
  }

  /// Lends rows and weights to a kernel.
  @inline(__always) func read<Result>(_ body: (Rows, Elements<Double>?) throws -> Result) rethrows -> Result {
    try ranked.rows.read { rows in
      guard let weights else { return try body(rows, nil) }
      return try weights.read { try body(rows, $0) }
    }
  }

  /// Values by node of the graph, divided by their sum, which is taken part by part for the sake of accuracy.
  func normalized(_ values: MutableElements<Double>) -> [Double] {
    var sum = 0.0
    for part in stride(from: 0, to: values.count, by: 1024) {
      sum += (part..<min(values.count, part + 1024)).reduce(0) { $0 + values[$1] }
    }
    var byNode = [Double](repeating: 0, count: values.count)
    ranked.order.read { order in for rank in 0..<order.count { byNode[Int(order[rank])] = values[rank] / sum } }
    return byNode
  }
}
