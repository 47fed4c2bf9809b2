/// Breadth-first search that turns round where the frontier is large: then each unmet node looks for a
/// neighbour in the frontier, and most find one at once.
///
/// Source: S. Beamer, K. Asanović, D. Patterson, "Direction-Optimizing Breadth-First Search", 2012, with its bounds
/// α = 15 for turning round and β = 18 for turning back. A graph that the cache holds turns round where that saves looks.
struct BreadthFirstKernel {
  /// Below this many places steps and queue stay in the cache, and a wrong guess of the processor costs the most.
  private static let leastPlaces = 1 << 19
  private static let wordsPerPart = 512

  /// Whether there is more of the graph than the cache holds.
  let isLarge: Bool
  private let topology: Topology
  private let direction: Direction
  private let forward: CSR
  private let steps: MutableElements<Int32>
  private let queue: MutableElements<UInt32>

  init(_ topology: Topology, _ direction: Direction) {
    self.topology = topology
    self.direction = direction
    forward = topology.rows(direction)
    isLarge = forward.neighbors.count >= Self.leastPlaces
    steps = MutableElements.allocate(count: topology.nodeCount)
    queue = MutableElements.allocate(count: topology.nodeCount + 1)
  }

  func deallocate() {
    steps.deallocate()
    queue.deallocate()
  }

  func search(from sources: [UInt32], _ execution: Execution) throws -> [Int32] {
    steps.fill(-1)
    var end = 0
    for source in sources where steps[source] < 0 {
      steps[source] = 0
      queue[end] = source
      end += 1
    }
    try forward.read { try search($0, end, execution) }
    return steps.array()
  }

  private func search(_ forward: Rows, _ sourceCount: Int, _ execution: Execution) throws {
    var level: Int32 = 0
    var frontier = 0..<sourceCount
    var (unmet, unexplored) = (forward.nodeCount &- sourceCount, forward.placeCount)
    while !frontier.isEmpty {
      try execution.check()
      let places = placeCount(forward, frontier)
      if turnPays(places: places, unexplored: unexplored, unmet: unmet) {
        let last = try ascend(frontier, &level, &unmet, execution)
        frontier = 0..<last
      } else {
        level += 1
        let start = frontier.upperBound
        frontier = start..<(isLarge ? descend(forward, frontier, level) : descendInCache(forward, frontier, level))
        unmet -= frontier.count
      }
      unexplored -= places
    }
  }

  /// How many places a frontier has; 0 where it is too narrow for that to matter.
  private func placeCount(_ rows: Rows, _ frontier: Range<Int>) -> Int {
    guard isLarge || frontier.count > rows.nodeCount >> 6 else { return 0 }
    var sum = 0
    for place in frontier { sum &+= rows.degree(Int(queue[place])) }
    return sum
  }

  /// Whether unmet nodes should look for the frontier.
  ///
  /// In the cache a look costs about the same either way. If the frontier's share of all that is unexplored is also its
  /// share of each row, an unmet node finds it with as many looks as that share goes into one; together they should need
  /// no more than the frontier has places.
  private func turnPays(places: Int, unexplored: Int, unmet: Int) -> Bool {
    if isLarge { return places > unexplored / 15 }
    return Double(unmet) * Double(unexplored) < Double(places) * Double(places)
  }

  private func descend(_ rows: Rows, _ frontier: Range<Int>, _ step: Int32) -> Int {
    var tail = frontier.upperBound
    for head in frontier {
      let node = Int(queue[head])
      var place = rows.start(node)
      let last = rows.end(node)
      while place < last {
        let neighbor = rows.neighbors[place]
        if steps[neighbor] < 0 {
          steps[neighbor] = step
          queue[tail] = neighbor
          tail &+= 1
        }
        place &+= 1
      }
    }
    return tail
  }

  /// The same where all is in the cache. Whether a neighbour is new cannot be foretold: so each is written behind the
  /// queue, which grows by it only if it is new.
  private func descendInCache(_ rows: Rows, _ frontier: Range<Int>, _ step: Int32) -> Int {
    var tail = frontier.upperBound
    for head in frontier {
      let node = Int(queue[head])
      var place = rows.start(node)
      let last = rows.end(node)
      while place < last {
        let neighbor = rows.neighbors[place]
        let known = steps[neighbor]
        queue[tail] = neighbor
        tail &-= Int(known >> 31)
        steps[neighbor] = known < 0 ? step : known
        place &+= 1
      }
    }
    return tail
  }

  /// Lets unmet nodes look for the frontier, level by level, until few find it; the last frontier is then the queue.
  ///
  /// Returns how many nodes the last frontier has.
  private func ascend(
    _ places: Range<Int>, _ level: inout Int32, _ unmetCount: inout Int, _ execution: Execution
  ) throws -> Int {
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    return try topology.rows(reverse).read { rows in
      let wordCount = (rows.nodeCount + 63) / 64
      var frontier = MutableElements<UInt64>.allocate(count: wordCount)
      var next = MutableElements<UInt64>.allocate(count: wordCount)
      let unmet = MutableElements<UInt64>.allocate(count: wordCount)
      defer {
        frontier.deallocate()
        next.deallocate()
        unmet.deallocate()
      }
      mark(frontier, places)
      markUnmet(unmet, rows)
      // How many nodes the frontier of the level before had: it is left when it shrinks and is small.
      var (before, met) = (0, places.count)
      repeat {
        level += 1
        before = met
        met = try ascend(rows, level: level, frontier: frontier, next: next, unmet: unmet, execution)
        unmetCount -= met
        swap(&frontier, &next)
      } while met > 0 && (met >= before || met > rows.nodeCount / 18)
      return unmark(frontier)
    }
  }

  private func mark(_ bits: MutableElements<UInt64>, _ places: Range<Int>) {
    bits.fill(0)
    for place in places { bits[Int(queue[place]) >> 6] |= 1 << UInt64(queue[place] & 63) }
  }

  /// The nodes not yet met to which an edge leads.
  private func markUnmet(_ bits: MutableElements<UInt64>, _ rows: Rows) {
    for word in 0..<bits.count {
      var set: UInt64 = 0
      for node in (word << 6)..<min(rows.nodeCount, (word &+ 1) << 6) where steps[node] < 0 && rows.degree(node) > 0 {
        set |= 1 << UInt64(node & 63)
      }
      bits[word] = set
    }
  }

  /// Puts the nodes of a bitmap into the queue, and says how many they are.
  private func unmark(_ bits: MutableElements<UInt64>) -> Int {
    var tail = 0
    for word in 0..<bits.count {
      var set = bits[word]
      while set != 0 {
        queue[tail] = UInt32(truncatingIfNeeded: word << 6 | set.trailingZeroBitCount)
        tail &+= 1
        set &= set &- 1
      }
    }
    return tail
  }

  /// One level in which unmet nodes look for the frontier; gives the number of nodes that found it.
  private func ascend(
    _ rows: Rows, level: Int32, frontier: MutableElements<UInt64>, next: MutableElements<UInt64>,
    unmet: MutableElements<UInt64>, _ execution: Execution
  ) throws -> Int {
    let parts = Execution.parts(of: unmet.count, size: Self.wordsPerPart)
    let found = MutableElements<Int>.allocate(count: parts)
    defer { found.deallocate() }
    try execution.forEachPart(of: unmet.count, size: Self.wordsPerPart) { words, part in
      var count = 0
      for word in words {
        var set = unmet[word]
        var met: UInt64 = 0
        while set != 0 {
          let bit = set.trailingZeroBitCount
          set &= set &- 1
          let node = word << 6 | bit
          var place = rows.start(node)
          let end = rows.end(node)
          while place < end {
            let neighbor = rows.neighbors[place]
            if frontier[Int(neighbor >> 6)] & (1 << UInt64(neighbor & 63)) != 0 {
              met |= 1 << UInt64(bit)
              steps[node] = level
              break
            }
            place &+= 1
          }
        }
        next[word] = met
        unmet[word] &= ~met
        count &+= met.nonzeroBitCount
      }
      found[part] = count
    }
    return (0..<parts).reduce(0) { $0 + found[$1] }
  }
}
