/// The greatest distance in an undirected graph with few searches.
///
/// In each connected part, four searches from ends that lie far apart give a lower bound and a node in the middle; from
/// there, nodes are looked at from the farthest inwards until none can lie farther apart than the bound.
///
/// Source: P. Crescenzi, R. Grossi, M. Habib, L. Lanzi, A. Marino, "On computing the diameter of real-world undirected
/// graphs", 2013 (iFUB with the four-sweep start).
struct DiameterKernel {
  private static let leastBatch = 6
  private let topology: Topology
  private let rows: CSR
  private let steps: MutableElements<Int32>
  private let queue: MutableElements<UInt32>
  /// The node before each in the last search.
  private let parents: MutableElements<UInt32>
  private let isDone: MutableElements<UInt8>
  /// How many nodes the last search met.
  private var metCount = 0

  init(_ topology: Topology) {
    self.topology = topology
    rows = topology.rows(.both)
    let count = topology.nodeCount
    steps = MutableElements.allocate(count: count, repeating: -1)
    queue = MutableElements.allocate(count: count)
    parents = MutableElements.allocate(count: count)
    isDone = MutableElements.allocate(count: count, repeating: 0)
  }

  func deallocate() {
    steps.deallocate()
    queue.deallocate()
    parents.deallocate()
    isDone.deallocate()
  }

  mutating func diameter(_ execution: Execution) throws -> Int {
    try rows.read { rows in
      var greatest: Int32 = 0
      for node in 0..<rows.nodeCount where isDone[node] == 0 {
        if rows.degree(node) == 0 { continue }
        let count = search(rows, from: UInt32(truncatingIfNeeded: node))
        var start = queue[0]
        for place in 0..<count {
          isDone[queue[place]] = 1
          if rows.degree(Int(queue[place])) > rows.degree(Int(start)) { start = queue[place] }
        }
        // A part of `count` nodes is at most that, less one, steps wide.
        if count - 1 > greatest {
          try execution.check()
          greatest = try greatestInPart(rows, around: start, atLeast: greatest, execution)
        }
      }
      return Int(greatest)
    }
  }

  /// The greater of a bound and the diameter of the part that holds a node.
  private mutating func greatestInPart(
    _ rows: Rows, around start: UInt32, atLeast known: Int32, _ execution: Execution
  ) throws -> Int32 {
    var (greatest, middle) = (known, start)
    for _ in 0..<2 {
      let near = farthest(search(rows, from: middle))
      greatest = max(greatest, steps[near])
      let far = farthest(search(rows, from: near))
      greatest = max(greatest, steps[far])
      middle = halfway(to: far)
    }
    let count = search(rows, from: middle)
    var level = steps[farthest(count)]
    greatest = max(greatest, level)
    // The queue holds the part by level; it is copied because searches overwrite it.
    let order = (0..<count).map { queue[$0] }
    let levels = order.map { steps[$0] }
    var end = count
    while level > 0, 2 * level > greatest {
      let begin = levels[..<end].lastIndex { $0 < level }.map { $0 + 1 } ?? 0
      greatest = max(greatest, try greatestDistance(rows, from: Array(order[begin..<end]), execution))
      end = begin
      level -= 1
    }
    return greatest
  }

  private mutating func greatestDistance(_ rows: Rows, from nodes: [UInt32], _ execution: Execution) throws -> Int32 {
    guard nodes.count < Self.leastBatch else {
      return try AllPairsKernel(topology, .both).eccentricities(of: nodes, execution).max() ?? 0
    }
    var greatest: Int32 = 0
    for node in nodes { greatest = max(greatest, steps[farthest(search(rows, from: node))]) }
    return greatest
  }

  /// Searches from a node, and gives the number of nodes of its part, which the queue then holds by distance.
  private mutating func search(_ rows: Rows, from start: UInt32) -> Int {
    for place in 0..<metCount { steps[queue[place]] = -1 }
    steps[start] = 0
    queue[0] = start
    parents[start] = start
    var (head, tail) = (0, 1)
    while head < tail {
      let node = queue[head]
      head &+= 1
      let next = steps[node] &+ 1
      var place = rows.start(Int(node))
      let end = rows.end(Int(node))
      while place < end {
        let neighbor = rows.neighbors[place]
        if steps[neighbor] < 0 {
          steps[neighbor] = next
          parents[neighbor] = node
          queue[tail] = neighbor
          tail &+= 1
        }
        place &+= 1
      }
    }
    metCount = tail
    return tail
  }

  /// One of the farthest nodes of the last search.
  private func farthest(_ count: Int) -> UInt32 { queue[count - 1] }

  private func halfway(to node: UInt32) -> UInt32 {
    var middle = node
    for _ in 0..<(steps[node] / 2) { middle = parents[middle] }
    return middle
  }
}
