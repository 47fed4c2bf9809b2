/// A connected signed graph in which no node just follows another.
struct FrustrationCore {
  /// Branch and bound is not tried beyond this many nodes.
  private static let branchingLimit = 200

  /// The nodes of the whole graph, by number here.
  let nodes: [Int]
  private let offsets: [Int]
  private let neighbors: [UInt32]
  private let weights: [Int]

  init(nodes: [Int], rows: [[(neighbor: Int, weight: Int)]]) {
    self.nodes = nodes
    var offsets = [0]
    var neighbors: [UInt32] = []
    var weights: [Int] = []
    for row in rows {
      for (neighbor, weight) in row {
        neighbors.append(UInt32(neighbor))
        weights.append(weight)
      }
      offsets.append(neighbors.count)
    }
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
  }

  /// The best sides found, and what no sides undercut.
  func solve(effort: Int, seed: UInt64, _ execution: Execution) throws -> (sides: [Bool], lowerBound: Int) {
    try offsets.read { offsets in
      try neighbors.read { neighbors in
        try weights.read { weights in
          let graph = Graph(offsets: offsets, neighbors: neighbors, weights: weights)
          var bound = try FrustrationPacking.lowerBound(graph, effort: effort, execution)
          var search = FrustrationTabuSearch(graph, seed: seed)
          defer { search.deallocate() }
          // A small graph is tried shortly first, because branching soon solves most of these.
          let canBranch = nodes.count <= Self.branchingLimit
          let trial = canBranch ? min(effort, 50 * nodes.count * nodes.count) : effort
          try search.run(until: bound, effort: trial, execution)
          if search.bestCost > bound, canBranch {
            var branching = FrustrationBranching(graph)
            try branching.run(effort: effort, execution)
            if let solution = branching.solution { return (solution, branching.lowerBound) }
            bound = max(bound, branching.lowerBound)
            try search.run(until: bound, effort: effort - trial, execution)
          }
          let (sides, cost) = (search.bestSides, search.bestCost)
          return (sides, min(bound, cost))
        }
      }
    }
  }

  /// Rows as the searches see them.
  struct Graph {
    let offsets: Elements<Int>
    let neighbors: Elements<UInt32>
    let weights: Elements<Int>

    var nodeCount: Int { offsets.count - 1 }

    @inline(__always) func row(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node &+ 1] }
  }
}
