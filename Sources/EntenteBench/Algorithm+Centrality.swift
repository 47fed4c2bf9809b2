import EntenteGraph

extension Algorithm {
  /// Who matters: by ways that pass, by nearness, by neighbours' importance.
  static let centrality =
    [
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
      Algorithm(
        name: "closeness", prepare: { $0.prepareBothWays() },
        run: { work in
          let values = try work.graph.closeness(direction: work.direction, execution: work.execution)
          return { .vector(values.values) }
        }),
      Algorithm(
        name: "harmonic", prepare: { $0.prepareBothWays() },
        run: { work in
          let values = try work.graph.harmonicCloseness(direction: work.direction, execution: work.execution)
          return { .vector(values.values) }
        }),
      Algorithm(
        name: "topharmonic10", prepare: { $0.prepareBothWays() },
        run: { work in
          let best = try work.graph.topHarmonicCloseness(
            limit: 10, direction: work.direction, execution: work.execution)
          return { .list("top", best.map(\.node.index)) }
        }),
      Algorithm(
        name: "msbfs64", prepare: { $0.prepareBothWays() },
        run: { work in
          let steps = try work.graph.steps(
            fromEach: work.spaced(64), direction: work.direction, execution: work.execution)
          return { .distances(steps.flatMap { $0.steps.map { $0.map(Double.init) ?? -1 } }) }
        }),
      Algorithm(
        name: "kadabra", prepare: { $0.prepareBothWays() },
        run: { work in
          let sampled = try work.graph.sampledBetweenness(
            error: 0.01, failure: 0.1, direction: work.direction, execution: work.execution)
          return { .vector(sampled.shares.values) }
        }),
      Algorithm(
        name: "constraint", prepare: { $0.graph.prepare(.both) },
        run: { work in
          let values = try work.graph.constraint(execution: work.execution)
          return { .vector(values.values) }
        }),
    ] + iterated

  private static let iterated = [
    Algorithm(
      name: "eigenvector", prepare: { $0.prepareBothWays() },
      run: { work in
        let values = try work.graph.eigenvectorCentrality(
          IterationOptions(tolerance: 1e-8), direction: work.direction, execution: work.execution)
        return { .vector(values.values) }
      }),
    Algorithm(
      name: "katz", prepare: { $0.prepareBothWays() },
      run: { work in
        let values = try work.graph.katzCentrality(
          IterationOptions(tolerance: 1e-8), direction: work.direction, execution: work.execution)
        return { .vector(values.values) }
      }),
    Algorithm(
      name: "hits", prepare: { $0.prepareBothWays() },
      run: { work in
        let values = try work.graph.hubsAndAuthorities(execution: work.execution)
        return { .vector(values.hubs.values) }
      }),
  ]
}
