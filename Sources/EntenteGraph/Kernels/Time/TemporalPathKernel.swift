/// Searches along contacts from one node.
///
/// All three searches rest on one remark: where a contact leads and when does not depend on how its start was
/// reached, so it need be looked at only once, when its start is first reached in time. A node's contacts
/// are in the order of time, so those looked at are always the rest of its row, from `looked` on.
struct TemporalPathKernel {
  private static let none = UInt32.max

  private let rows: TimedRows
  private let clock: Elements<Int64>
  /// The earliest moment at which each node was reached so far; the limit where it was not.
  private let labels: MutableElements<UInt32>
  private let looked: MutableElements<UInt32>
  /// The place by which each node was reached at its label.
  private let records: MutableElements<UInt32>
  private let queue: MutableElements<UInt32>
  private let isWaiting: MutableElements<Bool>
  /// For each place by which a node was reached, the place before it on the way.
  let parents: MutableElements<UInt32>
  /// The measure by node; `Int64.max` where no way leads.
  let values: MutableElements<Int64>
  /// The last place of the best way to each node.
  let best: MutableElements<UInt32>

  init(_ rows: TimedRows, clock: Elements<Int64>) {
    self.rows = rows
    self.clock = clock
    let count = rows.nodeCount
    labels = .allocate(count: count)
    looked = .allocate(count: count)
    records = .allocate(count: count)
    queue = .allocate(count: count + 1)
    isWaiting = .allocate(count: count, repeating: false)
    parents = .allocate(count: rows.neighbors.count)
    values = .allocate(count: count)
    best = .allocate(count: count)
  }

  /// Gives back everything but `parents`, which the result keeps.
  func deallocate() {
    labels.deallocate()
    looked.deallocate()
    records.deallocate()
    queue.deallocate()
    isWaiting.deallocate()
    values.deallocate()
    best.deallocate()
  }

  private func reset(limit: UInt32) {
    labels.fill(limit)
    records.fill(Self.none)
    values.fill(.max)
    best.fill(Self.none)
    for node in 0..<looked.count { looked[node] = rows.offsets[node &+ 1] }
  }

  // MARK: - Fastest

  /// The least time between leaving the source and arriving; of equal ones the latest.
  ///
  /// The source is left later first: a label then never falls without the way becoming one that leaves earlier.
  func fastest(from source: UInt32, at start: UInt32, before limit: UInt32) {
    reset(limit: limit)
    values[source] = 0
    let first = Int(rows.offsets[source])
    var place = rows.firstPlace(first, Int(rows.offsets[source &+ 1]), departingFrom: limit)
    looked[source] = UInt32(truncatingIfNeeded: place)
    while place > first, rows.departures[place &- 1] >= start {
      let departure = rows.departures[place &- 1]
      while place > first, rows.departures[place &- 1] == departure { place &-= 1 }
      labels[source] = departure
      let left = clock[departure]
      spread(from: source) { node, moment in
        let duration = clock[moment] &- left
        if duration < values[node] {
          values[node] = duration
          best[node] = records[node]
        }
      }
    }
  }

  /// Follows contacts from a node whose label fell until no label falls any more.
  @inline(__always) private func spread(from source: UInt32, _ reached: (_ node: Int, _ moment: UInt32) -> Void) {
    let capacity = queue.count
    queue[0] = source
    var (head, tail) = (0, 1)
    while head != tail {
      let node = Int(queue[head])
      head = head &+ 1 == capacity ? 0 : head &+ 1
      isWaiting[node] = false
      let end = Int(looked[node])
      var place = rows.firstPlace(Int(rows.offsets[node]), end, departingFrom: labels[node])
      looked[node] = UInt32(truncatingIfNeeded: place)
      let record = records[node]
      while place < end {
        let neighbor = Int(rows.neighbors[place])
        let moment = rows.arrivals[place]
        if moment < labels[neighbor] {
          labels[neighbor] = moment
          records[neighbor] = UInt32(truncatingIfNeeded: place)
          parents[place] = record
          reached(neighbor, moment)
          if !isWaiting[neighbor] {
            isWaiting[neighbor] = true
            queue[tail] = UInt32(truncatingIfNeeded: neighbor)
            tail = tail &+ 1 == capacity ? 0 : tail &+ 1
          }
        }
        place &+= 1
      }
    }
  }

  // MARK: - Fewest steps

  /// The fewest contacts; of equal ones the earliest arrival.
  func fewest(from source: UInt32, at start: UInt32, before limit: UInt32) {
    reset(limit: limit)
    values[source] = 0
    guard start < limit else { return }
    labels[source] = start
    let moments = MutableElements<UInt32>.allocate(count: rows.nodeCount)
    let ways = MutableElements<UInt32>.allocate(count: rows.nodeCount)
    let other = MutableElements<UInt32>.allocate(count: rows.nodeCount + 1)
    defer {
      moments.deallocate()
      ways.deallocate()
      other.deallocate()
    }
    var (frontier, next) = (queue, other)
    frontier[0] = source
    var (count, steps) = (1, Int64(0))
    while count > 0 {
      steps &+= 1
      // What this round reaches is followed in the next one only.
      for slot in 0..<count {
        let node = Int(frontier[slot])
        moments[node] = labels[node]
        ways[node] = records[node]
        isWaiting[node] = false
      }
      var found = 0
      for slot in 0..<count { found = advance(Int(frontier[slot]), steps, moments, ways, next, found) }
      swap(&frontier, &next)
      count = found
    }
  }

  @inline(__always) private func advance(
    _ node: Int, _ steps: Int64, _ moments: MutableElements<UInt32>, _ ways: MutableElements<UInt32>,
    _ next: MutableElements<UInt32>, _ count: Int
  ) -> Int {
    var found = count
    let end = Int(looked[node])
    var place = rows.firstPlace(Int(rows.offsets[node]), end, departingFrom: moments[node])
    looked[node] = UInt32(truncatingIfNeeded: place)
    while place < end {
      let neighbor = Int(rows.neighbors[place])
      let moment = rows.arrivals[place]
      if moment < labels[neighbor] {
        labels[neighbor] = moment
        records[neighbor] = UInt32(truncatingIfNeeded: place)
        parents[place] = ways[node]
        if steps <= values[neighbor] {
          values[neighbor] = steps
          best[neighbor] = UInt32(truncatingIfNeeded: place)
        }
        if !isWaiting[neighbor] {
          isWaiting[neighbor] = true
          next[found] = UInt32(truncatingIfNeeded: neighbor)
          found &+= 1
        }
      }
      place &+= 1
    }
    return found
  }

  // MARK: - Shortest

  /// The least time under way, waiting not counted; of equal ones the earliest arrival.
  func shortest(from source: UInt32, at start: UInt32, before limit: UInt32) {
    reset(limit: limit)
    guard start < limit else {
      values[source] = 0
      return
    }
    var heap = TemporalHeap()
    heap.push(TemporalHeap.Entry(cost: 0, moment: start, node: source, place: Self.none))
    while let entry = heap.pop() {
      let node = Int(entry.node)
      if values[node] == .max {
        values[node] = entry.cost
        best[node] = entry.place
      }
      // What was reached before cost no more; only an earlier arrival leads on to anything new.
      if entry.moment >= labels[node] { continue }
      labels[node] = entry.moment
      let end = Int(looked[node])
      let first = rows.firstPlace(Int(rows.offsets[node]), end, departingFrom: entry.moment)
      looked[node] = UInt32(truncatingIfNeeded: first)
      for place in first..<end where rows.arrivals[place] < labels[rows.neighbors[place]] {
        parents[place] = entry.place
        heap.push(
          TemporalHeap.Entry(
            cost: entry.cost &+ clock[rows.arrivals[place]] &- clock[rows.departures[place]],
            moment: rows.arrivals[place], node: rows.neighbors[place], place: UInt32(truncatingIfNeeded: place)))
      }
    }
  }
}

/// A binary heap of ways, the cheapest first, of equal ones the earliest arrival and then the lowest place.
private struct TemporalHeap {
  struct Entry {
    var cost: Int64
    var moment: UInt32
    var node: UInt32
    var place: UInt32

    @inline(__always) func comes(before other: Entry) -> Bool {
      (cost, moment, place) < (other.cost, other.moment, other.place)
    }
  }

  private var entries: [Entry] = []

  mutating func push(_ entry: Entry) {
    entries.append(entry)
    var place = entries.count - 1
    while place > 0, entry.comes(before: entries[(place - 1) / 2]) {
      entries[place] = entries[(place - 1) / 2]
      place = (place - 1) / 2
    }
    entries[place] = entry
  }

  mutating func pop() -> Entry? {
    guard let least = entries.first else { return nil }
    let entry = entries.removeLast()
    guard !entries.isEmpty else { return least }
    var place = 0
    while 2 * place + 1 < entries.count {
      var child = 2 * place + 1
      if child + 1 < entries.count, entries[child + 1].comes(before: entries[child]) { child += 1 }
      guard entries[child].comes(before: entry) else { break }
      entries[place] = entries[child]
      place = child
    }
    entries[place] = entry
    return least
  }
}
