/// Breadth-first searches from up to 512 sources at a time, a bit each, in the working memory of one thread.
///
/// A node that many of them meet in the same step is looked at once for all. Where few nodes met something new, these
/// tell their neighbours ("push"); where many did, the nodes that miss a source look for it ("pull").
///
/// Source: M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", 2014.
struct SharedSearch {
  typealias Bits = SIMD8<UInt64>

  /// How many sources a search takes.
  static let width = 512

  private let nodeCount: Int
  private let seen: MutableElements<Bits>
  /// What each node met in the last step; not empty only at active nodes.
  private let front: MutableElements<Bits>
  /// What each node meets in this step; empty between steps.
  private let next: MutableElements<Bits>
  private let active: MutableElements<UInt32>
  private let touched: MutableElements<UInt32>

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    seen = .allocate(count: nodeCount)
    front = .allocate(count: nodeCount, repeating: Bits(repeating: 0))
    next = .allocate(count: nodeCount, repeating: Bits(repeating: 0))
    active = .allocate(count: nodeCount)
    touched = .allocate(count: nodeCount + 1)
  }

  func deallocate() {
    seen.deallocate()
    front.deallocate()
    next.deallocate()
    active.deallocate()
    touched.deallocate()
  }

  /// Searches from the nodes of a range, and calls `visit` with each node, the sources that it met, and the step.
  ///
  /// - Parameters:
  ///   - forward: rows along which searches go.
  ///   - backward: the same edges from their other ends.
  ///   - limit: the most steps to take.
  @inline(__always) func run(
    _ forward: Rows, _ backward: Rows, from sources: Elements<UInt32>, limit: Int,
    visit: (_ node: Int, _ bits: Bits, _ step: Int) -> Void
  ) {
    let full = start(sources)
    var activeCount = sources.count
    var (activePlaces, missingPlaces, step) = (0, backward.placeCount, 0)
    for place in 0..<activeCount { activePlaces &+= forward.degree(Int(active[place])) }
    while activeCount > 0 && step < limit {
      step &+= 1
      let touchedCount =
        activePlaces < missingPlaces ? push(forward, activeCount) : pull(backward, full)
      var index = 0
      while index < activeCount {
        front[active[index]] = Bits(repeating: 0)
        index &+= 1
      }
      (activeCount, activePlaces, index) = (0, 0, 0)
      while index < touchedCount {
        let node = touched[index]
        index &+= 1
        let before = seen[node]
        let new = next[node] & ~before
        next[node] = Bits(repeating: 0)
        if Self.isEmpty(new) { continue }
        let after = before | new
        seen[node] = after
        front[node] = new
        active[activeCount] = node
        activeCount &+= 1
        activePlaces &+= forward.degree(Int(node))
        if after == full { missingPlaces &-= backward.degree(Int(node)) }
        visit(Int(node), new, step)
      }
    }
    for place in 0..<activeCount { front[active[place]] = Bits(repeating: 0) }
  }

  /// Gives each source its bit; the result has the bits of all.
  private func start(_ sources: Elements<UInt32>) -> Bits {
    seen.fill(Bits(repeating: 0))
    var full = Bits(repeating: 0)
    for place in 0..<sources.count {
      let source = sources[place]
      var bits = Bits(repeating: 0)
      bits[place >> 6] = 1 << UInt64(place & 63)
      full |= bits
      seen[source] = bits
      front[source] = bits
      active[place] = source
    }
    return full
  }

  /// Tells the neighbours of active nodes; gives the number of nodes that were told.
  @inline(__always) private func push(_ rows: Rows, _ activeCount: Int) -> Int {
    var (count, index) = (0, 0)
    while index < activeCount {
      let node = Int(active[index])
      let bits = front[node]
      var place = rows.start(node)
      let end = rows.end(node)
      while place < end {
        let neighbor = rows.neighbors[place]
        let before = next[neighbor]
        touched[count] = neighbor
        count &+= Self.isEmpty(before) ? 1 : 0
        next[neighbor] = before | bits
        place &+= 1
      }
      index &+= 1
    }
    return count
  }

  /// Lets nodes that miss a source look for it; gives the number of nodes that may have found one.
  @inline(__always) private func pull(_ rows: Rows, _ full: Bits) -> Int {
    var (count, node) = (0, 0)
    while node < nodeCount {
      let before = seen[node]
      if before != full {
        let missing = full & ~before
        var found = Bits(repeating: 0)
        var place = rows.start(node)
        let end = rows.end(node)
        while place < end {
          let stop = min(end, place &+ 8)
          while place < stop {
            found |= front[rows.neighbors[place]]
            place &+= 1
          }
          if Self.isEmpty(missing & ~found) { break }
        }
        next[node] = found
        touched[count] = UInt32(truncatingIfNeeded: node)
        count &+= Self.isEmpty(found) ? 0 : 1
      }
      node &+= 1
    }
    return count
  }

  @inline(__always) static func isEmpty(_ bits: Bits) -> Bool {
    let half = bits.lowHalf | bits.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter.x | quarter.y == 0
  }

  /// The number of bits that are set.
  ///
  /// Counted in all words side by side, because a count of one word takes a dozen steps without a machine instruction.
  @inline(__always) static func count(_ bits: Bits) -> Int {
    let pairs = bits &- ((bits &>> 1) & Bits(repeating: 0x5555_5555_5555_5555))
    let fours =
      (pairs & Bits(repeating: 0x3333_3333_3333_3333)) &+ ((pairs &>> 2) & Bits(repeating: 0x3333_3333_3333_3333))
    let bytes = (fours &+ (fours &>> 4)) & Bits(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    let half = bytes.lowHalf &+ bytes.highHalf
    let quarter = half.lowHalf &+ half.highHalf
    let sum = quarter.x &+ quarter.y
    let wide = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum >> 8) & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (wide &* 0x0001_0001_0001_0001) >> 48)
  }
}
