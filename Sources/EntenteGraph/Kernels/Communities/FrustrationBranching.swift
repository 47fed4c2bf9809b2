/// Branch and bound over the sides of nodes in a fixed order.
///
/// The last nodes are solved first, then one more at a time; what was found for the nodes from some place on bounds the
/// search from below when it comes to that place (Russian doll search).
struct FrustrationBranching {
  private let count: Int
  /// The links of each place in the order to later places.
  private let later: [[(place: Int, weight: Int)]]
  private let order: [Int]
  /// The least cost among the nodes from each place on, as far as solved.
  private var bounds: [Int]
  /// What each later node costs on either side, given the sides before it.
  private var costs: [(here: Int, there: Int)]
  private var sides: [Bool]
  private var best: [Bool]
  private var bestCost = 0
  private var stepsLeft = 0
  private var isDone = false

  init(_ graph: FrustrationCore.Graph) {
    count = graph.nodeCount
    order = Self.order(graph)
    var places = [Int](repeating: 0, count: count)
    for (place, node) in order.enumerated() { places[node] = place }
    later = order.enumerated().map { place, node in
      graph.row(node).map { (place: places[Int(graph.neighbors[$0])], weight: graph.weights[$0]) }
        .filter { $0.place > place }.sorted { $0.place < $1.place }
    }
    bounds = Array(repeating: 0, count: count + 1)
    costs = Array(repeating: (0, 0), count: count)
    sides = Array(repeating: false, count: count)
    best = sides
  }

  /// What no sides undercut.
  private(set) var lowerBound = 0

  /// The best sides by node, if the effort sufficed.
  var solution: [Bool]? {
    guard isDone else { return nil }
    var solution = [Bool](repeating: false, count: count)
    for (place, node) in order.enumerated() { solution[node] = best[place] }
    return solution
  }

  mutating func run(effort: Int, _ execution: Execution) throws {
    stepsLeft = effort
    for place in (0..<count).reversed() {
      try execution.check()
      let (side, cost) = bestFirst(place)
      best[place] = side
      bestCost = bounds[place + 1] + cost
      // Nothing can be cheaper than the nodes behind; if the node joins them for nothing, that is it.
      if cost > 0 {
        assign(place, false)
        try search(place + 1, cost: 0, potential: potential(from: place + 1), execution)
        unassign(place)
      }
      if stepsLeft <= 0 { return }
      bounds[place] = bestCost
      lowerBound = bestCost
    }
    isDone = true
  }

  /// Nodes in the order of their weight to those before them; of equals the heavier, then the lower first.
  private static func order(_ graph: FrustrationCore.Graph) -> [Int] {
    let count = graph.nodeCount
    var pulls = [Int](repeating: 0, count: count)
    let strengths = (0..<count).map { node in graph.row(node).reduce(0) { $0 + abs(graph.weights[$1]) } }
    var left = Array(0..<count)
    var order: [Int] = []
    while !left.isEmpty {
      var chosen = 0
      for place in left.indices.dropFirst() {
        let (one, two) = (left[place], left[chosen])
        if (pulls[one], strengths[one]) > (pulls[two], strengths[two]) { chosen = place }
      }
      let node = left.remove(at: chosen)
      order.append(node)
      for place in graph.row(node) { pulls[Int(graph.neighbors[place])] += abs(graph.weights[place]) }
    }
    return order
  }

  /// The cheaper side of a node before nodes that have the best sides found, and what it costs.
  private func bestFirst(_ place: Int) -> (Bool, Int) {
    var costs = (here: 0, there: 0)
    for (other, weight) in later[place] {
      if best[other] == (weight > 0) { costs.here += abs(weight) } else { costs.there += abs(weight) }
    }
    return costs.here <= costs.there ? (false, costs.here) : (true, costs.there)
  }

  private func potential(from place: Int) -> Int {
    (place..<count).reduce(0) { $0 + min(costs[$1].here, costs[$1].there) }
  }

  /// - Parameters:
  ///   - cost: among the nodes before the place.
  ///   - potential: the least that nodes from the place on cost with those before it.
  private mutating func search(_ place: Int, cost: Int, potential: Int, _ execution: Execution) throws {
    stepsLeft -= 1
    if stepsLeft & 0xFFFF == 0 { try execution.check() }
    if stepsLeft <= 0 || cost + potential + bounds[place] >= bestCost { return }
    if place == count {
      bestCost = cost
      best = sides
      return
    }
    let (here, there) = costs[place]
    let rest = potential - min(here, there)
    let isThere = there < here
    try branch(place, isThere, cost: cost + min(here, there), potential: rest, execution)
    try branch(place, !isThere, cost: cost + max(here, there), potential: rest, execution)
  }

  private mutating func branch(
    _ place: Int, _ side: Bool, cost: Int, potential: Int, _ execution: Execution
  ) throws {
    let change = assign(place, side)
    defer { unassign(place) }
    try search(place + 1, cost: cost, potential: potential + change, execution)
  }

  /// Charges later nodes for the side of a node; gives by how much their potential rises.
  @discardableResult private mutating func assign(_ place: Int, _ side: Bool) -> Int {
    sides[place] = side
    var change = 0
    for (other, weight) in later[place] {
      change -= min(costs[other].here, costs[other].there)
      if side == (weight > 0) { costs[other].here += abs(weight) } else { costs[other].there += abs(weight) }
      change += min(costs[other].here, costs[other].there)
    }
    return change
  }

  private mutating func unassign(_ place: Int) {
    for (other, weight) in later[place] {
      if sides[place] == (weight > 0) { costs[other].here -= abs(weight) } else { costs[other].there -= abs(weight) }
    }
  }
}
