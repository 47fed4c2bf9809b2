import EntenteGraph

/// What can be timed on a graph with times.
struct TemporalAlgorithm: Sendable {
  /// The name on the command line.
  var name: String
  /// What must be there before the clock starts.
  var prepare: @Sendable (TemporalWorkload) throws -> Void = { $0.graph.prepareTimes() }
  /// The work, and how its result becomes a checksum; only the work is timed.
  var run: @Sendable (TemporalWorkload) throws -> @Sendable () throws -> Answer
}

/// A graph with times and the choices that other libraries' scripts make for it.
struct TemporalWorkload: Sendable {
  var graph: TemporalGraph
  var execution: Execution
  /// The node with the most contacts, of equals the lowest.
  var source: NodeID
}

extension TemporalAlgorithm {
  static func named(_ name: String) -> TemporalAlgorithm? { all.first { $0.name == name } }

  /// The number of nodes reached, and the sum of a measure over them.
  private static func sum(_ paths: TemporalPaths) -> Answer {
    let measures = paths.measures.values.compactMap { $0 }
    return .numbers(["reached": Double(measures.count), "sum": Double(measures.reduce(0, +))])
  }

  static let all = [
    TemporalAlgorithm(
      name: "earliest_arrival",
      run: { work in
        let paths = work.graph.earliestArrivals(from: work.source)
        return { sum(paths) }
      }),
    TemporalAlgorithm(
      name: "latest_departure",
      prepare: { _ = $0.graph.latestDepartures(to: $0.source) },
      run: { work in
        let paths = work.graph.latestDepartures(to: work.source)
        return { sum(paths) }
      }),
    TemporalAlgorithm(
      name: "min_durations",
      run: { work in
        let paths = work.graph.fastestPaths(from: work.source)
        return { sum(paths) }
      }),
    TemporalAlgorithm(
      name: "min_hops",
      run: { work in
        let paths = work.graph.fewestSteps(from: work.source)
        return { sum(paths) }
      }),
    TemporalAlgorithm(
      name: "min_transition",
      run: { work in
        let paths = work.graph.shortestPaths(from: work.source)
        return { sum(paths) }
      }),
    TemporalAlgorithm(
      name: "reach_counts",
      run: { work in
        let counts = try work.graph.reachCounts(execution: work.execution)
        return { .vector(counts.map(Double.init)) }
      }),
    TemporalAlgorithm(
      name: "temporal_closeness_Earliest_Arrival",
      run: { work in
        let closeness = try work.graph.temporalCloseness(execution: work.execution)
        return { .vector(closeness.values) }
      }),
    TemporalAlgorithm(
      name: "temporal_closeness_Fastest",
      run: { work in
        let closeness = try work.graph.temporalCloseness(.fastest, execution: work.execution)
        return { .vector(closeness.values) }
      }),
    TemporalAlgorithm(
      name: "temporal_betweenness",
      run: { work in
        let betweenness = try work.graph.temporalBetweenness(execution: work.execution)
        return { .vector(betweenness.values) }
      }),
    TemporalAlgorithm(
      name: "rolling30_step7_edgecount",
      run: { work in
        let counts = try work.graph.rollingContactCounts(window: 30, step: 7)
        return { .numbers(["windows": Double(counts.count), "sum": Double(counts.reduce(0, +))]) }
      }),
    TemporalAlgorithm(
      name: "rolling30_step7_wcc",
      run: { work in
        let components = try work.graph.rollingComponents(window: 30, step: 7)
        return {
          .numbers([
            "windows": Double(components.count), "components": Double(components.reduce(0) { $0 + $1.componentCount }),
            "largest": Double(components.reduce(0) { $0 + $1.largestSize }),
          ])
        }
      }),
    TemporalAlgorithm(
      name: "rolling30_step7_pagerank",
      run: { work in
        let windows = try work.graph.rollingPageRank(window: 30, step: 7, PageRankOptions(tolerance: 1e-6))
        return {
          .numbers([
            "windows": Double(windows.count), "rounds": Double(windows.reduce(0) { $0 + $1.rounds }),
            "greatest": windows.reduce(0) { $0 + ($1.ranks.max() ?? 0) },
          ])
        }
      }),
    TemporalAlgorithm(
      name: "motif3_delta7",
      run: { work in
        let counts = try work.graph.temporalMotifs(within: 7, execution: work.execution)
        return {
          .numbers([
            "sum": Double(counts.total), "pairs": Double(counts.pairs), "stars": Double(counts.stars),
            "triangles": Double(counts.triangles),
          ])
        }
      }),
  ]
}
