/// Shortest ways from some nodes to all where edges may weigh less than 0: in each round, the nodes that came
/// nearer in the round before are followed.
struct BellmanFordKernel {
  private let topology: Topology
  private let direction: Direction
  private let rows: CSR
  private let weights: Column<Double>
  private let distances: MutableElements<Double>
  private let parents: MutableElements<UInt32>
  private let places: MutableElements<UInt32>
  /// Nodes of this round and of the next, and the round for which a node was last put there.
  private let queues: (MutableElements<UInt32>, MutableElements<UInt32>)
  private let rounds: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction, _ weights: EdgeWeights) {
    self.topology = topology
    self.direction = direction
    rows = topology.rows(direction)
    self.weights = weights.byPlace(topology, direction)
    let count = topology.nodeCount
    distances = MutableElements.allocate(count: count, repeating: .infinity)
    parents = MutableElements.allocate(count: count, repeating: DijkstraKernel.none)
    places = MutableElements.allocate(count: count, repeating: DijkstraKernel.none)
    queues = (MutableElements.allocate(count: count), MutableElements.allocate(count: count))
    rounds = MutableElements.allocate(count: count, repeating: 0)
  }

  func deallocate() {
    distances.deallocate()
    parents.deallocate()
    places.deallocate()
    queues.0.deallocate()
    queues.1.deallocate()
    rounds.deallocate()
  }

  func search(from sources: [UInt32], _ execution: Execution) throws -> ShortestPathTree {
    var (current, next) = queues
    var count = 0
    for source in sources where distances[source] != 0 {
      distances[source] = 0
      current[count] = source
      count += 1
    }
    var round: UInt32 = 0
    while count > 0 {
      try execution.check()
      round += 1
      count = advance(current, count, next, round)
      swap(&current, &next)
      // Parents form a circle exactly where a cycle below 0 was gone round; that a round is a power of two keeps
      // the looking cheap, and no tree is deeper than there are nodes.
      if round & (round &- 1) == 0 || Int(round) >= topology.nodeCount, let cycle = circleOfParents() {
        let names = cycle.map(String.init).joined(separator: ", ")
        throw GraphError(
          .negativeCycle,
          "the weights of the cycle through nodes \(names) sum to less than 0, so ways that reach it have no least length"
        )
      }
    }
    if let edges = topology.edges(direction) {
      edges.read { edges in
        for node in 0..<places.count where places[node] != DijkstraKernel.none { places[node] = edges[places[node]] }
      }
    }
    return ShortestPathTree(distances: distances.array(), parents: parents.array(), edges: places.array())
  }

  private func advance(
    _ current: MutableElements<UInt32>, _ count: Int, _ next: MutableElements<UInt32>, _ round: UInt32
  ) -> Int {
    rows.read { rows in
      weights.read { weights in
        var found = 0
        for position in 0..<count {
          let node = current[position]
          let distance = distances[node]
          var place = rows.start(Int(node))
          let end = rows.end(Int(node))
          while place < end {
            let neighbor = rows.neighbors[place]
            let candidate = distance + weights[place]
            if candidate < distances[neighbor] {
              distances[neighbor] = candidate
              parents[neighbor] = node
              places[neighbor] = UInt32(truncatingIfNeeded: place)
              if rounds[neighbor] != round {
                rounds[neighbor] = round
                next[found] = neighbor
                found &+= 1
              }
            }
            place &+= 1
          }
        }
        return found
      }
    }
  }

  /// The nodes of a circle among the parents, in the order of its edges, the lowest first.
  private func circleOfParents() -> [UInt32]? {
    let count = topology.nodeCount
    let marks = MutableElements<UInt32>.allocate(count: count, repeating: 0)
    defer { marks.deallocate() }
    for start in 0..<count where marks[start] == 0 {
      let mark = UInt32(truncatingIfNeeded: start) &+ 1
      var node = UInt32(truncatingIfNeeded: start)
      while node != DijkstraKernel.none, marks[node] == 0 {
        marks[node] = mark
        node = parents[node]
      }
      guard node != DijkstraKernel.none, marks[node] == mark else { continue }
      var cycle: [UInt32] = []
      let first = node
      repeat {
        cycle.append(node)
        node = parents[node]
      } while node != first
      cycle.reverse()
      let lowest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      return Array(cycle[lowest...] + cycle[..<lowest])
    }
    return nil
  }
}
