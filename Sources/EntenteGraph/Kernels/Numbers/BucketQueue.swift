/// A queue of nodes by a whole distance, for searches in which no distance in the queue exceeds the least by more
/// than `span`: a ring of stacks and a bitmap of those that hold something.
///
/// A node may stand in it more than once; who takes it out knows which of its distances is valid.
///
/// Source: R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", 1969.
struct BucketQueue {
  /// The greatest span that the two levels of the bitmap cover.
  static let greatestSpan = 4095
  private static let blockBits = 5
  private static let blockMask = (1 << blockBits) - 1

  /// One less than the number of buckets, which is a power of two.
  let mask: Int
  /// The place in `pool` of each bucket's last entry; an empty bucket has `blockMask`.
  private let tops: MutableElements<Int>
  private let words: MutableElements<UInt64>
  private var summary: UInt64 = 0
  /// Blocks whose first place links to the entry below, and whose others hold nodes. The first block is not used.
  private var pool: MutableElements<UInt32>
  private var usedBlocks = 1
  /// The first block of the list of those given back; 0 where there is none.
  private var freeBlock = 0

  init(span: Int) {
    assert(span <= Self.greatestSpan)
    var count = 64
    while count <= span { count <<= 1 }
    mask = count - 1
    tops = MutableElements.allocate(count: count, repeating: Self.blockMask)
    words = MutableElements.allocate(count: count >> 6, repeating: 0)
    pool = MutableElements.allocate(count: 512 << Self.blockBits)
  }

  func deallocate() {
    tops.deallocate()
    words.deallocate()
    pool.deallocate()
  }

  @inline(__always) mutating func push(_ node: UInt32, distance: Int) {
    let bucket = distance & mask
    var top = tops[bucket]
    if top & Self.blockMask == Self.blockMask { top = openBlock(bucket, below: top) }
    top &+= 1
    pool[top] = node
    tops[bucket] = top
  }

  /// Takes a node out of a bucket, the last that came in first.
  @inline(__always) mutating func pop(_ bucket: Int) -> UInt32? {
    var top = tops[bucket]
    if top == Self.blockMask { return nil }
    let node = pool[top]
    top &-= 1
    if top & Self.blockMask == 0 { top = closeBlock(bucket, top) }
    tops[bucket] = top
    return node
  }

  /// The first bucket that holds something, at or after that of a distance.
  @inline(__always) func bucket(from distance: Int) -> Int? {
    let start = distance & mask
    let word = start >> 6
    let bits = words[word] & (~0 &<< UInt64(start & 63))
    if bits != 0 { return word << 6 | bits.trailingZeroBitCount }
    if summary == 0 { return nil }
    let later = word == 63 ? 0 : summary & (~0 &<< UInt64(word &+ 1))
    let next = (later != 0 ? later : summary).trailingZeroBitCount
    return next << 6 | words[next].trailingZeroBitCount
  }

  private mutating func openBlock(_ bucket: Int, below: Int) -> Int {
    if below == Self.blockMask {
      words[bucket >> 6] |= 1 << UInt64(bucket & 63)
      summary |= 1 << UInt64(bucket >> 6)
    }
    var block = freeBlock
    if block != 0 {
      freeBlock = Int(pool[block << Self.blockBits])
    } else {
      block = usedBlocks
      usedBlocks += 1
      if usedBlocks << Self.blockBits > pool.count { grow() }
    }
    let first = block << Self.blockBits
    pool[first] = UInt32(truncatingIfNeeded: below)
    return first
  }

  private mutating func closeBlock(_ bucket: Int, _ first: Int) -> Int {
    let below = Int(pool[first])
    pool[first] = UInt32(truncatingIfNeeded: freeBlock)
    freeBlock = first >> Self.blockBits
    if below == Self.blockMask {
      words[bucket >> 6] &= ~(1 << UInt64(bucket & 63))
      if words[bucket >> 6] == 0 { summary &= ~(1 << UInt64(bucket >> 6)) }
    }
    return below
  }

  private mutating func grow() {
    let larger = MutableElements<UInt32>.allocate(count: 2 * pool.count)
    for place in 0..<pool.count { larger[place] = pool[place] }
    pool.deallocate()
    pool = larger
  }
}
