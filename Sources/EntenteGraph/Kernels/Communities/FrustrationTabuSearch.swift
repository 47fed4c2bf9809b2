/// Local search for a division into two camps: the best node changes sides, also for the worse, and then stays for a while.
struct FrustrationTabuSearch {
  private let graph: FrustrationCore.Graph
  private let sides: MutableElements<Bool>
  /// What changing sides would add to the cost, by node.
  private let changes: MutableElements<Int>
  /// Until which step each node stays.
  private let stays: MutableElements<Int>
  private var random: SplitMix64
  private var cost = 0
  private var step = 0
  private(set) var bestSides: [Bool] = []
  private(set) var bestCost = Int.max

  init(_ graph: FrustrationCore.Graph, seed: UInt64) {
    self.graph = graph
    sides = MutableElements.allocate(count: graph.nodeCount, repeating: false)
    changes = MutableElements.allocate(count: graph.nodeCount, repeating: 0)
    stays = MutableElements.allocate(count: graph.nodeCount, repeating: 0)
    random = SplitMix64(seed: seed)
    start()
  }

  func deallocate() {
    sides.deallocate()
    changes.deallocate()
    stays.deallocate()
  }

  /// Each node joins the side that suits those before it; they are in breadth-first order.
  private mutating func start() {
    for node in 0..<graph.nodeCount {
      var pull = 0
      for place in graph.row(node) where Int(graph.neighbors[place]) < node {
        pull += sides[graph.neighbors[place]] ? graph.weights[place] : -graph.weights[place]
      }
      sides[node] = pull > 0
    }
    for node in 0..<graph.nodeCount {
      for place in graph.row(node) {
        let isInside = sides[node] == sides[graph.neighbors[place]]
        let satisfied = isInside ? graph.weights[place] : -graph.weights[place]
        changes[node] += satisfied
        if satisfied < 0 { cost -= satisfied }
      }
    }
    // Each edge was seen from both ends.
    cost /= 2
    keep()
  }

  private mutating func keep() {
    bestSides = sides.array()
    bestCost = cost
  }

  /// Searches on until the cost is down to `bound` or the effort is spent.
  mutating func run(until bound: Int, effort: Int, _ execution: Execution) throws {
    let count = graph.nodeCount
    let tenure = UInt32(truncatingIfNeeded: min(20, max(1, count / 4)))
    var spent = 0
    while bestCost > bound, spent < effort {
      if step & 255 == 0 { try execution.check() }
      step += 1
      var (chosen, least) = (-1, Int.max)
      for node in 0..<count {
        let change = changes[node]
        if change < least, stays[node] < step || cost + change < bestCost { (chosen, least) = (node, change) }
      }
      spent += count
      if chosen < 0 { continue }
      // The way down is not copied step by step, but when it leads up again.
      if least >= 0, cost < bestCost { keep() }
      flip(chosen)
      spent += graph.row(chosen).count
      stays[chosen] = step + Int(tenure + random.next(below: tenure + 1))
    }
    if cost < bestCost { keep() }
  }

  private mutating func flip(_ node: Int) {
    cost += changes[node]
    sides[node].toggle()
    changes[node] = -changes[node]
    for place in graph.row(node) {
      let neighbor = graph.neighbors[place]
      let satisfied = sides[node] == sides[neighbor] ? graph.weights[place] : -graph.weights[place]
      changes[neighbor] += 2 * satisfied
    }
  }
}
