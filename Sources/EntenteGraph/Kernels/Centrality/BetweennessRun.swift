/// Betweenness of nodes, and of edges if asked for: searches in the core, closed sums in the trees.
struct BetweennessRun {
  private let topology: Topology
  private let direction: Direction
  private let folding: PendantFolding
  private let forward: SubgraphRows
  private let backward: SubgraphRows
  private let weights: EdgeWeights?
  private let wantsEdges: Bool

  /// - Parameter own: how often each node starts a search.
  init(_ topology: Topology, _ direction: Direction, own: [Double], weights: EdgeWeights?, wantsEdges: Bool) {
    self.topology = topology
    self.weights = weights
    self.direction = direction
    self.wantsEdges = wantsEdges
    let needsEdges = wantsEdges || weights != nil
    folding = PendantFolding(topology, direction, own: own)
    forward = SubgraphRows(topology, direction, order: folding.core, withEdges: needsEdges)
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    backward =
      direction == .both
      ? forward : SubgraphRows(topology, reverse, order: folding.core, withEdges: needsEdges)
  }

  /// Sums over the pairs of a source and a target; both orders of a pair in undirected graphs.
  func sums(_ execution: Execution) throws -> (byNode: [Double], byEdge: [Double]) {
    let core = folding.core
    let starts = core.indices.filter { folding.sources[Int(core[$0])] > 0 }
    let edgeCount = wantsEdges ? topology.edgeCount : 0
    let partial = try searched(starts, edgeCount, execution)
    var traffic = PendantFolding.Traffic(
      outward: [Double](repeating: 0, count: topology.nodeCount),
      inward: [Double](repeating: 0, count: topology.nodeCount))
    var byNode = [Double](repeating: 0, count: topology.nodeCount)
    for (number, node) in core.enumerated() {
      byNode[Int(node)] = partial.byNode[2 * number]
      traffic.inward[Int(node)] = partial.byNode[2 * number + 1]
      traffic.outward[Int(node)] = partial.outward[number]
    }
    folding.descend(&traffic)
    for node in byNode.indices { byNode[node] += folding.passing(node, traffic) }
    var byEdge = partial.byEdge
    if wantsEdges { addPendantEdges(&byEdge, traffic) }
    return (byNode, byEdge)
  }

  private struct Partial {
    var byNode: [Double]
    var byEdge: [Double]
    var outward: [Double]
  }

  /// How many parts the sources are divided into: few where sums take much memory, and never by the number of threads.
  private static func chunkCount(starts: Int, values: Int) -> Int {
    min(max(1, starts), max(8, min(64, (1 << 22) / max(1, values))))
  }

  private func searched(_ starts: [Int], _ edgeCount: Int, _ execution: Execution) throws -> Partial {
    let nodeCount = folding.core.count
    let byNode = MutableElements<Double>.allocate(count: 2 * nodeCount, repeating: 0)
    let byEdge = MutableElements<Double>.allocate(count: edgeCount, repeating: 0)
    let outward = MutableElements<Double>.allocate(count: nodeCount, repeating: 0)
    defer {
      byNode.deallocate()
      byEdge.deallocate()
      outward.deallocate()
    }
    let chunks = Self.chunkCount(starts: starts.count, values: 2 * nodeCount + edgeCount)
    let division = Division(starts: starts, chunks: chunks, sums: OrderedSums(byNode, byEdge), outward: outward)
    let targets = folding.core.map { folding.targets[Int($0)] }
    try forward.rows.read { forward in
      try backward.rows.read { backward in
        try targets.read { targets in
          if let weights {
            try searchByLength(forward, backward, targets, weights, division, execution)
          } else {
            try searchBySteps(forward, backward, targets, division, execution)
          }
        }
      }
    }
    return Partial(byNode: byNode.array(), byEdge: byEdge.array(), outward: outward.array())
  }

  /// How searches are divided, and where their results go.
  private struct Division: Sendable {
    let starts: [Int]
    let chunks: Int
    let sums: OrderedSums
    let outward: MutableElements<Double>

    func workers(_ execution: Execution) -> Range<Int> { 0..<max(1, min(execution.threads, chunks)) }

    func forEach(
      _ execution: Execution, _ search: @Sendable (_ start: Int, _ worker: Int, OrderedSums.Sums) -> Double
    ) throws {
      try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
        let part = sums.begin()
        // Every so-many-th source, so that chunks take about as long as each other.
        for index in stride(from: chunk, to: starts.count, by: chunks) {
          if worker == 0 { try execution.check() }
          outward[starts[index]] = search(starts[index], worker, part)
        }
        sums.finish(chunk, part)
      }
    }
  }

  private func searchBySteps(
    _ forward: Rows, _ backward: Rows, _ targets: Elements<Double>, _ division: Division, _ execution: Execution
  ) throws {
    let searches = division.workers(execution).map { _ in
      BetweennessSearch(nodeCount: forward.nodeCount, placeCount: forward.placeCount, recordsRowPlaces: wantsEdges)
    }
    defer { for search in searches { search.deallocate() } }
    try division.forEach(execution) { start, worker, sums in
      let weight = folding.sources[Int(folding.core[start])]
      guard let forwardEdges = self.forward.edges, let backwardEdges = self.backward.edges else {
        return searches[worker].run(forward, backward, from: start, weight: weight, targets: targets, into: sums)
      }
      return forwardEdges.read { forwardEdges in
        backwardEdges.read { backwardEdges in
          searches[worker].run(
            forward, backward, edges: BetweennessSearch.EdgePlaces(forward: forwardEdges, backward: backwardEdges),
            from: start, weight: weight, targets: targets, into: sums)
        }
      }
    }
  }

  private func searchByLength(
    _ forward: Rows, _ backward: Rows, _ targets: Elements<Double>, _ weights: EdgeWeights, _ division: Division,
    _ execution: Execution
  ) throws {
    guard let forwardEdges = self.forward.edges, let backwardEdges = self.backward.edges else { return }
    let searches = division.workers(execution).map { _ in
      WeightedSearch(
        nodeCount: forward.nodeCount, placeCount: forward.placeCount, isExact: weights.areSmallIntegers)
    }
    defer { for search in searches { search.deallocate() } }
    let forwardLengths = Column(forwardEdges.lazy.map { weights.values[Int($0)] })
    let backwardLengths = Column(backwardEdges.lazy.map { weights.values[Int($0)] })
    try forwardLengths.read { forwardLengths in
      try backwardLengths.read { backwardLengths in
        try backwardEdges.read { backwardEdges in
          try division.forEach(execution) { start, worker, sums in
            searches[worker].run(
              WeightedSearch.Lengths(rows: forward, lengths: forwardLengths),
              WeightedSearch.Lengths(rows: backward, lengths: backwardLengths),
              edges: wantsEdges ? backwardEdges : nil, from: start,
              weight: folding.sources[Int(folding.core[start])], targets: targets, into: sums)
          }
        }
      }
    }
  }

  /// All ways between a tree and the rest take its edge to the parent; parallel edges share them.
  private func addPendantEdges(_ byEdge: inout [Double], _ traffic: PendantFolding.Traffic) {
    for pendant in folding.pendants {
      let (node, parent) = (Int(pendant.node), Int(pendant.parent))
      let upward = folding.sources[node] * traffic.outward[node]
      let downward = folding.targets[node] * traffic.inward[node]
      if direction == .both {
        add(upward + downward, from: node, to: parent, along: .both, &byEdge)
      } else {
        add(upward, from: node, to: parent, along: direction, &byEdge)
        add(downward, from: parent, to: node, along: direction, &byEdge)
      }
    }
  }

  private func add(
    _ value: Double, from node: Int, to neighbor: Int, along direction: Direction, _ byEdge: inout [Double]
  ) {
    let rows = topology.rows(direction)
    let edgeOf = topology.edges(direction)
    var parallel = rows.row(node).filter { Int(rows.neighbors[$0]) == neighbor }
      .map { place in edgeOf.map { Int($0[place]) } ?? place }
    if let weights, let least = parallel.map({ weights.values[$0] }).min() {
      parallel.removeAll { weights.values[$0] > least }
    }
    for edge in parallel { byEdge[edge] += value / Double(parallel.count) }
  }
}
