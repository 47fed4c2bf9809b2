extension TemporalGraph {
  /// On how many of the ways with the fewest contacts between other nodes each node lies.
  ///
  /// For each two nodes *s* and *z* of which *s* reaches *z* along contacts one after the other, a node between them gains
  /// the share of the ways with the fewest contacts from *s* to *z* that pass through it. Ways differ where they take
  /// different contacts, so parallel edges make several. Values are not scaled.
  ///
  /// - Parameters:
  ///   - window: when the first contact may start and the last may end; without it, any time.
  ///   - direction: how edges are taken; `incoming` from target to source, `both` either way, always forward in time.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* · (*V* + *E*)) time, O(*V* + *E*) memory a thread. A way's first contacts up to some contact are
  ///   always a way with the fewest contacts that ends with it, so for one source a pass through time counts
  ///   the ways and a pass back shares them out.
  ///
  /// Source: S. Buß, H. Molter, R. Niedermeier, M. Rymar, "Algorithmic Aspects of Temporal Betweenness", 2020
  /// (shortest temporal betweenness of strict paths); the accumulation is that of U. Brandes, 2001, carried over to contacts.
  public func temporalBetweenness(
    in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    let timeline = MoveTimeline(self, direction, in: window, isMirrored: false, sharesSlots: false)
    return NodeMap(try TemporalBetweennessKernel.betweenness(timeline, nodeCount: nodeCount, execution))
  }
}
