import Synchronization

/// Sums of vectors that chunks of work fill on several threads, added in the order of the chunks.
///
/// A chunk that ends before an earlier one waits in memory; so there are at most as many vectors as chunks, and
/// on one thread a single one.
final class OrderedSums: Sendable {
  /// What a chunk adds to.
  struct Sums: Sendable {
    /// Two values a node.
    let byNode: MutableElements<Double>
    /// One value an edge; empty if nobody asks.
    let byEdge: MutableElements<Double>
  }

  private struct State {
    var next = 0
    var waiting: [Int: Sums] = [:]
    var free: [Sums] = []
  }

  private let byNode: MutableElements<Double>
  private let byEdge: MutableElements<Double>
  private let state = Mutex(State())

  /// Sums that are added to the given vectors.
  init(_ byNode: MutableElements<Double>, _ byEdge: MutableElements<Double>) {
    self.byNode = byNode
    self.byEdge = byEdge
  }

  deinit {
    state.withLock { state in
      for sums in state.free + state.waiting.values {
        sums.byNode.deallocate()
        sums.byEdge.deallocate()
      }
    }
  }

  /// Vectors of zeros for a chunk to add to.
  func begin() -> Sums {
    let sums =
      state.withLock { $0.free.popLast() }
      ?? Sums(byNode: .allocate(count: byNode.count), byEdge: .allocate(count: byEdge.count))
    sums.byNode.fill(0)
    sums.byEdge.fill(0)
    return sums
  }

  /// Adds what a chunk found, as soon as all chunks before it are added.
  func finish(_ chunk: Int, _ sums: Sums) {
    state.withLock { state in
      state.waiting[chunk] = sums
      while let sums = state.waiting.removeValue(forKey: state.next) {
        for place in 0..<byNode.count { byNode[place] += sums.byNode[place] }
        for place in 0..<byEdge.count { byEdge[place] += sums.byEdge[place] }
        state.free.append(sums)
        state.next += 1
      }
    }
  }
}
