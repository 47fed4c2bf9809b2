/// A search for one pair of nodes in the order of the length so far and a guess at the rest.
struct GuidedKernel {
  private let rows: CSR
  private let weights: Column<Double>
  private let distances: MutableElements<Double>
  /// What was guessed; below 0 where nothing was yet.
  private let estimates: MutableElements<Double>
  private let parents: ParentPlaces

  init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) {
    rows = topology.rows(direction)
    self.weights = weights.byPlace(topology, direction)
    distances = MutableElements.allocate(count: topology.nodeCount, repeating: .infinity)
    estimates = MutableElements.allocate(count: topology.nodeCount, repeating: -1)
    parents = ParentPlaces(topology, direction)
  }

  func deallocate() {
    distances.deallocate()
    estimates.deallocate()
    parents.deallocate()
  }

  func search(
    from start: UInt32, to end: UInt32, _ execution: Execution, _ estimate: (NodeID) throws -> Double
  ) throws -> WeightedPath? {
    var heap = MinimumHeap()
    defer { heap.deallocate() }
    distances[start] = 0
    heap.push(try guess(start, estimate), start)
    var taken = 0
    while let entry = heap.pop() {
      taken &+= 1
      if taken & 0x3FF == 0 { try execution.check() }
      let node = entry.node
      if node == end { return WeightedPath(path: parents.path(to: end), weight: distances[end]) }
      let distance = distances[node]
      // A shorter way to the node was found since it was put there.
      if distance + estimates[node] < entry.key { continue }
      try rows.read { rows in
        try weights.read { weights in
          for place in rows.start(Int(node))..<rows.end(Int(node)) {
            let neighbor = rows.neighbors[place]
            let candidate = distance + weights[place]
            guard candidate < distances[neighbor] else { continue }
            distances[neighbor] = candidate
            parents.record(neighbor, from: node, at: place)
            heap.push(candidate + (try guess(neighbor, estimate)), neighbor)
          }
        }
      }
    }
    return nil
  }

  private func guess(_ node: UInt32, _ estimate: (NodeID) throws -> Double) throws -> Double {
    if estimates[node] >= 0 { return estimates[node] }
    let guess = try estimate(NodeID(rawValue: node))
    guard guess >= 0 else {
      throw GraphError(.invalidArgument, "the estimate for node \(node) is \(guess), and it is a number from 0 up")
    }
    estimates[node] = guess
    return guess
  }
}
