/// Dijkstra's search with the least weight of a way in the place of its length.
struct WidestPathKernel {
  private let rows: CSR
  private let weights: Column<Double>
  private let edges: Column<UInt32>?
  private let widths: MutableElements<Double>
  private let parents: MutableElements<UInt32>
  private let places: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) {
    rows = topology.rows(direction)
    edges = topology.edges(direction)
    self.weights = weights.byPlace(topology, direction)
    widths = MutableElements.allocate(count: topology.nodeCount, repeating: -.infinity)
    parents = MutableElements.allocate(count: topology.nodeCount, repeating: DijkstraKernel.none)
    places = MutableElements.allocate(count: topology.nodeCount)
  }

  func deallocate() {
    widths.deallocate()
    parents.deallocate()
    places.deallocate()
  }

  func search(from start: UInt32, to end: UInt32, _ execution: Execution) throws -> WeightedPath? {
    var heap = MinimumHeap()
    defer { heap.deallocate() }
    widths[start] = .infinity
    heap.push(-.infinity, start)
    var taken = 0
    while let entry = heap.pop() {
      taken &+= 1
      if taken & 0x3FF == 0 { try execution.check() }
      let width = -entry.key
      if entry.node == end { return path(to: end) }
      if widths[entry.node] > width { continue }
      rows.read { rows in
        weights.read { weights in
          for place in rows.start(Int(entry.node))..<rows.end(Int(entry.node)) {
            let neighbor = rows.neighbors[place]
            let candidate = min(width, weights[place])
            guard candidate > widths[neighbor] else { continue }
            widths[neighbor] = candidate
            parents[neighbor] = entry.node
            places[neighbor] = UInt32(truncatingIfNeeded: place)
            heap.push(-candidate, neighbor)
          }
        }
      }
    }
    return nil
  }

  private func path(to end: UInt32) -> WeightedPath {
    var nodes = [NodeID(rawValue: end)]
    var steps: [EdgeID] = []
    var node = end
    while parents[node] != DijkstraKernel.none {
      steps.append(EdgeID(rawValue: edges.map { $0[Int(places[node])] } ?? places[node]))
      node = parents[node]
      nodes.append(NodeID(rawValue: node))
    }
    return WeightedPath(path: Path(nodes: nodes.reversed(), edges: steps.reversed()), weight: widths[end])
  }
}
