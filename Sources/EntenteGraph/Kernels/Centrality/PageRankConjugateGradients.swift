/// Conjugate gradients for graphs whose edges lead both ways.
///
/// There the system is symmetric and positive definite in the inner product that divides by the strength of each
/// node. A node that sends nothing has its rank from the beginning.
///
/// Source: M. R. Hestenes, E. Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems", 1952.
struct PageRankConjugateGradients {
  private let system: PageRankSystem
  private let ranks: MutableElements<Double>
  private let residual: MutableElements<Double>
  private let step: MutableElements<Double>
  /// What each node sends of the step along an edge of weight 1.
  private let shares: MutableElements<Double>
  private let image: MutableElements<Double>
  private let inverseStrengths: MutableElements<Double>
  private let partial: MutableElements<Sums>

  init(_ system: PageRankSystem) {
    self.system = system
    let count = system.nodeCount
    ranks = MutableElements.allocate(count: count)
    residual = MutableElements.allocate(count: count)
    step = MutableElements.allocate(count: count)
    shares = MutableElements.allocate(count: count)
    image = MutableElements.allocate(count: count)
    inverseStrengths = system.inverseStrengths
    partial = MutableElements.allocate(count: system.partCount, repeating: Sums())
    for node in 0..<count {
      let start = system.starts[node]
      ranks[node] = inverseStrengths[node] > 0 ? start : (1 - system.damping) * start
      shares[node] = ranks[node] * inverseStrengths[node]
    }
  }

  func deallocate() {
    for elements in [ranks, residual, step, shares, image] { elements.deallocate() }
    partial.deallocate()
  }

  /// What a sweep adds up.
  struct Sums: BitwiseCopyable, Sendable {
    /// A product of two vectors.
    var product = 0.0
    /// How far a round of power iteration would move the ranks.
    var moved = 0.0
  }

  /// The ranks as shares of their sum.
  var normalizedRanks: [Double] { system.normalized(ranks) }

  /// The sum of the ranks, against which `moved` is to be held.
  var sum: Double {
    var sum = 0.0
    for node in 0..<ranks.count { sum += ranks[node] }
    return sum
  }

  /// The residual of the first guess, which is the first step as well.
  func begin(_ execution: Execution) throws -> Sums {
    try receive(execution) { node, received in
      let rank = (1 - system.damping) * system.starts[node] + system.damping * received
      let inverse = inverseStrengths[node]
      let value = inverse > 0 ? rank - ranks[node] : 0
      residual[node] = value
      step[node] = value
      return Sums(product: value * value * inverse, moved: abs(value))
    } finish: { nodes in
      for node in nodes { shares[node] = step[node] * inverseStrengths[node] }
    }
  }

  /// Takes a step, and gives the sums of the new residual.
  func advance(_ sums: Sums, _ execution: Execution) throws -> Sums {
    let (damping, step, shares, image) = (system.damping, step, shares, image)
    let curvature = try receive(execution) { node, received in
      let value = step[node] - damping * received
      image[node] = value
      return Sums(product: shares[node] * value)
    }
    let next = try descend(by: sums.product / curvature.product, execution)
    let ratio = next.product / sums.product
    let (residual, inverseStrengths, bounds) = (residual, inverseStrengths, system.bounds)
    try execution.forEachChunk(system.partCount) { part, _ in
      for node in bounds[part]..<bounds[part + 1] {
        let value = residual[node] + ratio * step[node]
        step[node] = value
        shares[node] = value * inverseStrengths[node]
      }
    }
    return next
  }

  /// Moves the ranks along the step.
  private func descend(by length: Double, _ execution: Execution) throws -> Sums {
    let (ranks, residual, step, image) = (ranks, residual, step, image)
    let (inverseStrengths, partial, bounds) = (inverseStrengths, partial, system.bounds)
    try execution.forEachChunk(system.partCount) { part, _ in
      var sums = Sums()
      for node in bounds[part]..<bounds[part + 1] {
        ranks[node] += length * step[node]
        let value = residual[node] - length * image[node]
        residual[node] = value
        sums.product += value * value * inverseStrengths[node]
        sums.moved += abs(value)
      }
      partial[part] = sums
    }
    return total
  }

  /// Gathers what each node receives of the shares, hands it to `body`, and adds up what that gives; `finish`
  /// follows when all nodes are done.
  @inline(__always) private func receive(
    _ execution: Execution, _ body: @Sendable (Int, Double) -> Sums, finish: ((Range<Int>) -> Void)? = nil
  ) throws -> Sums {
    let (shared, partial, bounds) = (shares.elements, partial, system.bounds)
    try system.read { rows, weights in
      try execution.forEachChunk(system.partCount) { part, _ in
        var sums = Sums()
        for node in bounds[part]..<bounds[part + 1] {
          let added = body(node, PageRankSystem.received(rows, weights, shared, node))
          sums.product += added.product
          sums.moved += added.moved
        }
        partial[part] = sums
      }
    }
    finish?(0..<system.nodeCount)
    return total
  }

  private var total: Sums {
    var sums = Sums()
    for part in 0..<partial.count {
      sums.product += partial[part].product
      sums.moved += partial[part].moved
    }
    return sums
  }
}
