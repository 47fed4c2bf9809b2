#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How long to draw ways until the share of each node is known well enough.
///
/// The failure allowed is divided: half of it is for the greatest number of ways, the rest is spread over the nodes, more
/// of it where ways are frequent and so harder to bound.
///
/// Source: M. Borassi, E. Natale, "KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation", 2016.
struct AdaptiveSampling {
  /// So many ways are drawn from one random source.
  private static let blockSize = 256

  private let forward: CSR
  private let backward: CSR
  private let order: [UInt32]
  private let error: Double
  private let failure: Double
  private let seed: UInt64
  private let samplers: [PathSampler]

  /// The most ways that are needed.
  let greatest: Int

  /// - Parameter longest: as many nodes as a shortest way has at most.
  init(
    _ topology: Topology, _ direction: Direction, longest: Int, error: Double, failure: Double, seed: UInt64,
    _ execution: Execution
  ) {
    let degrees = topology.symmetric.read { rows in (0..<rows.nodeCount).map { rows.degree($0) } }
    order = (0..<UInt32(topology.nodeCount)).sorted {
      let (left, right) = (degrees[Int($0)], degrees[Int($1)])
      return left != right ? left > right : $0 < $1
    }
    forward = SubgraphRows(topology, direction, order: order).rows
    let reverse: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    backward = direction == .both ? forward : SubgraphRows(topology, reverse, order: order).rows
    (self.error, self.failure, self.seed) = (error, failure, seed)
    samplers = (0..<execution.threads).map { _ in PathSampler(nodeCount: topology.nodeCount) }
    let dimension = (log2(Double(max(2, longest - 2)))).rounded(.down) + 1
    greatest = Int((0.5 / (error * error) * (dimension + log(2 / failure))).rounded(.up))
  }

  func deallocate() {
    for sampler in samplers { sampler.deallocate() }
  }

  /// The share of ways inside which each node lay, and the number of ways drawn.
  func shares(_ execution: Execution) throws -> (shares: [Double], drawn: Int) {
    // The first ways only tell how to divide the failure; they are not counted, so that the rest does not depend on it.
    var blocks = 0
    let trial = max(1, greatest / 100)
    try draw(trial, from: &blocks, execution)
    let risks = divided(takeCounts().map { Double($0) / Double(trial) })
    var counts = [Int](repeating: 0, count: order.count)
    var drawn = 0
    var goal = max(Self.blockSize, greatest / 8)
    while drawn < greatest {
      let part = min(goal, greatest) - drawn
      try draw(part, from: &blocks, execution)
      drawn += part
      execution.report(drawn, of: greatest)
      for (node, count) in takeCounts().enumerated() { counts[node] += count }
      if isKnown(counts, drawn, risks) { break }
      goal += max(Self.blockSize, goal / 10)
    }
    var shares = [Double](repeating: 0, count: order.count)
    for (number, node) in order.enumerated() { shares[Int(node)] = Double(counts[number]) / Double(drawn) }
    return (shares, drawn)
  }

  /// Draws ways in blocks, each from a random source of its own.
  private func draw(_ count: Int, from blocks: inout Int, _ execution: Execution) throws {
    let first = blocks
    let parts = Execution.parts(of: count, size: Self.blockSize)
    blocks += parts
    try forward.read { forward in
      try backward.read { backward in
        try execution.forEachChunk(parts) { part, worker in
          var random = SplitMix64(seed: seed ^ SplitMix64.mixed(UInt64(first + part + 1)))
          for _ in 0..<min(Self.blockSize, count - part * Self.blockSize) {
            samplers[worker].draw(forward, backward, &random)
          }
        }
      }
    }
  }

  /// The counts of all threads together, which begin anew.
  private func takeCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: order.count)
    for sampler in samplers {
      for node in counts.indices { counts[node] += Int(sampler.counts[node]) }
      sampler.counts.fill(0)
    }
    return counts
  }

  /// For each node, the logarithm of one over the chance that its bound may fail to either side.
  private func divided(_ shares: [Double]) -> [Double] {
    // A quarter is spread evenly, so that rare nodes have bounds as well.
    let even = failure / 4 / 4 / Double(shares.count)
    let rest = failure / 4 * 0.75
    func risk(_ factor: Double, _ share: Double) -> Double { share > 0 ? exp(-factor * error * error / share) : 0 }
    var (low, high) = (0.0, 1 / (error * error))
    while shares.reduce(0, { $0 + risk(high, $1) }) > rest && high < 1e300 { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if shares.reduce(0, { $0 + risk(middle, $1) }) > rest { low = middle } else { high = middle }
    }
    return shares.map { -log(risk(high, $0) + even) }
  }

  /// Whether the bounds of all nodes lie within the error.
  private func isKnown(_ counts: [Int], _ drawn: Int, _ risks: [Double]) -> Bool {
    let (all, most) = (Double(drawn), Double(greatest))
    for (node, count) in counts.enumerated() {
      let share = Double(count) / all
      let risk = risks[node]
      let spread = 2 * share * most / risk
      let (below, above) = (1.0 / 3 - most / all, 1.0 / 3 + most / all)
      if risk / all * (below + (below * below + spread).squareRoot()) > error { return false }
      if risk / all * (above + (above * above + spread).squareRoot()) > error { return false }
    }
    return true
  }
}
