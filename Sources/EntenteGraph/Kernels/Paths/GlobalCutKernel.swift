/// The least cut of an undirected graph by maximum adjacency orders, in which every edge whose ends are known to hang
/// together at least as strongly as the least cut found so far is contracted at once.
///
/// Source: H. Nagamochi, T. Ono, T. Ibaraki, "Implementing an efficient minimum capacity cut algorithm", 1994; one
/// order of M. Stoer, F. Wagner, "A Simple Min-Cut Algorithm", 1997, contracts one pair.
struct GlobalCutKernel {
  /// The graph as contracted so far: edges both ways, without self-loops, each pair of nodes once.
  private var offsets: [Int]
  private var neighbors: [UInt32]
  private var weights: [Double]
  /// The contracted node that each node of the graph is part of.
  private var groups: [UInt32]
  private(set) var least = Double.infinity
  /// Whether each node of the graph lies on one side of the least cut.
  private(set) var side: [Bool] = []

  /// - Precondition: no weight is below 0.
  init(_ topology: Topology, _ edgeWeights: EdgeWeights) {
    groups = topology.nodes.map(\.rawValue)
    let rows = topology.rows(.both)
    offsets = rows.offsets.map { Int($0) }
    neighbors = Array(rows.neighbors)
    weights = Array(edgeWeights.byPlace(topology, .both))
    contract(groups, count: topology.nodeCount)
  }

  private var count: Int { offsets.count - 1 }

  mutating func run(_ execution: Execution) throws {
    while count > 1, least > 0 {
      try execution.check()
      takeLightestNode()
      if least == 0 { return }
      let parents = order()
      contract(parents, count: parents.count)
    }
  }

  /// Takes a cut whose side is one contracted node.
  private mutating func takeLightestNode() {
    var lightest: Int?
    for node in 0..<count {
      let weight = weights[offsets[node]..<offsets[node + 1]].reduce(0, +)
      if weight < least { (least, lightest) = (weight, node) }
    }
    if let lightest { side = groups.map { Int($0) == lightest } }
  }

  /// Goes through the nodes, always to that which hangs most strongly on those before, and gives for each node one
  /// that it may be contracted with.
  private mutating func order() -> [UInt32] {
    var union = DisjointSets(count: count)
    var strengths = [Double](repeating: 0, count: count)
    var isTaken = [Bool](repeating: false, count: count)
    var order: [UInt32] = []
    var best: (weight: Double, length: Int)?
    var crossing = 0.0
    var heap = MinimumHeap()
    defer { heap.deallocate() }
    heap.push(0, 0)
    while let entry = heap.pop() {
      let node = Int(entry.node)
      if isTaken[node] { continue }
      isTaken[node] = true
      order.append(entry.node)
      crossing -= 2 * strengths[node]
      for place in offsets[node]..<offsets[node + 1] {
        crossing += weights[place]
        let neighbor = Int(neighbors[place])
        if isTaken[neighbor] { continue }
        strengths[neighbor] += weights[place]
        if strengths[neighbor] >= least { union.join(node, neighbor) }
        heap.push(-strengths[neighbor], neighbors[place])
      }
      if order.count < count, crossing < (best?.weight ?? least) { best = (crossing, order.count) }
    }
    if order.count < count { best = (0, order.count) }
    if let best {
      least = max(0, best.weight)
      var isBefore = [Bool](repeating: false, count: count)
      for node in order[..<best.length] { isBefore[Int(node)] = true }
      side = groups.map { isBefore[Int($0)] }
    }
    // No cut between the last two is less than the last one's own, which is known; rounding may hide that above.
    if order.count > 1 { union.join(Int(order[order.count - 2]), Int(order[order.count - 1])) }
    return (0..<count).map { UInt32(union.root(of: $0)) }
  }

  /// Makes one node of those with the same representative, and one edge of parallel ones.
  private mutating func contract(_ representatives: [UInt32], count oldCount: Int) {
    var numbers = [UInt32](repeating: .max, count: oldCount)
    var members: [[UInt32]] = []
    for node in 0..<oldCount {
      let representative = Int(representatives[node])
      if numbers[representative] == .max {
        numbers[representative] = UInt32(members.count)
        members.append([])
      }
      members[Int(numbers[representative])].append(UInt32(node))
    }
    let renamed = representatives.map { numbers[Int($0)] }
    var (newOffsets, newNeighbors, newWeights) = ([0], [UInt32](), [Double]())
    // Where the edge to each node stands in the row at hand.
    var places = [Int](repeating: -1, count: members.count)
    for (number, nodes) in members.enumerated() {
      let start = newNeighbors.count
      for node in nodes {
        for place in offsets[Int(node)]..<offsets[Int(node) + 1] {
          let neighbor = Int(renamed[Int(neighbors[place])])
          if neighbor == number || weights[place] == 0 { continue }
          if places[neighbor] >= start {
            newWeights[places[neighbor]] += weights[place]
          } else {
            places[neighbor] = newNeighbors.count
            newNeighbors.append(UInt32(neighbor))
            newWeights.append(weights[place])
          }
        }
      }
      newOffsets.append(newNeighbors.count)
    }
    (offsets, neighbors, weights) = (newOffsets, newNeighbors, newWeights)
    groups = groups.map { renamed[Int($0)] }
  }
}

/// Sets that grow together; the root of each is one of its members.
///
/// Source: R. E. Tarjan, J. van Leeuwen, "Worst-case Analysis of Set Union Algorithms", 1984 (path halving).
struct DisjointSets {
  private var parents: [UInt32]

  init(count: Int) { parents = (0..<count).map { UInt32($0) } }

  mutating func root(of member: Int) -> Int {
    var member = member
    while Int(parents[member]) != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// Joins the sets of two members under the lower root.
  mutating func join(_ left: Int, _ right: Int) {
    let roots = (root(of: left), root(of: right))
    if roots.0 < roots.1 { parents[roots.1] = UInt32(roots.0) } else { parents[roots.0] = UInt32(roots.1) }
  }
}
