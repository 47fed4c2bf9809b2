/// A heap with four children a place, of numbered things by a key; of equal keys the lower number comes first.
///
/// A number may stand in it more than once; who takes it out knows which of its keys is valid.
struct MinimumHeap {
  struct Entry: BitwiseCopyable, Sendable {
    var key: Double
    var node: UInt32

    @inline(__always) func precedes(_ other: Entry) -> Bool {
      key < other.key || (key == other.key && node < other.node)
    }
  }

  private var entries: MutableElements<Entry>
  private(set) var count = 0

  init(capacity: Int = 256) { entries = MutableElements.allocate(count: max(4, capacity)) }

  func deallocate() { entries.deallocate() }

  /// The entry that comes out next.
  ///
  /// - Precondition: there is one.
  var first: Entry { entries[0] }

  mutating func removeAll() { count = 0 }

  @inline(__always) mutating func push(_ key: Double, _ node: UInt32) {
    if count == entries.count { grow() }
    let entry = Entry(key: key, node: node)
    var place = count
    count &+= 1
    while place > 0 {
      let parent = (place &- 1) >> 2
      let above = entries[parent]
      if !entry.precedes(above) { break }
      entries[place] = above
      place = parent
    }
    entries[place] = entry
  }

  @inline(__always) mutating func pop() -> Entry? {
    guard count > 0 else { return nil }
    let least = entries[0]
    count &-= 1
    if count > 0 { sink(entries[count]) }
    return least
  }

  private func sink(_ entry: Entry) {
    var place = 0
    while true {
      let first = place << 2 &+ 1
      if first >= count { break }
      var child = first
      var below = entries[first]
      var other = first &+ 1
      let end = min(first &+ 4, count)
      while other < end {
        let candidate = entries[other]
        if candidate.precedes(below) {
          below = candidate
          child = other
        }
        other &+= 1
      }
      if !below.precedes(entry) { break }
      entries[place] = below
      place = child
    }
    entries[place] = entry
  }

  private mutating func grow() {
    let larger = MutableElements<Entry>.allocate(count: 2 * entries.count)
    for place in 0..<count { larger[place] = entries[place] }
    entries.deallocate()
    entries = larger
  }
}
