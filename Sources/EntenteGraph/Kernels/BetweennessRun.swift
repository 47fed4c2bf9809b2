/// Betweenness of nodes, and of edges if asked for, in unweighted graphs: searches in the core, closed sums in the trees.
struct BetweennessRun {
  private let topology: Topology
  private let direction: Direction
  private let folding: PendantFolding
  private let forward: SubgraphRows
  private let backward: SubgraphRows
  private let wantsEdges: Bool

  /// - Parameter own: how often each node starts a search.
  init(_ topology: Topology, _ direction: Direction, own: [Double], wantsEdges: Bool) {
    self.topology = topology
    self.direction = direction
    self.wantsEdges = wantsEdges
    folding = PendantFolding(topology, direction, own: own)
    forward = SubgraphRows(topology, direction, order: folding.core, withEdges: wantsEdges)
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    backward =
      direction == .both
      ? forward : SubgraphRows(topology, reverse, order: folding.core, withEdges: wantsEdges)
  }

  /// Sums over the pairs of a source and a target; both orders of a pair in undirected graphs.
  func sums(_ execution: Execution) throws -> (byNode: [Double], byEdge: [Double]) {
    let core = folding.core
    let starts = core.indices.filter { folding.sources[Int(core[$0])] > 0 }
    let edgeCount = wantsEdges ? topology.edgeCount : 0
    let partial = try searched(starts, edgeCount, execution)
    var traffic = PendantFolding.Traffic(
      outward: [Double](repeating: 0, count: topology.nodeCount), inward: [Double](repeating: 0, count: topology.nodeCount))
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
    let chunks = Self.chunkCount(starts: starts.count, values: 2 * nodeCount + edgeCount)
    let workers = max(1, min(execution.threads, chunks))
    let searches = (0..<workers).map { _ in
      BetweennessSearch(
        nodeCount: nodeCount, placeCount: forward.rows.neighbors.count, recordsRowPlaces: wantsEdges)
    }
    let byNode = MutableElements<Double>.allocate(count: 2 * nodeCount, repeating: 0)
    let byEdge = MutableElements<Double>.allocate(count: edgeCount, repeating: 0)
    let outward = MutableElements<Double>.allocate(count: nodeCount, repeating: 0)
    defer {
      for search in searches { search.deallocate() }
      byNode.deallocate()
      byEdge.deallocate()
      outward.deallocate()
    }
    let targets = folding.core.map { folding.targets[Int($0)] }
    let order = OrderedSums(byNode, byEdge)
    try forward.rows.read { forward in
      try backward.rows.read { backward in
        try targets.read { targets in
          try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
            let sums = order.begin()
            // Every so-many-th source, so that chunks take about as long as each other.
            for index in stride(from: chunk, to: starts.count, by: chunks) {
              if worker == 0 { try execution.check() }
              let start = starts[index]
              outward[start] = run(searches[worker], forward, backward, start, targets, sums)
            }
            order.finish(chunk, sums)
          }
        }
      }
    }
    return Partial(byNode: byNode.array(), byEdge: byEdge.array(), outward: outward.array())
  }

  private func run(
    _ search: BetweennessSearch, _ forward: Rows, _ backward: Rows, _ start: Int, _ targets: Elements<Double>,
    _ sums: BetweennessSearch.Sums
  ) -> Double {
    let weight = folding.sources[Int(folding.core[start])]
    guard let forwardEdges = self.forward.edges, let backwardEdges = self.backward.edges else {
      return search.run(forward, backward, from: start, weight: weight, targets: targets, into: sums)
    }
    return forwardEdges.read { forwardEdges in
      backwardEdges.read { backwardEdges in
        search.run(
          forward, backward, edges: BetweennessSearch.EdgePlaces(forward: forwardEdges, backward: backwardEdges),
          from: start, weight: weight, targets: targets, into: sums)
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

  private func add(_ value: Double, from node: Int, to neighbor: Int, along direction: Direction, _ byEdge: inout [Double]) {
    let rows = topology.rows(direction)
    let edges = topology.edges(direction)
    let parallel = rows.row(node).filter { Int(rows.neighbors[$0]) == neighbor }
    for place in parallel { byEdge[edges.map { Int($0[place]) } ?? place] += value / Double(parallel.count) }
  }
}
