/// Brandes' algorithm from one source at a time, in the working memory of one thread.
///
/// Nodes are known by their place in the order in which they are met, so that a level is a range of places. The
/// search records the edges that lead a level on, and only these are looked at on the way back. Where fewer
/// edges lead to nodes not yet met than leave the level, the unmet nodes look for the level ("pull") instead of being
/// found by it ("push").
///
/// Sources: U. Brandes, "A Faster Algorithm for Betweenness Centrality", 2001; S. Beamer, K. Asanović, D. Patterson,
/// "Direction-Optimizing Breadth-First Search", 2012.
struct BetweennessSearch {
  /// Where a level and the recorded edges that lead on from it begin, and how the one behind it was found.
  struct Level {
    var start: UInt32
    var firstEntry: UInt32
    var isPulled: Bool
  }

  private static let unmet = UInt32.max
  private let nodeCount: Int
  /// By node: its place, or `unmet`.
  private let places: MutableElements<UInt32>
  /// By place: the node.
  private let nodes: MutableElements<UInt32>
  /// By place: the number of shortest ways from the source.
  private let ways: MutableElements<Double>
  /// By place: first sums from the level behind, then what a way to here is worth, shared by `ways`.
  private let worth: MutableElements<Double>
  /// Places at the other ends of recorded edges.
  private let ends: MutableElements<UInt32>
  /// Where the rows of a graph hold the recorded edges; empty if nobody asks.
  private let rowPlaces: MutableElements<UInt32>
  /// By place: where its recorded edges to the next level end.
  private let pushEnds: MutableElements<UInt32>
  /// By place: where its recorded edges from the level before end.
  private let pullEnds: MutableElements<UInt32>
  private let unmetNodes: MutableElements<UInt32>
  private let levels: MutableElements<Level>

  init(nodeCount: Int, placeCount: Int, recordsRowPlaces: Bool) {
    self.nodeCount = nodeCount
    places = .allocate(count: nodeCount, repeating: Self.unmet)
    // Loops without branches write one entry beyond the last that counts.
    nodes = .allocate(count: nodeCount + 1)
    ways = .allocate(count: nodeCount + 1)
    worth = .allocate(count: nodeCount)
    ends = .allocate(count: placeCount + 1)
    rowPlaces = .allocate(count: recordsRowPlaces ? placeCount + 1 : 0)
    pushEnds = .allocate(count: nodeCount)
    pullEnds = .allocate(count: nodeCount)
    unmetNodes = .allocate(count: nodeCount)
    levels = .allocate(count: nodeCount + 1)
  }

  func deallocate() {
    places.deallocate()
    nodes.deallocate()
    ways.deallocate()
    worth.deallocate()
    ends.deallocate()
    rowPlaces.deallocate()
    pushEnds.deallocate()
    pullEnds.deallocate()
    unmetNodes.deallocate()
    levels.deallocate()
  }
}

// MARK: - Forward

extension BetweennessSearch {
  /// The state of a search between two levels.
  private struct Front {
    var levelStart = 0
    var levelEnd = 1
    var tail = 1
    /// The number of recorded edges.
    var recorded = 0
    var unmetCount = -1
    var unmetPlaces: Int
    var levelPlaces: Int
  }

  /// Finds the levels and the ways; gives the number of levels.
  @inline(__always) private func advance(
    _ forward: Rows, _ backward: Rows, from source: Int, recordsRowPlaces: Bool
  ) -> Int {
    places[source] = 0
    nodes[0] = UInt32(truncatingIfNeeded: source)
    ways[0] = 1
    var front = Front(
      unmetPlaces: backward.placeCount &- backward.degree(source), levelPlaces: forward.degree(source))
    var level = 0
    while front.levelStart < front.levelEnd {
      let isPulled = front.unmetPlaces < front.levelPlaces
      levels[level] = Level(
        start: UInt32(truncatingIfNeeded: front.levelStart), firstEntry: UInt32(truncatingIfNeeded: front.recorded),
        isPulled: isPulled)
      level &+= 1
      if isPulled {
        pull(backward, &front, recordsRowPlaces: recordsRowPlaces)
      } else {
        push(forward, &front, recordsRowPlaces: recordsRowPlaces)
      }
      front.levelStart = front.levelEnd
      front.levelEnd = front.tail
      front.levelPlaces = 0
      var place = front.levelStart
      while place < front.levelEnd {
        let node = Int(nodes[place])
        front.levelPlaces &+= forward.degree(node)
        front.unmetPlaces &-= backward.degree(node)
        place &+= 1
      }
    }
    levels[level] = Level(start: UInt32(truncatingIfNeeded: front.levelStart), firstEntry: 0, isPulled: false)
    return level
  }

  @inline(__always) private func push(_ rows: Rows, _ front: inout Front, recordsRowPlaces: Bool) {
    let levelEnd = UInt32(truncatingIfNeeded: front.levelEnd)
    var tail = UInt32(truncatingIfNeeded: front.tail)
    var recorded = front.recorded
    var place = front.levelStart
    while place < front.levelEnd {
      let node = Int(nodes[place])
      let first = recorded
      var rowPlace = rows.start(node)
      let end = rows.end(node)
      while rowPlace < end {
        let neighbor = rows.neighbors[rowPlace]
        let known = places[neighbor]
        let isNew = known == Self.unmet
        let met = isNew ? tail : known
        places[neighbor] = met
        nodes[tail] = neighbor
        ways[tail] = 0
        tail &+= isNew ? 1 : 0
        ends[recorded] = met
        if recordsRowPlaces { rowPlaces[recorded] = UInt32(truncatingIfNeeded: rowPlace) }
        recorded &+= met >= levelEnd ? 1 : 0
        rowPlace &+= 1
      }
      let count = ways[place]
      var entry = first
      while entry < recorded {
        ways[ends[entry]] += count
        entry &+= 1
      }
      pushEnds[place] = UInt32(truncatingIfNeeded: recorded)
      place &+= 1
    }
    front.tail = Int(tail)
    front.recorded = recorded
  }

  @inline(__always) private func pull(_ rows: Rows, _ front: inout Front, recordsRowPlaces: Bool) {
    if front.unmetCount < 0 { front.unmetCount = listUnmet() }
    let start = UInt32(truncatingIfNeeded: front.levelStart)
    let width = UInt32(truncatingIfNeeded: front.levelEnd &- front.levelStart)
    var (tail, recorded, kept, index) = (front.tail, front.recorded, 0, 0)
    while index < front.unmetCount {
      let node = unmetNodes[index]
      index &+= 1
      // A push may have met it since the list was made.
      if places[node] != Self.unmet { continue }
      let first = recorded
      var rowPlace = rows.start(Int(node))
      let end = rows.end(Int(node))
      while rowPlace < end {
        let known = places[rows.neighbors[rowPlace]]
        ends[recorded] = known
        if recordsRowPlaces { rowPlaces[recorded] = UInt32(truncatingIfNeeded: rowPlace) }
        recorded &+= known &- start < width ? 1 : 0
        rowPlace &+= 1
      }
      if recorded == first {
        unmetNodes[kept] = node
        kept &+= 1
        continue
      }
      var count = 0.0
      var entry = first
      while entry < recorded {
        count += ways[ends[entry]]
        entry &+= 1
      }
      places[node] = UInt32(truncatingIfNeeded: tail)
      nodes[tail] = node
      ways[tail] = count
      pullEnds[tail] = UInt32(truncatingIfNeeded: recorded)
      tail &+= 1
    }
    front.unmetCount = kept
    front.tail = tail
    front.recorded = recorded
  }

  private func listUnmet() -> Int {
    var (count, node) = (0, 0)
    while node < nodeCount {
      if places[node] == Self.unmet {
        unmetNodes[count] = UInt32(truncatingIfNeeded: node)
        count &+= 1
      }
      node &+= 1
    }
    return count
  }
}

// MARK: - Backward

extension BetweennessSearch {
  /// What a search adds to; for each node, how much the ways that it lies on are worth and how many sources reach it.
  typealias Sums = OrderedSums.Sums

  /// The edges at the places of both rows.
  struct EdgePlaces {
    let forward: Elements<UInt32>
    let backward: Elements<UInt32>
  }

  /// Adds one source's part to the nodes' sums; gives the targets that the source reaches.
  func run(
    _ forward: Rows, _ backward: Rows, from source: Int, weight: Double, targets: Elements<Double>, into sums: Sums
  ) -> Double {
    let levelCount = advance(forward, backward, from: source, recordsRowPlaces: false)
    return retreat(levelCount, weight, targets, sums, edges: nil)
  }

  /// As `run`, and adds to the edges' sums as well.
  func run(
    _ forward: Rows, _ backward: Rows, edges: EdgePlaces, from source: Int, weight: Double,
    targets: Elements<Double>, into sums: Sums
  ) -> Double {
    let levelCount = advance(forward, backward, from: source, recordsRowPlaces: true)
    return retreat(levelCount, weight, targets, sums, edges: edges)
  }

  @inline(__always) private func retreat(
    _ levelCount: Int, _ weight: Double, _ targets: Elements<Double>, _ sums: Sums, edges: EdgePlaces?
  ) -> Double {
    let met = Int(levels[levelCount].start)
    var level = levelCount &- 1
    if level > 0 { settle(Int(levels[level].start), met, weight, targets, sums, hasSuccessors: false) }
    while level > 0 {
      level &-= 1
      let (start, end) = (Int(levels[level].start), Int(levels[level &+ 1].start))
      if levels[level].isPulled {
        gatherPulled(levels[level], end, Int(levels[level &+ 2].start), weight, sums, edges)
      } else {
        gatherPushed(levels[level], end, weight, sums, edges)
      }
      if level > 0 { settle(start, end, weight, targets, sums, hasSuccessors: true) }
    }
    var place = 0
    while place < met {
      places[nodes[place]] = Self.unmet
      place &+= 1
    }
    return levelCount > 1 ? worth[0] * ways[0] : 0
  }

  /// Adds a level's worth to its nodes and makes it what one way to them is worth.
  @inline(__always) private func settle(
    _ start: Int, _ end: Int, _ weight: Double, _ targets: Elements<Double>, _ sums: Sums, hasSuccessors: Bool
  ) {
    var place = start
    while place < end {
      let node = Int(nodes[place])
      let beyond = hasSuccessors ? ways[place] * worth[place] : 0
      sums.byNode[2 &* node] += weight * beyond
      sums.byNode[2 &* node &+ 1] += weight
      worth[place] = (targets[node] + beyond) / ways[place]
      place &+= 1
    }
  }

  @inline(__always) private func gatherPushed(
    _ level: Level, _ end: Int, _ weight: Double, _ sums: Sums, _ edges: EdgePlaces?
  ) {
    var entry = Int(level.firstEntry)
    var place = Int(level.start)
    while place < end {
      let last = Int(pushEnds[place])
      var sum = 0.0
      let share = weight * ways[place]
      while entry < last {
        let value = worth[ends[entry]]
        sum += value
        if let edges { sums.byEdge[edges.forward[rowPlaces[entry]]] += share * value }
        entry &+= 1
      }
      worth[place] = sum
      place &+= 1
    }
  }

  @inline(__always) private func gatherPulled(
    _ level: Level, _ end: Int, _ nextEnd: Int, _ weight: Double, _ sums: Sums, _ edges: EdgePlaces?
  ) {
    var place = Int(level.start)
    while place < end {
      worth[place] = 0
      place &+= 1
    }
    var entry = Int(level.firstEntry)
    while place < nextEnd {
      let last = Int(pullEnds[place])
      let value = worth[place]
      while entry < last {
        let before = ends[entry]
        worth[before] += value
        if let edges { sums.byEdge[edges.backward[rowPlaces[entry]]] += weight * ways[before] * value }
        entry &+= 1
      }
      place &+= 1
    }
  }
}
