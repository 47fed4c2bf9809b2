import EntenteGraph

/// What can be timed: a name, the work, and a checksum of its result.
///
/// Names, sources, targets, weights and tolerances are those that scripts of other libraries use, so that the
/// same work is compared. The registry is divided by family into the files `Algorithm+Family.swift`.
struct Algorithm: Sendable {
  /// The name on the command line.
  var name: String
  /// What must be there before the clock starts: rows, weights.
  var prepare: @Sendable (Workload) throws -> Void = { _ in }
  /// The work, and how its result becomes a checksum; only the work is timed.
  var run: @Sendable (Workload) throws -> @Sendable () throws -> Answer

  static let all: [Algorithm] = basic + structure + paths + flow + centrality + communities
}

extension Algorithm {
  fileprivate static let basic = [
    Algorithm(
      name: "degree",
      run: { work in
        let degrees = work.graph.degrees(work.direction)
        return { .vector(degrees.map(Double.init)) }
      }),
    Algorithm(
      name: "bfs", prepare: { $0.prepareBothWays() },
      run: { work in
        let steps = try work.graph.steps(
          from: work.source.map { [$0] } ?? [], direction: work.direction, execution: work.execution)
        return { .distances(work.graph.nodes.map { steps[$0].map(Double.init) ?? -1 }) }
      }),
    Algorithm(
      name: "shortest_path", prepare: { $0.prepareBothWays() },
      run: { work in
        guard let source = work.source, let target = work.target else { return { .numbers([:]) } }
        let path = work.graph.shortestPath(from: source, to: target, direction: work.direction)
        return { .numbers(path.map { ["length": Double($0.length)] } ?? [:]) }
      }),
    Algorithm(
      name: "pagerank", prepare: { $0.prepareBothWays() },
      run: { work in
        let ranks = try work.graph.pageRank(
          PageRankOptions(tolerance: 1e-8, direction: work.direction), execution: work.execution)
        return { .vector(ranks.values) }
      }),
    Algorithm(
      name: "ppr", prepare: { $0.prepareBothWays() },
      run: { work in
        var restart = NodeMap([Double](repeating: 0, count: work.graph.nodeCount))
        if let source = work.source { restart[source] = 1 }
        let ranks = try work.graph.pageRank(
          PageRankOptions(tolerance: 1e-8, direction: work.direction), restart: restart, execution: work.execution)
        return { .vector(ranks.values) }
      }),
  ]
}

extension Algorithm {
  /// The name under which the reading of the file is timed.
  static let loading = "load_tsv"

  static var names: [String] { [loading] + all.map(\.name) }

  static func named(_ name: String) -> Algorithm? { all.first { $0.name == name } }
}
