@testable import EntenteGraph
import EntenteTestSupport
import Testing

/// Louvain and Leiden.
@Suite struct LouvainTests {
  enum Algorithm: CaseIterable {
    case louvain
    case leiden

    func run(
      _ graph: Topology, _ options: CommunityOptions = CommunityOptions(), weights: EdgeWeights? = nil, threads: Int = 1
    ) throws -> Partition {
      let execution = Execution(threads: threads)
      return switch self {
      case .louvain: try graph.louvainCommunities(options, weights: weights, execution: execution)
      case .leiden: try graph.leidenCommunities(options, weights: weights, execution: execution)
      }
    }
  }

  private func topology(_ edges: [(Int, Int)], nodes: Int) throws -> Topology {
    try Topology(nodeCount: nodes, edges: edges.map { (source: $0.0, target: $0.1) })
  }

  /// Cliques in a ring, each joined to the next by one edge.
  private func ring(cliques: Int, of size: Int) throws -> Topology {
    var edges: [(Int, Int)] = []
    for clique in 0..<cliques {
      for one in 0..<size {
        for two in 0..<one { edges.append((clique * size + two, clique * size + one)) }
      }
      edges.append((clique * size, (clique + 1) % cliques * size + 1))
    }
    return try topology(edges, nodes: cliques * size)
  }

  @Test(arguments: Algorithm.allCases, 1...10 as ClosedRange<UInt64>)
  func cliquesInARingAreFound(algorithm: Algorithm, seed: UInt64) throws {
    let found = try algorithm.run(ring(cliques: 5, of: 4), CommunityOptions(seed: seed))
    #expect(found == Partition(NodeMap((0..<20).map { $0 / 4 })))
  }

  @Test(arguments: Algorithm.allCases) func resolutionLimitIsLeftBehindByConstantPotts(algorithm: Algorithm) throws {
    // Thirty cliques of five: modularity joins neighbours in pairs, the constant Potts model does not.
    let graph = try ring(cliques: 30, of: 5)
    let byModularity = try algorithm.run(graph)
    #expect(byModularity.count < 30)
    let options = CommunityOptions(objective: .constantPotts, resolution: 0.5)
    #expect(try algorithm.run(graph, options) == Partition(NodeMap((0..<150).map { $0 / 5 })))
    #expect(try algorithm.run(graph, CommunityOptions(resolution: 4)).count == 30)
  }

  @Test(arguments: Algorithm.allCases) func edgeShapes(algorithm: Algorithm) throws {
    #expect(try algorithm.run(topology([], nodes: 0)).count == 0)
    #expect(try algorithm.run(topology([], nodes: 1)).count == 1)
    #expect(try algorithm.run(topology([(0, 0), (0, 0), (0, 0)], nodes: 1)).count == 1)
    #expect(try algorithm.run(topology([(0, 1)], nodes: 3)).groups.values == [0, 0, 1])
    #expect(try algorithm.run(topology([(0, 1), (0, 1), (1, 0)], nodes: 2)).count == 1)
    #expect(try algorithm.run(topology([(0, 1), (2, 3)], nodes: 4)).groups.values == [0, 0, 1, 1])
  }

  @Test(arguments: Algorithm.allCases) func heavyEdgesTie(algorithm: Algorithm) throws {
    let graph = try topology([(0, 1), (1, 2), (2, 3), (3, 0)], nodes: 4)
    // The edges in the order of source and target: 0-1, 1-2, 2-3, 3-0.
    let weights = try EdgeWeights(graph) { $0.index % 2 == 0 ? 1.5 : 10.25 }
    #expect(try algorithm.run(graph, weights: weights).groups.values == [0, 1, 1, 0])
    let nothing = try EdgeWeights(graph) { _ in 0 }
    #expect(try algorithm.run(graph, weights: nothing).count == 4)
  }

  @Test(arguments: Algorithm.allCases) func parallelEdgesWithoutWeightAreNone(algorithm: Algorithm) throws {
    // Six edges of weight 0 between two nodes: more places than nodes, none of which adds anything.
    let graph = try topology([(0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (1, 2)], nodes: 3)
    let weights = try EdgeWeights(graph) { $0.index == 6 ? 1 : 0 }
    #expect(try algorithm.run(graph, weights: weights).groups.values == [0, 1, 1])
  }

  @Test(arguments: Algorithm.allCases) func wrongArgumentsAreRefused(algorithm: Algorithm) throws {
    let graph = try topology([(0, 1)], nodes: 2)
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try algorithm.run(graph, weights: negative) }
    #expect(throws: GraphError.self) { try algorithm.run(graph, CommunityOptions(resolution: -0.5)) }
    #expect(throws: GraphError.self) { try algorithm.run(graph, CommunityOptions(start: Partition(whole: 3))) }
    let error = #expect(throws: GraphError.self) { try algorithm.run(graph, CommunityOptions(iterations: 0)) }
    #expect(error?.message == "0 iterations are asked for, and at least 1 is needed")
  }

  @Test(arguments: Algorithm.allCases, 0..<60 as Range<UInt64>)
  func noNodeGainsByMoving(algorithm: Algorithm, seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed)
    let weights = try RandomTopology.weights(graph, seed: seed)
    for (objective, resolution) in [(CommunityObjective.modularity, 0.8), (.constantPotts, 2.0)] {
      let options = CommunityOptions(objective: objective, resolution: resolution, iterations: 50, seed: seed)
      let found = try algorithm.run(graph, options, weights: weights)
      func quality(_ partition: Partition) throws -> Double {
        objective == .modularity
          ? try graph.modularity(of: partition, weights: weights, resolution: resolution)
          : try graph.constantPottsQuality(of: partition, weights: weights, resolution: resolution)
      }
      let reached = try quality(found)
      #expect(try reached >= quality(Partition(singletons: graph.nodeCount)) - 1e-9, "seed \(seed)")
      for node in graph.nodes {
        for group in 0..<found.count {
          var moved = found.groups
          moved[node] = group
          #expect(try quality(Partition(moved)) <= reached + 1e-6 * max(1, abs(reached)), "seed \(seed)")
        }
      }
      guard graph.nodeCount <= 6 else { continue }
      let best = try bestQuality(graph.nodeCount, quality)
      #expect(reached <= best + 1e-9, "seed \(seed)")
      #expect(reached >= best - 0.15 * max(abs(best), 1), "seed \(seed)")
    }
  }

  /// The best of all divisions.
  private func bestQuality(_ count: Int, _ quality: (Partition) throws -> Double) rethrows -> Double {
    var best = try quality(Partition(whole: count))
    var labels = Array(repeating: 0, count: count)
    func assign(_ node: Int, _ used: Int) throws {
      if node == count {
        best = max(best, try quality(Partition(NodeMap(labels))))
        return
      }
      for label in 0...min(used, count - 1) {
        labels[node] = label
        try assign(node + 1, max(used, label + 1))
      }
    }
    try assign(0, 0)
    return best
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func leidenCommunitiesHangTogether(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 40, density: 1.3)
    let found = try graph.leidenCommunities(CommunityOptions(seed: seed))
    for members in found.members {
      var met: Set<NodeID> = [members[0]]
      var queue = [members[0]]
      while let node = queue.popLast() {
        let neighbors =
          graph.outgoingEdges(of: node).map { graph.target(of: $0) }
          + graph.incomingEdges(of: node).map { graph.source(of: $0) }
        for neighbor in neighbors where found.joins(node, neighbor) && met.insert(neighbor).inserted {
          queue.append(neighbor)
        }
      }
      #expect(met.count == members.count, "seed \(seed)")
    }
  }

  @Test(arguments: Algorithm.allCases, 0..<20 as Range<UInt64>)
  func resultDependsOnTheSeedAlone(algorithm: Algorithm, seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 60, density: 3)
    let options = CommunityOptions(seed: seed)
    let found = try algorithm.run(graph, options)
    #expect(try algorithm.run(graph, options, threads: 3) == found, "seed \(seed)")
    let ones = try EdgeWeights(graph) { _ in 1 }
    #expect(try algorithm.run(graph, options, weights: ones) == found, "seed \(seed)")
    let halves = try EdgeWeights(graph) { _ in 0.5 }
    #expect(try algorithm.run(graph, options, weights: halves) == found, "seed \(seed)")
  }

  @Test(arguments: Algorithm.allCases, 0..<40 as Range<UInt64>)
  func startIsNeverMadeWorse(algorithm: Algorithm, seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 30)
    var random = SeededGenerator(seed: seed)
    let start = Partition(NodeMap(graph.nodes.map { _ in Int.random(in: 0..<4, using: &random) }))
    for direction in [Direction.both, .outgoing] {
      let options = CommunityOptions(direction: direction, start: start, seed: seed)
      let found = try algorithm.run(graph, options)
      let before = try graph.modularity(of: start, direction: direction)
      #expect(try graph.modularity(of: found, direction: direction) >= before - 1e-9, "seed \(seed)")
    }
  }

  /// Large enough for nodes to choose many at a time.
  @Test(arguments: Algorithm.allCases) func largeGraphsFollowTheLawsToo(algorithm: Algorithm) throws {
    var random = SeededGenerator(seed: 5)
    let edges = (0..<70_000).map { _ -> (Int, Int) in
      let home = Int.random(in: 0..<600, using: &random)
      let other = Int.random(in: 0..<4, using: &random) > 0 ? home : Int.random(in: 0..<600, using: &random)
      return (home + 600 * Int.random(in: 0..<40, using: &random), other + 600 * Int.random(in: 0..<40, using: &random))
    }
    let graph = try topology(edges, nodes: 24_000)
    let found = try algorithm.run(graph)
    for threads in 2...3 { #expect(try algorithm.run(graph, threads: threads) == found) }
    let planted = Partition(NodeMap(graph.nodes.map { $0.index % 600 }))
    #expect(try graph.modularity(of: found) > graph.modularity(of: planted))
    #expect(try found.comparison(with: planted).normalizedMutualInformation > 0.8)
  }

  @Test(arguments: Algorithm.allCases, 0..<40 as Range<UInt64>)
  func numberingByDegreeKeepsTheGraph(algorithm: Algorithm, seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 60, density: 4)
    let weights = seed % 2 == 0 ? try RandomTopology.weights(graph, seed: seed) : nil
    for direction in [Direction.both, .outgoing] {
      let start = try algorithm.run(graph, CommunityOptions(direction: direction, seed: seed + 1), weights: weights)
      let options = CommunityOptions(direction: direction, start: start, seed: seed)
      let base = CommunityBase(graph, options, weights: weights, leastRankedPlaces: 0)
      defer { base.deallocate() }
      let found = try base.search(options, isRefining: algorithm == .leiden, Execution())
      let before = try graph.modularity(of: start, weights: weights, direction: direction)
      #expect(
        try graph.modularity(of: found, weights: weights, direction: direction) >= before - 1e-9, "seed \(seed)")
    }
  }

  @Test(arguments: Algorithm.allCases) func directedCyclesAreFound(algorithm: Algorithm) throws {
    let graph = try topology(
      [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (6, 7), (7, 4), (0, 4)], nodes: 8)
    let found = try algorithm.run(graph, CommunityOptions(direction: .outgoing))
    #expect(found == Partition(NodeMap([0, 0, 0, 0, 1, 1, 1, 1])))
  }

  @Test(arguments: Algorithm.allCases) func cancelledTaskStops(algorithm: Algorithm) async throws {
    let graph = try ring(cliques: 300, of: 20)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try algorithm.run(graph)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
