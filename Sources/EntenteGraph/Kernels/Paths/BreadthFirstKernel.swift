/// Breadth-first search that turns round where the frontier is large: then each unmet node looks for a
/// neighbour in the frontier, and most find one at once.
///
/// Source: S. Beamer, K. Asanović, D. Patterson, "Direction-Optimizing Breadth-First Search", 2012, with its
/// switching bounds α = 15 and β = 18.
struct BreadthFirstKernel {
  /// Below this many places the bookkeeping of turning round costs more than it saves.
  private static let leastPlaces = 1 << 19
  private static let wordsPerPart = 512

  private let forward: CSR
  private let backward: CSR?
  private let steps: MutableElements<Int32>
  private let queue: MutableElements<UInt32>

  /// Whether the graph is large enough for that.
  var turnsRound: Bool { backward != nil }

  init(_ topology: Topology, _ direction: Direction) {
    forward = topology.rows(direction)
    let isLarge = forward.neighbors.count >= Self.leastPlaces
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    backward = isLarge ? topology.rows(reverse) : nil
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
    try forward.read { forward in
      guard let backward else { return descend(forward, from: 0, to: end) }
      try backward.read { try alternate(forward, $0, end, execution) }
    }
    return steps.array()
  }

  /// Plain search, level by level in one queue. Whether a neighbour is new cannot be foretold, and small graphs stay
  /// in the cache: so each neighbour is written behind the queue, which grows by it only if it is new.
  private func descend(_ rows: Rows, from start: Int, to end: Int) {
    var (head, tail) = (start, end)
    while head < tail {
      let node = Int(queue[head])
      head &+= 1
      let next = steps[node] &+ 1
      var place = rows.start(node)
      let last = rows.end(node)
      while place < last {
        let neighbor = rows.neighbors[place]
        let known = steps[neighbor]
        queue[tail] = neighbor
        tail &-= Int(known >> 31)
        steps[neighbor] = known < 0 ? next : known
        place &+= 1
      }
    }
  }

  @inline(__always) private func visit(_ rows: Rows, _ node: Int, _ step: Int32, _ end: Int) -> Int {
    var tail = end
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
    return tail
  }

  private func alternate(_ forward: Rows, _ backward: Rows, _ sourceCount: Int, _ execution: Execution) throws {
    let wordCount = (forward.nodeCount + 63) / 64
    var frontier = MutableElements<UInt64>.allocate(count: wordCount)
    var next = MutableElements<UInt64>.allocate(count: wordCount)
    let unmet = MutableElements<UInt64>.allocate(count: wordCount)
    defer {
      frontier.deallocate()
      next.deallocate()
      unmet.deallocate()
    }
    var (level, head, tail) = (Int32(0), 0, sourceCount)
    var unexplored = forward.placeCount
    while head < tail {
      try execution.check()
      let frontierPlaces = (head..<tail).reduce(0) { $0 &+ forward.degree(Int(queue[$1])) }
      if frontierPlaces <= unexplored / 15 {
        unexplored -= frontierPlaces
        level += 1
        let levelEnd = tail
        while head < levelEnd {
          tail = visit(forward, Int(queue[head]), level, tail)
          head &+= 1
        }
        continue
      }
      mark(frontier, head..<tail)
      markUnmet(unmet, backward)
      // How many nodes the frontier of the level before had: it is left when it shrinks and is small.
      var (before, met) = (0, tail - head)
      repeat {
        level += 1
        before = met
        met = try ascend(backward, level: level, frontier: frontier, next: next, unmet: unmet, execution)
        swap(&frontier, &next)
      } while met > 0 && (met >= before || met > forward.nodeCount / 18)
      (head, tail) = (0, unmark(frontier))
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
