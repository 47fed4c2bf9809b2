/// The contacts of a temporal graph that start in a window.
public struct TemporalView: Sendable {
  /// The whole graph.
  public let graph: TemporalGraph
  /// The window.
  public let window: Range<Int64>
  /// The places of the contacts in the order of start.
  let places: Range<Int>

  /// The number of contacts.
  public var contactCount: Int { places.count }

  /// The edges in the order of start, of equal ones the lower edge first.
  public var edges: [EdgeID] {
    let order = graph.byStart
    return places.map { EdgeID(rawValue: graph.contactEdges[Int(order[$0])]) }
  }

  /// All nodes with the edges of the window; nodes keep their numbers.
  ///
  /// - Complexity: O(*V* + *E* / 64 + *k*) in the number *k* of contacts.
  public func subgraph() -> Subgraph { graph.subgraph(edges: EdgeMask(bound: graph.edgeCount, edges)) }

  /// The nodes at which one of the contacts starts or ends.
  ///
  /// - Complexity: O(*V* / 64 + *k*) in the number *k* of contacts.
  public var activeNodes: NodeMask {
    NodeMask(bound: graph.nodeCount, edges.lazy.flatMap { [graph.source(of: $0), graph.target(of: $0)] })
  }
}

extension TemporalGraph {
  /// Windows of one length that move on by a step.
  ///
  /// The first ends a step after the first contact starts, each later one a step after the one before; the last is the
  /// first that ends behind the start of the last contact. So a window longer than the step begins before the first contact.
  /// There is none without contacts.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a length or a step below 1 or more than 2^31 windows, `tooLarge`
  ///   where the bounds of windows are more than 64 bits count.
  /// - Complexity: O(*w*) in the number of windows.
  public func windows(of length: Int64, every step: Int64) throws(GraphError) -> [Range<Int64>] {
    guard length >= 1, step >= 1 else {
      throw GraphError(.invalidArgument, "windows of \(length) ticks every \(step) ticks; both are at least 1")
    }
    guard let first = byStart.first, let last = byStart.last else { return [] }
    let begin = clock[Int(departures[Int(first)])]
    let end = clock[Int(departures[Int(last)])]
    guard !begin.subtractingReportingOverflow(length).overflow, !end.addingReportingOverflow(step).overflow else {
      throw GraphError(.tooLarge, "the windows span more ticks than 64 bits count; use a coarser unit")
    }
    let count = (end - begin) / step + 1
    guard count <= Int64(Int32.max) else {
      throw GraphError(.invalidArgument, "there would be \(count) windows; take a step greater than \(step)")
    }
    return (1...count).map { begin + $0 * step - length..<begin + $0 * step }
  }

  /// What a function makes of the contacts in each window; the windows are those of `windows(of:every:)`.
  ///
  /// - Throws: as `windows(of:every:)`; `CancellationError`; what `body` throws.
  /// - Complexity: O(log *E*) a window beside `body`.
  public func rolling<Result>(
    window: Int64, step: Int64, _ body: (TemporalView) throws -> Result
  ) throws -> [Result] {
    try windows(of: window, every: step).map { range in
      try Task.checkCancellation()
      return try body(TemporalView(graph: self, window: range, places: contacts(startingIn: range)))
    }
  }

  /// The number of contacts in each window; the windows are those of `windows(of:every:)`.
  ///
  /// - Throws: as `windows(of:every:)`; `CancellationError`.
  /// - Complexity: O(log *E*) a window.
  public func rollingContactCounts(window: Int64, step: Int64) throws -> [Int] {
    try rolling(window: window, step: step) { $0.contactCount }
  }

  /// Calls a function with the number of contacts at each node, window by window; the windows are those of
  /// `windows(of:every:)`.
  ///
  /// From window to window only what enters and what leaves is counted. A self-loop counts once each way, so twice
  /// for `both`.
  ///
  /// - Throws: as `windows(of:every:)`; `CancellationError`; what `body` throws.
  /// - Complexity: O(*V* + *E*) for all windows together, or O(log *E*) a window where there are more windows, beside `body`.
  public func rollingDegrees(
    window: Int64, step: Int64, direction: Direction = .both,
    _ body: (_ view: TemporalView, _ degrees: NodeMap<Int>) throws -> Void
  ) throws {
    let ordered = ordered(.outgoing, isMirrored: false)
    var degrees = NodeMap([Int](repeating: 0, count: nodeCount))
    var counted = 0..<0
    _ = try rolling(window: window, step: step) { view in
      func add(_ sign: Int, _ places: Range<Int>) {
        for place in places {
          if direction != .incoming { degrees.values[Int(ordered.sources[place])] += sign }
          if direction != .outgoing { degrees.values[Int(ordered.targets[place])] += sign }
        }
      }
      let next = view.places
      add(-1, counted.lowerBound..<min(counted.upperBound, max(counted.lowerBound, next.lowerBound)))
      add(1, max(counted.upperBound, next.lowerBound)..<max(counted.upperBound, next.upperBound))
      counted = next
      try body(view, degrees)
    }
  }
}

/// How the nodes of a window hang together.
public struct WindowComponents: Hashable, Sendable {
  /// The window.
  public let window: Range<Int64>
  /// The number of nodes at which a contact of the window starts or ends.
  public let activeCount: Int
  /// The number of groups of active nodes that contacts join, whichever way they lead.
  public let componentCount: Int
  /// The number of nodes in the largest of them; 0 without contacts.
  public let largestSize: Int
}

extension TemporalGraph {
  /// How the active nodes of each window hang together; the windows are those of `windows(of:every:)`.
  ///
  /// Time is cut where a window begins or ends. Of the contacts of each piece a forest is kept, and a window joins the
  /// forests of its pieces: with contacts often repeated, far less than its contacts.
  ///
  /// - Throws: as `windows(of:every:)`; `CancellationError`.
  /// - Complexity: O(*E* α(*V*) + Σ *f* α(*V*)) in the sizes *f* of the forests that a window joins.
  public func rollingComponents(window: Int64, step: Int64) throws -> [WindowComponents] {
    let views = try rolling(window: window, step: step) { $0 }
    let kernel = RollingForests(self)
    defer { kernel.deallocate() }
    return try kernel.components(views)
  }

  /// The PageRank of the active nodes of each window; the windows are those of `windows(of:every:)`.
  ///
  /// A window's graph has the nodes at which one of its contacts starts or ends, and an edge for each contact. Ranks of a
  /// window begin with those of the one before, so that few rounds are needed where little changed; otherwise as
  /// `pageRank(_:weights:restart:execution:)`.
  ///
  /// - Throws: as `windows(of:every:)`; `GraphError` with `invalidArgument` for an option out of range and `noConvergence`
  ///   where ranks still move after the last round; `CancellationError`.
  /// - Complexity: O(*V* / 64 + *k* · rounds) a window in the number *k* of its contacts.
  public func rollingPageRank(
    window: Int64, step: Int64, _ options: PageRankOptions = PageRankOptions()
  ) throws -> [WindowRanks] {
    try options.check()
    let kernel = RollingRanks(self, options.direction)
    defer { kernel.deallocate() }
    return try rolling(window: window, step: step) { view in
      try kernel.ranks(of: view, options)
    }
  }
}

/// The PageRank of the nodes that were active in a window.
public struct WindowRanks: Hashable, Sendable {
  /// The window.
  public let window: Range<Int64>
  /// The active nodes, ascending.
  public let nodes: [NodeID]
  /// The rank of each of `nodes`; together 1.
  public let ranks: [Double]
  /// How many rounds the ranks took.
  public let rounds: Int

  /// The rank of a node, or `nil` where it was not active.
  ///
  /// - Complexity: O(log *k*) in the number of active nodes.
  public subscript(node: NodeID) -> Double? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node ? ranks[low] : nil
  }
}
