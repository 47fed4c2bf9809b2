#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The length of what describes a random walk with a codebook a group, as its terms.
enum MapEquation {
  /// *x* log₂ *x*, and 0 at 0; rounding may leave a flow just below 0.
  @inline(__always) static func entropyTerm(_ flow: Double) -> Double { flow > 0 ? flow * log2(flow) : 0 }

  /// The terms of a group: walkers enter and leave it by `exit` and are in it by `flow`.
  @inline(__always) static func groupTerm(exit: Double, flow: Double) -> Double {
    entropyTerm(exit + flow) - 2 * entropyTerm(exit)
  }
}

/// Greedy descent on the map equation in levels, as Louvain's ascent on modularity.
struct MapEquationSearch<Number: CommunityNumber> {
  /// A description must become shorter by more than this many bits.
  private static var leastGain: Double { 1e-10 }

  private let scale: Double
  private let community: MutableElements<UInt32>
  /// The share of its time that the walker is in each node, and with which it leaves it.
  private let nodeExits: MutableElements<Double>
  /// The same for each community.
  private let flows: MutableElements<Double>
  private let exits: MutableElements<Double>
  private let sums: CommunitySums<Number>
  private let order: MutableElements<UInt32>
  private let isSettled: MutableElements<Bool>
  private var members: Members
  private var exitSum = 0.0
  private var random: SplitMix64
  /// The community of each node of the graph itself.
  let result: MutableElements<UInt32>

  init(nodeCount: Int, totalWeight: Double, weightsMayVanish: Bool, seed: UInt64) {
    scale = 1 / totalWeight
    community = MutableElements.allocate(count: nodeCount)
    nodeExits = MutableElements.allocate(count: nodeCount)
    flows = MutableElements.allocate(count: nodeCount)
    exits = MutableElements.allocate(count: nodeCount)
    sums = CommunitySums(nodeCount: nodeCount, weightsMayVanish: weightsMayVanish)
    order = MutableElements.allocate(count: nodeCount)
    isSettled = MutableElements.allocate(count: nodeCount)
    members = Members(nodeCount: nodeCount)
    random = SplitMix64(seed: seed)
    result = MutableElements.allocate(count: nodeCount)
    for node in 0..<nodeCount { result[node] = UInt32(truncatingIfNeeded: node) }
  }

  func deallocate() {
    community.deallocate()
    nodeExits.deallocate()
    flows.deallocate()
    exits.deallocate()
    sums.deallocate()
    order.deallocate()
    isSettled.deallocate()
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
    for iteration in 0..<iterations {
      let hasChanged = try improve(base, execution)
      execution.report(iteration + 1, of: iterations)
      if !hasChanged { break }
    }
  }

  private mutating func improve(_ base: CommunityGraph<Number>, _ execution: Execution) throws -> Bool {
    let nodeCount = base.nodeCount
    let membership = MutableElements<UInt32>.allocate(count: nodeCount)
    defer { membership.deallocate() }
    for node in 0..<nodeCount {
      membership[node] = UInt32(truncatingIfNeeded: node)
      community[node] = result[node]
    }
    var level: CondensedGraph<Number>?
    defer { level?.deallocate() }
    var hasChanged = false
    while true {
      let graph = level?.graph ?? base
      count(graph)
      if try settle(graph, execution) { hasChanged = true }
      let communityCount = CommunityCondensing.renumber(community, count: graph.nodeCount, order)
      for node in 0..<nodeCount { membership[node] = community[membership[node]] }
      if communityCount == graph.nodeCount { break }
      members.sort(community, count: graph.nodeCount, groupCount: communityCount)
      let next = try CommunityCondensing.condense(
        graph, groups: community, members: members, [sums], isDouble: false, execution)
      level?.deallocate()
      level = next
      for node in 0..<communityCount { community[node] = UInt32(truncatingIfNeeded: node) }
    }
    for node in 0..<nodeCount { result[node] = membership[node] }
    _ = CommunityCondensing.renumber(result, count: nodeCount, order)
    return hasChanged
  }

  private mutating func count(_ graph: CommunityGraph<Number>) {
    for node in 0..<graph.nodeCount {
      flows[node] = 0
      exits[node] = 0
    }
    for node in 0..<graph.nodeCount {
      let home = community[node]
      var (all, leaving) = (0 as Number, 0 as Number)
      for place in graph.rows.start(node)..<graph.rows.end(node) {
        let weight = graph.weights.map { $0[place] } ?? 1
        all = all.plus(weight)
        if community[graph.rows.neighbors[place]] != home { leaving = leaving.plus(weight) }
      }
      nodeExits[node] = all.minus(graph.loop(node)).real * scale
      flows[home] += graph.first[node] * scale
      exits[home] += leaving.real * scale
    }
    exitSum = 0
    for node in 0..<graph.nodeCount { exitSum += exits[node] }
  }

  /// Moves nodes until none shortens the description; says whether any moved.
  private mutating func settle(_ graph: CommunityGraph<Number>, _ execution: Execution) throws -> Bool {
    var hasMoved = false
    for node in 0..<graph.nodeCount { isSettled[node] = graph.rows.degree(node) == 0 }
    while true {
      shuffle(graph.nodeCount)
      var moves = 0
      for place in 0..<graph.nodeCount {
        if place & 4095 == 0 { try execution.check() }
        let node = Int(order[place])
        if isSettled[node] { continue }
        isSettled[node] = true
        if !move(graph, node) { continue }
        moves += 1
        for place in graph.rows.start(node)..<graph.rows.end(node) {
          let neighbor = graph.rows.neighbors[place]
          if community[neighbor] != community[node] { isSettled[neighbor] = false }
        }
      }
      if moves == 0 { return hasMoved }
      hasMoved = true
    }
  }

  /// Moves a node to the neighbouring community that shortens the description most.
  private mutating func move(_ graph: CommunityGraph<Number>, _ node: Int) -> Bool {
    let count = sums.add(graph, node, by: community)
    defer { sums.clear(count) }
    let home = community[node]
    let (flow, exit) = (graph.first[node] * scale, nodeExits[node])
    let homeExit = max(0, exits[home] - exit + 2 * sums[home].minus(graph.loop(node)).real * scale)
    let leaving =
      MapEquation.groupTerm(exit: homeExit, flow: flows[home] - flow)
      - MapEquation.groupTerm(exit: exits[home], flow: flows[home])
    let rest = exitSum - exits[home] + homeExit
    var (best, least, bestExit) = (home, -Self.leastGain, 0.0)
    for place in 0..<count {
      let other = sums.touched[place]
      if other == home { continue }
      let otherExit = max(0, exits[other] + exit - 2 * sums[other].real * scale)
      let change =
        leaving + MapEquation.groupTerm(exit: otherExit, flow: flows[other] + flow)
        - MapEquation.groupTerm(exit: exits[other], flow: flows[other])
        + MapEquation.entropyTerm(rest - exits[other] + otherExit) - MapEquation.entropyTerm(exitSum)
      if change < least { (best, least, bestExit) = (other, change, otherExit) }
    }
    if best == home { return false }
    exitSum = rest - exits[best] + bestExit
    exits[home] = homeExit
    exits[best] = bestExit
    flows[home] -= flow
    flows[best] += flow
    community[node] = best
    return true
  }

  private mutating func shuffle(_ count: Int) {
    for place in 0..<count {
      let other = Int(random.next(below: UInt32(truncatingIfNeeded: place &+ 1)))
      order[place] = order[other]
      order[other] = UInt32(truncatingIfNeeded: place)
    }
  }
}
