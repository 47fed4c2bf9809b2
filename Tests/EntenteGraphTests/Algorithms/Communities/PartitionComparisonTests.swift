import EntenteGraph
import EntenteTestSupport
import Foundation
import Testing

@Suite struct PartitionComparisonTests {
  @Test func workedExample() throws {
    // The contingency table is 2 0 / 1 1: one pair is together in both, one in the first alone beside it.
    let left = Partition(NodeMap([0, 0, 1, 1]))
    let right = Partition(NodeMap([0, 0, 0, 1]))
    let result = try left.comparison(with: right)
    let information = 0.5 * log(4.0 / 3) + 0.25 * log(2.0 / 3) + 0.25 * log(2.0)
    #expect(abs(result.mutualInformation - information) < 1e-12)
    #expect(abs(result.entropy - log(2)) < 1e-12)
    #expect(abs(result.otherEntropy - (0.75 * log(4.0 / 3) + 0.25 * log(4))) < 1e-12)
    // 1 pair in common, 2 and 3 pairs of 6: expected 1, at most 2.5.
    #expect(result.adjustedRandIndex == 0)
    #expect(result.normalizedMutualInformationByMaximum < result.normalizedMutualInformation)
    #expect(abs(result.normalizedMutualInformationByMaximum - information / log(2)) < 1e-12)
  }

  @Test func trivialDivisionsAreAlike() throws {
    for partition in [Partition(whole: 0), Partition(whole: 1), Partition(whole: 4), Partition(singletons: 4)] {
      let result = try partition.comparison(with: partition)
      #expect(result.normalizedMutualInformation == 1)
      #expect(result.normalizedMutualInformationByMaximum == 1)
      #expect(result.adjustedRandIndex == 1)
      #expect(result.variationOfInformation < 1e-12)
    }
  }

  @Test func wholeTellsNothing() throws {
    let result = try Partition(whole: 4).comparison(with: Partition(singletons: 4))
    #expect(result.normalizedMutualInformation == 0)
    #expect(result.adjustedRandIndex == 0)
    #expect(abs(result.variationOfInformation - log(4)) < 1e-12)
  }

  @Test func differentNodesAreRefused() {
    let error = #expect(throws: GraphError.self) { try Partition(whole: 2).comparison(with: Partition(whole: 3)) }
    #expect(error?.message == "one partition has 2 nodes and the other 3; compare two of the same graph")
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func measuresFollowTheirDefinitions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...12, using: &random)
    let labels = (0..<2).map { _ in (0..<count).map { _ in Int.random(in: 0..<4, using: &random) } }
    let (left, right) = (Partition(NodeMap(labels[0])), Partition(NodeMap(labels[1])))
    let result = try left.comparison(with: right)
    func entropy(_ keys: [Int]) -> Double {
      Dictionary(grouping: keys) { $0 }.values.reduce(0) { sum, group in
        let share = Double(group.count) / Double(count)
        return sum - share * log(share)
      }
    }
    let joint = entropy(zip(labels[0], labels[1]).map { 10 * $0 + $1 })
    let (first, second) = (entropy(labels[0]), entropy(labels[1]))
    #expect(abs(result.mutualInformation - (first + second - joint)) < 1e-9, "seed \(seed)")
    #expect(abs(result.variationOfInformation - (2 * joint - first - second)) < 1e-9, "seed \(seed)")
    var table = [[0.0, 0], [0, 0]]
    for one in 0..<count {
      for two in 0..<one {
        table[labels[0][one] == labels[0][two] ? 1 : 0][labels[1][one] == labels[1][two] ? 1 : 0] += 1
      }
    }
    // The index in the form of pairs, after Steinley.
    let ((a, b), (c, d)) = ((table[1][1], table[1][0]), (table[0][1], table[0][0]))
    let divisor = (a + b) * (b + d) + (a + c) * (c + d)
    let expected = divisor == 0 ? 1 : 2 * (a * d - b * c) / divisor
    #expect(abs(result.adjustedRandIndex - expected) < 1e-9, "seed \(seed)")
    let back = try right.comparison(with: left)
    #expect(abs(back.mutualInformation - result.mutualInformation) < 1e-9, "seed \(seed)")
    #expect(abs(back.adjustedRandIndex - result.adjustedRandIndex) < 1e-9, "seed \(seed)")
  }
}
