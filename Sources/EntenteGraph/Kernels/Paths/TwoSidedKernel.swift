/// Dijkstra's search from both ends at once, for one pair of nodes.
struct TwoSidedKernel {
  private struct Side {
    let rows: CSR
    let weights: Column<Double>
    let edges: Column<UInt32>?
    let distances: MutableElements<Double>
    let parents: MutableElements<UInt32>
    let places: MutableElements<UInt32>

    init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) {
      rows = topology.rows(direction)
      edges = topology.edges(direction)
      self.weights = weights.byPlace(topology, direction)
      distances = MutableElements.allocate(count: topology.nodeCount, repeating: .infinity)
      parents = MutableElements.allocate(count: topology.nodeCount, repeating: DijkstraKernel.none)
      places = MutableElements.allocate(count: topology.nodeCount)
    }

    func deallocate() {
      distances.deallocate()
      parents.deallocate()
      places.deallocate()
    }

    func edge(to node: UInt32) -> EdgeID {
      EdgeID(rawValue: edges.map { $0[Int(places[node])] } ?? places[node])
    }
  }

  private let forward: Side
  private let backward: Side

  init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) {
    forward = Side(topology, direction, weights)
    backward = Side(topology, direction.backward, weights)
  }

  func deallocate() {
    forward.deallocate()
    backward.deallocate()
  }

  func search(from start: UInt32, to end: UInt32, _ execution: Execution) throws -> WeightedPath? {
    if start == end { return WeightedPath(path: Path(nodes: [NodeID(rawValue: start)], edges: []), weight: 0) }
    var heaps = (MinimumHeap(), MinimumHeap())
    defer {
      heaps.0.deallocate()
      heaps.1.deallocate()
    }
    forward.distances[start] = 0
    backward.distances[end] = 0
    heaps.0.push(0, start)
    heaps.1.push(0, end)
    var best = (length: Double.infinity, middle: DijkstraKernel.none)
    var rounds = 0
    while heaps.0.count > 0, heaps.1.count > 0, heaps.0.first.key + heaps.1.first.key < best.length {
      rounds &+= 1
      if rounds & 0x3FF == 0 { try execution.check() }
      if heaps.0.first.key <= heaps.1.first.key {
        Self.advance(forward, backward, &heaps.0, &best)
      } else {
        Self.advance(backward, forward, &heaps.1, &best)
      }
    }
    return best.middle == DijkstraKernel.none ? nil : path(through: best.middle)
  }

  /// Settles one node of a side and looks where the sides meet.
  private static func advance(
    _ side: Side, _ other: Side, _ heap: inout MinimumHeap, _ best: inout (length: Double, middle: UInt32)
  ) {
    guard let entry = heap.pop(), side.distances[entry.node] == entry.key else { return }
    side.rows.read { rows in
      side.weights.read { weights in
        for place in rows.start(Int(entry.node))..<rows.end(Int(entry.node)) {
          let neighbor = rows.neighbors[place]
          let candidate = entry.key + weights[place]
          guard candidate < side.distances[neighbor] else { continue }
          side.distances[neighbor] = candidate
          side.parents[neighbor] = entry.node
          side.places[neighbor] = UInt32(truncatingIfNeeded: place)
          heap.push(candidate, neighbor)
          if candidate + other.distances[neighbor] < best.length {
            best = (candidate + other.distances[neighbor], neighbor)
          }
        }
      }
    }
  }

  private func path(through middle: UInt32) -> WeightedPath {
    var nodes = [NodeID(rawValue: middle)]
    var edges: [EdgeID] = []
    var node = middle
    while forward.parents[node] != DijkstraKernel.none {
      edges.append(forward.edge(to: node))
      node = forward.parents[node]
      nodes.append(NodeID(rawValue: node))
    }
    nodes.reverse()
    edges.reverse()
    // Summed from the start on, as every search does, so that the same way has the same weight in the last digit.
    var weight = forward.distances[middle]
    node = middle
    while backward.parents[node] != DijkstraKernel.none {
      edges.append(backward.edge(to: node))
      weight += backward.weights[Int(backward.places[node])]
      node = backward.parents[node]
      nodes.append(NodeID(rawValue: node))
    }
    return WeightedPath(path: Path(nodes: nodes, edges: edges), weight: weight)
  }
}
