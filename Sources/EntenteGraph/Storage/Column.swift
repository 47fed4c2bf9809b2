/// Numbers in one piece of memory that never changes: allocated, or mapped from a file.
///
/// A copy shares the memory.
struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
  private let memory: Memory
  private let byteOffset: Int
  let count: Int

  /// A column of `count` places, each of which `initialize` sets.
  init(count: Int, initializedBy initialize: (MutableElements<Element>) throws -> Void) rethrows {
    let elements = MutableElements<Element>.allocate(count: count)
    do {
      try initialize(elements)
    } catch {
      elements.deallocate()
      throw error
    }
    memory = Memory(adopting: elements)
    byteOffset = 0
    self.count = count
  }

  /// A column that takes over memory which a kernel filled; nothing else may change or give it back.
  init(adopting elements: MutableElements<Element>) {
    memory = Memory(adopting: elements)
    byteOffset = 0
    count = elements.count
  }

  /// The column of a sequence's elements.
  init(_ elements: some Collection<Element>) {
    self.init(count: elements.count) { column in
      for (place, element) in elements.enumerated() { column[place] = element }
    }
  }

  /// A part of memory that something else filled, a mapped file for one.
  ///
  /// - Precondition: the part lies within the memory and is aligned for its elements.
  init(_ memory: Memory, byteOffset: Int, count: Int) {
    precondition(
      byteOffset >= 0 && count >= 0 && byteOffset % MemoryLayout<Element>.alignment == 0
        && count <= (memory.byteCount - byteOffset) / MemoryLayout<Element>.stride,
      "a column lies within its memory")
    self.memory = memory
    self.byteOffset = byteOffset
    self.count = count
  }

  /// `count` elements from a place on, in the same memory.
  ///
  /// - Precondition: they lie within the column.
  func part(_ start: Int, _ count: Int) -> Column {
    precondition(start >= 0 && count >= 0 && start <= self.count - count, "a part lies within its column")
    return Column(memory, byteOffset: byteOffset + start * MemoryLayout<Element>.stride, count: count)
  }

  /// Lends the elements to a kernel for the time of a call.
  @inline(__always) func read<Result>(_ body: (Elements<Element>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(memory) { try body(elements) }
  }

  private var elements: Elements<Element> {
    // SAFETY: `init` checked the bounds, and whoever asks keeps `memory` alive.
    unsafe Elements((memory.base + byteOffset).assumingMemoryBound(to: Element.self), count: count)
  }
}

extension Column: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(place: Int) -> Element {
    precondition(place >= 0 && place < count, "place \(place) of \(count)")
    return read { $0[place] }
  }
}

extension Column: Equatable where Element: Equatable {
  static func == (left: Column, right: Column) -> Bool { left.elementsEqual(right) }
}

extension Column: Hashable where Element: Hashable {
  func hash(into hasher: inout Hasher) { for element in self { hasher.combine(element) } }
}
