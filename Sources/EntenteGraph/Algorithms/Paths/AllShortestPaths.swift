/// All the shortest ways between two nodes, made one by one as they are asked for.
///
/// They come in the order of their nodes' identifiers, read from the start; of ways through the same nodes that of the
/// lower edges first.
public struct ShortestPaths: Sequence, Sendable {
  fileprivate struct Step: Comparable {
    var node: UInt32
    var edge: UInt32

    static func < (left: Step, right: Step) -> Bool { (left.node, left.edge) < (right.node, right.edge) }
  }

  fileprivate let start: UInt32
  fileprivate let end: UInt32
  /// The steps that begin a shortest way to the end, for each node on one.
  fileprivate let steps: [UInt32: [Step]]
  /// What the edges of a way sum to, or `nil` where no way leads to the end.
  public let weight: Double?
  /// The number of ways; `Int.max` where there are more.
  public let count: Int

  /// How many ways there are at least, so that arrays are made in one piece.
  public var underestimatedCount: Int { Swift.min(count, 1 << 16) }

  /// Goes through the ways.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Where a walk through the ways stands.
  public struct Iterator: IteratorProtocol {
    private let paths: ShortestPaths
    private var nodes: [NodeID] = []
    private var edges: [EdgeID] = []
    /// The steps yet to take from each node of the way.
    private var remaining: [ArraySlice<Step>] = []

    fileprivate init(_ paths: ShortestPaths) {
      self.paths = paths
      if paths.weight != nil { enter(paths.start) }
    }

    private mutating func enter(_ node: UInt32) {
      nodes.append(NodeID(rawValue: node))
      remaining.append(paths.steps[node, default: []][...])
    }

    /// The next way.
    public mutating func next() -> Path? {
      while let node = nodes.last {
        if node.rawValue == paths.end {
          let path = Path(nodes: nodes, edges: edges)
          leave()
          return path
        }
        if let step = remaining[remaining.count - 1].popFirst() {
          edges.append(EdgeID(rawValue: step.edge))
          enter(step.node)
        } else {
          leave()
        }
      }
      return nil
    }

    private mutating func leave() {
      nodes.removeLast()
      remaining.removeLast()
      _ = edges.popLast()
    }
  }
}

extension ShortestPaths {
  /// The steps of shortest ways, gathered from the end on: an edge is one of them where it takes up the whole difference
  /// of its ends' distances.
  fileprivate init(
    _ topology: Topology, _ direction: Direction, _ weights: EdgeWeights, distances: [Double], from start: UInt32,
    to end: UInt32, _ execution: Execution
  ) throws {
    self.start = start
    self.end = end
    guard distances[Int(end)] < .infinity else {
      (steps, weight, count) = ([:], nil, 0)
      return
    }
    let backward = topology.rows(direction.backward)
    let edges = topology.edges(direction.backward)
    var found: [UInt32: [Step]] = [:]
    var queue = [end]
    var isQueued: Set<UInt32> = [end]
    var head = 0
    while head < queue.count {
      if head & 0x3FF == 0 { try execution.check() }
      let node = queue[head]
      head += 1
      for place in backward.row(Int(node)) {
        let previous = backward.neighbors[place]
        let edge = edges.map { $0[place] } ?? UInt32(truncatingIfNeeded: place)
        let distance = distances[Int(previous)]
        guard distance < .infinity, distance + weights[EdgeID(rawValue: edge)] == distances[Int(node)] else { continue }
        found[previous, default: []].append(Step(node: node, edge: edge))
        if isQueued.insert(previous).inserted { queue.append(previous) }
      }
    }
    for node in queue { found[node]?.sort() }
    steps = found
    weight = distances[Int(end)]
    // From the end on: each node lies farther from the start than those before it on the way.
    var counts: [UInt32: Int] = [end: 1]
    for node in queue.sorted(by: { distances[Int($0)] > distances[Int($1)] }) where node != end {
      counts[node] = found[node, default: []].reduce(0) { sum, step in
        let (total, overflows) = sum.addingReportingOverflow(counts[step.node] ?? 0)
        return overflows ? .max : total
      }
    }
    count = counts[start] ?? 0
  }
}

extension GraphStructure {
  /// All the shortest ways from one node to another; parallel edges make ways of their own.
  ///
  /// From a node to itself there is the way without steps.
  ///
  /// - Parameters:
  ///   - weights: the length of each edge, greater than 0; without them each counts 1.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for a weight of 0 or below, or a node that is not in the graph;
  ///   `CancellationError`.
  /// - Complexity: as `distances(from:weights:direction:execution:)` and O(*V* log *V* + *E*) here, then O(*l*) for each
  ///   way of *l* steps.
  ///
  /// Source: the edges of shortest ways are those that a distance function finds tight (U. Brandes, "A Faster Algorithm
  /// for Betweenness Centrality", 2001, lemma 3).
  public func allShortestPaths(
    from start: NodeID, to end: NodeID, weights: EdgeWeights? = nil, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> ShortestPaths {
    try requireNodes([start, end])
    if let weights, weights.least <= 0, let edge = edges.first(where: { weights[$0] <= 0 }) {
      throw GraphError(
        .invalidArgument, "edge \(edge) weighs \(weights[edge]), and all shortest paths take weights greater than 0")
    }
    let lengths = try weights ?? EdgeWeights(self) { _ in 1 }
    let distances = try distances(from: [start], weights: lengths, direction: direction, execution: execution)
    return try ShortestPaths(
      topology, direction, lengths, distances: distances.values, from: start.rawValue, to: end.rawValue, execution)
  }
}
