/// A graph made ready for the search for communities: weights, masses and the price of an objective.
struct CommunityBase {
  private let topology: Topology
  private let weights: EdgeWeights?
  private let price: CommunityPrice
  private let first: MutableElements<Double>
  private let second: MutableElements<Double>
  /// The size of the weights of all places together.
  private let totalWeight: Double

  /// For modularity and the constant Potts model.
  init(_ topology: Topology, _ options: CommunityOptions, weights: EdgeWeights?) {
    self.topology = topology
    self.weights = weights
    let count = topology.nodeCount
    let isDirected = options.objective == .modularity && options.direction != .both
    first = MutableElements.allocate(count: count, repeating: options.objective == .constantPotts ? 1 : 0)
    second = MutableElements.allocate(count: isDirected ? count : 0, repeating: 0)
    if options.objective == .modularity { Self.addStrengths(topology, weights, first, isDirected ? second : first) }
    totalWeight = 2 * (weights.map { $0.values.reduce(0, +) } ?? Double(topology.edgeCount))
    let ratio = totalWeight > 0 ? options.resolution / totalWeight : 0
    switch options.objective {
    case .constantPotts: price = CommunityPrice(first: options.resolution)
    case .modularity where isDirected: price = CommunityPrice(first: 2 * ratio, second: 2 * ratio, isCrossed: true)
    case .modularity: price = CommunityPrice(first: ratio)
    }
  }

  /// For signed modularity, whose strengths by positive and by negative edges are charged and refunded.
  init(signed topology: Topology, positive: EdgeWeights, negative: EdgeWeights, both: EdgeWeights, resolution: Double) {
    self.topology = topology
    weights = both
    let count = topology.nodeCount
    first = MutableElements.allocate(count: count, repeating: 0)
    second = MutableElements.allocate(count: count, repeating: 0)
    Self.addStrengths(topology, positive, first, first)
    Self.addStrengths(topology, negative, second, second)
    let sums = (2 * positive.values.reduce(0, +), 2 * negative.values.reduce(0, +))
    totalWeight = sums.0 + sums.1
    price = CommunityPrice(
      first: sums.0 > 0 ? resolution / sums.0 : 0, second: sums.1 > 0 ? -resolution / sums.1 : 0)
  }

  func deallocate() {
    first.deallocate()
    second.deallocate()
  }

  private static func addStrengths(
    _ topology: Topology, _ weights: EdgeWeights?, _ out: MutableElements<Double>, _ into: MutableElements<Double>
  ) {
    topology.outgoing.read { rows in
      guard let weights else {
        for node in 0..<rows.nodeCount { out[node] += Double(rows.degree(node)) }
        for place in 0..<rows.placeCount { into[rows.neighbors[place]] += 1 }
        return
      }
      weights.values.read { weights in
        for node in 0..<rows.nodeCount {
          for place in rows.start(node)..<rows.end(node) {
            out[node] += weights[place]
            into[rows.neighbors[place]] += weights[place]
          }
        }
      }
    }
  }

  /// Runs the search with the cheapest numbers that the weights fit.
  func search(_ options: CommunityOptions, isRefining: Bool, _ execution: Execution) throws -> Partition {
    let rows = topology.symmetric
    guard let weights else {
      return totalWeight <= Double(Int32.max)
        ? try search(options, isRefining, rows, nil as Column<Int32>?, execution)
        : try search(options, isRefining, rows, nil as Column<Double>?, execution)
    }
    let byPlace = weights.byPlace(topology, .both)
    if weights.areSmallIntegers, totalWeight <= Double(Int32.max) {
      return try search(options, isRefining, rows, Column(byPlace.lazy.map { Int32($0) }), execution)
    }
    return try search(options, isRefining, rows, byPlace, execution)
  }

  private func search<Number: CommunityNumber>(
    _ options: CommunityOptions, _ isRefining: Bool, _ csr: CSR, _ weights: Column<Number>?, _ execution: Execution
  ) throws -> Partition {
    let count = topology.nodeCount
    var search = CommunitySearch<Number>(
      nodeCount: count, price: price, isRefining: isRefining, leastGain: 1e-9 * totalWeight / Double(max(1, count)),
      weightsMayVanish: (self.weights?.least ?? 1) <= 0, seed: options.seed)
    defer { search.deallocate() }
    try csr.read { rows in
      let loops = Self.loops(rows, weights)
      defer { loops.deallocate() }
      func run(_ weights: Elements<Number>?) throws {
        let graph = CommunityGraph(
          rows: rows, weights: weights, loops: loops.elements, first: first.elements, second: second.elements)
        try search.run(graph, from: options.start, iterations: options.iterations, execution)
      }
      if let weights { try weights.read { try run($0) } } else { try run(nil) }
    }
    return Partition(renumbering: search.result.array())
  }

  /// The weight of each node's places that lead to itself; nothing where there are none.
  private static func loops<Number: CommunityNumber>(
    _ rows: Rows, _ weights: Column<Number>?
  ) -> MutableElements<Number> {
    var loops: MutableElements<Number>?
    for node in 0..<rows.nodeCount {
      for place in rows.start(node)..<rows.end(node) where Int(rows.neighbors[place]) == node {
        let sums = loops ?? MutableElements.allocate(count: rows.nodeCount, repeating: 0)
        sums[node] = sums[node].plus(weights.map { $0[place] } ?? 1)
        loops = sums
      }
    }
    return loops ?? MutableElements.allocate(count: 0)
  }
}
