import EntenteGraph

extension Algorithm {
  static let flow = [
    Algorithm(name: "maxflow", prepare: prepareCapacities) { work in
      guard let source = work.source, let target = work.target else { return { .numbers([:]) } }
      let flow = try work.graph.maximumFlow(
        from: source, to: target, capacities: work.weights, direction: work.direction, execution: work.execution)
      return { .numbers(["flow": flow.value]) }
    },
    Algorithm(name: "minimum_cut", prepare: prepareCapacities) { work in
      guard let source = work.source, let target = work.target else { return { .numbers([:]) } }
      let cut = try work.graph.minimumCut(
        from: source, to: target, capacities: work.weights, direction: work.direction, execution: work.execution)
      return { .numbers(["weight": cut.weight, "edges": Double(cut.edges.count)]) }
    },
    Algorithm(name: "mincut_global", prepare: prepareCapacities) { work in
      let cut = try work.graph.globalMinimumCut(weights: work.weights, execution: work.execution)
      return { .numbers(cut.map { ["cut": $0.weight] } ?? [:]) }
    },
  ]

  /// Makes the rows both ways with the capacities beside them, as loading a network does.
  @Sendable private static func prepareCapacities(_ work: Workload) throws {
    work.graph.prepare(.both)
    if let source = work.source, let target = work.target, source != target {
      _ = try work.graph.maximumFlow(
        from: source, to: target, capacities: work.weights, direction: work.direction, execution: work.execution)
    }
  }
}
