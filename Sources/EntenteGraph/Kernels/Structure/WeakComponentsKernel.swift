/// Weak components by union and find on a sample of the edges, and then on what lies outside the largest component.
///
/// Source: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing Parallel Graph Connectivity Computation via Subgraph
/// Sampling", 2018 (Afforest).
struct WeakComponentsKernel {
  /// Below this many edges threads cost more than they save.
  private static let leastEdges = 1 << 17
  private static let nodesPerPart = 1 << 14
  private static let sampleSize = 256

  private let outgoing: CSR
  private let incoming: CSR
  /// A node of the same component with a number not higher; a root is its own.
  private let parents: AtomicElements
  private let execution: Execution
  private let isShared: Bool

  init(_ topology: Topology, _ execution: Execution) {
    outgoing = topology.outgoing
    incoming = topology.incoming.rows
    parents = AtomicElements.numbered(count: topology.nodeCount)
    isShared = execution.threads > 1 && topology.edgeCount >= Self.leastEdges
    self.execution = isShared ? execution : Execution()
  }

  func deallocate() { parents.deallocate() }

  /// The component of each node, numbered by their lowest nodes.
  func components() throws -> Components {
    try outgoing.read { outgoing in
      try incoming.read { incoming in
        try forEachNode { node in
          linkFirst(outgoing, node)
          linkFirst(incoming, node)
        }
        try forEachNode { compress($0) }
        let largest = sampledRoot()
        try forEachNode { node in
          if parents[node] == largest { return }
          linkRest(outgoing, node)
          linkRest(incoming, node)
        }
      }
    }
    return numbered()
  }

  @inline(__always) private func forEachNode(_ body: @Sendable (Int) -> Void) throws {
    try execution.forEachPart(of: parents.count, size: Self.nodesPerPart) { nodes, _ in
      var node = nodes.lowerBound
      while node < nodes.upperBound {
        body(node)
        node &+= 1
      }
    }
  }

  @inline(__always) private func linkFirst(_ rows: Rows, _ node: Int) {
    let place = rows.start(node)
    if place < rows.end(node) { link(UInt32(truncatingIfNeeded: node), rows.neighbors[place]) }
  }

  @inline(__always) private func linkRest(_ rows: Rows, _ node: Int) {
    var place = rows.start(node) &+ 1
    let end = rows.end(node)
    while place < end {
      link(UInt32(truncatingIfNeeded: node), rows.neighbors[place])
      place &+= 1
    }
  }

  /// Makes one component of those of two nodes: the higher root goes under the lower.
  @inline(__always) private func link(_ left: UInt32, _ right: UInt32) {
    var (a, b) = (parents[left], parents[right])
    while a != b {
      let (low, high) = (min(a, b), max(a, b))
      let above = parents[high]
      if above == low { return }
      if above == high {
        if !isShared {
          parents[high] = low
          return
        }
        if parents.exchange(high, from: high, to: low) { return }
      }
      a = parents[parents[high]]
      b = parents[low]
    }
  }

  @inline(__always) private func compress(_ node: Int) {
    var parent = parents[node]
    while true {
      let above = parents[parent]
      if above == parent { break }
      parent = above
      parents[node] = parent
    }
  }

  /// The most frequent root of a sample of evenly spaced nodes.
  private func sampledRoot() -> UInt32 {
    let count = min(Self.sampleSize, parents.count)
    let roots = (0..<count).map { parents[$0 * parents.count / count] }.sorted()
    var (best, bestLength, start) = (UInt32(0), 0, 0)
    for place in 0..<count where place + 1 == count || roots[place + 1] != roots[place] {
      if place + 1 - start > bestLength { (best, bestLength) = (roots[place], place + 1 - start) }
      start = place + 1
    }
    return best
  }

  private func numbered() -> Components {
    let labels = MutableElements<UInt32>.allocate(count: parents.count)
    defer { labels.deallocate() }
    var count: UInt32 = 0
    for node in 0..<parents.count {
      // A parent is not higher than its node, so that its label is known already.
      let parent = parents[node]
      if Int(parent) == node {
        labels[node] = count
        count &+= 1
      } else {
        labels[node] = labels[parent]
      }
    }
    return Components(labels: labels.array(), count: Int(count))
  }
}
