/// Gauss-Seidel iteration: each node takes what its neighbours have become in the same round.
///
/// By node in small graphs; in large ones by block of nodes, so that a block's nodes can be shared between threads.
/// After each round the whole is scaled so that it receives as much as it sends, which takes away the slowest part
/// of the error: one step of aggregation (Y. Saad, "Iterative Methods for Sparse Linear Systems", 2003, § 13.5).
struct PageRankGaussSeidel {
  private static let partsPerBlock = 8

  private let system: PageRankSystem
  private let ranks: MutableElements<Double>
  /// What each node sends along an edge of weight 1.
  private let shares: MutableElements<Double>
  private let inverseStrengths: MutableElements<Double>
  /// What each node has from those who start there.
  private let starts: MutableElements<Double>

  /// The ranks of the nodes that receive nothing.
  private var constant = Sums()

  init(_ system: PageRankSystem) {
    self.system = system
    let count = system.nodeCount
    ranks = MutableElements.allocate(count: count)
    shares = MutableElements.allocate(count: count)
    inverseStrengths = system.inverseStrengths
    starts = MutableElements.allocate(count: count)
    for node in 0..<count {
      starts[node] = (1 - system.damping) * system.starts[node]
      let isReceiver = node < system.receiverCount
      ranks[node] = isReceiver ? system.starts[node] : starts[node]
      shares[node] = ranks[node] * inverseStrengths[node]
      if !isReceiver {
        constant.all += ranks[node]
        constant.dangling += inverseStrengths[node] == 0 ? ranks[node] : 0
      }
    }
  }

  func deallocate() {
    ranks.deallocate()
    shares.deallocate()
    starts.deallocate()
  }

  var normalizedRanks: [Double] { system.normalized(ranks) }

  private struct Sums: BitwiseCopyable, Sendable {
    var moved = 0.0
    var all = 0.0
    var dangling = 0.0

    static func += (left: inout Sums, right: Sums) {
      left.moved += right.moved
      left.all += right.all
      left.dangling += right.dangling
    }
  }

  /// Takes one round and says how far the ranks moved, summed over the nodes, as a share of their sum.
  func advance(_ execution: Execution) throws -> Double {
    let sums = try system.read { rows, weights in
      if system.partCount == 1 {
        return pass(rows, weights, 0..<system.receiverCount, isImmediate: true)
      }
      return try passByBlock(rows, weights, execution)
    }
    let (kept, damping) = (1 - system.damping, system.damping)
    // What receives nothing stays as it is, so only the others are scaled.
    let scale =
      (kept * (1 - constant.all) - damping * constant.dangling) / (kept * sums.all + damping * sums.dangling)
    guard scale.isFinite else { return sums.moved }
    for node in 0..<system.receiverCount {
      ranks[node] *= scale
      shares[node] *= scale
    }
    return (sums.moved + abs(1 - scale) * sums.all) / (sums.all + constant.all)
  }

  private func passByBlock(_ rows: Rows, _ weights: Elements<Double>?, _ execution: Execution) throws -> Sums {
    let partial = MutableElements<Sums>.allocate(count: system.partCount, repeating: Sums())
    defer { partial.deallocate() }
    let (bounds, receivers) = (system.bounds, system.receiverCount)
    for block in stride(from: 0, to: system.partCount, by: Self.partsPerBlock) {
      let parts = min(Self.partsPerBlock, system.partCount - block)
      try execution.forEachChunk(parts) { part, _ in
        let end = min(receivers, bounds[block + part + 1])
        let nodes = min(end, bounds[block + part])..<end
        partial[block + part] = pass(rows, weights, nodes, isImmediate: false)
      }
      // Shares change when the whole block is done: no part sees what another is about to change.
      for node in bounds[block]..<bounds[block + parts] { shares[node] = ranks[node] * inverseStrengths[node] }
    }
    var sums = Sums()
    for part in 0..<partial.count { sums += partial[part] }
    return sums
  }

  private func pass(_ rows: Rows, _ weights: Elements<Double>?, _ nodes: Range<Int>, isImmediate: Bool) -> Sums {
    var sums = Sums()
    let (damping, shared) = (system.damping, shares.elements)
    let (starts, ranks, shares, inverseStrengths) = (starts, ranks, shares, inverseStrengths)
    for node in nodes {
      let rank = starts[node] + damping * PageRankSystem.received(rows, weights, shared, node)
      let inverse = inverseStrengths[node]
      sums.moved += abs(rank - ranks[node])
      sums.all += rank
      sums.dangling += inverse == 0 ? rank : 0
      ranks[node] = rank
      if isImmediate { shares[node] = rank * inverse }
    }
    return sums
  }
}
