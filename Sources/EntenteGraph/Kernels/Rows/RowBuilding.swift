/// How rows are made from edges and from other rows: by counting, in linear time.
enum RowBuilding {
  /// Rows of edges in any order, with the place of each edge among those given; `nil` where they come in order.
  static func rows(
    nodeCount: Int, owners: [UInt32], neighbors: [UInt32]
  ) -> (rows: CSR, order: Column<UInt32>?) {
    owners.read { owners in
      neighbors.read { neighbors in
        if let offsets = offsetsIfSorted(nodeCount, owners, neighbors) {
          let column = Column<UInt32>(count: neighbors.count) { column in
            for place in 0..<neighbors.count { column[place] = neighbors[place] }
          }
          return (CSR(offsets: offsets, neighbors: column), nil)
        }
        return Execution().toTheEnd { try sortedRows(nodeCount: nodeCount, owners: owners, neighbors: neighbors, $0) }
      }
    }
  }

  private static func offsetsIfSorted(
    _ nodeCount: Int, _ owners: Elements<UInt32>, _ neighbors: Elements<UInt32>
  ) -> Column<UInt32>? {
    var last: UInt64 = 0
    for place in 0..<owners.count {
      let rank = BucketSort.entry(owners[place], neighbors[place])
      if rank < last { return nil }
      last = rank
    }
    return Column(count: nodeCount + 1) { offsets in
      offsets.fill(0)
      for place in 0..<owners.count { offsets[Int(owners[place]) &+ 1] &+= 1 }
      for place in 0..<nodeCount { offsets[place &+ 1] &+= offsets[place] }
    }
  }

  /// Rows of edges in any order, with the place of each edge among those given.
  static func sortedRows(
    nodeCount: Int, owners: Elements<UInt32>, neighbors: Elements<UInt32>, _ execution: Execution
  ) throws -> (rows: CSR, order: Column<UInt32>?) {
    let count = owners.count
    let byNeighbor = MutableElements<UInt32>.allocate(count: count)
    let order = MutableElements<UInt32>.allocate(count: count)
    let column = MutableElements<UInt32>.allocate(count: count)
    let offsets = MutableElements<UInt32>.allocate(count: nodeCount + 1)
    defer { byNeighbor.deallocate() }
    let parts = execution.threads
    let bounds = (0...parts).map { $0 * count / parts }
    let buckets = BucketSort(keyCount: nodeCount)
    // By neighbour, then stably by owner: each row comes out in order.
    try buckets.sort(
      parts: parts, offsets: offsets, execution,
      produce: { part, take in
        for place in bounds[part]..<bounds[part + 1] { take(neighbors[place], UInt32(truncatingIfNeeded: place)) }
      }, place: { slot, _, place in byNeighbor[slot] = place })
    try buckets.sort(
      parts: parts, offsets: offsets, execution,
      produce: { part, take in
        for slot in bounds[part]..<bounds[part + 1] { take(owners[byNeighbor[slot]], byNeighbor[slot]) }
      },
      place: { slot, _, place in
        order[slot] = place
        column[slot] = neighbors[place]
      })
    return (CSR(offsets: Column(adopting: offsets), neighbors: Column(adopting: column)), Column(adopting: order))
  }

  /// The rows the other way.
  static func transposed(_ rows: CSR, _ execution: Execution) throws -> CSR {
    let neighbors = MutableElements<UInt32>.allocate(count: rows.neighbors.count)
    let offsets = try transpose(rows, execution) { owner, _ in
      owner
    } place: { place, _, owner in
      neighbors[place] = owner
    }
    return CSR(offsets: Column(adopting: offsets), neighbors: Column(adopting: neighbors))
  }

  /// The place in `rows` of each entry of the transposed rows.
  static func transposedPlaces(_ rows: CSR, _ execution: Execution) throws -> Column<UInt32> {
    let places = MutableElements<UInt32>.allocate(count: rows.neighbors.count)
    let offsets = try transpose(rows, execution) { _, place in
      place
    } place: { place, _, original in
      places[place] = original
    }
    offsets.deallocate()
    return Column(adopting: places)
  }

  @inline(__always) private static func transpose(
    _ rows: CSR, _ execution: Execution, carrying carried: @Sendable (_ owner: UInt32, _ place: UInt32) -> UInt32,
    place: @Sendable (_ place: Int, _ key: UInt32, _ carried: UInt32) -> Void
  ) throws -> MutableElements<UInt32> {
    let offsets = MutableElements<UInt32>.allocate(count: rows.nodeCount + 1)
    try rows.read { rows in
      let bounds = RowPartition.bounds(rows, parts: execution.threads)
      try BucketSort(keyCount: rows.nodeCount).sort(
        parts: bounds.count - 1, offsets: offsets, execution,
        produce: { part, take in
          var place = rows.start(bounds[part])
          for owner in bounds[part]..<bounds[part + 1] {
            let end = rows.end(owner)
            while place < end {
              let value = carried(UInt32(truncatingIfNeeded: owner), UInt32(truncatingIfNeeded: place))
              take(rows.neighbors[place], value)
              place &+= 1
            }
          }
        }, place: place)
    }
    return offsets
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
  static func symmetric(_ topology: Topology, _ execution: Execution) throws -> CSR {
    let incoming = topology.incomingRows(execution)
    return try topology.outgoing.read { out in
      try incoming.read { into in
        let offsets = Column<UInt32>(count: out.nodeCount + 1) { offsets in
          for node in 0...out.nodeCount { offsets[node] = out.offsets[node] &+ into.offsets[node] }
        }
        let neighbors = MutableElements<UInt32>.allocate(count: 2 * out.placeCount)
        try execution.forEachPart(of: out.nodeCount, size: 1 << 14) { nodes, _ in
          merge(out, into, nodes) { slot, isOut, place in
            neighbors[slot] = isOut ? out.neighbors[place] : into.neighbors[place]
          }
        }
        return CSR(offsets: offsets, neighbors: Column(adopting: neighbors))
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
            merge(out, into, 0..<out.nodeCount) { slot, isOut, place in
              both[slot] = isOut ? UInt32(truncatingIfNeeded: place) : edges[place]
            }
          }
        }
      }
    }
  }

  /// Walks through two sets of rows at once in the order of neighbours and, among equals, of edges: those that start at
  /// the lower of the two nodes have the lower numbers. Of self-loops the starts come before the ends.
  @inline(__always) private static func merge(
    _ out: Rows, _ into: Rows, _ nodes: Range<Int>, _ body: (_ slot: Int, _ isOut: Bool, _ place: Int) -> Void
  ) {
    for node in nodes {
      var left = out.start(node)
      var right = into.start(node)
      let (leftEnd, rightEnd) = (out.end(node), into.end(node))
      var slot = left &+ right
      // Where each edge is given from its lower to its higher end, one row lies wholly before the other.
      let isApart = left < leftEnd && right < rightEnd && into.neighbors[rightEnd &- 1] < out.neighbors[left]
      while !isApart, left < leftEnd, right < rightEnd {
        let (leaving, arriving) = (out.neighbors[left], into.neighbors[right])
        let takesOut = leaving < arriving || (leaving == arriving && Int(leaving) >= node)
        body(slot, takesOut, takesOut ? left : right)
        if takesOut { left &+= 1 } else { right &+= 1 }
        slot &+= 1
      }
      while right < rightEnd {
        body(slot, false, right)
        right &+= 1
        slot &+= 1
      }
      while left < leftEnd {
        body(slot, true, left)
        left &+= 1
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
