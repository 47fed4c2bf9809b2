import EntenteGraph

extension Algorithm {
  /// Who matters: by ways that pass, by nearness, by neighbours' importance.
  static let centrality = [
    Algorithm(
      name: "betweenness", prepare: { $0.prepareBothWays() },
      run: { work in
        let sums = try work.graph.betweenness(direction: work.direction, execution: work.execution)
        return { .vector(sums.values) }
      }),
    Algorithm(
      name: "betweenness256", prepare: { $0.prepareBothWays() },
      run: { work in
        let sums = try work.graph.betweenness(
          direction: work.direction, sources: work.spaced(256), execution: work.execution)
        return { .vector(sums.values) }
      }),
    Algorithm(
      name: "edge_betweenness", prepare: { $0.prepareBothWays() },
      run: { work in
        let sums = try work.graph.edgeBetweenness(direction: work.direction, execution: work.execution)
        return { .vector(sums) }
      }),
  ]
}
