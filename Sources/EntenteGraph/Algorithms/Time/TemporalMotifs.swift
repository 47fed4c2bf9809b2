/// How often each sequence of three contacts among two or three nodes occurs.
public struct TemporalMotifCounts: Hashable, Sendable {
  /// A contact in a motif: *a* and *b* are the source and the target of the motif's first contact, *c* is the third node.
  public enum Step: Int, Hashable, Sendable, CaseIterable {
    /// From *a* to *b*, like the first contact.
    case ab
    /// From *b* to *a*.
    case ba
    /// From *a* to *c*.
    case ac
    /// From *c* to *a*.
    case ca
    /// From *b* to *c*.
    case bc
    /// From *c* to *b*.
    case cb

    /// Which two nodes it joins: 0 for *a* and *b*, 1 for *a* and *c*, 2 for *b* and *c*.
    fileprivate var pair: Int { rawValue / 2 }
  }

  private var counts = [Int](repeating: 0, count: 36)

  init() {}

  /// How often a motif occurs of which the second and the third contact are these.
  public internal(set) subscript(second: Step, third: Step) -> Int {
    get { counts[6 * second.rawValue + third.rawValue] }
    set { counts[6 * second.rawValue + third.rawValue] = newValue }
  }

  /// How often any motif occurs.
  public var total: Int { counts.reduce(0, +) }

  /// How often motifs of two nodes occur.
  public var pairs: Int { sum { $0.pair == 0 && $1.pair == 0 } }

  /// How often motifs of three nodes occur in which all three pairs of nodes are joined.
  public var triangles: Int { sum { $0.pair != 0 && $1.pair != 0 && $0.pair != $1.pair } }

  /// How often motifs of three nodes occur in which one node is part of all contacts.
  public var stars: Int { total - pairs - triangles }

  private func sum(_ isCounted: (Step, Step) -> Bool) -> Int {
    Step.allCases.reduce(0) { sum, second in
      Step.allCases.reduce(sum) { isCounted(second, $1) ? $0 + self[second, $1] : $0 }
    }
  }
}

extension TemporalGraph {
  /// How often each sequence of three contacts among two or three nodes starts within a time.
  ///
  /// Counted are all choices of three contacts, in the order of start and among equals of edge, of which the last starts at
  /// most `duration` after the first and which together join two or three nodes; other contacts may lie between them.
  /// When contacts end plays no part. Self-loops are passed over.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a duration below 0; `CancellationError`.
  /// - Complexity: O(*E* + *t*) where *t* is the sum over all triangles of the contacts along their edges that start at
  ///   most `duration` before or after the span of the edge with the fewest.
  ///
  /// Source: A. Paranjape, A. R. Benson, J. Leskovec, "Motifs in Temporal Networks", 2017.
  public func temporalMotifs(
    within duration: Int64, execution: Execution = Execution()
  ) throws -> TemporalMotifCounts {
    guard duration >= 0 else {
      throw GraphError(.invalidArgument, "the motifs are to last \(duration) ticks, and they last at least 0")
    }
    return try TemporalMotifKernel(self, within: duration).counts(execution)
  }
}
