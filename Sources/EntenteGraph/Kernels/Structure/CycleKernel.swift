/// A depth-first search that stops at the first edge back into its own path.
struct CycleKernel {
  private enum State {
    static let unmet: UInt8 = 0
    static let onPath: UInt8 = 1
    static let left: UInt8 = 2
  }

  private static let none = UInt32.max

  private let rows: CSR
  private let edges: Column<UInt32>?
  private let isUndirected: Bool
  private let states: MutableElements<UInt8>
  private let pathNodes: MutableElements<UInt32>
  /// The place behind the one by which the path goes on from each of its nodes.
  private let pathPlaces: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction) {
    rows = topology.rows(direction)
    edges = topology.edges(direction)
    isUndirected = direction == .both
    states = MutableElements.allocate(count: topology.nodeCount, repeating: State.unmet)
    pathNodes = MutableElements.allocate(count: topology.nodeCount)
    pathPlaces = MutableElements.allocate(count: topology.nodeCount)
  }

  func deallocate() {
    states.deallocate()
    pathNodes.deallocate()
    pathPlaces.deallocate()
  }

  func cycle() -> Path? {
    rows.read { rows in
      for root in 0..<rows.nodeCount where states[root] == State.unmet {
        if let path = search(rows, from: root) { return path }
      }
      return nil
    }
  }

  private func search(_ rows: Rows, from root: Int) -> Path? {
    var depth = 0
    var node = UInt32(truncatingIfNeeded: root)
    var (place, end) = (rows.start(root), rows.end(root))
    states[root] = State.onPath
    pathNodes[0] = node
    while true {
      while place < end {
        let neighbor = rows.neighbors[place]
        place &+= 1
        let state = states[neighbor]
        if state == State.left { continue }
        if state == State.onPath {
          if isUndirected, depth > 0, edge(place - 1) == edge(Int(pathPlaces[depth &- 1]) - 1) { continue }
          pathPlaces[depth] = UInt32(truncatingIfNeeded: place)
          return path(from: neighbor, depth: depth)
        }
        pathPlaces[depth] = UInt32(truncatingIfNeeded: place)
        depth &+= 1
        node = neighbor
        pathNodes[depth] = node
        states[node] = State.onPath
        (place, end) = (rows.start(Int(node)), rows.end(Int(node)))
      }
      states[node] = State.left
      if depth == 0 { return nil }
      depth &-= 1
      node = pathNodes[depth]
      (place, end) = (Int(pathPlaces[depth]), rows.end(Int(node)))
    }
  }

  private func edge(_ place: Int) -> Int { edges.map { Int($0[place]) } ?? place }

  private func path(from first: UInt32, depth: Int) -> Path {
    var start = depth
    while pathNodes[start] != first { start -= 1 }
    let nodes = (start...depth).map { NodeID(rawValue: pathNodes[$0]) } + [NodeID(rawValue: first)]
    return Path(nodes: nodes, edges: (start...depth).map { EdgeID(edge(Int(pathPlaces[$0]) - 1)) })
  }
}
