/// By which place of the rows each node was met, and from where, in a search for one way.
struct ParentPlaces {
  private let edges: Column<UInt32>?
  private let parents: MutableElements<UInt32>
  private let places: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction) {
    edges = topology.edges(direction)
    parents = MutableElements.allocate(count: topology.nodeCount, repeating: DijkstraKernel.none)
    places = MutableElements.allocate(count: topology.nodeCount)
  }

  func deallocate() {
    parents.deallocate()
    places.deallocate()
  }

  @inline(__always) func record(_ node: UInt32, from parent: UInt32, at place: Int) {
    parents[node] = parent
    places[node] = UInt32(truncatingIfNeeded: place)
  }

  /// The way to a node from where the search began.
  func path(to end: UInt32) -> Path {
    var nodes = [NodeID(rawValue: end)]
    var steps: [EdgeID] = []
    var node = end
    while parents[node] != DijkstraKernel.none {
      steps.append(EdgeID(rawValue: edges.map { $0[Int(places[node])] } ?? places[node]))
      node = parents[node]
      nodes.append(NodeID(rawValue: node))
    }
    return Path(nodes: nodes.reversed(), edges: steps.reversed())
  }
}
