import EntenteGraph
import EntenteTestSupport
import Foundation
import Testing

@Suite struct InfomapTests {
  private func topology(_ edges: [(Int, Int)], nodes: Int) throws -> Topology {
    try Topology(nodeCount: nodes, edges: edges.map { (source: $0.0, target: $0.1) })
  }

  private let triangles = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)]

  @Test func twoTriangles() throws {
    let graph = try topology(triangles, nodes: 6)
    let halves = Partition(NodeMap([0, 0, 0, 1, 1, 1]))
    #expect(try graph.infomapCommunities() == halves)
    // In one group: the entropy of strengths 2 2 3 3 2 2 of 14.
    let entropy = 4 * (1.0 / 7) * log2(7) + 2 * (3.0 / 14) * log2(14.0 / 3)
    #expect(abs(try graph.descriptionLength(of: Partition(whole: 6)) - entropy) < 1e-12)
    // In halves: the index codes 1 bit for 2/14 of the steps; each half uses 2 2 3 and 1 for leaving, of 8 in 14.
    let half = (2 * 2.0 / 8 * 2) + (3.0 / 8 * log2(8.0 / 3)) + (1.0 / 8 * 3)
    #expect(abs(try graph.descriptionLength(of: halves) - (2.0 / 14 + 2 * 8.0 / 14 * half)) < 1e-12)
  }

  @Test func edgeShapes() throws {
    #expect(try topology([], nodes: 0).infomapCommunities().count == 0)
    #expect(try topology([], nodes: 2).infomapCommunities().count == 2)
    #expect(try topology([(0, 0), (0, 0)], nodes: 1).infomapCommunities().count == 1)
    #expect(try topology([(0, 1), (1, 0)], nodes: 3).infomapCommunities().groups.values == [0, 0, 1])
    #expect(try topology([], nodes: 2).descriptionLength(of: Partition(whole: 2)) == 0)
    let graph = try topology([(0, 1)], nodes: 2)
    let nothing = try EdgeWeights(graph) { _ in 0 }
    #expect(try graph.infomapCommunities(weights: nothing).count == 2)
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try graph.infomapCommunities(weights: negative) }
    #expect(throws: GraphError.self) { try graph.infomapCommunities(iterations: 0) }
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func noMoveShortensTheDescription(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed)
    let weights = try RandomTopology.weights(graph, seed: seed)
    let found = try graph.infomapCommunities(weights: weights, iterations: 100, seed: seed)
    #expect(
      try graph.infomapCommunities(
        weights: weights, iterations: 100, seed: seed, execution: Execution(threads: 3)) == found, "seed \(seed)")
    let reached = try graph.descriptionLength(of: found, weights: weights)
    #expect(abs(reached - defined(graph, found, weights)) < 1e-9, "seed \(seed)")
    for node in graph.nodes {
      for other in graph.nodes where isJoined(graph, node, other, weights) {
        var moved = found.groups
        moved[node] = found[other]
        let length = try graph.descriptionLength(of: Partition(moved), weights: weights)
        #expect(length >= reached - 1e-6, "seed \(seed)")
      }
    }
  }

  private func isJoined(_ graph: Topology, _ one: NodeID, _ two: NodeID, _ weights: EdgeWeights) -> Bool {
    graph.edges.contains { edge in
      let ends = (graph.source(of: edge), graph.target(of: edge))
      return weights[edge] > 0 && (ends == (one, two) || ends == (two, one))
    }
  }

  /// The map equation as written: index codebook and module codebooks, each by its entropy.
  private func defined(_ graph: Topology, _ partition: Partition, _ weights: EdgeWeights) -> Double {
    var visits = [Double](repeating: 0, count: graph.nodeCount)
    var exits = [Double](repeating: 0, count: partition.count)
    for edge in graph.edges {
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      visits[source.index] += weights[edge]
      visits[target.index] += weights[edge]
      if partition.joins(source, target) { continue }
      exits[partition[source]] += weights[edge]
      exits[partition[target]] += weights[edge]
    }
    let total = visits.reduce(0, +)
    guard total > 0 else { return 0 }
    func entropy(_ parts: [Double]) -> Double {
      let sum = parts.reduce(0, +)
      return parts.reduce(0) { $1 > 0 ? $0 - $1 / sum * log2($1 / sum) : $0 }
    }
    var bits = exits.reduce(0, +) / total * entropy(exits)
    for (group, members) in partition.members.enumerated() {
      let parts = [exits[group]] + members.map { visits[$0.index] }
      bits += parts.reduce(0, +) / total * entropy(parts)
    }
    return bits
  }
}
