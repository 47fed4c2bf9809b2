/// Counts the edges that lead from a neighbour of a node to another.
enum NeighborLinks {
  private static let nodesPerPart = 256

  /// The share of the ordered pairs of each node's neighbours that have an edge.
  static func shares(_ topology: Topology, _ execution: Execution) throws -> [Double] {
    let count = topology.nodeCount
    let shares = MutableElements<Double>.allocate(count: count, repeating: 0)
    // The node whose neighbours are marked last, for each thread: marks need no clearing.
    let marks = (0..<execution.threads).map { _ in MutableElements<UInt32>.allocate(count: count, repeating: .max) }
    defer {
      shares.deallocate()
      for mark in marks { mark.deallocate() }
    }
    try topology.simple.read { neighbors in
      try topology.outgoing.read { out in
        try execution.forEachChunk(Execution.parts(of: count, size: nodesPerPart)) { chunk, worker in
          let mark = marks[worker]
          for node in (chunk * nodesPerPart)..<min(count, (chunk + 1) * nodesPerPart) {
            let degree = neighbors.degree(node)
            guard degree > 1 else { continue }
            let links = links(of: node, neighbors, out, mark)
            shares[node] = Double(links) / (Double(degree) * Double(degree - 1))
          }
        }
      }
    }
    return shares.array()
  }

  private static func links(of node: Int, _ neighbors: Rows, _ out: Rows, _ mark: MutableElements<UInt32>) -> Int {
    let stamp = UInt32(truncatingIfNeeded: node)
    let (start, end) = (neighbors.start(node), neighbors.end(node))
    for place in start..<end { mark[neighbors.neighbors[place]] = stamp }
    var links = 0
    for place in start..<end {
      let from = neighbors.neighbors[place]
      var last = UInt32.max
      for edge in out.start(Int(from))..<out.end(Int(from)) {
        let to = out.neighbors[edge]
        // Rows ascend, so parallel edges follow each other; a self-loop is no pair.
        if to != last, to != from, mark[to] == stamp { links &+= 1 }
        last = to
      }
    }
    return links
  }
}
