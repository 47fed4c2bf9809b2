/// A graph made ready for the search for communities: weights, masses and the price of an objective.
struct CommunityBase {
  /// From this many places on, numbering nodes anew costs less than it saves.
  static let leastRankedPlaces = 1 << 19

  private let leastRankedPlaces: Int
  private let topology: Topology
  private let weights: EdgeWeights?
  private let price: CommunityPrice
  private let first: MutableElements<Double>
  private let second: MutableElements<Double>
  /// The size of the weights of all places together.
  private let totalWeight: Double

  /// For modularity and the constant Potts model.
  init(
    _ topology: Topology, _ options: CommunityOptions, weights: EdgeWeights?,
    leastRankedPlaces: Int = CommunityBase.leastRankedPlaces
  ) {
    self.leastRankedPlaces = leastRankedPlaces
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

  /// For signed graphs: modularity charges the strengths by positive edges and refunds those by negative ones.
  init(signed topology: Topology, _ layers: SignedLayers, _ options: CommunityOptions) {
    leastRankedPlaces = Self.leastRankedPlaces
    self.topology = topology
    weights = layers.both
    let count = topology.nodeCount
    let sums = (2 * layers.positive.values.reduce(0, +), 2 * layers.negative.values.reduce(0, +))
    totalWeight = sums.0 + sums.1
    if options.objective == .constantPotts {
      first = MutableElements.allocate(count: count, repeating: 1)
      second = MutableElements.allocate(count: 0)
      price = CommunityPrice(first: options.resolution)
      return
    }
    first = MutableElements.allocate(count: count, repeating: 0)
    second = MutableElements.allocate(count: count, repeating: 0)
    Self.addStrengths(topology, layers.positive, first, first)
    Self.addStrengths(topology, layers.negative, second, second)
    price = CommunityPrice(
      first: sums.0 > 0 ? options.resolution / sums.0 : 0, second: sums.1 > 0 ? -options.resolution / sums.1 : 0)
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

  /// Runs the search for communities.
  func search(_ options: CommunityOptions, isRefining: Bool, _ execution: Execution) throws -> Partition {
    try run(Search(options: options, isRefining: isRefining, base: self, execution: execution))
  }

  /// Spreads labels.
  func spreadLabels(from start: Partition?, seed: UInt64, _ execution: Execution) throws -> Partition {
    try run(Spreading(start: start, seed: seed, weightsMayVanish: weightsMayVanish, execution: execution))
  }

  /// Minimises the map equation.
  func searchByMapEquation(_ iterations: Int, from start: Partition?, seed: UInt64, _ execution: Execution) throws
    -> Partition
  {
    guard totalWeight > 0 else { return Partition(singletons: topology.nodeCount) }
    return try run(
      Mapping(iterations: iterations, start: start, seed: seed, base: self, execution: execution))
  }

  private var weightsMayVanish: Bool { (weights?.least ?? 1) <= 0 }

  /// Runs a task with the cheapest numbers that the weights fit.
  private func run(_ task: some CommunityTask) throws -> Partition {
    guard let weights else {
      return totalWeight <= Double(Int32.max)
        ? try run(task, nil as Column<Int32>?) : try run(task, nil as Column<Double>?)
    }
    let byPlace = weights.byPlace(topology, .both)
    if weights.areSmallIntegers, totalWeight <= Double(Int32.max) {
      return try run(task, Column(byPlace.lazy.map { Int32($0) }))
    }
    return try run(task, byPlace)
  }

  /// Runs a task; on a large graph with nodes numbered by falling degree, so that what is read most lies together.
  private func run<Number: CommunityNumber>(_ task: some CommunityTask, _ weights: Column<Number>?) throws -> Partition
  {
    let rows = topology.symmetric
    let start = task.start?.labels
    guard rows.neighbors.count >= leastRankedPlaces else {
      return Partition(renumbering: try run(task, rows, weights, (first, second), from: start))
    }
    let ranked = try RankedRows(rows, keepsPlaces: weights != nil, task.execution)
    let order = ranked.order
    let masses = (Self.ranked(first, order), Self.ranked(second, order))
    defer {
      masses.0.deallocate()
      masses.1.deallocate()
    }
    let rankedStart = start.map { start in order.map { start[Int($0)] } }
    let groups = try run(task, ranked.rows, weights.flatMap { ranked.byPlace($0) }, masses, from: rankedStart)
    return Partition(renumbering: ranked.byNode(groups))
  }

  private func run<Number: CommunityNumber>(
    _ task: some CommunityTask, _ rows: CSR, _ weights: Column<Number>?,
    _ masses: (MutableElements<Double>, MutableElements<Double>), from start: [UInt32]?
  ) throws -> [UInt32] {
    try rows.read { rows in
      let loops = Self.loops(rows, weights)
      defer { loops.deallocate() }
      func run(_ weights: Elements<Number>?) throws -> [UInt32] {
        try task.run(
          CommunityGraph(
            rows: rows, weights: weights, loops: loops.elements, first: masses.0.elements, second: masses.1.elements),
          from: start)
      }
      if let weights { return try weights.read { try run($0) } }
      return try run(nil)
    }
  }

  /// Masses by rank; none where there are none.
  private static func ranked(_ masses: MutableElements<Double>, _ order: Column<UInt32>) -> MutableElements<Double> {
    let ranked = MutableElements<Double>.allocate(count: masses.count)
    for rank in 0..<masses.count { ranked[rank] = masses[order[rank]] }
    return ranked
  }

  private struct Search: CommunityTask {
    let options: CommunityOptions
    let isRefining: Bool
    let base: CommunityBase
    let execution: Execution

    var start: Partition? { options.start }

    func run<Number: CommunityNumber>(_ graph: CommunityGraph<Number>, from start: [UInt32]?) throws -> [UInt32] {
      var search = CommunitySearch<Number>(
        nodeCount: graph.nodeCount, price: base.price, isRefining: isRefining,
        leastGain: 1e-9 * base.totalWeight / Double(max(1, graph.nodeCount)),
        weightsMayVanish: base.weightsMayVanish, seed: options.seed, threads: execution.threads)
      defer { search.deallocate() }
      try search.run(graph, from: start, iterations: options.iterations, execution)
      return search.result.array()
    }
  }

  private struct Spreading: CommunityTask {
    let start: Partition?
    let seed: UInt64
    let weightsMayVanish: Bool
    let execution: Execution

    func run<Number: CommunityNumber>(_ graph: CommunityGraph<Number>, from start: [UInt32]?) throws -> [UInt32] {
      var spreading = LabelSpreading<Number>(
        nodeCount: graph.nodeCount, weightsMayVanish: weightsMayVanish, seed: seed)
      defer { spreading.deallocate() }
      try spreading.run(graph, from: start, execution)
      return spreading.labels.array()
    }
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

extension CommunityBase {
  private struct Mapping: CommunityTask {
    let iterations: Int
    let start: Partition?
    let seed: UInt64
    let base: CommunityBase
    let execution: Execution

    func run<Number: CommunityNumber>(_ graph: CommunityGraph<Number>, from start: [UInt32]?) throws -> [UInt32] {
      var search = MapEquationSearch<Number>(
        nodeCount: graph.nodeCount, totalWeight: base.totalWeight, weightsMayVanish: base.weightsMayVanish, seed: seed)
      defer { search.deallocate() }
      try search.run(graph, from: start, iterations: iterations, execution)
      return search.result.array()
    }
  }
}

/// What is to be done with a graph whose weights are of either kind.
private protocol CommunityTask {
  var start: Partition? { get }
  var execution: Execution { get }
  /// The group of each node, named by a number below that of the nodes.
  func run<Number: CommunityNumber>(_ graph: CommunityGraph<Number>, from start: [UInt32]?) throws -> [UInt32]
}
