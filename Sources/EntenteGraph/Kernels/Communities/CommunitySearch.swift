/// The levels of the Louvain and the Leiden algorithm: nodes move, communities become nodes, and so on until
/// nothing moves.
struct CommunitySearch<Number: CommunityNumber> {
  let price: CommunityPrice
  /// Whether communities are divided before they become nodes, which makes it Leiden.
  let isRefining: Bool
  /// A gain of no more than this is none; so rounding cannot make nodes move for ever.
  let leastGain: Double
  private var random: SplitMix64
  private var moves: CommunityMoves<Number>
  private let refinement: CommunityRefinement<Number>?
  private let order: MutableElements<UInt32>
  private var members: Members
  /// The community of each node of the graph itself.
  let result: MutableElements<UInt32>

  init(
    nodeCount: Int, price: CommunityPrice, isRefining: Bool, leastGain: Double, weightsMayVanish: Bool, seed: UInt64,
    threads: Int
  ) {
    self.price = price
    self.isRefining = isRefining
    self.leastGain = leastGain
    random = SplitMix64(seed: seed)
    moves = CommunityMoves(nodeCount: nodeCount, price: price, weightsMayVanish: weightsMayVanish, threads: threads)
    refinement = isRefining ? CommunityRefinement(nodeCount: nodeCount, price: price) : nil
    order = MutableElements.allocate(count: nodeCount)
    members = Members(nodeCount: nodeCount)
    result = MutableElements.allocate(count: nodeCount)
    for node in 0..<nodeCount { result[node] = UInt32(truncatingIfNeeded: node) }
  }

  func deallocate() {
    moves.deallocate()
    refinement?.deallocate()
    order.deallocate()
    members.deallocate()
    result.deallocate()
  }

  /// Goes through all levels again and again, until nothing changes or `iterations` are done.
  mutating func run(
    _ base: CommunityGraph<Number>, from start: [UInt32]?, iterations: Int, _ execution: Execution
  ) throws {
    if let start {
      for node in 0..<base.nodeCount { result[node] = start[node] }
    }
    let before = MutableElements<UInt32>.allocate(count: base.nodeCount)
    defer { before.deallocate() }
    for iteration in 0..<iterations {
      for node in 0..<base.nodeCount { before[node] = result[node] }
      try improve(base, execution)
      execution.report(iteration + 1, of: iterations)
      if (0..<base.nodeCount).allSatisfy({ before[$0] == result[$0] }) { break }
    }
    // Signed communities may be held together by common enemies alone.
    if isRefining, price.second >= 0 { divideDisconnected(base) }
  }

  /// Makes a community of each piece of a community that does not hang together; no objective without refunds
  /// loses by it.
  private func divideDisconnected(_ graph: CommunityGraph<Number>) {
    let (queue, piece) = (order, moves.community)
    for node in 0..<graph.nodeCount { piece[node] = .max }
    for root in 0..<graph.nodeCount where piece[root] == .max {
      let name = UInt32(truncatingIfNeeded: root)
      let home = result[root]
      var (head, tail) = (0, 1)
      queue[0] = name
      piece[root] = name
      while head < tail {
        let node = Int(queue[head])
        head &+= 1
        var place = graph.rows.start(node)
        let end = graph.rows.end(node)
        while place < end {
          let neighbor = graph.rows.neighbors[place]
          if result[neighbor] == home, piece[neighbor] == .max, graph.weights.map({ $0[place] != 0 }) ?? true {
            piece[neighbor] = name
            queue[tail] = neighbor
            tail &+= 1
          }
          place &+= 1
        }
      }
    }
    for node in 0..<graph.nodeCount { result[node] = piece[node] }
  }

  /// One pass through all levels, from the communities in `result` to better ones.
  mutating func improve(_ base: CommunityGraph<Number>, _ execution: Execution) throws {
    let nodeCount = base.nodeCount
    let membership = MutableElements<UInt32>.allocate(count: nodeCount)
    defer { membership.deallocate() }
    for node in 0..<nodeCount {
      membership[node] = UInt32(truncatingIfNeeded: node)
      moves.community[node] = result[node]
    }
    var level: CondensedGraph<Number>?
    defer { level?.deallocate() }
    while true {
      let graph = level?.graph ?? base
      moves.count(graph)
      shuffle(graph.nodeCount)
      try moves.settle(graph, order: order, leastGain: leastGain, execution)
      let communityCount = CommunityCondensing.renumber(moves.community, count: graph.nodeCount, order)
      if communityCount == graph.nodeCount { break }
      let next = try condensed(graph, communityCount: communityCount, membership, execution)
      level?.deallocate()
      level = next
    }
    for node in 0..<nodeCount { result[node] = moves.community[membership[node]] }
    if !isRefining {
      // Nodes may have come to regret the community that took them along: a last turn for each.
      for node in 0..<nodeCount { moves.community[node] = result[node] }
      moves.count(base)
      shuffle(nodeCount)
      try moves.settle(base, order: order, leastGain: leastGain, execution)
      for node in 0..<nodeCount { result[node] = moves.community[node] }
    }
    _ = CommunityCondensing.renumber(result, count: nodeCount, order)
  }

  /// The next level, with the communities of its nodes set and the nodes of the graph itself taken along.
  private mutating func condensed(
    _ graph: CommunityGraph<Number>, communityCount: Int, _ membership: MutableElements<UInt32>,
    _ execution: Execution
  ) throws -> CondensedGraph<Number> {
    var groups = moves.community
    var groupCount = communityCount
    if let refinement {
      moves.count(graph)
      shuffle(graph.nodeCount)
      members.sort(moves.community, count: graph.nodeCount, groupCount: communityCount, order: order)
      try refinement.divide(graph, moves, members: members, leastGain: leastGain, execution)
      let partCount = CommunityCondensing.renumber(refinement.part, count: graph.nodeCount, order)
      // Parts of one node each would make the same graph again; then whole communities become nodes.
      if partCount < graph.nodeCount { (groups, groupCount) = (refinement.part, partCount) }
    }
    members.sort(groups, count: graph.nodeCount, groupCount: groupCount)
    let next = try CommunityCondensing.condense(
      graph, groups: groups, members: members, moves.scratch, isDouble: price.isDouble, execution)
    for node in 0..<membership.count { membership[node] = groups[membership[node]] }
    for group in 0..<groupCount {
      // Read before it is written: the first member of a group stands nowhere before the group's own number.
      moves.community[group] =
        isRefining ? moves.community[members.nodes[members.slots(group).lowerBound]] : UInt32(truncatingIfNeeded: group)
    }
    return next
  }

  private mutating func shuffle(_ count: Int) {
    for place in 0..<count { order[place] = UInt32(truncatingIfNeeded: place) }
    var place = count &- 1
    while place > 0 {
      let other = Int(random.next(below: UInt32(truncatingIfNeeded: place &+ 1)))
      let moved = order[place]
      order[place] = order[other]
      order[other] = moved
      place &-= 1
    }
  }
}
