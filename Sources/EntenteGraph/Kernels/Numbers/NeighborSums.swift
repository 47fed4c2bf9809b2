/// The adjacency matrix as something that vectors are multiplied by: each node's sum over the nodes of its row.
struct NeighborSums {
  /// Below this many places a sum is too short to be shared between threads.
  private static let leastSharedPlaces = 1 << 17

  private let rows: CSR
  private let weights: Column<Double>?
  /// How nodes are numbered anew, where they are.
  private let ranked: RankedRows?
  /// Nodes at which chunks begin; the rows alone decide.
  private let bounds: [Int]

  /// - Parameter direction: where a node's row looks: `incoming` sums over those that lead to it.
  init(_ topology: Topology, _ direction: Direction, weights: EdgeWeights?) {
    self.init(topology.rows(direction), weights: weights?.byPlace(topology, direction), ranked: nil)
  }

  /// The same with nodes numbered by falling length of their rows, which is worth it for many products; vectors are then
  /// in that order, and `byNode` gives them back.
  static func ranked(
    _ topology: Topology, _ direction: Direction, weights: EdgeWeights?, _ execution: Execution
  ) throws -> NeighborSums {
    let ranked = try RankedRows(topology.rows(direction), keepsPlaces: weights != nil, execution)
    let byPlace = (weights?.byPlace(topology, direction)).flatMap { ranked.byPlace($0) }
    return NeighborSums(ranked.rows, weights: byPlace, ranked: ranked)
  }

  private init(_ rows: CSR, weights: Column<Double>?, ranked: RankedRows?) {
    self.rows = rows
    self.weights = weights
    self.ranked = ranked
    bounds = rows.read { rows in
      let parts = rows.placeCount < Self.leastSharedPlaces ? 1 : min(64, rows.placeCount >> 14)
      return RowPartition.bounds(rows, parts: parts)
    }
  }

  /// A vector in the order of the nodes.
  func byNode(_ vector: [Double]) -> [Double] { ranked?.byNode(vector) ?? vector }

  /// Sets each node's place in `sums` to the sum over its row.
  func apply(
    _ values: MutableElements<Double>, into sums: MutableElements<Double>, _ execution: Execution
  ) throws {
    try rows.read { rows in
      try execution.forEachChunk(bounds.count - 1) { chunk, _ in
        guard let weights else {
          var node = bounds[chunk]
          let end = bounds[chunk + 1]
          while node < end {
            sums[node] = Gathering.sum(values.elements, at: rows.neighbors, rows.start(node), rows.end(node))
            node &+= 1
          }
          return
        }
        weights.read { weights in
          var node = bounds[chunk]
          let end = bounds[chunk + 1]
          while node < end {
            var sum = 0.0
            var place = rows.start(node)
            let last = rows.end(node)
            while place < last {
              sum += weights[place] * values[rows.neighbors[place]]
              place &+= 1
            }
            sums[node] = sum
            node &+= 1
          }
        }
      }
    }
  }
}

extension NeighborSums {
  /// The sums over a vector's values, scaled to length 1.
  func unitSums(_ values: [Double], _ execution: Execution) throws -> [Double] {
    let vector = MutableElements<Double>.allocate(count: values.count)
    let sums = MutableElements<Double>.allocate(count: values.count)
    defer {
      vector.deallocate()
      sums.deallocate()
    }
    for (place, value) in values.enumerated() { vector[place] = value }
    try apply(vector, into: sums, execution)
    let length = VectorArithmetic.length(sums)
    if length > 0 { VectorArithmetic.set(sums, to: 1 / length, times: sums) }
    return sums.array()
  }

  /// The sums where each node has 1, scaled to length 1.
  func unitSums(_ nodeCount: Int, _ execution: Execution) throws -> [Double] {
    try unitSums([Double](repeating: 1, count: nodeCount), execution)
  }
}
