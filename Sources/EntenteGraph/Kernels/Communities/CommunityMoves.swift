/// The moving of single nodes into the neighbouring community that gains most, until no node gains any more.
///
/// A node is looked at again only when neighbours outside its community have moved, and only when the weight of those
/// moves together may have made up for what the node would have lost by its second choice: hubs, whose choice is
/// clear, then rest while their many neighbours move. Source: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to
/// Leiden: guaranteeing well-connected communities", 2019 (fast local moving, without the second condition).
struct CommunityMoves<Number: CommunityNumber> {
  /// Nodes between two looks at whether the task was cancelled.
  private static var checkInterval: Int { 4096 }
  /// The fewest and the most nodes that choose at the same time, for each of which so many others wait.
  private static var leastBatch: Int { 256 }
  private static var mostBatch: Int { 4096 }
  private static var nodesPerBatchNode: Int { 64 }
  /// Nodes that one thread takes at a time.
  private static var nodesPerPart: Int { 128 }
  /// The margins of nodes that wait for their turn, and of those that are about to move.
  private static var inQueue: Float { -1 }
  private static var isMoving: Float { -2 }

  let price: CommunityPrice
  /// The community of each node.
  let community: MutableElements<UInt32>
  /// The masses of each community.
  let first: MutableElements<Double>
  let second: MutableElements<Double>
  /// How many nodes each community has.
  let sizes: MutableElements<UInt32>
  /// For each thread; empty whenever no node is being looked at.
  let scratch: [CommunitySums<Number>]
  /// The first of these.
  private let sums: CommunitySums<Number>
  private let batch: ChoosingNodes
  private var waiting: WaitingNodes
  /// By how much each node prefers its community to the next best, or one of two negative numbers.
  private let margins: MutableElements<Float>
  /// Communities without nodes, as a stack.
  private let vacant: MutableElements<UInt32>
  private var vacantCount = 0
  /// In a signed graph, the communities with most enmity: a node may join them without a neighbour there, for the
  /// sake of common enemies.
  private let camps: MutableElements<UInt32>
  private var campCount = 0

  init(nodeCount: Int, price: CommunityPrice, weightsMayVanish: Bool, threads: Int) {
    self.price = price
    community = MutableElements.allocate(count: nodeCount)
    first = MutableElements.allocate(count: nodeCount)
    second = MutableElements.allocate(count: price.isDouble ? nodeCount : 0)
    sizes = MutableElements.allocate(count: nodeCount)
    scratch = (0..<threads).map { _ in CommunitySums(nodeCount: nodeCount, weightsMayVanish: weightsMayVanish) }
    sums = scratch[0]
    let most = min(Self.mostBatch, nodeCount / Self.nodesPerBatchNode)
    batch = ChoosingNodes(capacity: most < Self.leastBatch ? 0 : most, nodeCount: nodeCount)
    waiting = WaitingNodes(nodeCount: nodeCount)
    margins = MutableElements.allocate(count: nodeCount)
    vacant = MutableElements.allocate(count: nodeCount)
    camps = MutableElements.allocate(count: price.second < 0 ? 8 : 0)
  }

  func deallocate() {
    community.deallocate()
    first.deallocate()
    second.deallocate()
    sizes.deallocate()
    for sums in scratch { sums.deallocate() }
    batch.deallocate()
    waiting.deallocate()
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
    waiting.removeAll(capacity: graph.nodeCount)
    for place in 0..<graph.nodeCount where graph.rows.degree(Int(order[place])) > 0 {
      waiting.append(order[place])
      margins[order[place]] = Self.inQueue
    }
    var untilCheck = Self.checkInterval
    while waiting.count > 0 {
      let size = min(batch.capacity, waiting.count / Self.nodesPerBatchNode)
      if size >= Self.leastBatch {
        try settle(graph, next: size, leastGain: leastGain, execution)
        continue
      }
      untilCheck &-= 1
      if untilCheck == 0 {
        try execution.check()
        untilCheck = Self.checkInterval
      }
      settle(graph, Int(waiting.removeFirst()), leastGain: leastGain)
    }
  }

  /// Gives one node its turn.
  @inline(__always) private mutating func settle(
    _ graph: CommunityGraph<Number>, _ node: Int, leastGain: Double
  ) {
    let home = community[node]
    let choice = choose(graph, node, sums, leastGain: leastGain)
    margins[node] = choice.margin
    if choice.goal == home { return }
    move(graph, node, to: choice.goal)
  }

  /// Gives the next nodes their turn: all choose at once, then those that want to move do so one by one, if nothing that
  /// happened meanwhile has made their choice doubtful; otherwise they wait for another turn.
  ///
  /// Each move gains, as if the nodes had chosen one by one, and the batches do not depend on the number of threads.
  private mutating func settle(
    _ graph: CommunityGraph<Number>, next size: Int, leastGain: Double, _ execution: Execution
  ) throws {
    for slot in 0..<size { batch.nodes[slot] = waiting.removeFirst() }
    let moves = self
    try execution.forEachPart(of: size, size: Self.nodesPerPart) { slots, _, worker in
      for slot in slots {
        let node = Int(moves.batch.nodes[slot])
        let choice = moves.choose(graph, node, moves.scratch[worker], leastGain: leastGain)
        moves.batch.choices[slot] = choice
        let isMoving = choice.goal != moves.community[node]
        moves.margins[node] = isMoving ? Self.isMoving : choice.margin
        if isMoving { moves.batch.slots[node] = UInt32(truncatingIfNeeded: slot) }
      }
    }
    for slot in 0..<size {
      let node = Int(batch.nodes[slot])
      let choice = batch.choices[slot]
      if margins[node] != Self.isMoving { continue }
      if choice.goal == .max {
        settle(graph, node, leastGain: leastGain)
        continue
      }
      let gain = choice.gain + price(graph, node, for: choice.goal)
      // What the choice has lost on the third best it may have lost for good; that asks for another turn.
      let isMoving = gain > leastGain
      let margin = isMoving ? choice.margin : min(choice.margin, 0) - Float(gain)
      let isDoubtful = choice.margin < 0 && margin <= 0
      margins[node] = isDoubtful ? Self.inQueue : max(0, margin)
      if isDoubtful { waiting.append(UInt32(truncatingIfNeeded: node)) }
      if isMoving { move(graph, node, to: choice.goal) }
    }
  }

  /// By how much less the masses of another community cost a node than those of its own.
  @inline(__always) private func price(
    _ graph: CommunityGraph<Number>, _ node: Int, for goal: UInt32
  ) -> Double {
    let (x, y) = (graph.first[node], graph.secondMass(node))
    let (a, b) = price.rates(x, y)
    let home = community[node]
    let difference = a * (first[home] - x - first[goal])
    return price.isDouble ? difference + b * (second[home] - y - second[goal]) : difference
  }

  /// Moves a node and lets its neighbours know.
  @inline(__always) private mutating func move(_ graph: CommunityGraph<Number>, _ node: Int, to choice: UInt32) {
    let home = community[node]
    let goal = choice == .max ? vacant[vacantCount &- 1] : choice
    move(graph, node, from: home, to: goal)
    var place = graph.rows.start(node)
    let end = graph.rows.end(node)
    while place < end {
      let neighbor = graph.rows.neighbors[place]
      let margin = margins[neighbor]
      if margin == Self.inQueue {
        place &+= 1
        continue
      }
      let weight = graph.weights.map { Float(abs($0[place].real)) } ?? 1
      place &+= 1
      if isDoubtful(neighbor, margin, home: home, goal: goal, weight) {
        margins[neighbor] = Self.inQueue
        waiting.append(neighbor)
      }
    }
  }

  /// Takes into account that a neighbour of a node has moved; says whether the node's choice may now be another.
  @inline(__always) private func isDoubtful(
    _ node: UInt32, _ margin: Float, home: UInt32, goal: UInt32, _ weight: Float
  ) -> Bool {
    let own = community[node]
    if margin == Self.isMoving {
      let slot = batch.slots[node]
      let aim = batch.choices[slot].goal
      let difference = (goal == aim ? weight : 0) - (home == aim ? weight : 0)
      batch.choices[slot].gain += Double(difference + (home == own ? weight : 0) - (goal == own ? weight : 0))
      batch.choices[slot].margin += min(0, difference) - (goal == aim || goal == own ? 0 : weight)
      return false
    }
    if own == goal { return false }
    // A neighbour in the community that was left loses the weight there and could gain it here.
    let rest = margin - (own == home ? 2 * weight : weight)
    margins[node] = rest
    return rest <= 0
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
  /// the same the one met first along the row.
  @inline(__always) private func choose(
    _ graph: CommunityGraph<Number>, _ node: Int, _ sums: CommunitySums<Number>, leastGain: Double
  ) -> CommunityChoice {
    let count = sums.add(graph, node, by: community)
    let home = community[node]
    let x = graph.first[node]
    let y = graph.secondMass(node)
    let (a, b) = price.rates(x, y)
    let inside = sums[home].minus(graph.loop(node)).real
    // What staying adds, above which another community must rise.
    var staying = inside - a * (first[home] - x)
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
    let gain = sums[best].real - inside
    sums.clear(count)
    let isBetterAlone = bound < 0 && sizes[home] > 1
    return CommunityChoice(
      goal: isBetterAlone ? .max : best, margin: Float(max(0, bound - max(next, 0))), gain: gain)
  }
}
