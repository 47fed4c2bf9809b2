/// The elements of a piece of memory, read without a bounds check outside debug builds.
///
/// For kernels alone, where the check costs from a fifth to half of the time. Safe to pass between
/// threads because nothing changes the memory while an `Elements` is in use.
@safe struct Elements<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let base: UnsafePointer<Element>
  let count: Int

  init(_ base: UnsafePointer<Element>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  @inline(__always) subscript(place: Int) -> Element {
    assert(place >= 0 && place < count, "place \(place) of \(count)")
    // SAFETY: kernels compute places from offsets that the owner of the memory checked when it was built; the
    // owner is kept alive by the closure that lends the elements.
    return unsafe base[place]
  }

  @inline(__always) subscript(place: UInt32) -> Element { self[Int(place)] }

  /// A part of the elements, counted from 0.
  func slice(_ range: Range<Int>) -> Elements {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a slice lies within its elements")
    // SAFETY: the part lies within the memory.
    return unsafe Elements(base + range.lowerBound, count: range.count)
  }
}

/// Working memory of a kernel: numbers that it may change, from several threads where each has its own places.
///
/// Allocated and given back by hand, so that no reference is counted in a loop:
///
///     let distances = MutableElements<UInt32>.allocate(count: nodeCount, repeating: .max)
///     defer { distances.deallocate() }
@safe struct MutableElements<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  fileprivate let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Memory that is not set to anything.
  static func allocate(count: Int) -> MutableElements {
    let bytes = unsafe HugePages.allocate(byteCount: max(1, count) * MemoryLayout<Element>.stride)
    // SAFETY: the memory is aligned for any number and large enough for `count` of them.
    let base = unsafe bytes.bindMemory(to: Element.self, capacity: max(1, count))
    return unsafe MutableElements(base: base, count: count)
  }

  /// Memory with the same value in each place.
  static func allocate(count: Int, repeating value: Element) -> MutableElements {
    let elements = allocate(count: count)
    elements.fill(value)
    return elements
  }

  fileprivate init(base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  @inline(__always) subscript(place: Int) -> Element {
    get {
      assert(place >= 0 && place < count, "place \(place) of \(count)")
      // SAFETY: as in `Elements`.
      return unsafe base[place]
    }
    nonmutating set {
      assert(place >= 0 && place < count, "place \(place) of \(count)")
      // SAFETY: as in `Elements`; no two threads write the same place.
      unsafe base[place] = newValue
    }
  }

  @inline(__always) subscript(place: UInt32) -> Element {
    get { self[Int(place)] }
    nonmutating set { self[Int(place)] = newValue }
  }

  /// Sets every place.
  func fill(_ value: Element) {
    // SAFETY: the memory holds `count` elements.
    unsafe base.update(repeating: value, count: count)
  }

  /// The same memory to read.
  var elements: Elements<Element> { unsafe Elements(UnsafePointer(base), count: count) }

  /// A copy that outlives the memory.
  func array() -> [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  /// A copy of a part that outlives the memory.
  func array(_ range: Range<Int>) -> [Element] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a part lies within its elements")
    // SAFETY: the part lies within the memory.
    return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The memory as the standard library knows it, for sorting and the like.
  func withBuffer<Result>(_ body: (inout UnsafeMutableBufferPointer<Element>) throws -> Result) rethrows -> Result {
    var buffer = unsafe UnsafeMutableBufferPointer(start: base, count: count)
    return try unsafe body(&buffer)
  }

  /// Gives the memory back; nothing may use it afterwards.
  func deallocate() { unsafe base.deallocate() }
}

extension Array where Element: BitwiseCopyable & Sendable {
  /// Lends the elements to a kernel.
  func read<Result>(_ body: (Elements<Element>) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeBufferPointer { buffer in
      // SAFETY: an empty array may have no address, and then no place is read.
      guard let base = buffer.baseAddress else {
        let nothing = MutableElements<Element>.allocate(count: 0)
        defer { nothing.deallocate() }
        return try body(nothing.elements)
      }
      return try body(unsafe Elements(base, count: buffer.count))
    }
  }
}
