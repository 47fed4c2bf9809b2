import Synchronization

/// The nodes of greatest harmonic closeness, by searches that end as soon as a node can no longer be among them.
///
/// Source: E. Bergamini, M. Borassi, P. Crescenzi, A. Marino, H. Meyerhenke, "Computing top-k Closeness Centrality
/// Faster in Unweighted Graphs", 2019 (its bound by neighbourhoods, NBCut).
struct TopClosenessSearch {
  private static let nodesPerPart = 16

  private let topology: Topology
  private let direction: Direction
  private let limit: Int
  private let reach: ReachBounds
  /// The best nodes so far, best first.
  private let best: BestNodes

  init(_ topology: Topology, _ direction: Direction, limit: Int, _ execution: Execution) throws {
    self.topology = topology
    self.direction = direction
    self.limit = limit
    reach = try ReachBounds(topology, direction, execution)
    best = BestNodes(limit: limit)
  }

  func run(_ execution: Execution) throws -> [RankedNode] {
    let searches = (0..<execution.threads).map { _ in BoundedHarmonicSearch(topology, direction) }
    let order = MutableElements<UInt32>.allocate(count: topology.nodeCount)
    defer {
      for search in searches { search.deallocate() }
      order.deallocate()
    }
    try topology.rows(direction).read { rows in
      let longest = (0..<rows.nodeCount).reduce(0) { max($0, rows.degree($1)) }
      _ = RowPartition.order(rows, into: order, longest: longest)
      // A node is passed over only if it is below nodes that are found already, so the order does not matter.
      try execution.forEachPart(of: order.count, size: Self.nodesPerPart, reporting: true) { places, _, worker in
        // All that follow have no more neighbours.
        if bound(rows.degree(Int(order[places.lowerBound])), within: reach.greatest) < best.least { return }
        for place in places {
          let node = order[place]
          let within = reach[node]
          if bound(rows.degree(Int(node)), within: within) < best.least { continue }
          if let score = try searches[worker].score(rows, of: node, reach: within, least: best.least) {
            best.add(RankedNode(node: NodeID(rawValue: node), score: score))
          }
        }
      }
    }
    return best.nodes
  }

  /// The harmonic closeness of a node that has all neighbours at one step and all else within reach at two.
  private func bound(_ degree: Int, within reach: Int) -> Double {
    let nearest = min(degree, reach - 1)
    return Double(nearest) + Double(reach - 1 - nearest) / 2
  }
}

/// The nodes of greatest score so far, which several threads find.
private final class BestNodes: Sendable {
  private let limit: Int
  private let found = Mutex<[RankedNode]>([])
  private let bound = Atomic<UInt64>(0)

  init(limit: Int) { self.limit = limit }

  var nodes: [RankedNode] { found.withLock { $0 } }

  /// What a node must have to be among the best; rounding must not cut off what equals it.
  var least: Double { Double(bitPattern: bound.load(ordering: .relaxed)) * (1 - 1e-12) }

  func add(_ node: RankedNode) {
    found.withLock { found in
      let place = found.firstIndex { ($0.score, node.node) < (node.score, $0.node) } ?? found.count
      found.insert(node, at: place)
      if found.count > limit { found.removeLast() }
      if found.count == limit { bound.store(found[limit - 1].score.bitPattern, ordering: .relaxed) }
    }
  }
}

/// Searches for the harmonic closeness of single nodes, in the working memory of one thread.
private struct BoundedHarmonicSearch {
  private let isMet: MutableElements<Bool>
  private let queue: MutableElements<UInt32>
  /// Whether each edge can be followed back, so that one edge of a node leads where it was met from.
  private let backtracks: Bool
  /// For searches that come to much of the graph; only where it is large.
  private let whole: BreadthFirstKernel?
  /// Places to look at before it counts as much.
  private let budget: Int

  init(_ topology: Topology, _ direction: Direction) {
    isMet = .allocate(count: topology.nodeCount, repeating: false)
    queue = .allocate(count: topology.nodeCount + 1)
    backtracks = direction == .both
    let kernel = BreadthFirstKernel(topology, direction)
    whole = kernel.isLarge ? kernel : nil
    if whole == nil { kernel.deallocate() }
    budget = whole == nil ? .max : topology.rows(direction).neighbors.count / 4
  }

  func deallocate() {
    isMet.deallocate()
    queue.deallocate()
    whole?.deallocate()
  }

  private enum Outcome {
    case below
    /// Much of the graph was looked at, and the end is open.
    case tooFar
    case score(Double)
  }

  /// The harmonic closeness of a node, or `nil` where it is certainly below `least`.
  ///
  /// - Parameter reach: as many nodes as it can reach at most, itself included.
  func score(_ rows: Rows, of source: UInt32, reach: Int, least: Double) throws -> Double? {
    switch whole != nil && least == 0 ? .tooFar : harmonic(rows, of: source, reach: reach, least: least) {
    case .below: return nil
    case .score(let score): return score
    case .tooFar:
      guard let whole else { return nil }
      let steps = try whole.search(from: [source], Execution())
      var counts: [Double] = []
      for step in steps where step > 0 {
        while counts.count < step { counts.append(0) }
        counts[Int(step) - 1] += 1
      }
      return counts.enumerated().reduce(0) { $0 + $1.element / Double($1.offset + 1) }
    }
  }

  private func harmonic(_ rows: Rows, of source: UInt32, reach: Int, least: Double) -> Outcome {
    queue[0] = source
    isMet[source] = true
    var (levelStart, levelEnd, tail) = (0, 1, 1)
    defer {
      for place in 0..<tail { isMet[queue[place]] = false }
    }
    var (sum, step, left) = (0.0, 0, budget)
    while levelStart < levelEnd {
      step &+= 1
      let near = 1 / Double(step)
      let far = 1 / Double(step &+ 1)
      var places = 0
      let back = backtracks && step > 1 ? 1 : 0
      for place in levelStart..<levelEnd { places &+= rows.degree(Int(queue[place])) &- back }
      var place = levelStart
      while place < levelEnd {
        // At best each place left leads to a node of its own, and all others lie one step further.
        let rest = reach &- levelEnd
        let nearest = min(rest, tail &- levelEnd &+ places)
        if sum + Double(nearest) * near + Double(rest &- nearest) * far < least { return .below }
        let node = Int(queue[place])
        places &-= rows.degree(node) &- back
        left &-= rows.degree(node)
        if left < 0 { return .tooFar }
        visit(rows, node, &tail)
        place &+= 1
      }
      sum += Double(tail &- levelEnd) / Double(step)
      levelStart = levelEnd
      levelEnd = tail
    }
    return .score(sum)
  }

  @inline(__always) private func visit(_ rows: Rows, _ node: Int, _ tail: inout Int) {
    var place = rows.start(node)
    let end = rows.end(node)
    while place < end {
      let neighbor = rows.neighbors[place]
      let isNew = !isMet[neighbor]
      queue[tail] = neighbor
      tail &+= isNew ? 1 : 0
      isMet[neighbor] = true
      place &+= 1
    }
  }
}
