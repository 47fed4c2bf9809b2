/// The division of communities into well-connected parts, which the Leiden algorithm condenses in their place.
///
/// Each node that is still alone joins the part of its own community with which it adds most, if the node and the
/// part both hang together with the rest of the community well enough. Source: V. A. Traag, L. Waltman,
/// N. J. van Eck, 2019 (refinement; here the best part is taken rather than a random one of the good).
struct CommunityRefinement<Number: CommunityNumber> {
  /// Nodes in a part of the communities that one thread takes at a time, at least.
  private static var nodesPerPart: Int { 1 << 11 }

  /// The part of each node, named by one of the part's nodes.
  let part: MutableElements<UInt32>
  private let first: MutableElements<Double>
  private let second: MutableElements<Double>
  private let sizes: MutableElements<UInt32>
  /// The weight between each part and the rest of its community.
  private let cuts: MutableElements<Double>

  init(nodeCount: Int, price: CommunityPrice) {
    part = MutableElements.allocate(count: nodeCount)
    first = MutableElements.allocate(count: nodeCount)
    second = MutableElements.allocate(count: price.isDouble ? nodeCount : 0)
    sizes = MutableElements.allocate(count: nodeCount)
    cuts = MutableElements.allocate(count: nodeCount)
  }

  func deallocate() {
    part.deallocate()
    first.deallocate()
    second.deallocate()
    sizes.deallocate()
    cuts.deallocate()
  }

  /// Divides the communities, numbered from 0, each by itself; nodes have their turn in the order of `members`.
  func divide(
    _ graph: CommunityGraph<Number>, _ moves: CommunityMoves<Number>, members: Members, leastGain: Double,
    _ execution: Execution
  ) throws {
    let bounds = members.bounds(nodesPerPart: Self.nodesPerPart)
    try execution.forEachChunk(bounds.count - 1) { part, worker in
      for community in bounds[part]..<bounds[part + 1] {
        let slots = members.slots(community)
        for slot in slots {
          let node = Int(members.nodes[slot])
          self.part[node] = UInt32(truncatingIfNeeded: node)
          first[node] = graph.first[node]
          if second.count > 0 { second[node] = graph.second[node] }
          sizes[node] = 1
          cuts[node] = slots.count > 1 ? connection(graph, moves, node) : 0
        }
        if slots.count == 1 { continue }
        for slot in slots {
          let node = Int(members.nodes[slot])
          if sizes[node] != 1 || !isWellConnected(node, moves.community[node], moves) { continue }
          join(graph, moves, moves.scratch[worker], node, leastGain: leastGain)
        }
      }
    }
  }

  /// The weight between a node and the rest of its community.
  @inline(__always) private func connection(
    _ graph: CommunityGraph<Number>, _ moves: CommunityMoves<Number>, _ node: Int
  ) -> Double {
    let home = moves.community[node]
    var sum: Number = 0
    var place = graph.rows.start(node)
    let end = graph.rows.end(node)
    if let weights = graph.weights {
      while place < end {
        sum = sum.plus(moves.community[graph.rows.neighbors[place]] == home ? weights[place] : 0)
        place &+= 1
      }
    } else {
      while place < end {
        sum = sum.plus(moves.community[graph.rows.neighbors[place]] == home ? 1 : 0)
        place &+= 1
      }
    }
    return sum.minus(graph.loop(node)).real
  }

  /// Whether a part adds nothing by leaving its community.
  @inline(__always) private func isWellConnected(
    _ part: Int, _ home: UInt32, _ moves: CommunityMoves<Number>
  ) -> Bool {
    let x = first[part]
    let y = second.count > 0 ? second[part] : 0
    let (a, b) = moves.price.rates(x, y)
    var cost = a * (moves.first[home] - x)
    if second.count > 0 { cost += b * (moves.second[home] - y) }
    return cuts[part] >= cost
  }

  private func join(
    _ graph: CommunityGraph<Number>, _ moves: CommunityMoves<Number>, _ sums: CommunitySums<Number>, _ node: Int,
    leastGain: Double
  ) {
    let home = moves.community[node]
    let count = sums.add(graph, node, by: part, inside: home, of: moves.community)
    let (a, b) = moves.price.rates(graph.first[node], graph.secondMass(node))
    var (best, bound) = (UInt32(truncatingIfNeeded: node), leastGain)
    for place in 0..<count {
      let other = sums.touched[place]
      var gain = sums[other].real - a * first[other]
      if second.count > 0 { gain -= b * second[other] }
      if gain > bound, isWellConnected(Int(other), home, moves) { (best, bound) = (other, gain) }
    }
    let connection = sums[best].real
    sums.clear(count)
    if Int(best) == node { return }
    part[node] = best
    sizes[best] &+= 1
    sizes[node] = 0
    first[best] += graph.first[node]
    if second.count > 0 { second[best] += graph.second[node] }
    cuts[best] += cuts[node] - 2 * connection
  }
}
