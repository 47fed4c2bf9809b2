/// A lower bound of frustration: contradictory cycles without common edges each cost their lightest edge.
enum FrustrationPacking {
  static func lowerBound(_ graph: FrustrationCore.Graph, effort: Int, _ execution: Execution) throws -> Int {
    let rest = MutableElements<Int>.allocate(count: graph.weights.count)
    var search = CycleSearch(graph, rest)
    defer {
      rest.deallocate()
      search.deallocate()
    }
    for place in 0..<rest.count { rest[place] = graph.weights[place] }
    var (bound, root, balanced) = (0, 0, 0)
    // Roots take turns, so that the cycles found are short; it ends when no root finds one or the effort is spent.
    while balanced < graph.nodeCount, search.steps <= effort {
      try execution.check()
      if let cycle = search.contradiction(from: root) {
        let weight = cycle.reduce(Int.max) { min($0, abs(rest[$1])) }
        bound += weight
        for place in cycle { search.lighten(place, by: weight) }
        balanced = 0
      } else {
        balanced += 1
      }
      root = root + 1 == graph.nodeCount ? 0 : root + 1
    }
    return bound
  }

  /// Breadth-first search for a cycle with an odd number of negative edges.
  private struct CycleSearch {
    private let graph: FrustrationCore.Graph
    private let rest: MutableElements<Int>
    private let owners: MutableElements<UInt32>
    private let rounds: MutableElements<UInt32>
    private let sides: MutableElements<Bool>
    /// The place that leads from the parent to each node.
    private let places: MutableElements<Int>
    private let queue: MutableElements<UInt32>
    private var round: UInt32 = 0
    private(set) var steps = 0

    init(_ graph: FrustrationCore.Graph, _ rest: MutableElements<Int>) {
      self.graph = graph
      self.rest = rest
      owners = MutableElements.allocate(count: graph.neighbors.count)
      rounds = MutableElements.allocate(count: graph.nodeCount, repeating: 0)
      sides = MutableElements.allocate(count: graph.nodeCount)
      places = MutableElements.allocate(count: graph.nodeCount)
      queue = MutableElements.allocate(count: graph.nodeCount)
      for node in 0..<graph.nodeCount {
        for place in graph.row(node) { owners[place] = UInt32(truncatingIfNeeded: node) }
      }
    }

    func deallocate() {
      owners.deallocate()
      rounds.deallocate()
      sides.deallocate()
      places.deallocate()
      queue.deallocate()
    }

    /// The places of a cycle, one for each edge.
    mutating func contradiction(from root: Int) -> [Int]? {
      round &+= 1
      rounds[root] = round
      sides[root] = false
      places[root] = -1
      queue[0] = UInt32(truncatingIfNeeded: root)
      var (head, tail) = (0, 1)
      while head < tail {
        let node = Int(queue[head])
        head += 1
        for place in graph.row(node) where rest[place] != 0 {
          steps &+= 1
          let neighbor = Int(graph.neighbors[place])
          let side = sides[node] != (rest[place] < 0)
          if rounds[neighbor] != round {
            rounds[neighbor] = round
            sides[neighbor] = side
            places[neighbor] = place
            queue[tail] = UInt32(truncatingIfNeeded: neighbor)
            tail += 1
          } else if sides[neighbor] != side {
            return cycle(node, neighbor, place)
          }
        }
      }
      return nil
    }

    private func cycle(_ left: Int, _ right: Int, _ place: Int) -> [Int] {
      func line(_ node: Int) -> [Int] {
        var line: [Int] = []
        var node = node
        while places[node] >= 0 {
          line.append(places[node])
          node = Int(owners[places[node]])
        }
        return line
      }
      var (up, down) = (line(left), line(right))
      while let one = up.last, let two = down.last, one == two {
        up.removeLast()
        down.removeLast()
      }
      return up + down + [place]
    }

    /// Takes weight from an edge, at both of its places.
    func lighten(_ place: Int, by weight: Int) {
      let change = rest[place] > 0 ? -weight : weight
      rest[place] += change
      let owner = owners[place]
      for back in graph.row(Int(graph.neighbors[place])) where graph.neighbors[back] == owner { rest[back] += change }
    }
  }
}
