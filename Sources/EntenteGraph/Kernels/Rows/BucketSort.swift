/// Entries brought into the order of their keys in two passes that each stay within the cache: first into buckets of
/// neighbouring keys, then within each bucket.
///
/// Entries of the same key keep the order in which they came, so the result does not depend on the number of threads.
/// Working space: 8 bytes an entry.
struct BucketSort {
  /// Keys in a bucket: few enough that their counters and entries fit a core's cache.
  private static let leastShift = 12
  private static let mostBuckets = 512
  /// So many keys need no buckets: their counters fit the cache by themselves.
  private static let directKeys = 1 << 15

  let keyCount: Int
  private let shift: Int
  private let bucketCount: Int

  init(keyCount: Int) {
    self.keyCount = keyCount
    var shift = Self.leastShift
    while keyCount >> shift >= Self.mostBuckets { shift += 1 }
    self.shift = shift
    bucketCount = max(1, (keyCount + (1 << shift) - 1) >> shift)
  }

  /// Key in the upper half, what is carried in the lower.
  @inline(__always) static func entry(_ key: UInt32, _ carried: UInt32) -> UInt64 {
    UInt64(key) << 32 | UInt64(carried)
  }

  /// Sorts the entries that `produce` hands out part by part.
  ///
  /// - Parameters:
  ///   - parts: how the entries are divided; `produce` is called twice for each part, and gives the same both times.
  ///   - offsets: where the entries of each key begin, and at last their number; set here.
  ///   - place: takes what an entry carries to its place in the order.
  @inline(__always) func sort(
    parts: Int, offsets: MutableElements<UInt32>, _ execution: Execution,
    produce: @Sendable (_ part: Int, _ take: (_ key: UInt32, _ carried: UInt32) -> Void) -> Void,
    place: @Sendable (_ place: Int, _ key: UInt32, _ carried: UInt32) -> Void
  ) throws {
    if parts == 1, keyCount <= Self.directKeys {
      try execution.check()
      return sortDirectly(offsets: offsets, produce: produce, place: place)
    }
    let (shift, bucketCount) = (shift, bucketCount)
    let next = MutableElements<UInt32>.allocate(count: parts * bucketCount, repeating: 0)
    defer { next.deallocate() }
    try execution.forEachChunk(parts) { part, _ in
      let base = part &* bucketCount
      produce(part) { key, _ in next[base &+ Int(key >> UInt32(shift))] &+= 1 }
    }
    // Bucket by bucket, and within a bucket part by part.
    var begin: UInt32 = 0
    var bounds = [0]
    for bucket in 0..<bucketCount {
      for part in 0..<parts {
        let count = next[part * bucketCount + bucket]
        next[part * bucketCount + bucket] = begin
        begin += count
      }
      bounds.append(Int(begin))
    }
    let entries = MutableElements<UInt64>.allocate(count: Int(begin))
    defer { entries.deallocate() }
    try execution.forEachChunk(parts) { part, _ in
      let base = part &* bucketCount
      produce(part) { key, carried in
        let bucket = base &+ Int(key >> UInt32(shift))
        let slot = next[bucket]
        next[bucket] = slot &+ 1
        entries[slot] = Self.entry(key, carried)
      }
    }
    let lastKey = keyCount
    try execution.forEachChunk(bucketCount) { [bounds] bucket, _ in
      let keys = (bucket << shift)..<min(lastKey, (bucket &+ 1) << shift)
      Self.placeBucket(entries, bounds[bucket]..<bounds[bucket + 1], keys, offsets, place)
    }
    offsets[lastKey] = begin
  }

  @inline(__always) private func sortDirectly(
    offsets: MutableElements<UInt32>,
    produce: (_ part: Int, _ take: (_ key: UInt32, _ carried: UInt32) -> Void) -> Void,
    place: (_ place: Int, _ key: UInt32, _ carried: UInt32) -> Void
  ) {
    let next = MutableElements<UInt32>.allocate(count: keyCount, repeating: 0)
    produce(0) { key, _ in next[key] &+= 1 }
    var begin: UInt32 = 0
    for key in 0..<keyCount {
      offsets[key] = begin
      begin &+= next[key]
      next[key] = offsets[key]
    }
    offsets[keyCount] = begin
    let entries = MutableElements<UInt64>.allocate(count: Int(begin))
    defer {
      next.deallocate()
      entries.deallocate()
    }
    produce(0) { key, carried in
      let slot = next[key]
      next[key] = slot &+ 1
      entries[slot] = Self.entry(key, carried)
    }
    for slot in 0..<entries.count {
      place(slot, UInt32(truncatingIfNeeded: entries[slot] >> 32), UInt32(truncatingIfNeeded: entries[slot]))
    }
  }

  @inline(__always) private static func placeBucket(
    _ entries: MutableElements<UInt64>, _ range: Range<Int>, _ keys: Range<Int>, _ offsets: MutableElements<UInt32>,
    _ place: (Int, UInt32, UInt32) -> Void
  ) {
    let first = keys.lowerBound
    let next = MutableElements<UInt32>.allocate(count: keys.count, repeating: 0)
    defer { next.deallocate() }
    for slot in range { next[Int(entries[slot] >> 32) &- first] &+= 1 }
    var begin = UInt32(truncatingIfNeeded: range.lowerBound)
    for key in keys {
      let count = next[key &- first]
      offsets[key] = begin
      next[key &- first] = begin
      begin &+= count
    }
    for slot in range {
      let key = UInt32(truncatingIfNeeded: entries[slot] >> 32)
      let local = Int(key) &- first
      let slotInOrder = next[local]
      next[local] = slotInOrder &+ 1
      place(Int(slotInOrder), key, UInt32(truncatingIfNeeded: entries[slot]))
    }
  }
}
