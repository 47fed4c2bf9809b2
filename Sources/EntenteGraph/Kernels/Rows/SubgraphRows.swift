/// Rows between some of a graph's nodes, which are numbered anew in a given order.
struct SubgraphRows {
  let rows: CSR
  /// The edge at each place, where they were asked for.
  let edges: Column<UInt32>?

  /// The rows of `direction` between the nodes in `order`, without self-loops and each in ascending order.
  init(_ topology: Topology, _ direction: Direction, order: [UInt32], withEdges: Bool = false) {
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    var numbers = [UInt32](repeating: .max, count: topology.nodeCount)
    for (number, node) in order.enumerated() { numbers[Int(node)] = UInt32(truncatingIfNeeded: number) }
    let edgeOf = withEdges ? topology.edges(reverse) : nil
    (rows, edges) = topology.rows(reverse).read { rows in
      var offsets = [UInt32](repeating: 0, count: order.count + 1)
      for node in order {
        for place in rows.start(Int(node))..<rows.end(Int(node)) {
          let owner = numbers[Int(rows.neighbors[place])]
          if owner != .max && rows.neighbors[place] != node { offsets[Int(owner) + 1] += 1 }
        }
      }
      for place in 1..<max(1, offsets.count) { offsets[place] += offsets[place - 1] }
      var next = offsets
      let neighbors = MutableElements<UInt32>.allocate(count: Int(offsets[order.count]))
      let edges = withEdges ? MutableElements<UInt32>.allocate(count: neighbors.count) : nil
      // By ascending number of the neighbour, so that each row comes out in order.
      for (number, node) in order.enumerated() {
        for place in rows.start(Int(node))..<rows.end(Int(node)) {
          let owner = numbers[Int(rows.neighbors[place])]
          guard owner != .max, rows.neighbors[place] != node else { continue }
          let home = Int(next[Int(owner)])
          neighbors[home] = UInt32(truncatingIfNeeded: number)
          if let edges { edges[home] = edgeOf?[place] ?? UInt32(truncatingIfNeeded: place) }
          next[Int(owner)] += 1
        }
      }
      let rows = CSR(offsets: Column(offsets), neighbors: Column(adopting: neighbors))
      return (rows, edges.map { Column(adopting: $0) })
    }
  }
}
