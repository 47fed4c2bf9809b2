/// The moments at which something happened, in ascending order.
public struct EventTimes: Hashable, Sendable {
  /// The moments; one at which several things happened stands as often.
  public let moments: [Int64]

  /// The moments of a sequence, in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ moments: some Sequence<Int64>) { self.moments = moments.sorted() }

  /// How many moments lie in each step of time.
  ///
  /// The first step begins at the start of the window, the last one may reach beyond its end but counts what lies before
  /// that alone; without a window, it is from the first moment to the last.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a step below 1 or more than 2^31 steps.
  /// - Complexity: O(*n* + *s*) in the numbers of moments and steps.
  public func counts(every step: Int64, in window: Range<Int64>? = nil) throws(GraphError) -> CountSeries {
    guard step >= 1 else {
      throw GraphError(.invalidArgument, "the step is \(step) ticks, and it is at least 1")
    }
    guard let start = window?.lowerBound ?? moments.first, let last = window?.upperBound ?? moments.last else {
      return CountSeries(start: 0, step: step, values: [])
    }
    let (span, overflows) = last.subtractingReportingOverflow(start)
    let count = window == nil ? span / step + 1 : span / step + (span % step > 0 ? 1 : 0)
    guard !overflows, count <= Int64(Int32.max) else {
      throw GraphError(.invalidArgument, "there would be more than 2^31 steps; take one greater than \(step)")
    }
    var values = [Double](repeating: 0, count: Int(count))
    for moment in moments where window?.contains(moment) ?? true { values[Int((moment - start) / step)] += 1 }
    return CountSeries(start: start, step: step, values: values)
  }
}

/// Numbers by step of time, as how often something happened.
public struct CountSeries: Hashable, Sendable {
  /// When the first step begins.
  public let start: Int64
  /// The length of a step.
  public let step: Int64
  /// The number of each step.
  public let values: [Double]

  /// Numbers from a moment on.
  ///
  /// - Precondition: the step is at least 1.
  public init(start: Int64, step: Int64, values: [Double]) {
    precondition(step >= 1, "a step of \(step) ticks; it is at least 1")
    self.start = start
    self.step = step
    self.values = values
  }

  /// When a step begins.
  public func moment(of place: Int) -> Int64 { start + Int64(place) * step }
}

extension TemporalGraph {
  /// When the contacts between two nodes start.
  ///
  /// - Parameter direction: `outgoing` for contacts from the first node to the second, `incoming` for those back, `both`
  ///   for either way; a self-loop counts once.
  /// - Complexity: O(log *d* + *k* log *k*) in the first node's degree *d* and the number *k* of contacts, and
  ///   O(*V* + *E*) at the first call.
  public func starts(between first: NodeID, and second: NodeID, direction: Direction = .both) -> EventTimes {
    var moments: [Int64] = []
    func add(_ source: NodeID, _ target: NodeID) {
      let row = topology.outgoing.row(source.index)
      let neighbors = topology.outgoing.neighbors
      var (low, high) = (row.lowerBound, row.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if neighbors[middle] < target.rawValue { low = middle + 1 } else { high = middle }
      }
      while low < row.upperBound, neighbors[low] == target.rawValue {
        if let contact = contact(of: EdgeID(low)) { moments.append(contact.start) }
        low += 1
      }
    }
    if direction != .incoming { add(first, second) }
    if direction != .outgoing, direction == .incoming || first != second { add(second, first) }
    return EventTimes(moments)
  }

  /// How many contacts between two nodes start in each step of time, from the first start of any contact to the last.
  ///
  /// - Parameter direction: as for `starts(between:and:direction:)`.
  /// - Throws: `GraphError` with `invalidArgument` for a step below 1 or more than 2^31 steps.
  /// - Complexity: that of `starts(between:and:direction:)` and O(*s*) in the number of steps.
  public func series(
    between first: NodeID, and second: NodeID, step: Int64, direction: Direction = .both
  ) throws(GraphError) -> CountSeries {
    let times = starts(between: first, and: second, direction: direction)
    guard let earliest = byStart.first, let latest = byStart.last else { return try times.counts(every: step) }
    let begin = clock[Int(departures[Int(earliest)])]
    // No start is the last moment of the clock: a contact takes at least one tick.
    return try times.counts(every: step, in: begin..<clock[Int(departures[Int(latest)])] + 1)
  }
}
