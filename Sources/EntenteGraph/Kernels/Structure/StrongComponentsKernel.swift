/// Strong components by one depth-first search without recursion; in large graphs the component of the node with the
/// most ways in and out is found first, by searches from it forwards and backwards, and left out.
///
/// Sources: D. J. Pearce, "A Space-Efficient Algorithm for Finding Strongly Connected Components", 2016; L. K. Fleischer,
/// B. Hendrickson, A. Pınar, "On Identifying Strongly Connected Components in Parallel", 2000.
struct StrongComponentsKernel {
  /// Below this many edges one search is faster than three.
  private static let leastEdges = 1 << 18

  private let rows: CSR
  /// 0 where the search did not come yet, then the rank of the visit, then `UInt32.max` minus the component.
  private let ranks: MutableElements<UInt32>
  /// Nodes whose component is not complete.
  private let open: MutableElements<UInt32>
  private let pathNodes: MutableElements<UInt32>
  private let pathPlaces: MutableElements<UInt32>
  private let pathLows: MutableElements<UInt32>
  private let nodeCount: Int

  init(_ topology: Topology) {
    rows = topology.outgoing
    nodeCount = topology.nodeCount
    ranks = MutableElements.allocate(count: nodeCount, repeating: 0)
    open = MutableElements.allocate(count: nodeCount)
    pathNodes = MutableElements.allocate(count: nodeCount)
    pathPlaces = MutableElements.allocate(count: nodeCount)
    pathLows = MutableElements.allocate(count: nodeCount)
  }

  func deallocate() {
    ranks.deallocate()
    open.deallocate()
    pathNodes.deallocate()
    pathPlaces.deallocate()
    pathLows.deallocate()
  }

  /// The component of each node, numbered by their lowest nodes.
  func components(_ topology: Topology, _ execution: Execution) throws -> Components {
    var found: UInt32 = 0
    if topology.edgeCount >= Self.leastEdges, try leaveOutLargest(topology, execution) { found = 1 }
    try execution.check()
    rows.read { search($0, &found) }
    return numbered(Int(found))
  }

  /// Gives the nodes that the best connected one both reaches and is reached from the first component.
  private func leaveOutLargest(_ topology: Topology, _ execution: Execution) throws -> Bool {
    let (pivot, product) = rows.read { out in
      topology.incoming.rows.read { into in
        var (best, greatest) = (0, 0)
        for node in 0..<nodeCount {
          let product = out.degree(node) &* into.degree(node)
          if product > greatest { (best, greatest) = (node, product) }
        }
        return (best, greatest)
      }
    }
    guard product > 0 else { return false }
    let reached = try topology.steps(from: [NodeID(pivot)], direction: .outgoing, execution: execution).values
    let reaching = try topology.steps(from: [NodeID(pivot)], direction: .incoming, execution: execution).values
    for node in 0..<nodeCount where reached[node] >= 0 && reaching[node] >= 0 { ranks[node] = .max }
    return true
  }

  private func search(_ rows: Rows, _ found: inout UInt32) {
    var openCount = 0
    var nextRank: UInt32 = 1
    for root in 0..<nodeCount where ranks[root] == 0 {
      var depth = 0
      var node = UInt32(truncatingIfNeeded: root)
      var (place, end) = (rows.start(root), rows.end(root))
      ranks[node] = nextRank
      var low = nextRank
      nextRank &+= 1
      while true {
        while place < end {
          let neighbor = rows.neighbors[place]
          let rank = ranks[neighbor]
          place &+= 1
          if rank == 0 {
            pathNodes[depth] = node
            pathPlaces[depth] = UInt32(truncatingIfNeeded: place)
            pathLows[depth] = low
            depth &+= 1
            node = neighbor
            (place, end) = (rows.start(Int(node)), rows.end(Int(node)))
            ranks[node] = nextRank
            low = nextRank
            nextRank &+= 1
          } else {
            low = min(low, rank)
          }
        }
        let first = ranks[node]
        if low == first {
          let label = UInt32.max &- found
          found &+= 1
          nextRank &-= 1
          // What was opened after the root of a component, and is still open, is in it.
          while openCount > 0, first <= ranks[open[openCount &- 1]] {
            openCount &-= 1
            ranks[open[openCount]] = label
            nextRank &-= 1
          }
          ranks[node] = label
        } else {
          ranks[node] = low
          open[openCount] = node
          openCount &+= 1
        }
        if depth == 0 { break }
        depth &-= 1
        low = min(pathLows[depth], ranks[node])
        node = pathNodes[depth]
        (place, end) = (Int(pathPlaces[depth]), rows.end(Int(node)))
      }
    }
  }

  private func numbered(_ count: Int) -> Components {
    let unknown = UInt32.max
    let numbers = MutableElements<UInt32>.allocate(count: count, repeating: unknown)
    defer { numbers.deallocate() }
    var next: UInt32 = 0
    for node in 0..<nodeCount {
      let label = UInt32.max &- ranks[node]
      if numbers[label] == unknown {
        numbers[label] = next
        next &+= 1
      }
      ranks[node] = numbers[label]
    }
    return Components(labels: ranks.array(), count: count)
  }
}
