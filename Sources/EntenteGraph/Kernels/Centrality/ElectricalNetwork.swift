/// A connected part of a graph as a network of resistors, whose potentials are found by conjugate gradients.
///
/// Source: M. Hestenes, E. Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems", 1952, preconditioned by
/// the diagonal.
struct ElectricalNetwork {
  /// The nodes, by number in the network.
  let nodes: [UInt32]
  let rows: CSR
  /// By place, how well its edge conducts.
  let conductances: Column<Double>
  /// By node, the conductances of its edges together.
  let sums: [Double]

  /// - Parameter nodes: all nodes of a connected part.
  init(_ topology: Topology, nodes: [UInt32], weights: EdgeWeights?) {
    self.nodes = nodes
    let part = SubgraphRows(topology, .both, order: nodes, withEdges: weights != nil)
    rows = part.rows
    if let weights, let edges = part.edges {
      conductances = Column(edges.lazy.map { weights.values[Int($0)] })
    } else {
      conductances = Column(repeatElement(1, count: part.rows.neighbors.count))
    }
    let conductances = conductances
    sums = rows.read { rows in
      conductances.read { conductances in
        (0..<rows.nodeCount).map { node in
          (rows.start(node)..<rows.end(node)).reduce(0) { $0 + conductances[$1] }
        }
      }
    }
  }

  /// The parts of a graph, taken as undirected, each with its nodes in ascending order.
  static func components(_ topology: Topology) -> [[UInt32]] {
    topology.symmetric.read { rows in
      var isKnown = [Bool](repeating: false, count: rows.nodeCount)
      var components: [[UInt32]] = []
      for seed in 0..<rows.nodeCount where !isKnown[seed] {
        isKnown[seed] = true
        var queue = [UInt32(truncatingIfNeeded: seed)]
        var head = 0
        while head < queue.count {
          let node = Int(queue[head])
          head += 1
          for place in rows.start(node)..<rows.end(node) where !isKnown[Int(rows.neighbors[place])] {
            isKnown[Int(rows.neighbors[place])] = true
            queue.append(rows.neighbors[place])
          }
        }
        components.append(queue.sorted())
      }
      return components
    }
  }

  /// Working memory of one thread.
  struct Solver {
    /// The potentials found last; their sum is 0.
    let potentials: MutableElements<Double>
    fileprivate let rest: MutableElements<Double>
    fileprivate let step: MutableElements<Double>
    fileprivate let image: MutableElements<Double>

    init(nodeCount: Int) {
      potentials = .allocate(count: nodeCount)
      rest = .allocate(count: nodeCount)
      step = .allocate(count: nodeCount)
      image = .allocate(count: nodeCount)
    }

    func deallocate() {
      potentials.deallocate()
      rest.deallocate()
      step.deallocate()
      image.deallocate()
    }
  }

  /// Finds the potentials where one unit of current goes in at a node and leaves evenly at all: a column of the
  /// pseudoinverse of the Laplacian.
  ///
  /// - Returns: whether the rest became as small as it should within ten rounds a node.
  func solve(_ solver: Solver, from source: Int, sums: Elements<Double>) -> Bool {
    let count = nodes.count
    let (potentials, rest, step, image) = (solver.potentials, solver.rest, solver.step, solver.image)
    potentials.fill(0)
    rest.fill(-1 / Double(count))
    rest[source] += 1
    var (product, goal) = (0.0, 0.0)
    for node in 0..<count {
      step[node] = rest[node] / sums[node]
      product += step[node] * rest[node]
    }
    goal = product * 1e-26
    var rounds = 0
    while product > goal && rounds < 10 * count + 100 {
      rounds += 1
      multiply(step, into: image)
      let factor = product / VectorArithmetic.dot(step, image)
      VectorArithmetic.add(factor, times: step, to: potentials)
      VectorArithmetic.add(-factor, times: image, to: rest)
      var next = 0.0
      var node = 0
      while node < count {
        next += rest[node] * rest[node] / sums[node]
        node &+= 1
      }
      let turn = next / product
      product = next
      node = 0
      while node < count {
        step[node] = rest[node] / sums[node] + turn * step[node]
        node &+= 1
      }
    }
    var mean = 0.0
    for node in 0..<count { mean += potentials[node] }
    mean /= Double(count)
    for node in 0..<count { potentials[node] -= mean }
    return product <= goal
  }

  /// What flows out of each node at given potentials.
  private func multiply(_ values: MutableElements<Double>, into flows: MutableElements<Double>) {
    rows.read { rows in
      conductances.read { conductances in
        var node = 0
        while node < rows.nodeCount {
          let value = values[node]
          var flow = 0.0
          var place = rows.start(node)
          let end = rows.end(node)
          while place < end {
            flow += conductances[place] * (value - values[rows.neighbors[place]])
            place &+= 1
          }
          flows[node] = flow
          node &+= 1
        }
      }
    }
  }
}

extension ElectricalNetwork {
  /// Solves from every node and hands the potentials to `use`; false where one solution did not settle.
  func solveAll(
    _ execution: Execution, _ use: @Sendable (_ source: Int, _ potentials: MutableElements<Double>) -> Void
  ) throws -> Bool {
    let size = 16
    let parts = Execution.parts(of: nodes.count, size: size)
    let solvers = (0..<max(1, min(execution.threads, parts))).map { _ in Solver(nodeCount: nodes.count) }
    let failures = MutableElements<Int>.allocate(count: parts, repeating: 0)
    defer {
      for solver in solvers { solver.deallocate() }
      failures.deallocate()
    }
    try sums.read { sums in
      try execution.forEachChunk(parts, reporting: true) { part, worker in
        for source in part * size..<min(nodes.count, (part + 1) * size) {
          if worker == 0 { try execution.check() }
          if !solve(solvers[worker], from: source, sums: sums) { failures[part] += 1 }
          use(source, solvers[worker].potentials)
        }
      }
    }
    return (0..<parts).allSatisfy { failures[$0] == 0 }
  }

  /// The sum of the resistances between each node and all others; `nil` where a solution did not settle.
  func resistanceSums(_ execution: Execution) throws -> [Double]? {
    let own = MutableElements<Double>.allocate(count: nodes.count)
    defer { own.deallocate() }
    guard try solveAll(execution, { source, potentials in own[source] = potentials[source] }) else { return nil }
    let trace = (0..<nodes.count).reduce(0) { $0 + own[$1] }
    return (0..<nodes.count).map { Double(nodes.count) * own[$0] + trace }
  }

  /// By node, the current that passes it when a unit flows between two others, summed over all pairs; `nil` where
  /// a solution did not settle.
  ///
  /// The difference of two columns of the pseudoinverse gives, for one edge, the current of all pairs: the difference
  /// of its entries at the two nodes. Sorted, the sum of all differences takes linear time.
  func throughputs(_ execution: Execution) throws -> [Double]? {
    let count = nodes.count
    let table = MutableElements<Double>.allocate(count: count * count)
    let passing = MutableElements<Double>.allocate(count: count, repeating: 0)
    let differences = (0..<execution.threads).map { _ in MutableElements<Double>.allocate(count: count) }
    let byPlace = MutableElements<Double>.allocate(count: rows.neighbors.count)
    defer {
      table.deallocate()
      passing.deallocate()
      byPlace.deallocate()
      for difference in differences { difference.deallocate() }
    }
    let isSettled = try solveAll(execution) { source, potentials in
      for node in 0..<count { table[source * count + node] = potentials[node] }
    }
    guard isSettled else { return nil }
    try rows.read { rows in
      try conductances.read { conductances in
        try execution.forEachChunk(count, reporting: true) { node, worker in
          // Each edge is looked at from its lower end; where several are parallel, once for all.
          var place = rows.start(node)
          while place < rows.end(node) {
            let neighbor = Int(rows.neighbors[place])
            let current = neighbor > node ? Self.spread(table, node, neighbor, differences[worker]) : 0
            while place < rows.end(node), Int(rows.neighbors[place]) == neighbor {
              byPlace[place] = current * conductances[place]
              place &+= 1
            }
          }
        }
      }
      for node in 0..<count {
        for place in rows.start(node)..<rows.end(node) where Int(rows.neighbors[place]) > node {
          passing[node] += byPlace[place]
          passing[rows.neighbors[place]] += byPlace[place]
        }
      }
    }
    // Half of what goes over a node's edges passes it; of its own pairs, half a unit each is not to be counted.
    return (0..<count).map { max(0, (passing[$0] - Double(count - 1)) / 2) }
  }

  /// The sum over pairs of nodes of how much their entries in the difference of two rows of the table differ.
  private static func spread(
    _ table: MutableElements<Double>, _ node: Int, _ neighbor: Int, _ difference: MutableElements<Double>
  ) -> Double {
    let count = difference.count
    for place in 0..<count { difference[place] = table[node &* count &+ place] - table[neighbor &* count &+ place] }
    unsafe difference.withBuffer { buffer in unsafe buffer.sort() }
    var sum = 0.0
    for place in 0..<count { sum += Double(2 &* place &+ 1 &- count) * difference[place] }
    return sum
  }
}
