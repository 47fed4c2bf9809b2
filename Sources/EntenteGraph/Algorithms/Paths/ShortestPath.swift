extension GraphStructure {
  /// A way from one node to another with the fewest steps, or `nil` where none leads there.
  ///
  /// Of several such ways it is the one whose nodes, read from the start, have the lower identifiers;
  /// of several edges between two of its nodes it takes the lowest. From a node to itself it is the way without steps.
  ///
  /// - Parameters:
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  ///   - isOpen: whether an edge may be taken; asked at most twice an edge.
  /// - Complexity: O(*V* + *E*) time, O(*V*) memory.
  ///
  /// Source: breadth-first search; E. F. Moore, "The shortest path through a maze", 1959.
  public func shortestPath(
    from start: NodeID, to end: NodeID, direction: Direction = .outgoing,
    where isOpen: (EdgeID) -> Bool = { _ in true }
  ) -> Path? {
    var search = BreadthFirstSearch(nodeCount: nodeCount, start: start.rawValue)
    while let node = search.next(), node != end.rawValue {
      // Neighbours are met in ascending order and nodes leave in the order in which they were met, so by
      // induction each node is first met on the least of its shortest ways.
      forEachNeighbor(of: Int(node), direction) { neighbor, edge in
        search.meet(neighbor, from: node, by: edge, where: isOpen)
      }
    }
    return search.path(to: end.rawValue)
  }

  /// Calls `body` with each neighbour of a node and the edge to it, in ascending order of the two.
  private func forEachNeighbor(of node: Int, _ direction: Direction, _ body: (UInt32, UInt32) -> Void) {
    let outgoing = topology.outgoing
    let incoming = direction == .outgoing ? nil : topology.incoming
    let outRow = direction == .incoming ? 0..<0 : outgoing.row(node)
    let inRow = incoming?.rows.row(node) ?? 0..<0
    var out = outRow.lowerBound
    var into = inRow.lowerBound
    while out < outRow.upperBound || into < inRow.upperBound {
      let left = out < outRow.upperBound ? (outgoing.neighbors[out], UInt32(out)) : nil
      let right = incoming.flatMap { into < inRow.upperBound ? ($0.rows.neighbors[into], $0.edges[into]) : nil }
      if let left, right.map({ left <= $0 }) ?? true {
        body(left.0, left.1)
        out += 1
      } else if let right {
        body(right.0, right.1)
        into += 1
      }
    }
  }
}

/// The queue of a search and the way by which each node was met.
private struct BreadthFirstSearch {
  private static let none = UInt32.max
  private let start: UInt32
  private var parents: [UInt32]
  private var parentEdges: [UInt32]
  private var queue: [UInt32]
  private var head = 0

  init(nodeCount: Int, start: UInt32) {
    self.start = start
    parents = [UInt32](repeating: Self.none, count: nodeCount)
    parentEdges = parents
    parents[Int(start)] = start
    queue = [start]
  }

  mutating func next() -> UInt32? {
    guard head < queue.count else { return nil }
    defer { head += 1 }
    return queue[head]
  }

  mutating func meet(_ node: UInt32, from parent: UInt32, by edge: UInt32, where isOpen: (EdgeID) -> Bool) {
    guard parents[Int(node)] == Self.none, isOpen(EdgeID(rawValue: edge)) else { return }
    parents[Int(node)] = parent
    parentEdges[Int(node)] = edge
    queue.append(node)
  }

  func path(to end: UInt32) -> Path? {
    guard parents[Int(end)] != Self.none else { return nil }
    var nodes = [NodeID(rawValue: end)]
    var edges: [EdgeID] = []
    var node = end
    while node != start {
      edges.append(EdgeID(rawValue: parentEdges[Int(node)]))
      node = parents[Int(node)]
      nodes.append(NodeID(rawValue: node))
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed())
  }
}
