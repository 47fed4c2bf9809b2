/// A depth-first forest of the undirected graph, and for each node how far back its descendants' edges lead.
///
/// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: Efficient Algorithms for Graph Manipulation", 1973.
struct LowPointKernel {
  /// Stands for no node: the visit above a root.
  static let none = UInt32.max
  private static let unmet = UInt32.max

  private let rows: CSR
  /// The visit of each node: the first node that is visited has 0.
  let visits: MutableElements<UInt32>
  /// The node of each visit.
  let order: MutableElements<UInt32>
  /// The visit of the parent, by visit.
  let parents: MutableElements<UInt32>
  /// The lowest visit to which an edge leads from the visit or its descendants, other than the edges to their
  /// parents, by visit; its own where no edge leads further back.
  let lows: MutableElements<UInt32>
  private let places: MutableElements<UInt32>

  init(_ topology: Topology) {
    rows = topology.symmetric
    let count = topology.nodeCount
    visits = MutableElements.allocate(count: count, repeating: Self.unmet)
    order = MutableElements.allocate(count: count)
    parents = MutableElements.allocate(count: count)
    lows = MutableElements.allocate(count: count)
    places = MutableElements.allocate(count: count)
    rows.read { search($0) }
  }

  func deallocate() {
    visits.deallocate()
    order.deallocate()
    parents.deallocate()
    lows.deallocate()
    places.deallocate()
  }

  var count: Int { order.count }

  private func search(_ rows: Rows) {
    var next: UInt32 = 0
    for root in 0..<rows.nodeCount where visits[root] == Self.unmet {
      var visit = next
      meet(UInt32(truncatingIfNeeded: root), visit, from: Self.none)
      next &+= 1
      var (parent, low) = (Self.none, visit)
      var (place, end) = (rows.start(root), rows.end(root))
      while true {
        while place < end {
          let neighbor = rows.neighbors[place]
          let met = visits[neighbor]
          place &+= 1
          if met == Self.unmet {
            places[visit] = UInt32(truncatingIfNeeded: place)
            lows[visit] = low
            meet(neighbor, next, from: visit)
            (parent, visit, low) = (visit, next, next)
            next &+= 1
            (place, end) = (rows.start(Int(neighbor)), rows.end(Int(neighbor)))
          } else {
            low = min(low, met == parent ? low : met)
          }
        }
        lows[visit] = low
        if parent == Self.none { break }
        low = min(low, lows[parent])
        visit = parent
        parent = parents[visit]
        let node = Int(order[visit])
        (place, end) = (Int(places[visit]), rows.end(node))
      }
    }
  }

  @inline(__always) private func meet(_ node: UInt32, _ visit: UInt32, from parent: UInt32) {
    visits[node] = visit
    order[visit] = node
    parents[visit] = parent
  }

  /// Whether no way round the node of the parent leads from a visit to what was visited before.
  @inline(__always) private func isCut(_ visit: Int) -> Bool {
    parents[visit] != Self.none && lows[visit] >= parents[visit]
  }

  /// The nodes that hold their component together, in ascending order.
  func articulationPoints() -> [NodeID] {
    let cuts = MutableElements<UInt32>.allocate(count: count, repeating: 0)
    defer { cuts.deallocate() }
    for visit in 0..<count where isCut(visit) { cuts[parents[visit]] &+= 1 }
    var points: [NodeID] = []
    for node in 0..<count {
      let visit = visits[node]
      // A root is one if it has two children, any other node if there is a child that has no way round it.
      let needed: UInt32 = parents[visit] == Self.none ? 2 : 1
      if cuts[visit] >= needed { points.append(NodeID(node)) }
    }
    return points
  }

  /// The edges that alone hold their component together, in ascending order.
  func bridges(_ topology: Topology) -> [EdgeID] {
    var bridges: [EdgeID] = []
    topology.outgoing.read { outgoing in
      for visit in 0..<count where parents[visit] != Self.none && Int(lows[visit]) == visit {
        let (upper, lower) = (order[parents[visit]], order[visit])
        let down = SortedRow.lowerBound(of: lower, in: outgoing, Int(upper))
        let up = SortedRow.lowerBound(of: upper, in: outgoing, Int(lower))
        let downCount = SortedRow.count(of: lower, in: outgoing, Int(upper))
        let upCount = SortedRow.count(of: upper, in: outgoing, Int(lower))
        // Of two edges between the same nodes, neither is a bridge.
        if downCount + upCount == 1 { bridges.append(EdgeID(downCount == 1 ? down : up)) }
      }
    }
    return bridges.sorted()
  }

  /// The biconnected component of each edge, numbered by their lowest edges.
  func components(_ topology: Topology) -> BiconnectedComponents {
    // The component of the edge between each visit and its parent.
    let byVisit = MutableElements<UInt32>.allocate(count: count)
    defer { byVisit.deallocate() }
    var found: UInt32 = 0
    for visit in 0..<count where parents[visit] != Self.none {
      if isCut(visit) {
        byVisit[visit] = found
        found &+= 1
      } else {
        byVisit[visit] = byVisit[parents[visit]]
      }
    }
    let numbers = MutableElements<UInt32>.allocate(count: Int(found), repeating: Self.none)
    let labels = MutableElements<UInt32>.allocate(count: topology.edgeCount)
    defer {
      numbers.deallocate()
      labels.deallocate()
    }
    var next: UInt32 = 0
    topology.outgoing.read { rows in
      for node in 0..<rows.nodeCount {
        for place in rows.start(node)..<rows.end(node) {
          let (left, right) = (visits[node], visits[rows.neighbors[place]])
          if left == right {
            labels[place] = Self.none
            continue
          }
          // An edge joins a visit and one above it; it is in the component of the edge between the lower and its parent.
          let component = byVisit[max(left, right)]
          if numbers[component] == Self.none {
            numbers[component] = next
            next &+= 1
          }
          labels[place] = numbers[component]
        }
      }
    }
    return BiconnectedComponents(
      labels: labels.array(), count: Int(found), articulationPoints: articulationPoints())
  }
}
