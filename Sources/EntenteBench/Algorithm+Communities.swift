import EntenteGraph

extension Algorithm {
  static let communities = [
    Algorithm(
      name: "louvain", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let found = try work.graph.louvainCommunities(execution: work.execution)
        return { try .communities(found, work.graph) }
      }),
    Algorithm(
      name: "leiden", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let found = try work.graph.leidenCommunities(execution: work.execution)
        return { try .communities(found, work.graph) }
      }),
    Algorithm(
      name: "labelprop", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let found = try work.graph.labelPropagationCommunities(execution: work.execution)
        return { try .communities(found, work.graph) }
      }),
    Algorithm(
      name: "cdlp", prepare: { $0.graph.prepare(.both) },
      run: { work in
        let found = try work.graph.communityDetectionByLabelPropagation(rounds: 10, execution: work.execution)
        return { .labels(found.map(\.index)) }
      }),
  ]
}

extension Answer {
  /// The groups and their modularity with six decimals.
  fileprivate static func communities(_ found: Partition, _ graph: Topology) throws -> Answer {
    let quality = try graph.modularity(of: found)
    return .labels(Array(found.groups), ["Q": (quality * 1e6).rounded() / 1e6])
  }
}
