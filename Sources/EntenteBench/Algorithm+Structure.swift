import EntenteGraph

extension Algorithm {
  /// Components, cores, triangles and what else the shape of a graph tells.
  static let structure = [
    Algorithm(
      name: "wcc", prepare: { $0.graph.prepare(.incoming) },
      run: { work in
        let components = try work.graph.weakComponents(execution: work.execution)
        return { .labels(components.byNode.values) }
      }),
    Algorithm(
      name: "scc", prepare: { $0.graph.prepare(.incoming) },
      run: { work in
        let components = try work.graph.strongComponents(execution: work.execution)
        return { .labels(components.byNode.values) }
      }),
    Algorithm(
      name: "kcore", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let cores = work.graph.coreNumbers()
        return { .vector(cores.map(Double.init)) }
      }),
    Algorithm(
      name: "score", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let cores = try work.graph.coreStrengths(work.weights, execution: work.execution)
        return { .vector(cores.values) }
      }),
    Algorithm(
      name: "triangles", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let triangles = try work.graph.triangleCount(execution: work.execution)
        return { .numbers(["triangles": Double(triangles)]) }
      }),
    Algorithm(
      name: "global_cc", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let share = try work.graph.transitivity(execution: work.execution)
        return { .numbers(["cc": share]) }
      }),
    Algorithm(
      name: "local_cc", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let shares = try work.graph.localClustering(execution: work.execution)
        return { .vector(shares.values) }
      }),
    Algorithm(
      name: "bridges", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let bridges = work.graph.bridges()
        return { .numbers(["bridges": Double(bridges.count)]) }
      }),
    Algorithm(
      name: "artic", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let points = work.graph.articulationPoints()
        return { .numbers(["artic": Double(points.count)]) }
      }),
    Algorithm(
      name: "bicomp", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let components = work.graph.biconnectedComponents()
        return { .numbers(["bicomps": Double(components.count)]) }
      }),
  ]
}
