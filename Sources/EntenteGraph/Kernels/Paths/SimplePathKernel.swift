/// Depth-first search for ways that meet no node twice, which turns back where the end is too far.
struct SimplePathKernel: Sendable {
  let rows: CSR
  let edges: Column<UInt32>?
  /// The steps to the end; -1 where no way leads there.
  let rest: [Int32]
  let start: UInt32
  let end: UInt32
  let maximumLength: Int

  /// The number of ways.
  func count(_ execution: Execution) throws -> Int {
    if start == end { return 1 }
    guard maximumLength > 0, rest[Int(start)] >= 0, Int(rest[Int(start)]) <= maximumLength else { return 0 }
    let nodes = MutableElements<UInt32>.allocate(count: maximumLength)
    let cursors = MutableElements<Int>.allocate(count: maximumLength)
    // Edges from a node to the end, and how many steps remain from a node at most; 0 while it is on the way.
    let lastSteps = MutableElements<UInt32>.allocate(count: rest.count, repeating: 0)
    let isTaken = MutableElements<UInt8>.allocate(count: rest.count, repeating: 0)
    defer {
      nodes.deallocate()
      cursors.deallocate()
      lastSteps.deallocate()
      isTaken.deallocate()
    }
    return try rows.read { rows in
      try rest.read { rest in
        for node in 0..<rows.nodeCount where rest[node] == 1 {
          for place in rows.start(node)..<rows.end(node) where rows.neighbors[place] == end { lastSteps[node] &+= 1 }
        }
        isTaken[end] = 1
        return try count(rows, rest, nodes, cursors, lastSteps, isTaken, execution)
      }
    }
  }

  private func count(
    _ rows: Rows, _ rest: Elements<Int32>, _ nodes: MutableElements<UInt32>, _ cursors: MutableElements<Int>,
    _ lastSteps: MutableElements<UInt32>, _ isTaken: MutableElements<UInt8>, _ execution: Execution
  ) throws -> Int {
    var found = Int(lastSteps[start])
    if maximumLength == 1 { return found }
    var depth = 0
    var entered = 0
    nodes[0] = start
    cursors[0] = rows.start(Int(start))
    isTaken[start] = 1
    while depth >= 0 {
      let node = nodes[depth]
      let end = rows.end(Int(node))
      var place = cursors[depth]
      // Steps that remain after the next one.
      let remaining = Int32(truncatingIfNeeded: maximumLength &- depth &- 1)
      if remaining == 1 {
        while place < end {
          let neighbor = rows.neighbors[place]
          if isTaken[neighbor] == 0 { found &+= Int(lastSteps[neighbor]) }
          place &+= 1
        }
      } else {
        while place < end {
          let neighbor = rows.neighbors[place]
          if isTaken[neighbor] == 0, rest[neighbor] > 0, rest[neighbor] <= remaining { break }
          place &+= 1
        }
        if place < end {
          let neighbor = rows.neighbors[place]
          found &+= Int(lastSteps[neighbor])
          cursors[depth] = place &+ 1
          depth &+= 1
          nodes[depth] = neighbor
          cursors[depth] = rows.start(Int(neighbor))
          isTaken[neighbor] = 1
          entered &+= 1
          if entered & 0xFFF == 0 { try execution.check() }
          continue
        }
      }
      isTaken[node] = 0
      depth &-= 1
    }
    return found
  }

  /// The state of a walk through all ways.
  struct Walk {
    private let kernel: SimplePathKernel
    private var nodes: [NodeID] = []
    private var edges: [EdgeID] = []
    private var cursors: [Int] = []
    private var isTaken: [Bool]

    init(_ kernel: SimplePathKernel) {
      self.kernel = kernel
      isTaken = Array(repeating: false, count: kernel.rest.count)
      let rest = kernel.rest[Int(kernel.start)]
      if rest >= 0, Int(rest) <= kernel.maximumLength { enter(kernel.start) }
    }

    private mutating func enter(_ node: UInt32) {
      nodes.append(NodeID(rawValue: node))
      cursors.append(kernel.rows.row(Int(node)).lowerBound)
      isTaken[Int(node)] = true
    }

    mutating func next() -> Path? {
      if kernel.start == kernel.end {
        guard let only = nodes.popLast() else { return nil }
        return Path(nodes: [only], edges: [])
      }
      while let node = nodes.last {
        guard let place = nextPlace(from: node) else {
          isTaken[node.index] = false
          nodes.removeLast()
          cursors.removeLast()
          _ = edges.popLast()
          continue
        }
        let neighbor = kernel.rows.neighbors[place]
        let edge = EdgeID(rawValue: kernel.edges.map { $0[place] } ?? UInt32(truncatingIfNeeded: place))
        if neighbor == kernel.end {
          return Path(nodes: nodes + [NodeID(rawValue: neighbor)], edges: edges + [edge])
        }
        edges.append(edge)
        enter(neighbor)
      }
      return nil
    }

    /// The place of the next edge that may still lead to the end in time.
    private mutating func nextPlace(from node: NodeID) -> Int? {
      let remaining = kernel.maximumLength - nodes.count
      return kernel.rows.read { rows in
        var place = cursors[cursors.count - 1]
        let end = rows.end(node.index)
        while place < end {
          let neighbor = Int(rows.neighbors[place])
          let rest = Int(kernel.rest[neighbor])
          place &+= 1
          if rest >= 0, rest <= remaining, !isTaken[neighbor] {
            cursors[cursors.count - 1] = place
            return place &- 1
          }
        }
        return nil
      }
    }
  }
}
