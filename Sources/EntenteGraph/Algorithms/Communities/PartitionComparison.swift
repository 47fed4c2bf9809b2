#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How alike two divisions of the same nodes are, by the measures in use. Information is in nats.
///
/// Two equal divisions have mutual information 1 however they are normalised, Rand index 1 and variation 0; so have
/// those of a graph without nodes.
public struct PartitionComparison: Hashable, Sendable {
  /// The entropy of the group of a random node, in the first division.
  public let entropy: Double
  /// The entropy of the group of a random node, in the second division.
  public let otherEntropy: Double
  /// What the group in one division tells of the group in the other, from 0 to the lesser entropy.
  public let mutualInformation: Double
  /// The share of pairs of nodes on which both divisions agree, less what chance gives and scaled to 1 for equal
  /// divisions; about 0 for unrelated ones, and it may be negative.
  ///
  /// Source: L. Hubert, P. Arabie, "Comparing partitions", 1985.
  public let adjustedRandIndex: Double

  /// What the group in each division leaves open about the group in the other: a distance, 0 for equal divisions.
  ///
  /// Source: M. Meilă, "Comparing clusterings—an information based distance", 2007.
  public var variationOfInformation: Double { max(0, entropy + otherEntropy - 2 * mutualInformation) }

  /// Mutual information as a share of the mean of both entropies, from 0 to 1.
  ///
  /// Source: L. Danon et al., "Comparing community structure identification", 2005.
  public var normalizedMutualInformation: Double { share(of: (entropy + otherEntropy) / 2) }

  /// Mutual information as a share of the greater entropy, from 0 to 1.
  ///
  /// Source: N. X. Vinh, J. Epps, J. Bailey, "Information theoretic measures for clusterings comparison", 2010.
  public var normalizedMutualInformationByMaximum: Double { share(of: max(entropy, otherEntropy)) }

  private func share(of whole: Double) -> Double { whole > 0 ? min(1, max(0, mutualInformation / whole)) : 1 }
}

extension Partition {
  /// How alike this division and another of the same nodes are.
  ///
  /// - Throws: `GraphError` with `invalidArgument` where the numbers of nodes differ.
  /// - Complexity: O(*V*).
  public func comparison(with other: Partition) throws -> PartitionComparison {
    guard nodeCount == other.nodeCount else {
      throw GraphError(
        .invalidArgument,
        "one partition has \(nodeCount) nodes and the other \(other.nodeCount); compare two of the same graph")
    }
    let nodes = Double(nodeCount)
    var counts = [Int](repeating: 0, count: other.count)
    var information = 0.0
    var pairs = 0.0
    for (group, members) in members.enumerated() {
      for node in members { counts[other[node]] += 1 }
      for node in members {
        let common = Double(counts[other[node]])
        if common == 0 { continue }
        counts[other[node]] = 0
        pairs += Self.pairs(common)
        information += common / nodes * log(common * nodes / (Double(sizes[group]) * Double(other.sizes[other[node]])))
      }
    }
    let sums = (sizes.reduce(0) { $0 + Self.pairs(Double($1)) }, other.sizes.reduce(0) { $0 + Self.pairs(Double($1)) })
    let all = Self.pairs(nodes)
    let expected = all > 0 ? sums.0 * sums.1 / all : 0
    let range = (sums.0 + sums.1) / 2 - expected
    return PartitionComparison(
      entropy: entropy, otherEntropy: other.entropy, mutualInformation: max(0, information),
      adjustedRandIndex: range != 0 ? (pairs - expected) / range : 1)
  }

  /// The entropy of the group of a random node, in nats.
  public var entropy: Double {
    sizes.reduce(0) { sum, size in
      let share = Double(size) / Double(nodeCount)
      return sum - share * log(share)
    }
  }

  private static func pairs(_ count: Double) -> Double { count * (count - 1) / 2 }
}
