/// Joins nodes with a neighbour that they follow in some best division: one whose weight is at least that of all others
/// together. Leaves and chains vanish by it.
struct FrustrationReduction {
  private struct Link {
    var node: Int
    var weight: Int
  }

  private struct Step {
    var node: Int
    var goal: Int
    var isOpposite: Bool
  }

  private var links: [[Link]]
  /// In the order in which nodes were joined.
  private var steps: [Step] = []
  /// The weight that cancelled out when links became parallel: it goes unsatisfied in any division.
  private(set) var cost = 0
  private var pending: [Int] = []

  init(_ pairs: SignedPairs) {
    links = (0..<pairs.nodeCount).map { node in
      pairs.row(node).map { Link(node: Int(pairs.neighbors[$0]), weight: pairs.weights[$0]) }
    }
  }

  mutating func run(_ execution: Execution) throws {
    pending = Array((0..<links.count).reversed())
    while let node = pending.popLast() {
      if steps.count & 255 == 0 { try execution.check() }
      guard let heaviest = links[node].max(by: { abs($0.weight) < abs($1.weight) }) else { continue }
      let strength = links[node].reduce(0) { $0 + abs($1.weight) }
      if 2 * abs(heaviest.weight) >= strength { join(node, with: heaviest) }
    }
  }

  private mutating func join(_ node: Int, with goal: Link) {
    steps.append(Step(node: node, goal: goal.node, isOpposite: goal.weight < 0))
    let moved = links[node]
    links[node] = []
    for link in moved {
      links[link.node].removeAll { $0.node == node }
      pending.append(link.node)
      if link.node == goal.node { continue }
      let weight = goal.weight < 0 ? -link.weight : link.weight
      add(goal.node, link.node, weight)
    }
  }

  private mutating func add(_ left: Int, _ right: Int, _ weight: Int) {
    guard let place = links[left].firstIndex(where: { $0.node == right }),
      let back = links[right].firstIndex(where: { $0.node == left })
    else {
      links[left].append(Link(node: right, weight: weight))
      links[right].append(Link(node: left, weight: weight))
      return
    }
    let old = links[left][place].weight
    if (old < 0) != (weight < 0) { cost += min(abs(old), abs(weight)) }
    if old + weight == 0 {
      links[left].remove(at: place)
      links[right].remove(at: back)
    } else {
      links[left][place].weight += weight
      links[right][back].weight += weight
    }
  }

  /// The connected graphs that are left.
  func cores() -> [FrustrationCore] {
    var numbers = [Int](repeating: -1, count: links.count)
    var cores: [FrustrationCore] = []
    for root in links.indices where numbers[root] < 0 && !links[root].isEmpty {
      var nodes = [root]
      numbers[root] = 0
      var head = 0
      while head < nodes.count {
        for link in links[nodes[head]] where numbers[link.node] < 0 {
          numbers[link.node] = nodes.count
          nodes.append(link.node)
        }
        head += 1
      }
      cores.append(
        FrustrationCore(
          nodes: nodes,
          rows: nodes.map { node in
            links[node].map { (neighbor: numbers[$0.node], weight: $0.weight) }.sorted { $0.neighbor < $1.neighbor }
          }))
    }
    return cores
  }

  /// Gives the joined nodes the sides that follow from those of the others.
  func extend(_ sides: inout [Bool]) {
    for step in steps.reversed() { sides[step.node] = sides[step.goal] != step.isOpposite }
  }
}
