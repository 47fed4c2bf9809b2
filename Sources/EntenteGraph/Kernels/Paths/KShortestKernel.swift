/// The shortest ways without a node twice, one after the other, from a shortest-path tree that leads to the end.
///
/// Where the way that follows the tree from a deviation on meets no node twice, it is the next way through that
/// deviation, and no search is needed; otherwise its length is a bound, and a search guided by the tree runs only when
/// the bound comes up.
struct KShortestKernel {
  private struct Candidate {
    /// The whole way, or its first part up to where it is to deviate.
    var nodes: [UInt32]
    var edges: [UInt32]
    /// The place of the node from which on the way differs from those given before.
    var deviation: Int
    /// The edges that may not follow there.
    var banned: [UInt32]
    var length: Double
    var isWhole: Bool
  }

  private let rows: CSR
  private let weights: Column<Double>
  private let edgeWeights: EdgeWeights
  private let edges: Column<UInt32>?
  private let end: UInt32
  /// The distance to the end, and the next node and edge on the way there.
  private let rest: [Double]
  private let nextNodes: [UInt32]
  private let nextEdges: [UInt32]
  private let lengths: MutableElements<Double>
  private let parents: MutableElements<UInt32>
  private let parentEdges: MutableElements<UInt32>
  /// What a node was last met in: the ways of a deviation, or a search.
  private let prefixMarks: MutableElements<UInt32>
  private let searchMarks: MutableElements<UInt32>
  private var stamp: UInt32 = 0
  private var candidates: [Candidate] = []
  private var queue = MinimumHeap()

  init(
    _ topology: Topology, _ direction: Direction, _ weights: EdgeWeights, to end: UInt32, _ execution: Execution
  ) throws {
    let kernel = DijkstraKernel(topology, direction.backward, weights, recordsTree: true)
    defer { kernel.deallocate() }
    rest = try kernel.search(from: [end], execution)
    (nextNodes, nextEdges) = kernel.tree()
    self.end = end
    edgeWeights = weights
    rows = topology.rows(direction)
    edges = topology.edges(direction)
    self.weights = weights.byPlace(topology, direction)
    let count = topology.nodeCount
    lengths = MutableElements.allocate(count: count)
    parents = MutableElements.allocate(count: count)
    parentEdges = MutableElements.allocate(count: count)
    prefixMarks = MutableElements.allocate(count: count, repeating: 0)
    searchMarks = MutableElements.allocate(count: count, repeating: 0)
  }

  func deallocate() {
    lengths.deallocate()
    parents.deallocate()
    parentEdges.deallocate()
    prefixMarks.deallocate()
    searchMarks.deallocate()
    queue.deallocate()
  }

  mutating func paths(from start: UInt32, limit: Int, _ execution: Execution) throws -> [WeightedPath] {
    guard rest[Int(start)] < .infinity, limit > 0 else { return [] }
    var first = Candidate(nodes: [start], edges: [], deviation: 0, banned: [], length: rest[Int(start)], isWhole: true)
    followTree(&first, from: start)
    add(first)
    var found: [WeightedPath] = []
    while found.count < limit, let entry = queue.pop() {
      try execution.check()
      let candidate = candidates[Int(entry.node)]
      if !candidate.isWhole {
        if let whole = try search(candidate, execution) { add(whole) }
        continue
      }
      found.append(weighed(candidate))
      execution.report(found.count, of: limit)
      if found.count < limit { addDeviations(of: candidate) }
    }
    // Sums that were taken from the two ends may differ in the last digit.
    return found.enumerated().sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }.map(\.element)
  }

  private mutating func add(_ candidate: Candidate) {
    queue.push(candidate.length, UInt32(truncatingIfNeeded: candidates.count))
    candidates.append(candidate)
  }

  private func weighed(_ candidate: Candidate) -> WeightedPath {
    let steps = candidate.edges.map { EdgeID(rawValue: $0) }
    return WeightedPath(
      path: Path(nodes: candidate.nodes.map { NodeID(rawValue: $0) }, edges: steps),
      weight: steps.reduce(0) { $0 + edgeWeights[$1] })
  }

  private func followTree(_ candidate: inout Candidate, from node: UInt32) {
    var node = node
    while node != end {
      candidate.edges.append(nextEdges[Int(node)])
      node = nextNodes[Int(node)]
      candidate.nodes.append(node)
    }
  }

  /// For each node from the way's own deviation on: the least way that leaves it by an edge not yet taken there.
  private mutating func addDeviations(of way: Candidate) {
    stamp += 1
    var length = 0.0
    for place in 0..<way.edges.count {
      prefixMarks[way.nodes[place]] = stamp
      if place >= way.deviation {
        let banned = (place == way.deviation ? way.banned : []) + [way.edges[place]]
        var candidate = Candidate(
          nodes: Array(way.nodes[...place]), edges: Array(way.edges[..<place]), deviation: place, banned: banned,
          length: length, isWhole: false)
        if complete(&candidate, after: length) { add(candidate) }
      }
      length += edgeWeights[EdgeID(rawValue: way.edges[place])]
    }
  }

  /// Sets the length of the least way or a bound below it; false where no way goes on.
  private func complete(_ candidate: inout Candidate, after length: Double) -> Bool {
    let node = Int(candidate.nodes[candidate.deviation])
    var best = (length: Double.infinity, edge: UInt32(0), neighbor: UInt32(0))
    rows.read { rows in
      weights.read { weights in
        for place in rows.start(node)..<rows.end(node) {
          let neighbor = rows.neighbors[place]
          let bound = length + weights[place] + rest[Int(neighbor)]
          guard bound < best.length, prefixMarks[neighbor] != stamp else { continue }
          let edge = edges.map { $0[place] } ?? UInt32(truncatingIfNeeded: place)
          if !candidate.banned.contains(edge) { best = (bound, edge, neighbor) }
        }
      }
    }
    guard best.length < .infinity else { return false }
    candidate.length = best.length
    var ahead = best.neighbor
    while ahead != end, prefixMarks[ahead] != stamp { ahead = nextNodes[Int(ahead)] }
    if prefixMarks[ahead] == stamp { return true }
    candidate.isWhole = true
    candidate.edges.append(best.edge)
    candidate.nodes.append(best.neighbor)
    followTree(&candidate, from: best.neighbor)
    return true
  }

  /// The least way through a deviation, found by a search that the tree guides.
  private mutating func search(_ candidate: Candidate, _ execution: Execution) throws -> Candidate? {
    stamp += 1
    for node in candidate.nodes { prefixMarks[node] = stamp }
    var heap = MinimumHeap()
    defer { heap.deallocate() }
    let start = candidate.nodes[candidate.deviation]
    let length = candidate.edges.reduce(0) { $0 + edgeWeights[EdgeID(rawValue: $1)] }
    relax(start, length, &heap, banned: candidate.banned)
    var taken = 0
    while let entry = heap.pop() {
      taken &+= 1
      if taken & 0x3FF == 0 { try execution.check() }
      if entry.node == end { return whole(candidate, from: start) }
      if lengths[entry.node] + rest[Int(entry.node)] < entry.key { continue }
      relax(entry.node, lengths[entry.node], &heap, banned: [])
    }
    return nil
  }

  private func relax(_ node: UInt32, _ length: Double, _ heap: inout MinimumHeap, banned: [UInt32]) {
    rows.read { rows in
      weights.read { weights in
        for place in rows.start(Int(node))..<rows.end(Int(node)) {
          let neighbor = rows.neighbors[place]
          let remaining = rest[Int(neighbor)]
          guard remaining < .infinity, prefixMarks[neighbor] != stamp else { continue }
          let sum = length + weights[place]
          if searchMarks[neighbor] == stamp, lengths[neighbor] <= sum { continue }
          let edge = edges.map { $0[place] } ?? UInt32(truncatingIfNeeded: place)
          if banned.contains(edge) { continue }
          searchMarks[neighbor] = stamp
          lengths[neighbor] = sum
          parents[neighbor] = node
          parentEdges[neighbor] = edge
          heap.push(sum + remaining, neighbor)
        }
      }
    }
  }

  private func whole(_ candidate: Candidate, from start: UInt32) -> Candidate {
    var (nodes, edges) = ([UInt32](), [UInt32]())
    var node = end
    while node != start {
      nodes.append(node)
      edges.append(parentEdges[node])
      node = parents[node]
    }
    var whole = candidate
    whole.nodes += nodes.reversed()
    whole.edges += edges.reversed()
    whole.length = lengths[end]
    whole.isWhole = true
    return whole
  }
}
