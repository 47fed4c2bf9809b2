/// The linear system whose solution, divided by its sum, is PageRank: *y* = (1 - *d*)·*v* + *d*·*Pᵀy*.
///
/// Walkers that reach a dangling node are lost in it; the division lets them restart. The rows of `rows` name who
/// sends to each node.
struct PageRankSystem {
  /// Below this many places a round is too short to be shared between threads.
  private static let leastPlacesPerPart = 1 << 17

  let rows: CSR
  let weights: Column<Double>?
  let restart: [Double]?
  let damping: Double
  /// The weight that leaves each node.
  let strengths: MutableElements<Double>
  /// Nodes at which a part begins; the rows alone decide, not the number of threads.
  let bounds: [Int]

  init(_ topology: Topology, _ options: PageRankOptions, weights: EdgeWeights?, restart: [Double]?) {
    let direction = options.direction
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    rows = topology.rows(reverse)
    // Weights count relative to each other; below 1 their sum cannot overflow.
    let heaviest = weights?.greatest ?? 1
    self.weights = weights.map { weights in
      let byPlace = weights.byPlace(topology, reverse)
      return heaviest > 0 ? Column(byPlace.lazy.map { $0 / heaviest }) : byPlace
    }
    self.restart = restart
    damping = options.damping
    strengths = MutableElements.allocate(count: topology.nodeCount, repeating: 0)
    bounds = rows.read { rows in
      RowPartition.bounds(rows, parts: min(64, max(1, rows.placeCount / Self.leastPlacesPerPart)))
    }
    setStrengths(topology.rows(direction))
  }

  func deallocate() { strengths.deallocate() }

  private func setStrengths(_ senders: CSR) {
    if let weights {
      rows.read { rows in
        weights.read { weights in
          for place in 0..<rows.placeCount { strengths[rows.neighbors[place]] += weights[place] }
        }
      }
    } else {
      senders.read { senders in
        for node in 0..<senders.nodeCount { strengths[node] = Double(senders.degree(node)) }
      }
    }
  }

  var nodeCount: Int { rows.nodeCount }
  var partCount: Int { bounds.count - 1 }

  /// The chance to start at a node.
  @inline(__always) func start(_ node: Int) -> Double {
    if let restart { return restart[node] }
    return 1 / Double(nodeCount)
  }

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
    try rows.read { rows in
      guard let weights else { return try body(rows, nil) }
      return try weights.read { try body(rows, $0) }
    }
  }

  /// Values divided by their sum, which is taken part by part for the sake of accuracy.
  func normalized(_ values: MutableElements<Double>) -> [Double] {
    var sum = 0.0
    for part in stride(from: 0, to: values.count, by: 1024) {
      sum += (part..<min(values.count, part + 1024)).reduce(0) { $0 + values[$1] }
    }
    return (0..<values.count).map { values[$0] / sum }
  }
}
