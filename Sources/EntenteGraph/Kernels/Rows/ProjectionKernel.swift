/// Counts for each node of a side, neighbour by neighbour, whom it meets there.
struct ProjectionKernel {
  private static let nodesPerPart = 256

  private struct Part: Sendable {
    var degrees: [UInt32] = []
    var neighbors: [UInt32] = []
    var common: [UInt32] = []
    var weights: [Double] = []
  }

  private let rows: CSR
  private let members: [UInt32]
  /// The place of each node among the members; `.max` for those of the other side.
  private let places: Column<UInt32>

  init(_ rows: CSR, side: NodeMask) {
    self.rows = rows
    let members = side.elements.map(\.rawValue)
    self.members = members
    places = Column(count: rows.nodeCount) { places in
      places.fill(.max)
      for (place, node) in members.enumerated() { places[node] = UInt32(truncatingIfNeeded: place) }
    }
  }

  func project(_ execution: Execution) throws -> Projection {
    let count = Execution.parts(of: members.count, size: Self.nodesPerPart)
    let parts = Collected<Part>(count: count)
    let shares = inverseDegrees()
    defer { shares.deallocate() }
    let workers = max(1, min(execution.threads, count))
    let common = MutableElements<UInt32>.allocate(count: workers * members.count, repeating: 0)
    let weights = MutableElements<Double>.allocate(count: workers * members.count, repeating: 0)
    defer {
      common.deallocate()
      weights.deallocate()
    }
    try execution.forEachChunk(count, reporting: true) { part, worker in
      let range = part * Self.nodesPerPart..<min(members.count, (part + 1) * Self.nodesPerPart)
      parts[part] = self.part(range, shares, common, weights, from: worker * members.count)
    }
    let made = parts.values
    var offsets: [UInt32] = [0]
    var end = 0
    for degree in made.lazy.flatMap(\.degrees) {
      end += Int(degree)
      try Topology.checkSize(nodeCount: members.count, edgeCount: end)
      offsets.append(UInt32(end))
    }
    let rows = CSR(offsets: Column(offsets), neighbors: Column(made.flatMap(\.neighbors)))
    return Projection(
      topology: Topology(outgoing: rows), originalNodes: Column(members), common: made.flatMap(\.common),
      weights: try EdgeWeights(Column(made.flatMap(\.weights))))
  }

  /// One over the number of members beside one at each node of the other side.
  private func inverseDegrees() -> MutableElements<Double> {
    let shares = MutableElements<Double>.allocate(count: rows.nodeCount, repeating: 0)
    rows.read { rows in
      places.read { places in
        for node in 0..<rows.nodeCount where places[node] == .max {
          var degree = 0
          for place in rows.start(node)..<rows.end(node) where places[rows.neighbors[place]] != .max { degree &+= 1 }
          if degree > 1 { shares[node] = 1 / Double(degree - 1) }
        }
      }
    }
    return shares
  }

  /// The rows of some members; `common` and `weights` are 0 for all members, and are left so.
  private func part(
    _ range: Range<Int>, _ shares: MutableElements<Double>, _ common: MutableElements<UInt32>,
    _ weights: MutableElements<Double>, from base: Int
  ) -> Part {
    var part = Part()
    var met: [UInt32] = []
    rows.read { rows in
      places.read { places in
        for member in range {
          met.removeAll(keepingCapacity: true)
          let node = Int(members[member])
          for place in rows.start(node)..<rows.end(node) {
            let middle = Int(rows.neighbors[place])
            if places[middle] != .max { continue }
            for second in rows.start(middle)..<rows.end(middle) {
              let other = places[rows.neighbors[second]]
              if other == .max || other <= member { continue }
              let slot = base &+ Int(other)
              if common[slot] == 0 { met.append(other) }
              common[slot] &+= 1
              weights[slot] += shares[middle]
            }
          }
          met.sort()
          part.degrees.append(UInt32(truncatingIfNeeded: met.count))
          for other in met {
            let slot = base &+ Int(other)
            part.neighbors.append(other)
            part.common.append(common[slot])
            part.weights.append(weights[slot])
            common[slot] = 0
            weights[slot] = 0
          }
        }
      }
    }
    return part
  }
}
