/// Dijkstra's search with the least weight of a way in the place of its length.
struct WidestPathKernel {
  private let rows: CSR
  private let weights: Column<Double>
  private let widths: MutableElements<Double>
  private let parents: ParentPlaces

  init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) {
    rows = topology.rows(direction)
    self.weights = weights.byPlace(topology, direction)
    widths = MutableElements.allocate(count: topology.nodeCount, repeating: -.infinity)
    parents = ParentPlaces(topology, direction)
  }

  func deallocate() {
    widths.deallocate()
    parents.deallocate()
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
      if entry.node == end { return WeightedPath(path: parents.path(to: end), weight: widths[end]) }
      if widths[entry.node] > width { continue }
      rows.read { rows in
        weights.read { weights in
          for place in rows.start(Int(entry.node))..<rows.end(Int(entry.node)) {
            let neighbor = rows.neighbors[place]
            let candidate = min(width, weights[place])
            guard candidate > widths[neighbor] else { continue }
            widths[neighbor] = candidate
            parents.record(neighbor, from: entry.node, at: place)
            heap.push(-candidate, neighbor)
          }
        }
      }
    }
    return nil
  }
}
