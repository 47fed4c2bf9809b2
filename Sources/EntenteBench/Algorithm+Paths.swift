import EntenteGraph

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
  ]

  /// Makes the rows and the weights beside them, as loading a weighted graph does.
  @Sendable private static func prepareWeights(_ work: Workload) throws {
    work.prepareBothWays()
    _ = try work.graph.distances(
      from: work.source.map { [$0] } ?? [], weights: work.weights, direction: work.direction)
  }
}
