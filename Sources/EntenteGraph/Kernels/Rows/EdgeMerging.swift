/// Puts edges together whose ends lie in the same groups.
struct EdgeMerging {
  var isUndirected: Bool
  var keepsLoops: Bool

  func merged(
    _ topology: Topology, groups: Column<UInt32>, groupCount: Int, weights: EdgeWeights?
  ) throws -> MergedGraph {
    precondition(
      weights.map { $0.values.count == topology.edgeCount } ?? true,
      "weights belong to the graph that they were made for")
    let (owners, neighbors, edges) = ends(topology, groups)
    let built = RowBuilding.rows(nodeCount: groupCount, owners: owners, neighbors: neighbors)
    let members = built.order.map { order in Column(order.lazy.map { edges[Int($0)] }) } ?? Column(edges)
    let (rows, offsets) = built.rows.withoutRepeats()
    let sums = try weights.map { weights in
      try EdgeWeights(
        Column(count: rows.neighbors.count) { sums in
          for edge in 0..<sums.count {
            let range = Int(offsets[edge])..<Int(offsets[edge + 1])
            sums[edge] = range.reduce(0) { $0 + weights.values[Int(members[$1])] }
          }
        })
    }
    return MergedGraph(topology: Topology(outgoing: rows), offsets: offsets, members: members, weights: sums)
  }

  /// The groups at the ends of the edges that stay, and those edges.
  private func ends(_ topology: Topology, _ groups: Column<UInt32>) -> ([UInt32], [UInt32], [UInt32]) {
    var (owners, neighbors, edges): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
    owners.reserveCapacity(topology.edgeCount)
    neighbors.reserveCapacity(topology.edgeCount)
    edges.reserveCapacity(topology.edgeCount)
    topology.outgoing.read { rows in
      groups.read { groups in
        for node in 0..<rows.nodeCount {
          let group = groups[node]
          for place in rows.start(node)..<rows.end(node) {
            let other = groups[rows.neighbors[place]]
            if other == group && !keepsLoops { continue }
            let turns = isUndirected && other < group
            owners.append(turns ? other : group)
            neighbors.append(turns ? group : other)
            edges.append(UInt32(truncatingIfNeeded: place))
          }
        }
      }
    }
    return (owners, neighbors, edges)
  }
}

extension CSR {
  /// Rows with each neighbour once, and where its repeats begin.
  func withoutRepeats() -> (CSR, Column<UInt32>) {
    read { rows in
      var neighbors: [UInt32] = []
      var firsts: [UInt32] = []
      neighbors.reserveCapacity(rows.placeCount)
      firsts.reserveCapacity(rows.placeCount + 1)
      let offsets = Column<UInt32>(count: rows.nodeCount + 1) { offsets in
        offsets[0] = 0
        for node in 0..<rows.nodeCount {
          let start = rows.start(node)
          for place in start..<rows.end(node)
          where place == start || rows.neighbors[place] != rows.neighbors[place &- 1] {
            neighbors.append(rows.neighbors[place])
            firsts.append(UInt32(truncatingIfNeeded: place))
          }
          offsets[node &+ 1] = UInt32(truncatingIfNeeded: neighbors.count)
        }
      }
      firsts.append(UInt32(truncatingIfNeeded: rows.placeCount))
      return (CSR(offsets: offsets, neighbors: Column(neighbors)), Column(firsts))
    }
  }
}
