/// Gives nodes two colours in turn, step by step from the lowest node of each component.
struct BipartitionKernel {
  private static let unmet = UInt32.max

  private let rows: CSR
  private let edges: Column<UInt32>
  private let steps: MutableElements<UInt32>
  /// The place by which each node was met.
  private let places: MutableElements<UInt32>
  private let parents: MutableElements<UInt32>

  init(_ topology: Topology) {
    rows = topology.symmetric
    edges = topology.symmetricEdges
    steps = MutableElements.allocate(count: topology.nodeCount, repeating: Self.unmet)
    places = MutableElements.allocate(count: topology.nodeCount)
    parents = MutableElements.allocate(count: topology.nodeCount)
  }

  func deallocate() {
    steps.deallocate()
    places.deallocate()
    parents.deallocate()
  }

  func bipartition() -> Bipartition {
    let conflict = rows.read { search($0) }
    if let (node, neighbor, place) = conflict { return .oddCycle(cycle(node, neighbor, place)) }
    return .sides(NodeMap(steps.array().map { $0 & 1 == 0 ? .first : .second }))
  }

  /// Two neighbours of the same colour and the place of their edge, if there are such.
  private func search(_ rows: Rows) -> (UInt32, UInt32, Int)? {
    let queue = MutableElements<UInt32>.allocate(count: rows.nodeCount)
    defer { queue.deallocate() }
    var (head, tail) = (0, 0)
    for root in 0..<rows.nodeCount where steps[root] == Self.unmet {
      steps[root] = 0
      queue[tail] = UInt32(truncatingIfNeeded: root)
      tail &+= 1
      while head < tail {
        let node = queue[head]
        head &+= 1
        let step = steps[node]
        for place in rows.start(Int(node))..<rows.end(Int(node)) {
          let neighbor = rows.neighbors[place]
          if steps[neighbor] == Self.unmet {
            steps[neighbor] = step &+ 1
            places[neighbor] = UInt32(truncatingIfNeeded: place)
            parents[neighbor] = node
            queue[tail] = neighbor
            tail &+= 1
          } else if (steps[neighbor] ^ step) & 1 == 0 {
            return (node, neighbor, place)
          }
        }
      }
    }
    return nil
  }

  /// The way from where the ways to two nodes part, by the one and the edge between them to the other and back.
  private func cycle(_ left: UInt32, _ right: UInt32, _ place: Int) -> Path {
    var (leftNodes, rightNodes) = ([left], [right])
    var leftEdges: [EdgeID] = []
    var rightEdges: [EdgeID] = []
    var (a, b) = (left, right)
    while a != b {
      if steps[a] >= steps[b] {
        leftEdges.append(EdgeID(rawValue: edges[Int(places[a])]))
        a = parents[a]
        leftNodes.append(a)
      } else {
        rightEdges.append(EdgeID(rawValue: edges[Int(places[b])]))
        b = parents[b]
        rightNodes.append(b)
      }
    }
    return Path(
      nodes: (leftNodes.reversed() + rightNodes).map(NodeID.init(rawValue:)),
      edges: leftEdges.reversed() + [EdgeID(rawValue: edges[place])] + rightEdges)
  }
}
