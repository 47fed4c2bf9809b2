/// Maximal cliques, from each node of a degeneracy order among its neighbours.
///
/// Among the neighbours of a node that stand behind it, sets are bits in a few words, because they are at most as many as
/// the degeneracy; neighbours before it only keep a clique from being maximal.
///
/// Source: D. Eppstein, M. Löffler, D. Strash, "Listing All Maximal Cliques in Sparse Graphs in Near-Optimal Time", 2010,
/// with the pivot of E. Tomita, A. Tanaka, H. Takahashi, 2006.
struct CliqueKernel: Sendable {
  /// The node at each place of the order.
  let order: MutableElements<UInt32>
  /// Where the neighbours of each place begin in `places`.
  private let starts: MutableElements<UInt32>
  /// Where the neighbours behind it begin.
  private let middles: MutableElements<UInt32>
  /// Neighbours as places of the order, those before a place first, each part in ascending order.
  private let places: MutableElements<UInt32>
  let count: Int
  /// The most neighbours that stand behind a place.
  private(set) var widest = 0
  /// The most neighbours that stand before a place.
  private(set) var mostBefore = 0

  init(simple: CSR) {
    count = simple.nodeCount
    let peeling = CorePeelingKernel(counted: simple, lessened: simple, hasLoops: false)
    peeling.peel()
    peeling.degrees.deallocate()
    order = peeling.order
    starts = MutableElements.allocate(count: count + 1)
    middles = MutableElements.allocate(count: count)
    places = MutableElements.allocate(count: simple.neighbors.count)
    let ranks = MutableElements<UInt32>.allocate(count: count)
    defer { ranks.deallocate() }
    simple.read { rows in
      var start: UInt32 = 0
      for place in 0..<count {
        ranks[order[place]] = UInt32(truncatingIfNeeded: place)
        starts[place] = start
        middles[place] = start
        start &+= UInt32(truncatingIfNeeded: rows.degree(Int(order[place])))
      }
      starts[count] = start
      // In two rounds in ascending order: what stands before a place, then what stands behind it.
      for place in 0..<count {
        let node = Int(order[place])
        for slot in rows.start(node)..<rows.end(node) {
          let neighbor = ranks[rows.neighbors[slot]]
          if Int(neighbor) > place { append(place, to: neighbor, middles) }
        }
      }
      let ends = MutableElements<UInt32>.allocate(count: count)
      defer { ends.deallocate() }
      for place in 0..<count { ends[place] = middles[place] }
      for place in 0..<count {
        for slot in Int(starts[place])..<Int(middles[place]) { append(place, to: places[slot], ends) }
      }
    }
    for place in 0..<count {
      widest = max(widest, behind(place).count)
      mostBefore = max(mostBefore, before(place).count)
    }
  }

  private func append(_ place: Int, to neighbor: UInt32, _ ends: MutableElements<UInt32>) {
    let end = ends[neighbor]
    places[end] = UInt32(truncatingIfNeeded: place)
    ends[neighbor] = end &+ 1
  }

  func deallocate() {
    order.deallocate()
    starts.deallocate()
    middles.deallocate()
    places.deallocate()
  }

  @inline(__always) func before(_ place: Int) -> Range<Int> { Int(starts[place])..<Int(middles[place]) }
  @inline(__always) func behind(_ place: Int) -> Range<Int> { Int(middles[place])..<Int(starts[place &+ 1]) }
  @inline(__always) func neighbor(_ slot: Int) -> UInt32 { places[slot] }
}

/// What one thread needs to find the cliques that begin at a place of the order.
struct CliqueSearch: Sendable {
  private static let none = UInt32.max

  private let kernel: CliqueKernel
  private let leastSize: Int
  /// Words a set.
  private let width: Int
  /// The local number of a place among the neighbours behind the first one.
  private let numbers: MutableElements<UInt32>
  /// The neighbours of each local number, as sets.
  private let adjacent: MutableElements<UInt64>
  /// The neighbours of each place before the first one, as sets.
  private let adjacentBefore: MutableElements<UInt64>
  /// Which of `adjacentBefore` have all of the clique as neighbours, in front.
  private let blockers: MutableElements<UInt32>
  /// What may join the clique and what may not, as sets by depth.
  private let candidates: MutableElements<UInt64>
  private let excluded: MutableElements<UInt64>
  private let extending: MutableElements<UInt64>
  /// The places of the clique.
  let clique: MutableElements<UInt32>

  init(_ kernel: CliqueKernel, leastSize: Int) {
    self.kernel = kernel
    self.leastSize = leastSize
    width = max(1, (kernel.widest + 63) / 64)
    numbers = MutableElements.allocate(count: kernel.count, repeating: Self.none)
    adjacent = MutableElements.allocate(count: width * kernel.widest)
    adjacentBefore = MutableElements.allocate(count: width * kernel.mostBefore)
    blockers = MutableElements.allocate(count: kernel.mostBefore)
    candidates = MutableElements.allocate(count: width * (kernel.widest + 2))
    excluded = MutableElements.allocate(count: width * (kernel.widest + 2))
    extending = MutableElements.allocate(count: width * (kernel.widest + 2))
    clique = MutableElements.allocate(count: kernel.widest + 1)
  }

  func deallocate() {
    numbers.deallocate()
    adjacent.deallocate()
    adjacentBefore.deallocate()
    blockers.deallocate()
    candidates.deallocate()
    excluded.deallocate()
    extending.deallocate()
    clique.deallocate()
  }

  /// Calls `body` with the size of each maximal clique whose first place this is; false once `body` says so.
  func search(from place: Int, _ body: (Int) throws -> Bool) rethrows -> Bool {
    let (before, behind) = (kernel.before(place), kernel.behind(place))
    if behind.count + 1 < leastSize { return true }
    clique[0] = UInt32(truncatingIfNeeded: place)
    if behind.isEmpty { return before.isEmpty ? try body(1) : true }
    for slot in behind { numbers[kernel.neighbor(slot)] = UInt32(truncatingIfNeeded: slot - behind.lowerBound) }
    defer { for slot in behind { numbers[kernel.neighbor(slot)] = Self.none } }
    let blockerCount = connect(before, behind)
    for word in 0..<width {
      let bits = min(64, max(0, behind.count - 64 * word))
      candidates[word] = bits == 64 ? .max : (1 << UInt64(bits)) - 1
      excluded[word] = 0
    }
    return try expand(1, blockerCount, behind.lowerBound, body)
  }

  /// Sets who is whose neighbour; gives the number of places before that matter.
  private func connect(_ before: Range<Int>, _ behind: Range<Int>) -> Int {
    for word in 0..<width * behind.count { adjacent[word] = 0 }
    for slot in behind {
      let number = slot - behind.lowerBound
      for further in kernel.behind(Int(kernel.neighbor(slot))) {
        let other = numbers[kernel.neighbor(further)]
        if other == Self.none { continue }
        insert(other, adjacent, width &* number)
        insert(UInt32(truncatingIfNeeded: number), adjacent, width &* Int(other))
      }
    }
    var count = 0
    for slot in before {
      let base = width &* count
      for word in 0..<width { adjacentBefore[base &+ word] = 0 }
      var isRelevant = false
      for further in kernel.behind(Int(kernel.neighbor(slot))) {
        let other = numbers[kernel.neighbor(further)]
        if other == Self.none { continue }
        insert(other, adjacentBefore, base)
        isRelevant = true
      }
      if isRelevant {
        blockers[count] = UInt32(truncatingIfNeeded: count)
        count &+= 1
      }
    }
    return count
  }

  @inline(__always) private func insert(_ number: UInt32, _ sets: MutableElements<UInt64>, _ base: Int) {
    sets[base &+ Int(number >> 6)] |= 1 << UInt64(number & 63)
  }

  /// How many members of a set are candidates.
  @inline(__always) private func common(_ sets: MutableElements<UInt64>, _ set: Int, _ base: Int) -> Int {
    var count = 0
    var word = 0
    while word < width {
      count &+= (sets[set &+ word] & candidates[base &+ word]).nonzeroBitCount
      word &+= 1
    }
    return count
  }

  private func expand(
    _ depth: Int, _ blockerCount: Int, _ firstSlot: Int, _ body: (Int) throws -> Bool
  ) rethrows -> Bool {
    let base = depth &* width &- width
    var candidateCount = 0
    var isExcluding = blockerCount > 0
    for word in base..<base &+ width {
      candidateCount &+= candidates[word].nonzeroBitCount
      if excluded[word] != 0 { isExcluding = true }
    }
    if depth &+ candidateCount < leastSize { return true }
    if candidateCount == 0 { return isExcluding ? true : try body(depth) }
    guard choose(base, blockerCount, candidateCount) else { return true }
    for word in 0..<width {
      while extending[base &+ word] != 0 {
        let bit = extending[base &+ word].trailingZeroBitCount
        extending[base &+ word] &= extending[base &+ word] &- 1
        let number = word << 6 | bit
        clique[depth] = kernel.neighbor(firstSlot &+ number)
        let kept = narrow(base, number, blockerCount)
        if try !expand(depth &+ 1, kept, firstSlot, body) { return false }
        candidates[base &+ word] &= ~(1 << UInt64(bit))
        excluded[base &+ word] |= 1 << UInt64(bit)
      }
    }
    return true
  }

  /// Leaves out what is a neighbour of the pivot, which has the most; false where an excluded node has them all.
  private func choose(_ base: Int, _ blockerCount: Int, _ candidateCount: Int) -> Bool {
    var (best, bestSet, isBefore) = (-1, 0, false)
    for place in 0..<blockerCount {
      let set = width &* Int(blockers[place])
      let count = common(adjacentBefore, set, base)
      if count == candidateCount { return false }
      if count > best { (best, bestSet, isBefore) = (count, set, true) }
    }
    for word in 0..<width {
      var members = candidates[base &+ word] | excluded[base &+ word]
      while members != 0 {
        let bit = members.trailingZeroBitCount
        members &= members &- 1
        let set = width &* (word << 6 | bit)
        let count = common(adjacent, set, base)
        if count == candidateCount { return false }
        if count > best { (best, bestSet, isBefore) = (count, set, false) }
      }
    }
    let sets = isBefore ? adjacentBefore : adjacent
    for word in 0..<width { extending[base &+ word] = candidates[base &+ word] & ~sets[bestSet &+ word] }
    return true
  }

  /// The sets of the next depth, with one more in the clique; gives how many places before still matter.
  private func narrow(_ base: Int, _ number: Int, _ blockerCount: Int) -> Int {
    let next = base &+ width
    let set = width &* number
    var hasCandidates = false
    for word in 0..<width {
      candidates[next &+ word] = candidates[base &+ word] & adjacent[set &+ word]
      excluded[next &+ word] = excluded[base &+ word] & adjacent[set &+ word]
      if candidates[next &+ word] != 0 { hasCandidates = true }
    }
    // Those kept come in front; the ones before them stay the same, in another order.
    var kept = 0
    for place in 0..<blockerCount {
      let blocker = blockers[place]
      let set = width &* Int(blocker)
      if adjacentBefore[set &+ number >> 6] & 1 << UInt64(number & 63) == 0 { continue }
      if hasCandidates, common(adjacentBefore, set, next) == 0 { continue }
      blockers[place] = blockers[kept]
      blockers[kept] = blocker
      kept &+= 1
    }
    return kept
  }
}
