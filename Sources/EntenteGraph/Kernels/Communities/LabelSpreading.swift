/// Label propagation: each node takes the label that weighs most among its neighbours, until each has such a label.
///
/// A node is looked at again only when neighbours have changed by as much as its label weighs more than the next.
/// Source: U. N. Raghavan, R. Albert, S. Kumara, 2007; V. A. Traag, L. Šubelj, "Large network community detection by
/// fast label propagation", 2023 (the queue; the margin is ours).
struct LabelSpreading<Number: CommunityNumber> {
  private static var checkInterval: Int { 4096 }

  let labels: MutableElements<UInt32>
  private let sums: CommunitySums<Number>
  private let queue: MutableElements<UInt32>
  /// By how much each node's label outweighs the next; negative while the node is in the queue.
  private let margins: MutableElements<Number>
  private var random: SplitMix64

  init(nodeCount: Int, weightsMayVanish: Bool, seed: UInt64) {
    labels = MutableElements.allocate(count: nodeCount)
    sums = CommunitySums(nodeCount: nodeCount, weightsMayVanish: weightsMayVanish)
    queue = MutableElements.allocate(count: nodeCount)
    margins = MutableElements.allocate(count: nodeCount)
    random = SplitMix64(seed: seed)
  }

  func deallocate() {
    labels.deallocate()
    sums.deallocate()
    queue.deallocate()
    margins.deallocate()
  }

  mutating func run(_ graph: CommunityGraph<Number>, from start: [UInt32]?, _ execution: Execution) throws {
    let capacity = graph.nodeCount
    for node in 0..<capacity { labels[node] = UInt32(truncatingIfNeeded: node) }
    if let start {
      for node in 0..<capacity { labels[node] = start[node] }
    }
    var (head, length) = (0, fillQueue(graph))
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
      let old = labels[node]
      let new = choose(graph, node)
      if new == old { continue }
      labels[node] = new
      var tail = head &+ length
      if tail >= capacity { tail &-= capacity }
      var place = graph.rows.start(node)
      let end = graph.rows.end(node)
      while place < end {
        let neighbor = graph.rows.neighbors[place]
        let weight = graph.weights.map { $0[place] } ?? 1
        place &+= 1
        let margin = margins[neighbor]
        // A self-loop is no neighbour.
        if margin.isNegative || Int(neighbor) == node { continue }
        let label = labels[neighbor]
        if label == new {
          margins[neighbor] = margin.plus(weight)
          continue
        }
        let rest = label == old ? margin.minus(weight).minus(weight) : margin.minus(weight)
        margins[neighbor] = rest
        if !rest.isNegative { continue }
        queue[tail] = neighbor
        tail = tail &+ 1 == capacity ? 0 : tail &+ 1
        length &+= 1
      }
    }
  }

  /// Puts all nodes that have neighbours into the queue in random order; says how many they are.
  private mutating func fillQueue(_ graph: CommunityGraph<Number>) -> Int {
    var count = 0
    for node in 0..<graph.nodeCount {
      let isAlone = graph.rows.degree(node) == 0
      margins[node] = isAlone ? 0 : -1
      if isAlone { continue }
      // The node changes places with one of those before it.
      let other = Int(random.next(below: UInt32(truncatingIfNeeded: count &+ 1)))
      queue[count] = queue[other]
      queue[other] = UInt32(truncatingIfNeeded: node)
      count &+= 1
    }
    return count
  }

  /// The label that weighs most: the node's own if it is one of these, or else a random one of them. Sets the margin.
  @inline(__always) private mutating func choose(_ graph: CommunityGraph<Number>, _ node: Int) -> UInt32 {
    let count = sums.add(graph, node, by: labels)
    let own = labels[node]
    let kept = sums[own].minus(graph.loop(node))
    var (best, most, next, ties) = (own, kept, -1 as Number, 0)
    for place in 0..<count {
      let label = sums.touched[place]
      if label == own { continue }
      let sum = sums[label]
      if sum > most {
        (next, most, best, ties) = (most, sum, label, 1)
      } else {
        next = max(next, sum)
        ties &+= sum == most ? 1 : 0
      }
    }
    if ties > 1, best != own { best = drawn(own: own, weighing: most, of: ties, touched: count) }
    sums.clear(count)
    margins[node] = most.minus(max(next, 0))
    return best
  }

  /// A random one of the labels other than the node's own that weigh most.
  private mutating func drawn(own: UInt32, weighing most: Number, of ties: Int, touched: Int) -> UInt32 {
    var left = random.next(below: UInt32(truncatingIfNeeded: ties))
    for place in 0..<touched where sums.touched[place] != own && sums[sums.touched[place]] == most {
      if left == 0 { return sums.touched[place] }
      left &-= 1
    }
    return own
  }
}
