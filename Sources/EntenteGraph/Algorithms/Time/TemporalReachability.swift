extension TemporalGraph {
  /// The nodes that can be reached from a node along contacts one after the other, the node itself included.
  ///
  /// - Parameters:
  ///   - window: when the first contact may start and the last may end; without it, any time.
  ///   - direction: how edges are taken; `incoming` from target to source, `both` either way, always forward in time.
  /// - Complexity: O(*V* + *E*).
  public func reachable(
    from source: NodeID, in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing
  ) -> NodeMask {
    earliestArrivals(from: source, in: window, direction: direction).reached
  }

  /// How many other nodes each node can reach along contacts one after the other.
  ///
  /// - Parameters: as for `reachable(from:in:direction:)`.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* / 256 · (*V* + *E*)) time, O(*V* + *E*) memory and 32 bytes a node and thread.
  public func reachCounts(
    in window: ClosedRange<Int64>? = nil, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> NodeMap<Int> {
    NodeMap(try WavefrontSums.reachCounts(self, direction, in: window, execution))
  }
}

/// What stands for the distance between two nodes of a temporal graph.
public enum TemporalDistance: Hashable, Sendable, CaseIterable {
  /// The time from the start of the window to the earliest arrival.
  case earliestArrival
  /// The least time from departure to arrival.
  case fastest
  /// The fewest contacts.
  case fewestSteps
}

extension TemporalGraph {
  /// The sum of one over the distance to each other node that can be reached, for each node (harmonic closeness).
  ///
  /// - Parameters:
  ///   - window: as for `reachable(from:in:direction:)`; without it, it is the span of all contacts, and so distances by
  ///     earliest arrival count from the first start of any contact.
  ///   - direction: as for `reachable(from:in:direction:)`.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* · (*V* + *E*)); by earliest arrival O(*V* / 256 · (*V* + *E*) + *r*) in the number *r* of pairs of which
  ///   one reaches the other.
  ///
  /// Source: L. Oettershagen, P. Mutzel, "Computing top-k temporal closeness in temporal networks", 2022 (the measure, for
  /// fastest paths).
  public func temporalCloseness(
    _ distance: TemporalDistance = .earliestArrival, in window: ClosedRange<Int64>? = nil,
    direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> NodeMap<Double> {
    switch distance {
    case .earliestArrival: NodeMap(try WavefrontSums.closeness(self, direction, in: window, execution))
    case .fastest, .fewestSteps: try closenessBySource(distance, in: window, direction, execution)
    }
  }

  private func closenessBySource(
    _ distance: TemporalDistance, in window: ClosedRange<Int64>?, _ direction: Direction, _ execution: Execution
  ) throws -> NodeMap<Double> {
    let (start, limit) = ranks(window, isMirrored: false)
    let sums = try rows(direction).read { rows in
      try clock.read { clock in
        try TemporalSweep.sums(rows, clock: clock, execution) { kernel, source in
          switch distance {
          case .fewestSteps: kernel.fewest(from: source, at: start, before: limit)
          case .earliestArrival, .fastest: kernel.fastest(from: source, at: start, before: limit)
          }
        }
      }
    }
    return NodeMap(sums)
  }
}
