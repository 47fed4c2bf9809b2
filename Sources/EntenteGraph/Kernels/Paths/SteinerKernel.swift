/// The lightest tree that joins a few nodes: for each set of them and each node, the lightest tree that joins both, out
/// of trees of smaller sets that meet at a node, and of the same set one edge away.
///
/// Source: S. E. Dreyfus, R. A. Wagner, "The Steiner problem in graphs", 1971, with the shortest ways of R. E. Erickson,
/// C. L. Monma, A. F. Veinott, 1987.
struct SteinerKernel {
  private let rows: CSR
  private let weights: Column<Double>
  private let edgesByPlace: Column<UInt32>
  /// All but the last are joined into sets; the tree is read from the last.
  private let terminals: [UInt32]
  private let count: Int
  /// By set and node: the weight, and how it came about: the node before and the edge, or, where the node is `none`, the
  /// part of the set that is joined on one side (0 where the tree is the node alone).
  private let costs: MutableElements<Double>
  private let parents: MutableElements<UInt32>
  private let choices: MutableElements<UInt32>

  init(_ topology: Topology, _ weights: EdgeWeights, terminals: [UInt32]) {
    rows = topology.symmetric
    self.weights = weights.byPlace(topology, .both)
    edgesByPlace = topology.symmetricEdges
    self.terminals = terminals
    count = topology.nodeCount
    let size = count << (terminals.count - 1)
    costs = MutableElements.allocate(count: size, repeating: .infinity)
    parents = MutableElements.allocate(count: size, repeating: DijkstraKernel.none)
    choices = MutableElements.allocate(count: size, repeating: 0)
  }

  func deallocate() {
    costs.deallocate()
    parents.deallocate()
    choices.deallocate()
  }

  func edges(_ execution: Execution) throws -> [UInt32]? {
    let sets = 1 << (terminals.count - 1)
    for set in 1..<sets {
      try execution.check()
      let base = set * count
      if set & (set - 1) == 0 {
        costs[base + Int(terminals[set.trailingZeroBitCount])] = 0
      } else {
        merge(set)
      }
      spread(base)
      execution.report(set, of: sets)
    }
    let last = (sets - 1, terminals[terminals.count - 1])
    guard costs[last.0 * count + Int(last.1)] < .infinity else { return nil }
    var found: Set<UInt32> = []
    var open = [last]
    while let (set, node) = open.popLast() {
      let place = set * count + Int(node)
      if parents[place] != DijkstraKernel.none {
        found.insert(choices[place])
        open.append((set, parents[place]))
      } else if choices[place] != 0 {
        open.append((Int(choices[place]), node))
        open.append((set ^ Int(choices[place]), node))
      }
    }
    return Array(found)
  }

  /// Joins trees of two parts of a set at each node.
  private func merge(_ set: Int) {
    let base = set * count
    let lowest = set & -set
    var part = (set - 1) & set
    while part > 0 {
      if part & lowest != 0 {
        let (left, right) = (part * count, (set ^ part) * count)
        for node in 0..<count {
          let cost = costs[left &+ node] + costs[right &+ node]
          if cost < costs[base &+ node] {
            costs[base &+ node] = cost
            choices[base &+ node] = UInt32(truncatingIfNeeded: part)
          }
        }
      }
      part = (part - 1) & set
    }
  }

  /// Takes a set's trees on along edges.
  private func spread(_ base: Int) {
    var heap = MinimumHeap()
    defer { heap.deallocate() }
    for node in 0..<count where costs[base + node] < .infinity {
      heap.push(costs[base + node], UInt32(truncatingIfNeeded: node))
    }
    rows.read { rows in
      weights.read { weights in
        while let entry = heap.pop() {
          if costs[base &+ Int(entry.node)] < entry.key { continue }
          for place in rows.start(Int(entry.node))..<rows.end(Int(entry.node)) {
            let neighbor = rows.neighbors[place]
            let cost = entry.key + weights[place]
            guard cost < costs[base &+ Int(neighbor)] else { continue }
            costs[base &+ Int(neighbor)] = cost
            parents[base &+ Int(neighbor)] = entry.node
            choices[base &+ Int(neighbor)] = edgesByPlace[place]
            heap.push(cost, neighbor)
          }
        }
      }
    }
  }
}
