/// Makes a graph of edges that were read part by part.
struct EdgeListBuilding {
  private let parts: [ParsedEdges]
  private let nodeCount: Int
  private let edgeCount: Int

  /// - Throws: `GraphError` with `tooLarge`.
  init(_ parts: [ParsedEdges], leastNodeCount: Int) throws(GraphError) {
    self.parts = parts
    nodeCount = parts.reduce(leastNodeCount) { $1.edgeCount > 0 ? max($0, Int($1.highest) + 1) : $0 }
    edgeCount = parts.reduce(0) { $0 + $1.edgeCount }
    try Topology.checkSize(nodeCount: nodeCount, edgeCount: edgeCount)
  }

  /// The graph, and the weights in the order of its edges.
  func build(_ execution: Execution) throws -> (Topology, EdgeWeights?) {
    let weights = parts.flatMap(\.weights)
    if isSorted {
      let topology = Topology(outgoing: try sortedRows(execution))
      return (topology, weights.isEmpty ? nil : try EdgeWeights(Column(weights)))
    }
    let (rows, order) = try unsortedRows(execution)
    guard !weights.isEmpty, let order else { return (Topology(outgoing: rows), nil) }
    let inOrder = order.read { order in
      Column<Double>(count: order.count) { column in
        for place in 0..<order.count { column[place] = weights[Int(order[place])] }
      }
    }
    return (Topology(outgoing: rows), try EdgeWeights(inOrder))
  }

  private var isSorted: Bool {
    var last: UInt64 = 0
    for part in parts where part.edgeCount > 0 {
      guard part.isSorted, part.ends[0] >= last else { return false }
      last = part.ends[part.edgeCount - 1]
    }
    return true
  }

  /// Where each part's edges begin.
  private var begins: [Int] {
    var begins = [0]
    for part in parts { begins.append(begins[begins.count - 1] + part.edgeCount) }
    return begins
  }

  /// Rows of edges in order: each row begins where its source first appears.
  private func sortedRows(_ execution: Execution) throws -> CSR {
    let (begins, nodeCount, parts) = (begins, nodeCount, parts)
    let neighbors = MutableElements<UInt32>.allocate(count: edgeCount)
    let offsets = MutableElements<UInt32>.allocate(count: nodeCount + 1)
    try execution.forEachChunk(parts.count) { chunk, _ in
      let part = parts[chunk]
      guard part.edgeCount > 0 else { return }
      // The rows up to the first source of the next part that has edges begin in this part or at its end.
      let next = parts[(chunk + 1)...].first { $0.edgeCount > 0 }
      let stop = next.map { Int($0.ends[0] >> 32) } ?? nodeCount
      let before = parts[..<chunk].last { $0.edgeCount > 0 }
      var node = before == nil ? 0 : Int(part.ends[0] >> 32) + 1
      for place in 0..<part.edgeCount {
        let edge = part.ends[place]
        let slot = begins[chunk] &+ place
        neighbors[slot] = UInt32(truncatingIfNeeded: edge)
        let source = Int(edge >> 32)
        while node <= source {
          offsets[node] = UInt32(truncatingIfNeeded: slot)
          node &+= 1
        }
      }
      while node <= stop {
        offsets[node] = UInt32(truncatingIfNeeded: begins[chunk + 1])
        node &+= 1
      }
    }
    if edgeCount == 0 { offsets.fill(0) }
    return CSR(offsets: Column(adopting: offsets), neighbors: Column(adopting: neighbors))
  }

  /// Rows of edges in any order, with the line of each place.
  private func unsortedRows(_ execution: Execution) throws -> (rows: CSR, order: Column<UInt32>?) {
    let (begins, parts) = (begins, parts)
    let sources = MutableElements<UInt32>.allocate(count: edgeCount)
    let targets = MutableElements<UInt32>.allocate(count: edgeCount)
    defer {
      sources.deallocate()
      targets.deallocate()
    }
    try execution.forEachChunk(parts.count) { chunk, _ in
      for place in 0..<parts[chunk].edgeCount {
        let edge = parts[chunk].ends[place]
        sources[begins[chunk] &+ place] = UInt32(truncatingIfNeeded: edge >> 32)
        targets[begins[chunk] &+ place] = UInt32(truncatingIfNeeded: edge)
      }
    }
    return try RowBuilding.sortedRows(
      nodeCount: nodeCount, owners: sources.elements, neighbors: targets.elements, execution)
  }
}
