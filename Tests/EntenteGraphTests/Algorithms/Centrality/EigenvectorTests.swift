import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct EigenvectorTests {
  @Test func starIsHalfItsHub() throws {
    let star = try Topology(5, [(0, 1), (0, 2), (0, 3), (0, 4)])
    let half = 0.5.squareRoot()
    let leaf = 0.125.squareRoot()
    #expect(areClose(try star.eigenvectorCentrality(direction: .both).values, [half, leaf, leaf, leaf, leaf]))
  }

  @Test func importanceFlowsAlongEdges() throws {
    // A circle 0 1 2 with a way out to 3 and a way in from 4; all of the circle is worth the same.
    let graph = try Topology(5, [(0, 1), (1, 2), (2, 0), (0, 3), (4, 0)])
    let half = 0.5
    #expect(areClose(try graph.eigenvectorCentrality().values, [half, half, half, half, 0]))
    #expect(areClose(try graph.eigenvectorCentrality(direction: .incoming).values, [half, half, half, 0, half]))
  }

  @Test func graphsWithoutCirclesHaveNone() throws {
    #expect(try Topology(0, []).eigenvectorCentrality().isEmpty)
    #expect(try Topology(3, [(0, 1), (1, 2)]).eigenvectorCentrality().values == [0, 0, 0])
    #expect(try Topology(2, []).eigenvectorCentrality(direction: .both).values == [0, 0])
    let loop = try Topology(2, [(0, 0)])
    #expect(try loop.eigenvectorCentrality().values == [1, 0])
    #expect(try loop.eigenvectorCentrality(direction: .both).values == [1, 0])
    let nothing = try EdgeWeights(loop) { _ in 0 }
    #expect(try loop.eigenvectorCentrality(weights: nothing).values == [0, 0])
  }

  @Test func optionsAndWeightsAreChecked() throws {
    let graph = try Topology(2, [(0, 1), (1, 0)])
    let error = #expect(throws: GraphError.self) {
      try graph.eigenvectorCentrality(IterationOptions(tolerance: 0))
    }
    #expect(error?.message == "the tolerance is 0.0, and it is a number greater than 0")
    #expect(throws: GraphError.self) { try graph.katzCentrality(IterationOptions(maximumRounds: 0)) }
    let negative = try EdgeWeights(graph) { _ in -1 }
    #expect(throws: GraphError.self) { try graph.hubsAndAuthorities(weights: negative) }
    #expect(throws: GraphError.self) { try graph.katzCentrality(attenuation: -0.1) }
  }

  @Test func tooFewRoundsAreSaid() throws {
    let path = try Topology(40, (0..<39).map { ($0, $0 + 1) })
    let error = #expect(throws: GraphError.self) {
      try path.eigenvectorCentrality(IterationOptions(maximumRounds: 2), direction: .both)
    }
    #expect(error?.code == .noConvergence)
    #expect(
      error?.message
        == "eigenvector centrality still moved after 2 rounds; allow more rounds or a larger tolerance than "
        + "1e-10")
  }

  @Test func tooLargeAttenuationIsSaid() throws {
    let pair = try Topology(2, [(0, 1)])
    let error = #expect(throws: GraphError.self) { try pair.katzCentrality(attenuation: 1.5, direction: .both) }
    #expect(error?.code == .noConvergence)
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func undirectedVectorIsThatOfPowerIteration(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 2)
    let weights = try RandomTopology.weights(graph, seed: seed)
    let plain = try graph.eigenvectorCentrality(direction: .both)
    let weighted = try graph.eigenvectorCentrality(direction: .both, weights: weights)
    #expect(residual(graph, .both, plain.values) { _ in 1 } < 1e-9, "seed \(seed)")
    #expect(residual(graph, .both, weighted.values) { weights[$0] } < 1e-9, "seed \(seed)")
    #expect(plain.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func vectorOfAConnectedDirectedGraphIsAnEigenvector(seed: UInt64) throws {
    let random = try RandomTopology.make(seed: seed, nodes: 14, density: 2)
    guard random.nodeCount > 0 else { return }
    // A circle through all nodes makes the vector unique and positive.
    let circle = random.nodes.map { ($0.index, ($0.index + 1) % random.nodeCount) }
    let edges = random.edges.map { (random.source(of: $0).index, random.target(of: $0).index) } + circle
    let graph = try Topology(random.nodeCount, edges)
    for direction in [Direction.outgoing, .incoming] {
      let vector = try graph.eigenvectorCentrality(direction: direction)
      #expect(residual(graph, direction, vector.values) { _ in 1 } < 1e-9, "seed \(seed)")
      #expect(vector.allSatisfy { $0 > 0 }, "seed \(seed)")
      #expect(try graph.eigenvectorCentrality(direction: direction, execution: Execution(threads: 3)) == vector)
    }
  }

  @Test func hubsLeadToAuthorities() throws {
    let graph = try Topology(4, [(0, 2), (0, 3), (1, 3)])
    let (hubs, authorities) = try graph.hubsAndAuthorities()
    // Hubs: the vector of [[2, 1], [1, 1]], whose values are the golden ratio apart.
    let golden = (1 + 5.0.squareRoot()) / 2
    let long = golden / (1 + golden * golden).squareRoot()
    let short = 1 / (1 + golden * golden).squareRoot()
    #expect(areClose(hubs.values, [long, short, 0, 0]))
    #expect(areClose(authorities.values, [0, 0, short, long]))
    let (none, nobody) = try Topology(2, []).hubsAndAuthorities()
    #expect(none.values == [0, 0] && nobody.values == [0, 0])
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func hubsAndAuthoritiesNameEachOther(seed: UInt64) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 2)
    let (hubs, authorities) = try graph.hubsAndAuthorities(IterationOptions(tolerance: 1e-12))
    guard graph.edgeCount > 0 else { return }
    #expect(
      areClose(authorities.values, unit(product(graph, .outgoing, hubs.values) { _ in 1 }), within: 1e-6),
      "seed \(seed)")
    #expect(areClose(hubs.values, unit(product(graph, .incoming, authorities.values) { _ in 1 })), "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>, Direction.allCases)
  func katzSolvesItsEquations(seed: UInt64, direction: Direction) throws {
    let graph = try RandomTopology.make(seed: seed, nodes: 14, density: 2)
    let weights = try RandomTopology.weights(graph, seed: seed)
    let plain = try graph.katzCentrality(IterationOptions(tolerance: 1e-13), direction: direction)
    let greatest = graph.degrees().max() ?? 0
    #expect(
      areClose(plain.values, katz(graph, direction, greatest > 0 ? 0.5 / Double(greatest) : 0) { _ in 1 }),
      "seed \(seed)")
    let weighted = try graph.katzCentrality(
      attenuation: 0.001, IterationOptions(tolerance: 1e-13), direction: direction, weights: weights)
    #expect(areClose(weighted.values, katz(graph, direction, 0.001) { weights[$0] }), "seed \(seed)")
  }

  /// By adding up walks of each length.
  private func katz(
    _ graph: Topology, _ direction: Direction, _ attenuation: Double, _ weight: (EdgeID) -> Double
  ) -> [Double] {
    var walks = [Double](repeating: 1, count: graph.nodeCount)
    var sums = walks
    for _ in 0..<60 {
      walks = product(graph, direction, walks, weight).map { attenuation * $0 }
      for node in sums.indices { sums[node] += walks[node] }
    }
    return unit(sums)
  }

  /// What each node gets along its edges.
  private func product(
    _ graph: Topology, _ direction: Direction, _ values: [Double], _ weight: (EdgeID) -> Double
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: values.count)
    for edge in graph.edges {
      let (source, target) = (graph.source(of: edge).index, graph.target(of: edge).index)
      if direction != .incoming { sums[target] += weight(edge) * values[source] }
      if direction != .outgoing { sums[source] += weight(edge) * values[target] }
    }
    return sums
  }

  private func unit(_ values: [Double]) -> [Double] {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? values.map { $0 / length } : values
  }

  /// How far a vector of length 1 is from an eigenvector of the greatest eigenvalue, as a share of that.
  private func residual(
    _ graph: Topology, _ direction: Direction, _ vector: [Double], _ weight: (EdgeID) -> Double
  ) -> Double {
    var power = unit([Double](repeating: 1, count: vector.count))
    // A share of itself keeps the power from turning back and forth.
    for _ in 0..<900 { power = unit(zip(product(graph, direction, power, weight), power).map { $0 + 0.5 * $1 }) }
    let sums = product(graph, direction, power, weight)
    let greatest = zip(sums, power).reduce(0) { $0 + $1.0 * $1.1 }
    guard greatest > 1e-9 else { return vector.reduce(0, +) }
    let image = product(graph, direction, vector, weight)
    return zip(image, vector).reduce(0) { max($0, abs($1.0 - greatest * $1.1)) } / greatest
  }
}
