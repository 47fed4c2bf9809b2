/// How rows are made from edges and from other rows: by counting, in linear time.
enum RowBuilding {
  /// Rows of edges in any order, with the place of each edge among those given; `nil` where they come in order.
  static func rows(
    nodeCount: Int, owners: [UInt32], neighbors: [UInt32]
  ) -> (rows: CSR, order: Column<UInt32>?) {
    let isSorted = zip(owners, neighbors).allInOrder()
    let offsets = counted(nodeCount: nodeCount, owners)
    if isSorted { return (CSR(offsets: offsets, neighbors: Column(neighbors)), nil) }
    // By neighbour, then stably by owner: each row comes out in order.
    let byNeighbor = stablySorted(neighbors, bound: nodeCount)
    var place = offsets.dropLast().map { $0 }
    let order = MutableElements<UInt32>.allocate(count: owners.count)
    for edge in byNeighbor {
      let owner = Int(owners[Int(edge)])
      order[place[owner]] = edge
      place[owner] += 1
    }
    let sorted = Column<UInt32>(adopting: order)
    let rows = CSR(offsets: offsets, neighbors: Column(sorted.lazy.map { neighbors[Int($0)] }))
    return (rows, sorted)
  }

  /// The places of `values` in ascending order of value, equal ones in the order in which they stand.
  private static func stablySorted(_ values: [UInt32], bound: Int) -> Column<UInt32> {
    var next = counted(nodeCount: bound, values).map { $0 }
    return Column(count: values.count) { sorted in
      for (place, value) in values.enumerated() {
        sorted[next[Int(value)]] = UInt32(truncatingIfNeeded: place)
        next[Int(value)] += 1
      }
    }
  }

  /// Where each owner's row begins.
  private static func counted(nodeCount: Int, _ owners: [UInt32]) -> Column<UInt32> {
    Column(count: nodeCount + 1) { offsets in
      offsets.fill(0)
      for owner in owners { offsets[Int(owner) + 1] &+= 1 }
      accumulate(offsets)
    }
  }

  private static func accumulate(_ offsets: MutableElements<UInt32>) {
    for place in 1..<max(1, offsets.count) { offsets[place] &+= offsets[place - 1] }
  }

  /// The rows the other way, with the place that each entry had.
  static func transposed(_ rows: CSR) -> Topology.Incidence {
    let count = rows.neighbors.count
    let neighbors = MutableElements<UInt32>.allocate(count: count)
    let edges = MutableElements<UInt32>.allocate(count: count)
    let offsets = rows.read { rows in
      let next = MutableElements<UInt32>.allocate(count: rows.nodeCount + 1, repeating: 0)
      defer { next.deallocate() }
      for place in 0..<count { next[Int(rows.neighbors[place]) &+ 1] &+= 1 }
      accumulate(next)
      let offsets = Column(next.array())
      for owner in 0..<rows.nodeCount {
        for place in rows.start(owner)..<rows.end(owner) {
          let neighbor = rows.neighbors[place]
          let slot = next[neighbor]
          next[neighbor] = slot &+ 1
          neighbors[slot] = UInt32(truncatingIfNeeded: owner)
          edges[slot] = UInt32(truncatingIfNeeded: place)
        }
      }
      return offsets
    }
    return Topology.Incidence(
      rows: CSR(offsets: offsets, neighbors: Column(adopting: neighbors)), edges: Column(adopting: edges))
  }

  /// The owner of each place.
  static func owners(_ rows: CSR) -> Column<UInt32> {
    Column(count: rows.neighbors.count) { owners in
      rows.read { rows in
        for node in 0..<rows.nodeCount {
          for place in rows.start(node)..<rows.end(node) { owners[place] = UInt32(truncatingIfNeeded: node) }
        }
      }
    }
  }

  /// The rows of both ways as one.
  static func symmetric(_ topology: Topology) -> CSR {
    let incoming = topology.incoming.rows
    return topology.outgoing.read { out in
      incoming.read { into in
        let offsets = Column<UInt32>(count: out.nodeCount + 1) { offsets in
          for node in 0...out.nodeCount { offsets[node] = out.offsets[node] &+ into.offsets[node] }
        }
        let neighbors = Column<UInt32>(count: 2 * out.placeCount) { neighbors in
          merge(out, into) { slot, isOut, place in
            neighbors[slot] = isOut ? out.neighbors[place] : into.neighbors[place]
          }
        }
        return CSR(offsets: offsets, neighbors: neighbors)
      }
    }
  }

  /// The edge at each place of `symmetric`.
  static func symmetricEdges(_ topology: Topology) -> Column<UInt32> {
    let incoming = topology.incoming
    return topology.outgoing.read { out in
      incoming.rows.read { into in
        incoming.edges.read { edges in
          Column<UInt32>(count: 2 * out.placeCount) { both in
            merge(out, into) { slot, isOut, place in
              both[slot] = isOut ? UInt32(truncatingIfNeeded: place) : edges[place]
            }
          }
        }
      }
    }
  }

  /// Walks through two sets of rows at once in the order of neighbours, those of `out` first among equals.
  @inline(__always) private static func merge(
    _ out: Rows, _ into: Rows, _ body: (_ slot: Int, _ isOut: Bool, _ place: Int) -> Void
  ) {
    var slot = 0
    for node in 0..<out.nodeCount {
      var left = out.start(node)
      var right = into.start(node)
      let leftEnd = out.end(node)
      let rightEnd = into.end(node)
      while left < leftEnd || right < rightEnd {
        let takesOut = right == rightEnd || (left < leftEnd && out.neighbors[left] <= into.neighbors[right])
        body(slot, takesOut, takesOut ? left : right)
        if takesOut { left &+= 1 } else { right &+= 1 }
        slot &+= 1
      }
    }
  }

  /// Sorted rows without their owner and with each neighbour once.
  static func simple(_ rows: CSR) -> CSR {
    let isSimple = rows.read { rows in
      (0..<rows.nodeCount).allSatisfy { node in
        (rows.start(node)..<rows.end(node)).allSatisfy { isKept(rows, node, $0) }
      }
    }
    if isSimple { return rows }
    return rows.read { rows in
      let offsets = MutableElements<UInt32>.allocate(count: rows.nodeCount + 1)
      var kept: UInt32 = 0
      for node in 0..<rows.nodeCount {
        offsets[node] = kept
        for place in rows.start(node)..<rows.end(node) where isKept(rows, node, place) { kept &+= 1 }
      }
      offsets[rows.nodeCount] = kept
      let neighbors = Column<UInt32>(count: Int(kept)) { neighbors in
        var slot = 0
        for node in 0..<rows.nodeCount {
          for place in rows.start(node)..<rows.end(node) where isKept(rows, node, place) {
            neighbors[slot] = rows.neighbors[place]
            slot &+= 1
          }
        }
      }
      return CSR(offsets: Column(adopting: offsets), neighbors: neighbors)
    }
  }

  @inline(__always) private static func isKept(_ rows: Rows, _ node: Int, _ place: Int) -> Bool {
    let neighbor = rows.neighbors[place]
    return Int(neighbor) != node && (place == rows.start(node) || rows.neighbors[place &- 1] != neighbor)
  }
}

extension Sequence where Element == (UInt32, UInt32) {
  fileprivate func allInOrder() -> Bool {
    var last: UInt64 = 0
    for (owner, neighbor) in self {
      let rank = UInt64(owner) << 32 | UInt64(neighbor)
      if rank < last { return false }
      last = rank
    }
    return true
  }
}
