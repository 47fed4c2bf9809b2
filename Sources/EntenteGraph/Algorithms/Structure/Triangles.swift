extension GraphStructure {
  /// The number of triangles: three nodes of which each two have an edge.
  ///
  /// The graph is taken as undirected; self-loops do not count, and parallel edges count once.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E*^1.5).
  ///
  /// Source: T. Schank, D. Wagner, "Finding, Counting and Listing All Triangles in Large Graphs", 2005 (forward).
  public func triangleCount(execution: Execution = Execution()) throws -> Int {
    let kernel = TriangleKernel(simple: topology.simple)
    defer { kernel.deallocate() }
    return try kernel.count(execution)
  }

  /// The number of triangles at each node.
  ///
  /// Self-loops, parallel edges, source, errors and complexity as in `triangleCount(execution:)`.
  public func triangleCounts(execution: Execution = Execution()) throws -> NodeMap<Int> {
    let kernel = TriangleKernel(simple: topology.simple)
    defer { kernel.deallocate() }
    return NodeMap(try kernel.countsByNode(execution))
  }

  /// The local clustering coefficient of each node: the share of the pairs of its neighbours that have an edge.
  ///
  /// A node of fewer than two neighbours has 0. The graph is taken as undirected; self-loops do not count, and
  /// parallel edges count once.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E*^1.5).
  ///
  /// Source: D. J. Watts, S. Strogatz, "Collective dynamics of 'small-world' networks", 1998.
  public func localClustering(execution: Execution = Execution()) throws -> NodeMap<Double> {
    let triangles = try triangleCounts(execution: execution)
    return topology.simple.read { rows in
      NodeMap(
        triangles.values.enumerated().map { node, count in
          let degree = Double(rows.degree(node))
          return degree < 2 ? 0 : 2 * Double(count) / (degree * (degree - 1))
        })
    }
  }

  /// The mean of the local clustering coefficients; 0 in the graph without nodes.
  ///
  /// Conventions, errors and complexity as in `localClustering(execution:)`.
  public func averageClustering(execution: Execution = Execution()) throws -> Double {
    let values = try localClustering(execution: execution).values
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The transitivity, or global clustering coefficient: the share of the paths of two edges whose ends have an edge.
  ///
  /// 0 where there is no such path. The graph is taken as undirected; self-loops do not count, and parallel edges
  /// count once.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E*^1.5).
  ///
  /// Source: M. E. J. Newman, S. H. Strogatz, D. J. Watts, "Random graphs with arbitrary degree distributions", 2001.
  public func transitivity(execution: Execution = Execution()) throws -> Double {
    let triangles = try triangleCount(execution: execution)
    let pairs = topology.simple.read { rows in
      (0..<rows.nodeCount).reduce(0.0) { $0 + Double(rows.degree($1)) * Double(rows.degree($1) - 1) / 2 }
    }
    return pairs > 0 ? 3 * Double(triangles) / pairs : 0
  }

  /// The share of the ordered pairs of a node's neighbours in which an edge leads from the first to the second.
  ///
  /// A neighbour is a node at the other end of an edge of either direction; a node of fewer than two has 0. Self-loops
  /// and parallel edges do not count. Where each edge has one back, it is `localClustering(execution:)`.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E* + Σ *d* · *o*) over all edges, in the number of neighbours *d* of one end and the outgoing
  ///   edges *o* of the other.
  ///
  /// Source: A. Iosup et al., "The LDBC Graphalytics Benchmark", 2023, § 2.3 (local clustering coefficient).
  public func directedLocalClustering(execution: Execution = Execution()) throws -> NodeMap<Double> {
    NodeMap(try NeighborLinks.shares(topology, execution))
  }

  /// The weighted clustering coefficient of each node: the share of the pairs of its neighbours that have an edge, where
  /// a pair counts by the mean weight of the node's edges to it.
  ///
  /// A node of fewer than two neighbours, or whose edges weigh nothing, has 0; where all weights are equal it is
  /// `localClustering(execution:)`. The graph is taken as undirected; self-loops do not count, and the weights of parallel
  /// edges add up.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0; `CancellationError`.
  /// - Complexity: O(*V* + Σ *d*²) in the degrees *d*.
  ///
  /// Source: A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, "The architecture of complex weighted networks",
  /// 2004.
  public func localClustering(
    _ weights: EdgeWeights, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    try weights.requireNonnegative(for: "clustering")
    let kernel = WeightedClusteringKernel(topology, weights)
    defer { kernel.deallocate() }
    return NodeMap(try kernel.coefficients(execution))
  }
}
