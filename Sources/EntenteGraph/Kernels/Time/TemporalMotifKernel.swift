/// Counts sequences of three contacts, those around a node and those along triangles apart.
///
/// Directions are bits: 0 away from the middle of a star, or up from the lower rank of a triangle's edge.
struct TemporalMotifKernel: Sendable {
  private static let nodesPerChunk = 128

  private let graph: TemporalGraph
  private let duration: Int64

  init(_ graph: TemporalGraph, within duration: Int64) {
    self.graph = graph
    self.duration = duration
  }

  func counts(_ execution: Execution) throws -> TemporalMotifCounts {
    let chunks = Execution.parts(of: graph.nodeCount, size: Self.nodesPerChunk)
    let workers = max(1, min(execution.threads, chunks))
    let limits = lastRanks()
    let stars = StarCounting(graph, limits)
    let triangles = TriangleCounting(graph, limits)
    let starScratch = (0..<workers).map { _ in StarCounting.Scratch(nodeCount: graph.nodeCount) }
    let triangleScratch = (0..<workers).map { _ in TriangleCounting.Scratch(nodeCount: graph.nodeCount) }
    defer {
      starScratch.forEach { $0.deallocate() }
      triangleScratch.forEach { $0.deallocate() }
    }
    try execution.forEachChunk(chunks, reporting: true) { chunk, worker in
      let first = chunk * Self.nodesPerChunk
      for node in first..<min(graph.nodeCount, first + Self.nodesPerChunk) {
        stars.count(around: node, starScratch[worker])
        triangles.count(from: node, triangleScratch[worker])
      }
    }
    var counts = TemporalMotifCounts()
    for worker in 0..<workers {
      StarCounting.add(starScratch[worker].counts, to: &counts)
      TriangleCounting.add(triangleScratch[worker].counts, to: &counts)
    }
    return counts
  }

  /// For each moment the last one that is at most the duration later.
  private func lastRanks() -> Column<UInt32> {
    let clock = graph.clock
    return Column(count: clock.count) { limits in
      var last = 0
      for rank in 0..<clock.count {
        while last + 1 < clock.count, clock[last + 1] - clock[rank] <= duration { last += 1 }
        limits[rank] = UInt32(truncatingIfNeeded: last)
      }
    }
  }

  /// Counts a sequence given by the nodes that each contact leads from and to.
  static func add(
    _ count: Int, _ first: (Int, Int), _ second: (Int, Int), _ third: (Int, Int), to counts: inout TemporalMotifCounts
  ) {
    func step(_ contact: (Int, Int)) -> TemporalMotifCounts.Step {
      let (a, b) = first
      switch contact {
      case (a, b): return .ab
      case (b, a): return .ba
      case (a, _): return .ac
      case (_, a): return .ca
      case (b, _): return .bc
      default: return .cb
      }
    }
    counts[step(second), step(third)] += count
  }
}

// MARK: - Stars and pairs

/// Sequences around a node, of which two or three contacts go to the same neighbour.
///
/// The contacts of a node pass through a window of time. For each neighbour, what is known of it in the window
/// is enough to count, when a contact comes, the pairs before it; nothing is looked at twice.
private struct StarCounting: Sendable {
  /// By neighbour, in 14 numbers: contacts by direction; pairs of contacts by directions; sums over its contacts of how
  /// many of each direction came before, and of how many had come up to then.
  private static let width = 14

  struct Scratch: Sendable {
    let neighbors: MutableElements<Int>
    /// By pattern (the odd neighbour last, in the middle, first; none odd) and the directions of the three.
    let counts: MutableElements<Int>

    init(nodeCount: Int) {
      neighbors = .allocate(count: StarCounting.width * nodeCount, repeating: 0)
      counts = .allocate(count: 32, repeating: 0)
    }

    func deallocate() {
      neighbors.deallocate()
      counts.deallocate()
    }
  }

  private let rows: ContactRows
  private let limits: Column<UInt32>
  /// The direction of the contact at each place of the rows; 2 for a self-loop.
  private let directions: Column<UInt8>

  init(_ graph: TemporalGraph, _ limits: Column<UInt32>) {
    let rows = graph.rows(.both)
    self.rows = rows
    self.limits = limits
    let sources = graph.topology.sources
    directions = Column(count: rows.contacts.count) { directions in
      for node in 0..<graph.nodeCount {
        for place in Int(rows.offsets[node])..<Int(rows.offsets[node + 1]) {
          let source = Int(sources[Int(graph.contactEdges[Int(rows.contacts[place])])])
          directions[place] = Int(rows.neighbors[place]) == node ? 2 : source == node ? 0 : 1
        }
      }
    }
  }

  func count(around node: Int, _ scratch: Scratch) {
    rows.read { rows in
      directions.read { directions in
        limits.read { limits in
          let (start, end) = (Int(rows.offsets[node]), Int(rows.offsets[node &+ 1]))
          if end &- start < 3 { return }
          var window = Window(middle: node, neighbors: scratch.neighbors, counts: scratch.counts)
          var oldest = start
          for place in start..<end where directions[place] < 2 {
            while limits[rows.departures[oldest]] < rows.departures[place] {
              if directions[oldest] < 2 { window.remove(rows.neighbors[oldest], Int(directions[oldest])) }
              oldest &+= 1
            }
            window.add(rows.neighbors[place], Int(directions[place]))
          }
          while oldest < end {
            if directions[oldest] < 2 { window.remove(rows.neighbors[oldest], Int(directions[oldest])) }
            oldest &+= 1
          }
        }
      }
    }
  }

  /// The contacts of a node within the duration.
  private struct Window {
    let middle: Int
    let neighbors: MutableElements<Int>
    let counts: MutableElements<Int>
    /// Contacts by direction that came, and that left, since the beginning.
    var came = (0, 0)
    var left = (0, 0)
    /// Pairs of contacts with the same neighbour, by directions.
    var same = (0, 0, 0, 0)

    mutating func add(_ neighbor: UInt32, _ direction: Int) {
      let base = StarCounting.width &* Int(neighbor)
      let (out, into) = (neighbors[base], neighbors[base &+ 1])
      let pairs = (neighbors[base &+ 2], neighbors[base &+ 3], neighbors[base &+ 4], neighbors[base &+ 5])
      // Odd last: pairs of another neighbour.
      bump(0, direction, same.0 &- pairs.0, same.1 &- pairs.1, same.2 &- pairs.2, same.3 &- pairs.3)
      // Odd in the middle: first this neighbour, then any, less those of this neighbour.
      bump(
        1, direction, out &* came.0 &- neighbors[base &+ 10] &- pairs.0,
        out &* came.1 &- neighbors[base &+ 11] &- pairs.1,
        into &* came.0 &- neighbors[base &+ 12] &- pairs.2, into &* came.1 &- neighbors[base &+ 13] &- pairs.3)
      // Odd first: first any that is still here, then this neighbour, less those of this neighbour.
      bump(
        2, direction, neighbors[base &+ 6] &- out &* left.0 &- pairs.0,
        neighbors[base &+ 7] &- into &* left.0 &- pairs.1,
        neighbors[base &+ 8] &- out &* left.1 &- pairs.2, neighbors[base &+ 9] &- into &* left.1 &- pairs.3)
      if Int(neighbor) > middle { bump(3, direction, pairs.0, pairs.1, pairs.2, pairs.3) }
      // Then the contact itself.
      neighbors[base &+ 2 &+ direction] &+= out
      neighbors[base &+ 4 &+ direction] &+= into
      if direction == 0 {
        same.0 &+= out
        same.2 &+= into
      } else {
        same.1 &+= out
        same.3 &+= into
      }
      neighbors[base &+ 6 &+ direction] &+= came.0
      neighbors[base &+ 8 &+ direction] &+= came.1
      neighbors[base &+ direction] &+= 1
      if direction == 0 { came.0 &+= 1 } else { came.1 &+= 1 }
      neighbors[base &+ 10 &+ 2 &* direction] &+= came.0
      neighbors[base &+ 11 &+ 2 &* direction] &+= came.1
    }

    /// Takes away the oldest contact.
    mutating func remove(_ neighbor: UInt32, _ direction: Int) {
      let base = StarCounting.width &* Int(neighbor)
      // As many of its direction as had left before it had come before it; of the other one, as many as have left.
      let before = (left.0, left.1)
      neighbors[base &+ direction] &-= 1
      let (out, into) = (neighbors[base], neighbors[base &+ 1])
      neighbors[base &+ 2 &+ 2 &* direction] &-= out
      neighbors[base &+ 3 &+ 2 &* direction] &-= into
      if direction == 0 {
        same.0 &-= out
        same.1 &-= into
        left.0 &+= 1
      } else {
        same.2 &-= out
        same.3 &-= into
        left.1 &+= 1
      }
      neighbors[base &+ 6 &+ direction] &-= before.0
      neighbors[base &+ 8 &+ direction] &-= before.1
      neighbors[base &+ 10 &+ 2 &* direction] &-= left.0
      neighbors[base &+ 11 &+ 2 &* direction] &-= left.1
    }

    @inline(__always) private func bump(_ pattern: Int, _ third: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
      let base = 8 &* pattern &+ third
      counts[base] &+= a
      counts[base &+ 2] &+= b
      counts[base &+ 4] &+= c
      counts[base &+ 6] &+= d
    }
  }

  static func add(_ found: MutableElements<Int>, to counts: inout TemporalMotifCounts) {
    // The middle is 0; neighbours by pattern.
    let patterns = [(1, 1, 2), (1, 2, 1), (2, 1, 1), (1, 1, 1)]
    for (pattern, neighbors) in patterns.enumerated() {
      for bits in 0..<8 {
        func contact(_ neighbor: Int, _ bit: Int) -> (Int, Int) { bits >> bit & 1 == 0 ? (0, neighbor) : (neighbor, 0) }
        TemporalMotifKernel.add(
          found[8 * pattern + bits], contact(neighbors.0, 2), contact(neighbors.1, 1), contact(neighbors.2, 0),
          to: &counts)
      }
    }
  }
}

// MARK: - Triangles

/// Sequences of one contact along each edge of a triangle.
///
/// Nodes are ranked by their number of contacts, so that rows to higher ranks are short.
private struct TriangleCounting: Sendable {
  struct Scratch: Sendable {
    /// By rank: the place of the edge from the node at hand plus 1; 0 without one.
    let marks: MutableElements<UInt32>
    /// By edge and direction of the three contacts: 6 times 6 times 6.
    let counts: MutableElements<Int>

    init(nodeCount: Int) {
      marks = .allocate(count: nodeCount, repeating: 0)
      counts = .allocate(count: 216, repeating: 0)
    }

    func deallocate() {
      marks.deallocate()
      counts.deallocate()
    }
  }

  /// Rows of higher ranks, each once.
  private let edges: CSR
  /// Where the contacts of each place of `edges` begin, and at last their number.
  private let offsets: Column<UInt32>
  /// By contact in the order of edge and time: the moment of its start, and in the lowest bit its direction.
  private let contacts: Column<UInt32>
  /// The place of each contact in the order of time.
  private let order: Column<UInt32>
  private let limits: Column<UInt32>

  init(_ graph: TemporalGraph, _ limits: Column<UInt32>) {
    self.limits = limits
    let ordered = graph.ordered(.outgoing, isMirrored: false)
    let degrees = graph.degrees(.both)
    let sorted = graph.nodes.sorted { degrees[$0] != degrees[$1] ? degrees[$0] < degrees[$1] : $0 < $1 }
    var ranks = [UInt32](repeating: 0, count: graph.nodeCount)
    for (rank, node) in sorted.enumerated() { ranks[node.index] = UInt32(rank) }
    var (lower, higher, places): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
    for place in 0..<ordered.contacts.count {
      let (source, target) = (ranks[Int(ordered.sources[place])], ranks[Int(ordered.targets[place])])
      if source == target { continue }
      lower.append(min(source, target))
      higher.append(max(source, target))
      places.append(UInt32(truncatingIfNeeded: place))
    }
    let built = RowBuilding.rows(nodeCount: graph.nodeCount, owners: lower, neighbors: higher)
    let order = built.order.map { order in Column(order.lazy.map { places[Int($0)] }) } ?? Column(places)
    (edges, offsets) = built.rows.withoutRepeats()
    self.order = order
    contacts = Column(
      order.lazy.map { place in
        let isDown = ranks[Int(ordered.sources[Int(place)])] > ranks[Int(ordered.targets[Int(place)])]
        return graph.departures[Int(ordered.contacts[Int(place)])] << 1 | (isDown ? 1 : 0)
      })
  }

  func count(from node: Int, _ scratch: Scratch) {
    edges.read { edges in
      let (start, end) = (edges.start(node), edges.end(node))
      if end &- start < 2 { return }
      for place in start..<end { scratch.marks[edges.neighbors[place]] = UInt32(truncatingIfNeeded: place &+ 1) }
      for first in start..<end {
        let middle = Int(edges.neighbors[first])
        for third in edges.start(middle)..<edges.end(middle) {
          let mark = scratch.marks[edges.neighbors[third]]
          if mark != 0 { merge(first, Int(mark) &- 1, third, scratch.counts) }
        }
      }
      for place in start..<end { scratch.marks[edges.neighbors[place]] = 0 }
    }
  }

  /// Goes through the contacts of three edges in the order of time.
  private func merge(_ first: Int, _ second: Int, _ third: Int, _ counts: MutableElements<Int>) {
    offsets.read { offsets in
      contacts.read { contacts in
        order.read { order in
          limits.read { limits in
            var ranges = (
              Int(offsets[first])..<Int(offsets[first &+ 1]), Int(offsets[second])..<Int(offsets[second &+ 1]),
              Int(offsets[third])..<Int(offsets[third &+ 1])
            )
            guard narrow(&ranges, contacts, limits) else { return }
            var window = TriangleWindow(counts: counts)
            var next = (ranges.0.lowerBound, ranges.1.lowerBound, ranges.2.lowerBound)
            var oldest = next
            func edge(_ places: (Int, Int, Int), _ ends: (Int, Int, Int)) -> Int {
              // The earliest of the three by time and then by edge, which is the order of `order`.
              let a = places.0 < ends.0 ? order[places.0] : .max
              let b = places.1 < ends.1 ? order[places.1] : .max
              let c = places.2 < ends.2 ? order[places.2] : .max
              return a <= b ? (a <= c ? 0 : 2) : (b <= c ? 1 : 2)
            }
            let ends = (ranges.0.upperBound, ranges.1.upperBound, ranges.2.upperBound)
            var count = ranges.0.count &+ ranges.1.count &+ ranges.2.count
            while count > 0 {
              count &-= 1
              let which = edge(next, ends)
              let contact = contacts[which == 0 ? next.0 : which == 1 ? next.1 : next.2]
              while true {
                let old = edge(oldest, next)
                let place = old == 0 ? oldest.0 : old == 1 ? oldest.1 : oldest.2
                let bound = old == 0 ? next.0 : old == 1 ? next.1 : next.2
                if place >= bound || limits[contacts[place] >> 1] >= contact >> 1 { break }
                window.remove(2 &* old &+ Int(contacts[place] & 1))
                if old == 0 { oldest.0 &+= 1 } else if old == 1 { oldest.1 &+= 1 } else { oldest.2 &+= 1 }
              }
              window.add(2 &* which &+ Int(contact & 1))
              if which == 0 { next.0 &+= 1 } else if which == 1 { next.1 &+= 1 } else { next.2 &+= 1 }
            }
          }
        }
      }
    }
  }

  /// Leaves of each edge the contacts within the duration of those of the edge with the fewest; false if some has none.
  private func narrow(
    _ ranges: inout (Range<Int>, Range<Int>, Range<Int>), _ contacts: Elements<UInt32>, _ limits: Elements<UInt32>
  ) -> Bool {
    let fewest =
      ranges.0.count <= ranges.1.count
      ? (ranges.0.count <= ranges.2.count ? ranges.0 : ranges.2)
      : (ranges.1.count <= ranges.2.count ? ranges.1 : ranges.2)
    let first = contacts[fewest.lowerBound] >> 1
    let last = limits[contacts[fewest.upperBound &- 1] >> 1]
    func narrowed(_ range: Range<Int>) -> Range<Int> {
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high {
        let middle = (low &+ high) >> 1
        if limits[contacts[middle] >> 1] < first { low = middle &+ 1 } else { high = middle }
      }
      let start = low
      high = range.upperBound
      while low < high {
        let middle = (low &+ high) >> 1
        if contacts[middle] >> 1 <= last { low = middle &+ 1 } else { high = middle }
      }
      return start..<low
    }
    ranges = (narrowed(ranges.0), narrowed(ranges.1), narrowed(ranges.2))
    return !ranges.0.isEmpty && !ranges.1.isEmpty && !ranges.2.isEmpty
  }

  static func add(_ found: MutableElements<Int>, to counts: inout TemporalMotifCounts) {
    // The nodes of each edge of the triangle from the lower rank to the higher one.
    let ends = [(0, 1), (0, 2), (1, 2)]
    func contact(_ code: Int) -> (Int, Int) { code & 1 == 0 ? ends[code / 2] : (ends[code / 2].1, ends[code / 2].0) }
    for first in 0..<6 {
      for second in 0..<6 {
        for third in 0..<6 where found[36 * first + 6 * second + third] > 0 {
          TemporalMotifKernel.add(
            found[36 * first + 6 * second + third], contact(first), contact(second), contact(third), to: &counts)
        }
      }
    }
  }
}

/// The contacts of a triangle within the duration; codes are twice the edge plus the direction.
private struct TriangleWindow {
  let counts: MutableElements<Int>
  var single = SIMD8<Int>()
  /// Pairs by the code of the first and, in the lanes, of the second.
  var pairs: (SIMD8<Int>, SIMD8<Int>, SIMD8<Int>, SIMD8<Int>, SIMD8<Int>, SIMD8<Int>) = (
    SIMD8(), SIMD8(), SIMD8(), SIMD8(), SIMD8(), SIMD8()
  )

  init(counts: MutableElements<Int>) { self.counts = counts }

  mutating func add(_ code: Int) {
    let (left, right) = code < 2 ? (2, 4) : code < 4 ? (0, 4) : (0, 2)
    for first in 0..<2 {
      for second in 0..<2 {
        let (a, b) = (left &+ first, right &+ second)
        counts[36 &* a &+ 6 &* b &+ code] &+= self[a][b]
        counts[36 &* b &+ 6 &* a &+ code] &+= self[b][a]
      }
      self[left &+ first][code] &+= single[left &+ first]
      self[right &+ first][code] &+= single[right &+ first]
    }
    single[code] &+= 1
  }

  /// Takes away the oldest contact.
  mutating func remove(_ code: Int) {
    single[code] &-= 1
    self[code] &-= single
  }

  private subscript(code: Int) -> SIMD8<Int> {
    get {
      switch code {
      case 0: pairs.0
      case 1: pairs.1
      case 2: pairs.2
      case 3: pairs.3
      case 4: pairs.4
      default: pairs.5
      }
    }
    set {
      switch code {
      case 0: pairs.0 = newValue
      case 1: pairs.1 = newValue
      case 2: pairs.2 = newValue
      case 3: pairs.3 = newValue
      case 4: pairs.4 = newValue
      default: pairs.5 = newValue
      }
    }
  }
}
