/// The sixteen ways in which three nodes can be joined by directed edges.
///
/// The digits of a name count pairs of nodes with edges both ways, with one edge and with none; a letter says how the
/// edges lie: down, up, in a cycle, or transitively.
public enum TriadType: String, Hashable, Sendable, CaseIterable {
  /// No edge.
  case empty = "003"
  /// One edge.
  case single = "012"
  /// Edges both ways between two nodes.
  case mutual = "102"
  /// A ← B → C.
  case down = "021D"
  /// A → B ← C.
  case up = "021U"
  /// A → B → C.
  case chain = "021C"
  /// A ↔ B ← C.
  case mutualDown = "111D"
  /// A ↔ B → C.
  case mutualUp = "111U"
  /// A → B → C and A → C.
  case transitive = "030T"
  /// A → B → C → A.
  case cycle = "030C"
  /// A ↔ B ↔ C.
  case twoMutual = "201"
  /// A ← B → C and A ↔ C.
  case closedDown = "120D"
  /// A → B ← C and A ↔ C.
  case closedUp = "120U"
  /// A → B → C and A ↔ C.
  case closedChain = "120C"
  /// A → B ↔ C and A ↔ C.
  case almostComplete = "210"
  /// Edges both ways between all three.
  case complete = "300"
}

/// How often each kind of triad occurs.
public struct TriadCensus: Hashable, Sendable {
  private var counts: [TriadType: Int]

  init(_ counts: [TriadType: Int]) { self.counts = counts }

  /// The number of triads of a kind.
  public subscript(type: TriadType) -> Int { counts[type] ?? 0 }

  /// The number of all triads: of all sets of three nodes.
  public var total: Int { counts.values.reduce(0, +) }
}

extension GraphStructure {
  /// How often each kind of triad occurs among all sets of three nodes.
  ///
  /// Self-loops do not count, and parallel edges count once. A graph of fewer than three nodes has no triads.
  ///
  /// - Throws: `GraphError` with `tooLarge` beyond 2^21 nodes, whose triads 63 bits do not count; `CancellationError`.
  /// - Complexity: O(*V* + *E*^1.5): only triangles are met one by one, the rest follows from degrees.
  ///
  /// Source: P. W. Holland, S. Leinhardt, "A Method for Detecting Structure in Sociometric Data", 1970 (the kinds).
  public func triadCensus(execution: Execution = Execution()) throws -> TriadCensus {
    guard nodeCount <= 1 << 21 else {
      throw GraphError(
        .tooLarge, "\(nodeCount) nodes have too many triads to be counted; take a part of at most 2097152")
    }
    let kernel = DirectedTriangleKernel(topology)
    defer { kernel.deallocate() }
    var counting = TriadCounting(kernel.neighborKinds(), nodeCount: nodeCount)
    for (kind, count) in try kernel.histogram(execution).enumerated() where count > 0 {
      counting.close(kind >> 4, kind >> 2 & 3, kind & 3, count)
    }
    return counting.census()
  }
}

/// From degrees and triangles to the census.
private struct TriadCounting {
  private var counts: [TriadType: Int] = [:]
  private let nodeCount: Int
  private var singlePairs = 0
  private var mutualPairs = 0

  /// Counts two neighbours of a node as a triad, whether or not there is an edge between them.
  init(_ kinds: (out: [Int], into: [Int], both: [Int]), nodeCount: Int) {
    self.nodeCount = nodeCount
    for node in 0..<nodeCount {
      let (out, into, both) = (kinds.out[node], kinds.into[node], kinds.both[node])
      singlePairs += out
      mutualPairs += both
      counts[.down, default: 0] += out * (out - 1) / 2
      counts[.up, default: 0] += into * (into - 1) / 2
      counts[.chain, default: 0] += out * into
      counts[.mutualUp, default: 0] += both * out
      counts[.mutualDown, default: 0] += both * into
      counts[.twoMutual, default: 0] += both * (both - 1) / 2
    }
    mutualPairs /= 2
  }

  /// Takes the triads that triangles looked like from each of their nodes, and counts the triangles as what they are.
  ///
  /// The directions are those between the first node and the second, the first and the third, the second and the third.
  mutating func close(_ first: Int, _ second: Int, _ third: Int, _ count: Int) {
    let corners = [
      (first, second), (Self.reversed(first), third), (Self.reversed(second), Self.reversed(third)),
    ].map { Self.open($0.0, $0.1) }
    for corner in corners { counts[corner, default: 0] -= count }
    counts[Self.closed(corners), default: 0] += count
  }

  private static func reversed(_ direction: Int) -> Int { direction == 3 ? 3 : 3 - direction }

  /// The kind of a triad of a node and two neighbours without an edge between them.
  private static func open(_ left: Int, _ right: Int) -> TriadType {
    switch (min(left, right), max(left, right)) {
    case (1, 1): .down
    case (2, 2): .up
    case (1, 2): .chain
    case (1, 3): .mutualUp
    case (2, 3): .mutualDown
    default: .twoMutual
    }
  }

  /// The kind of a triangle by what it looks like from its corners.
  private static func closed(_ corners: [TriadType]) -> TriadType {
    let mutual = corners.count { $0 == .twoMutual }
    if mutual == 3 { return .complete }
    if mutual == 1 { return .almostComplete }
    // One pair with edges both ways is seen from two corners; the third sees two single edges.
    if corners.contains(where: { $0 == .mutualUp || $0 == .mutualDown }) {
      return corners.contains(.down) ? .closedDown : corners.contains(.up) ? .closedUp : .closedChain
    }
    return corners.allSatisfy { $0 == .chain } ? .cycle : .transitive
  }

  func census() -> TriadCensus {
    var counts = counts
    var (single, mutual) = (singlePairs * max(0, nodeCount - 2), mutualPairs * max(0, nodeCount - 2))
    for (type, count) in counts {
      let digits = type.rawValue.utf8.prefix(2).map { Int($0) - 48 }
      mutual -= digits[0] * count
      single -= digits[1] * count
    }
    counts[.single] = single
    counts[.mutual] = mutual
    // Less than 2^63, for each of the three numbers is at most 2^21.
    let all = nodeCount < 3 ? 0 : nodeCount * (nodeCount - 1) / 2 * (nodeCount - 2) / 3
    counts[.empty] = all - counts.values.reduce(0, +)
    return TriadCensus(counts)
  }
}
