/// The moving of single nodes into the neighbouring community that gains most, until no node gains any more.
///
/// A node is looked at again only when neighbours outside its community have moved, and only when the weight of those
/// moves together may have made up for what the node would have lost by its second choice: hubs, whose choice is
/// clear, then rest while their many neighbours move. Source: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to
/// Leiden: guaranteeing well-connected communities", 2019 (fast local moving, without the second condition).
struct CommunityMoves<Number: CommunityNumber> {
  /// Nodes between two looks at whether the task was cancelled.
  private static var checkInterval: Int { 4096 }

  let price: CommunityPrice
  /// The community of each node.
  let community: MutableElements<UInt32>
  /// The masses of each community.
  let first: MutableElements<Double>
  let second: MutableElements<Double>
  /// How many nodes each community has.
  let sizes: MutableElements<UInt32>
  /// Empty whenever no node is being looked at.
  let sums: CommunitySums<Number>
  private let queue: MutableElements<UInt32>
  /// By how much each node prefers its community to the next best; negative while it is in the queue.
  private let margins: MutableElements<Float>
  /// Communities without nodes, as a stack.
  private let vacant: MutableElements<UInt32>
  private var vacantCount = 0
  /// In a signed graph, the communities with most enmity: a node may join them without a neighbour there, for the
  /// sake of common enemies.
  private let camps: MutableElements<UInt32>
  private var campCount = 0

  init(nodeCount: Int, price: CommunityPrice, weightsMayVanish: Bool) {
    self.price = price
    community = MutableElements.allocate(count: nodeCount)
    first = MutableElements.allocate(count: nodeCount)
    second = MutableElements.allocate(count: price.isDouble ? nodeCount : 0)
    sizes = MutableElements.allocate(count: nodeCount)
    sums = CommunitySums(nodeCount: nodeCount, weightsMayVanish: weightsMayVanish)
    queue = MutableElements.allocate(count: nodeCount)
    margins = MutableElements.allocate(count: nodeCount)
    vacant = MutableElements.allocate(count: nodeCount)
    camps = MutableElements.allocate(count: price.second < 0 ? 8 : 0)
  }

  func deallocate() {
    community.deallocate()
    first.deallocate()
    second.deallocate()
    sizes.deallocate()
    sums.deallocate()
    queue.deallocate()
    margins.deallocate()
    vacant.deallocate()
    camps.deallocate()
  }

  /// Counts what the communities of the nodes, set beforehand, have.
  mutating func count(_ graph: CommunityGraph<Number>) {
    let nodeCount = graph.nodeCount
    for node in 0..<nodeCount {
      sizes[node] = 0
      first[node] = 0
      if price.isDouble { second[node] = 0 }
    }
    for node in 0..<nodeCount {
      let home = community[node]
      sizes[home] &+= 1
      first[home] += graph.first[node]
      if price.isDouble { second[home] += graph.second[node] }
    }
    vacantCount = 0
    for place in 0..<nodeCount where sizes[nodeCount &- 1 &- place] == 0 {
      vacant[vacantCount] = UInt32(truncatingIfNeeded: nodeCount &- 1 &- place)
      vacantCount &+= 1
    }
    chooseCamps(nodeCount)
  }

  /// Puts the communities of the greatest second mass into `camps`, greatest first.
  private mutating func chooseCamps(_ communityCount: Int) {
    campCount = 0
    if camps.count == 0 { return }
    for community in 0..<communityCount where second[community] > 0 {
      var place = campCount
      while place > 0, second[camps[place &- 1]] < second[community] {
        if place < camps.count { camps[place] = camps[place &- 1] }
        place &-= 1
      }
      if place < camps.count { camps[place] = UInt32(truncatingIfNeeded: community) }
      campCount = min(campCount &+ 1, camps.count)
    }
  }

  /// Moves nodes, at first in the given order, until none gains more than `leastGain`.
  mutating func settle(
    _ graph: CommunityGraph<Number>, order: MutableElements<UInt32>, leastGain: Double, _ execution: Execution
  ) throws {
    let capacity = graph.nodeCount
    var (head, length) = (0, 0)
    for place in 0..<capacity where graph.rows.degree(Int(order[place])) > 0 {
      queue[length] = order[place]
      margins[order[place]] = -1
      length &+= 1
    }
    var untilCheck = Self.checkInterval
    while length > 0 {
      untilCheck &-= 1
      if untilCheck == 0 {
        try execution.check()
        untilCheck = Self.checkInterval
      }
      let node = Int(queue[head])
      head = head &+ 1 == capacity ? 0 : head &+ 1
      length &-= 1
      let home = community[node]
      let goal = choose(graph, node, leastGain: leastGain)
      if goal == home { continue }
      move(graph, node, from: home, to: goal)
      var tail = head &+ length
      if tail >= capacity { tail &-= capacity }
      var place = graph.rows.start(node)
      let end = graph.rows.end(node)
      while place < end {
        let neighbor = graph.rows.neighbors[place]
        let weight = graph.weights.map { Float(abs($0[place].real)) } ?? 1
        place &+= 1
        let margin = margins[neighbor]
        if margin < 0 { continue }
        let other = community[neighbor]
        if other == goal { continue }
        // A neighbour in the community that was left loses the weight there and could gain it here.
        let rest = margin - (other == home ? 2 * weight : weight)
        margins[neighbor] = rest
        if rest > 0 { continue }
        margins[neighbor] = -1
        queue[tail] = neighbor
        tail = tail &+ 1 == capacity ? 0 : tail &+ 1
        length &+= 1
      }
    }
  }

  @inline(__always) private mutating func move(
    _ graph: CommunityGraph<Number>, _ node: Int, from home: UInt32, to goal: UInt32
  ) {
    community[node] = goal
    sizes[home] &-= 1
    first[home] -= graph.first[node]
    if price.isDouble { second[home] -= graph.second[node] }
    if sizes[goal] == 0 { vacantCount &-= 1 }
    if sizes[home] == 0 {
      first[home] = 0
      if price.isDouble { second[home] = 0 }
      vacant[vacantCount] = home
      vacantCount &+= 1
    }
    sizes[goal] &+= 1
    first[goal] += graph.first[node]
    if price.isDouble { second[goal] += graph.second[node] }
  }

  /// The community in which a node adds most; its own unless another adds more by over `leastGain`, of others that add
  /// the same the one met first along the row. Sets the node's margin.
  @inline(__always) private func choose(
    _ graph: CommunityGraph<Number>, _ node: Int, leastGain: Double
  ) -> UInt32 {
    let count = sums.add(graph, node, by: community)
    let home = community[node]
    let x = graph.first[node]
    let y = graph.secondMass(node)
    let (a, b) = price.rates(x, y)
    // What staying adds, above which another community must rise.
    var staying = sums[home].minus(graph.loop(node)).real - a * (first[home] - x)
    if price.isDouble { staying -= b * (second[home] - y) }
    var (best, bound, next) = (home, staying + leastGain, -Double.infinity)
    var place = 0
    while place < count {
      let other = sums.touched[place]
      place &+= 1
      if other == home { continue }
      var gain = sums[other].real - a * first[other]
      if price.isDouble { gain -= b * second[other] }
      if gain > bound {
        (next, bound, best) = (bound, gain, other)
      } else {
        next = max(next, gain)
      }
    }
    for place in 0..<campCount {
      let other = camps[place]
      if other == home || other == best || sizes[other] == 0 { continue }
      let gain = sums[other].real - a * first[other] - b * second[other]
      if gain > bound { (next, bound, best) = (bound, gain, other) } else { next = max(next, gain) }
    }
    sums.clear(count)
    margins[node] = Float(max(0, bound - max(next, 0)))
    if bound < 0, sizes[home] > 1 { return vacant[vacantCount &- 1] }
    return best
  }
}
