import EntenteGraph
import Synchronization

extension Algorithm {
  static let paths = [
    Algorithm(
      name: "sssp", prepare: prepareWeights,
      run: { work in
        let distances = try work.graph.distances(
          from: work.source.map { [$0] } ?? [], weights: work.weights, direction: work.direction,
          execution: work.execution)
        return { .distances(work.graph.nodes.map { distances[$0] ?? -1 }) }
      }),
    Algorithm(
      name: "sssp_tree", prepare: prepareWeights,
      run: { work in
        let tree = try work.graph.shortestPathTree(
          from: work.source.map { [$0] } ?? [], weights: work.weights, direction: work.direction,
          execution: work.execution)
        return { .distances(work.graph.nodes.map { tree[$0] ?? -1 }) }
      }),
    Algorithm(
      name: "weighted_path", prepare: prepareWeights,
      run: { work in
        guard let source = work.source, let target = try work.farthest() else { return { .numbers([:]) } }
        let path = try work.graph.shortestPath(
          from: source, to: target, weights: work.weights, direction: work.direction, execution: work.execution)
        return { .numbers(path.map { ["length": $0.weight] } ?? [:]) }
      }),
    Algorithm(name: "yen10", prepare: prepareWeights) { work in
      let paths = try tenPaths(work)
      return { .list("hops", paths.map(\.path.length)) }
    },
    Algorithm(name: "yen10w", prepare: prepareWeights) { work in
      let paths = try tenPaths(work)
      return { .list("len", paths.map { Int($0.weight) }) }
    },
    Algorithm(name: "simple_paths", prepare: { $0.prepareBothWays() }) { work in
      guard let source = work.source, let target = try work.farthest() else { return { .numbers([:]) } }
      return try simplePaths(work, source, target, maximumLength: 5)
    },
    Algorithm(name: "simple_paths4", prepare: { $0.prepareBothWays() }) { work in
      guard let source = work.source, let target = work.target else { return { .numbers([:]) } }
      return try simplePaths(work, source, target, maximumLength: 4)
    },
    Algorithm(name: "simple_path_count4", prepare: { $0.prepareBothWays() }) { work in
      guard let source = work.source, let target = work.target else { return { .numbers([:]) } }
      let paths = try work.graph.simplePaths(
        from: source, to: target, maximumLength: 4, direction: work.direction, execution: work.execution)
      let count = try paths.count(execution: work.execution)
      return { .numbers(["paths": Double(count)]) }
    },
    Algorithm(name: "diameter", prepare: { $0.prepareBothWays() }) { work in
      let diameter = try work.graph.diameter(direction: work.direction, execution: work.execution)
      return { .numbers(["diameter": Double(diameter)]) }
    },
    Algorithm(name: "eccentricity", prepare: { $0.prepareBothWays() }) { work in
      let values = try work.graph.eccentricities(direction: work.direction, execution: work.execution)
      return { .vector(values.map(Double.init)) }
    },
    Algorithm(name: "apsp", prepare: { $0.prepareBothWays() }) { work in
      let rows = try allRows(work)
      return {
        .numbers([
          "reached": Double(rows.reduce(0) { $0 + $1.reached }), "sum": Double(rows.reduce(0) { $0 + $1.sum }),
          "max": Double(rows.reduce(0) { max($0, $1.greatest) }),
        ])
      }
    },
    Algorithm(name: "step_distribution", prepare: { $0.prepareBothWays() }) { work in
      let all = try work.graph.stepDistribution(direction: work.direction, execution: work.execution)
      return {
        let sum = all.pairCounts.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) }
        return .numbers([
          "reached": Double(all.pairCounts.reduce(0, +)), "sum": sum, "max": Double(all.diameter),
        ])
      }
    },
    // Weights of any sign will do, so that no distances are made beforehand.
    Algorithm(
      name: "mst",
      prepare: { work in
        work.prepareBothWays()
        _ = work.weights
      }
    ) { work in
      let forest = try work.graph.spanningForest(weights: work.weights, execution: work.execution)
      return { .numbers(["weight": forest.weight, "edges": Double(forest.edges.count)]) }
    },
    Algorithm(name: "steiner5", prepare: prepareWeights) { work in
      let terminals = work.graph.degrees(.both).ranked(limit: 200).enumerated().filter { $0.offset % 40 == 0 }
      let tree = try work.graph.steinerTree(
        joining: terminals.map(\.element), weights: work.weights, execution: work.execution)
      return { .numbers(tree.map { ["weight": $0.weight, "edges": Double($0.edges.count)] } ?? [:]) }
    },
  ]

  private static func tenPaths(_ work: Workload) throws -> [WeightedPath] {
    guard let source = work.source, let target = try work.farthest() else { return [] }
    return try work.graph.shortestPaths(
      from: source, to: target, limit: 10, weights: work.weights, direction: work.direction, execution: work.execution)
  }

  /// Makes each path, as the other libraries' lists do.
  private static func simplePaths(
    _ work: Workload, _ source: NodeID, _ target: NodeID, maximumLength: Int
  ) throws -> @Sendable () throws -> Answer {
    let paths = Array(
      try work.graph.simplePaths(
        from: source, to: target, maximumLength: maximumLength, direction: work.direction, execution: work.execution))
    return { .numbers(["paths": Double(paths.count)]) }
  }

  private struct Row {
    var reached = 0
    var sum = 0
    var greatest = 0
  }

  /// The rows of the matrix of distances, each reduced to what the answer needs.
  private static func allRows(_ work: Workload) throws -> [Row] {
    let rows = Mutex(Array(repeating: Row(), count: work.graph.nodeCount))
    try work.graph.forEachNodeSteps(direction: work.direction, execution: work.execution) { node, steps in
      let row = Row(reached: steps.reachedCount, sum: steps.sum, greatest: steps.greatest)
      rows.withLock { $0[node.index] = row }
    }
    return rows.withLock { $0 }
  }

  /// Makes the rows and the weights beside them, as loading a weighted graph does.
  @Sendable private static func prepareWeights(_ work: Workload) throws {
    work.prepareBothWays()
    _ = try work.graph.distances(
      from: work.source.map { [$0] } ?? [], weights: work.weights, direction: work.direction)
  }
}
