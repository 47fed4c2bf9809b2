/// Shortest ways from some nodes to all, for weights from 0 up.
///
/// Whole weights below 4,096 go through buckets, others through a heap. Both settle nodes so that of ways of the
/// same length the one whose last node but one is nearest, and then lowest, is kept.
struct DijkstraKernel {
  /// What stands for a node that no edge leads to.
  static let none = UInt32.max

  private let topology: Topology
  private let direction: Direction
  private let weights: EdgeWeights
  private let rows: CSR
  /// The node before each; `none` at sources and where nothing leads.
  private let parents: MutableElements<UInt32>
  /// The place of the edge from the node before.
  private let places: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights, recordsTree: Bool) {
    self.topology = topology
    self.direction = direction
    self.weights = weights
    rows = topology.rows(direction)
    let count = recordsTree ? topology.nodeCount : 0
    parents = MutableElements.allocate(count: count, repeating: Self.none)
    places = MutableElements.allocate(count: count, repeating: Self.none)
  }

  func deallocate() {
    parents.deallocate()
    places.deallocate()
  }

  /// Whether the weights are of the kind that buckets take, and no distance overflows.
  static func usesBuckets(_ topology: Topology, _ weights: EdgeWeights) -> Bool {
    weights.areSmallIntegers && weights.least >= 0 && weights.greatest <= Double(BucketQueue.greatestSpan)
      && Double(topology.nodeCount) * (weights.greatest + 1) < Double(UInt32.max)
  }

  /// The length of the shortest way to each node; infinity where none leads.
  func search(from sources: [UInt32], _ execution: Execution) throws -> [Double] {
    try Self.usesBuckets(topology, weights) ? searchByBucket(sources, execution) : searchByHeap(sources, execution)
  }

  /// The node before each node on its shortest way, and the edge between.
  func tree() -> (parents: [UInt32], edges: [UInt32]) {
    if let edges = topology.edges(direction) {
      edges.read { edges in
        for node in 0..<places.count where places[node] != Self.none { places[node] = edges[places[node]] }
      }
    }
    return (parents.array(), places.array())
  }

  private func searchByBucket(_ sources: [UInt32], _ execution: Execution) throws -> [Double] {
    let distances = MutableElements<UInt32>.allocate(count: topology.nodeCount, repeating: .max)
    defer { distances.deallocate() }
    try rows.read { rows in
      try weights.packedArcs.column(topology, direction, weights).read { arcs in
        if parents.count > 0 {
          try fillBuckets(rows, arcs, sources, distances, recordsTree: true, execution)
        } else {
          try fillBuckets(rows, arcs, sources, distances, recordsTree: false, execution)
        }
      }
    }
    return (0..<distances.count).map { distances[$0] == .max ? .infinity : Double(distances[$0]) }
  }

  private func searchByHeap(_ sources: [UInt32], _ execution: Execution) throws -> [Double] {
    let distances = MutableElements<Double>.allocate(count: topology.nodeCount, repeating: .infinity)
    defer { distances.deallocate() }
    try rows.read { rows in
      try weights.byPlace(topology, direction).read { weights in
        try fillHeap(rows, weights, sources, distances, recordsTree: parents.count > 0, execution)
      }
    }
    return distances.array()
  }

  @inline(__always) private func fillBuckets(
    _ rows: Rows, _ arcs: Elements<UInt64>, _ sources: [UInt32], _ distances: MutableElements<UInt32>,
    recordsTree: Bool, _ execution: Execution
  ) throws {
    var queue = BucketQueue(span: Int(max(0, weights.greatest)))
    defer { queue.deallocate() }
    for source in sources where distances[source] != 0 {
      distances[source] = 0
      queue.push(source, distance: 0)
    }
    var distance: UInt32 = 0
    while let bucket = queue.bucket(from: Int(distance)) {
      try execution.check()
      distance &+= UInt32((bucket &- Int(distance)) & queue.mask)
      while let node = queue.pop(bucket) {
        if distances[node] != distance { continue }
        var place = rows.start(Int(node))
        let end = rows.end(Int(node))
        while place < end {
          let arc = arcs[place]
          let neighbor = UInt32(truncatingIfNeeded: arc)
          let weight = UInt32(truncatingIfNeeded: arc >> 32)
          let candidate = distance &+ weight
          let known = distances[neighbor]
          if candidate < known {
            distances[neighbor] = candidate
            queue.push(neighbor, distance: Int(candidate))
            if recordsTree { record(neighbor, node, place) }
          } else if recordsTree, candidate == known, weight > 0 {
            let parent = parents[neighbor]
            if node < parent, distances[parent] == distance { record(neighbor, node, place) }
          }
          place &+= 1
        }
      }
    }
  }

  @inline(__always) private func record(_ node: UInt32, _ parent: UInt32, _ place: Int) {
    parents[node] = parent
    places[node] = UInt32(truncatingIfNeeded: place)
  }

  private func fillHeap(
    _ rows: Rows, _ weights: Elements<Double>, _ sources: [UInt32], _ distances: MutableElements<Double>,
    recordsTree: Bool, _ execution: Execution
  ) throws {
    var heap = MinimumHeap()
    defer { heap.deallocate() }
    for source in sources where distances[source] != 0 {
      distances[source] = 0
      heap.push(0, source)
    }
    var taken = 0
    while let entry = heap.pop() {
      taken &+= 1
      if taken & 0xFFF == 0 { try execution.check() }
      let (distance, node) = (entry.key, entry.node)
      if distances[node] != distance { continue }
      var place = rows.start(Int(node))
      let end = rows.end(Int(node))
      while place < end {
        let neighbor = rows.neighbors[place]
        let candidate = distance + weights[place]
        let known = distances[neighbor]
        if candidate < known {
          distances[neighbor] = candidate
          heap.push(candidate, neighbor)
          if recordsTree { record(neighbor, node, place) }
        } else if recordsTree, candidate == known, distance < candidate, candidate < .infinity {
          let parent = parents[neighbor]
          if node < parent, distances[parent] == distance { record(neighbor, node, place) }
        }
        place &+= 1
      }
    }
  }
}
