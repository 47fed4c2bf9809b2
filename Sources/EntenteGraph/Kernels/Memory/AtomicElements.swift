import Synchronization

/// Working memory whose places several threads may change at the same time.
///
/// All accesses are relaxed: what one thread writes, another sees at some time before the threads meet.
@safe struct AtomicElements: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Atomic<UInt32>>
  let count: Int

  /// Memory in which each place holds its own number.
  static func numbered(count: Int) -> AtomicElements {
    let bytes = unsafe HugePages.allocate(byteCount: max(1, count) * MemoryLayout<Atomic<UInt32>>.stride)
    // SAFETY: the memory is aligned for any number and large enough; each place is initialised here.
    let base = unsafe bytes.bindMemory(to: Atomic<UInt32>.self, capacity: max(1, count))
    for place in 0..<count {
      unsafe (base + place).initialize(to: Atomic(UInt32(truncatingIfNeeded: place)))
    }
    return unsafe AtomicElements(base: base, count: count)
  }

  private init(base: UnsafeMutablePointer<Atomic<UInt32>>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  @inline(__always) subscript(place: Int) -> UInt32 {
    get {
      assert(place >= 0 && place < count, "place \(place) of \(count)")
      // SAFETY: as in `Elements`.
      return unsafe base[place].load(ordering: .relaxed)
    }
    nonmutating set {
      assert(place >= 0 && place < count, "place \(place) of \(count)")
      // SAFETY: as in `Elements`.
      unsafe base[place].store(newValue, ordering: .relaxed)
    }
  }

  @inline(__always) subscript(place: UInt32) -> UInt32 {
    get { self[Int(place)] }
    nonmutating set { self[Int(place)] = newValue }
  }

  /// Puts a value where another stood, and says whether it still stood there.
  @inline(__always) func exchange(_ place: UInt32, from old: UInt32, to new: UInt32) -> Bool {
    assert(Int(place) < count, "place \(place) of \(count)")
    // SAFETY: as in `Elements`.
    return unsafe base[Int(place)].compareExchange(expected: old, desired: new, ordering: .relaxed).exchanged
  }

  /// Gives the memory back; nothing may use it afterwards.
  func deallocate() { unsafe base.deallocate() }
}
