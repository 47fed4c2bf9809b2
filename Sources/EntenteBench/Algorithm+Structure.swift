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
    Algorithm(
      name: "topological", prepare: { $0.graph.prepare(.incoming) },
      run: { work in
        let order = work.graph.topologicalOrder()
        return { .numbers(["nodes": Double(order?.count ?? 0)]) }
      }),
    Algorithm(
      name: "cycle", prepare: { $0.prepareBothWays() },
      run: { work in
        let cycle = work.graph.cycle(work.direction)
        return { .numbers(["length": Double(cycle?.length ?? 0)]) }
      }),
    Algorithm(
      name: "bipartition", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let bipartition = work.graph.bipartition()
        return { .numbers(["bipartite": bipartition.isBipartite ? 1 : 0]) }
      }),
    Algorithm(
      name: "cliques", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let count = try work.graph.maximalCliqueCount(execution: work.execution)
        return { .numbers(["cliques": Double(count)]) }
      }),
    Algorithm(
      name: "triads", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let census = try work.graph.triadCensus(execution: work.execution)
        return {
          .numbers(Dictionary(uniqueKeysWithValues: TriadType.allCases.map { ($0.rawValue, Double(census[$0])) }))
        }
      }),
    Algorithm(
      name: "motifs", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let counts = try work.graph.motifCounts(execution: work.execution)
        return {
          .numbers([
            "path3": Double(counts.paths3), "triangle": Double(counts.triangles), "path4": Double(counts.paths4),
            "star4": Double(counts.stars4), "cycle4": Double(counts.cycles4), "paw": Double(counts.paws),
            "diamond": Double(counts.diamonds), "clique4": Double(counts.cliques4),
          ])
        }
      }),
    Algorithm(
      name: "link_prediction", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let links = work.spaced(64).flatMap { work.graph.predictedLinks(from: $0, by: .adamicAdar) }
        return { .numbers(["links": Double(links.count), "sum": links.reduce(0) { $0 + $1.score }]) }
      }),
    Algorithm(
      name: "jaccard", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let pairs = work.graph.edges.map { (work.graph.source(of: $0), work.graph.target(of: $0)) }
        let values = try work.graph.similarities(.jaccard, of: pairs, execution: work.execution)
        return { .numbers(["sum": values.reduce(0, +)]) }
      }),
    Algorithm(
      name: "simrank", prepare: { $0.prepareBothWays() },
      run: { work in
        let direction: Direction = work.isDirected ? .incoming : .both
        let similarities = try work.graph.simRank(direction: direction, execution: work.execution)
        return { .vector(work.source.map { similarities.similarities(of: $0).values } ?? []) }
      }),
  ]
}
