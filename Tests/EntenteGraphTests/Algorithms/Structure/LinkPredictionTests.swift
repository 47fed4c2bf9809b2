import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct LinkPredictionTests {
  private func node(_ place: Int) -> NodeID { NodeID(rawValue: UInt32(place)) }

  @Test func measuresOfTwoNodesWithTwoNeighboursInCommon() throws {
    // 0 and 1 have 2, of degree 2, and 3, of degree 3, in common; 1 has 4 besides; 5 hangs on 3.
    let graph = try shape(6, [(0, 2), (1, 2), (0, 3), (1, 3), (1, 4), (3, 5), (0, 3), (1, 1)])
    func value(_ measure: NeighborhoodMeasure) -> Double { graph.similarity(measure, of: node(0), and: node(1)) }
    #expect(value(.commonNeighbors) == 2)
    #expect(value(.jaccard) == 2.0 / 3)
    let expected: Double = 1 / 0.6931471805599453 + 1 / 1.0986122886681098
    #expect(abs(value(.adamicAdar) - expected) < 1e-12)
    #expect(abs(value(.resourceAllocation) - 5.0 / 6) < 1e-12)
    #expect(value(.preferentialAttachment) == 6)
    #expect(abs(value(.cosine) - 2 / 6.0.squareRoot()) < 1e-12)
    #expect(value(.overlap) == 1)
  }

  @Test func nodesWithoutNeighboursAreLikeNone() throws {
    let graph = try shape(3, [(0, 1)])
    for measure in NeighborhoodMeasure.allCases {
      #expect(graph.similarity(measure, of: node(0), and: node(2)) == 0)
      #expect(graph.similarity(measure, of: node(2), and: node(2)) == 0)
      #expect(graph.similarity(measure, of: node(0), and: node(0)).isFinite)
    }
  }

  @Test func predictionsLeaveNeighboursOut() throws {
    let graph = try shape(7, [(0, 1), (0, 2), (1, 3), (2, 3), (1, 4), (1, 2), (2, 5)])
    let common = graph.predictedLinks(from: node(0), by: .commonNeighbors)
    #expect(common.map(\.node.index) == [3, 4, 5] && common.map(\.score) == [2, 1, 1])
    #expect(graph.predictedLinks(from: node(0), by: .commonNeighbors, limit: 1).map(\.node.index) == [3])
    #expect(graph.predictedLinks(from: node(0), by: .jaccard, limit: 0).isEmpty)
    let attached = graph.predictedLinks(from: node(0), by: .preferentialAttachment)
    #expect(attached.map(\.node.index) == [3, 4, 5, 6] && attached.map(\.score) == [4, 2, 2, 0])
    #expect(graph.predictedLinks(from: node(6), by: .cosine).isEmpty)
  }

  @Test(arguments: 0..<100 as Range<UInt64>, NeighborhoodMeasure.allCases)
  func agreesWithItsDefinition(seed: UInt64, measure: NeighborhoodMeasure) throws {
    let graph = try RandomTopology.make(seed: seed, density: Double(seed % 5) + 0.5)
    let has = graph.adjacency
    let degrees = has.map { row in Double(row.count { $0 }) }
    let pairs = graph.nodes.flatMap { left in graph.nodes.map { (left, $0) } }
    let scores = try graph.similarities(measure, of: pairs, execution: Execution(threads: 3))
    for ((left, right), score) in zip(pairs, scores) {
      let common = (0..<graph.nodeCount).filter { has[left.index][$0] && has[right.index][$0] }
      let (a, b) = (degrees[left.index], degrees[right.index])
      let size = Double(common.count)
      let expected: Double =
        switch measure {
        case .commonNeighbors: size
        case .jaccard: size > 0 ? size / (a + b - size) : 0
        case .adamicAdar: common.reduce(0) { $0 + (degrees[$1] > 1 ? 1 / naturalLogarithm(degrees[$1]) : 0) }
        case .resourceAllocation: common.reduce(0) { $0 + 1 / degrees[$1] }
        case .preferentialAttachment: a * b
        case .cosine: size > 0 ? size / (a * b).squareRoot() : 0
        case .overlap: size > 0 ? size / min(a, b) : 0
        }
      #expect(abs(score - expected) < 1e-9, "seed \(seed)")
      #expect(score == graph.similarity(measure, of: left, and: right), "seed \(seed)")
    }
    for left in graph.nodes {
      let far = graph.nodes.filter { right in
        let isTwoAway = (0..<graph.nodeCount).contains { has[left.index][$0] && has[right.index][$0] }
        return right != left && !has[left.index][right.index] && (isTwoAway || measure == .preferentialAttachment)
      }
      let ranked = far.map { (node: $0, score: scores[left.index * graph.nodeCount + $0.index]) }
        .sorted { $0.score != $1.score ? $0.score > $1.score : $0.node < $1.node }
      let predicted = graph.predictedLinks(from: left, by: measure, limit: .max)
      #expect(predicted.map(\.node) == ranked.map(\.node), "seed \(seed)")
      #expect(predicted.map(\.score) == ranked.map(\.score), "seed \(seed)")
    }
  }

  /// Rows of very different lengths are compared by looking up.
  @Test func longRowsAreLookedUp() throws {
    let graph = try shape(101, (2..<100).map { (0, $0) } + [(1, 5), (1, 50), (1, 100)])
    #expect(graph.similarity(.commonNeighbors, of: node(0), and: node(1)) == 2)
    #expect(graph.similarity(.jaccard, of: node(1), and: node(0)) == 2.0 / 99)
  }

  @Test func cancelledTaskStops() async throws {
    let graph = try shape(2, [(0, 1)])
    let pair = (node(0), node(1))
    let outcome = await cancelled { try graph.similarities(.jaccard, of: [pair]) }
    #expect(throws: CancellationError.self) { try outcome.get() }
  }

  /// By the series of artanh, which converges fast for small numbers.
  private func naturalLogarithm(_ value: Double) -> Double {
    let ratio: Double = (value - 1) / (value + 1)
    var sum = 0.0
    var power = ratio
    for term in 0..<400 {
      sum += power / Double(2 * term + 1)
      power *= ratio * ratio
    }
    return 2 * sum
  }
}
