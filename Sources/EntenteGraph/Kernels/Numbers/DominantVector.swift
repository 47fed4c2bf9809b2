/// The eigenvector of the greatest eigenvalue of a matrix without negative entries, by Krylov subspaces that start anew.
///
/// Sources: C. Lanczos, "An Iteration Method for the Solution of the Eigenvalue Problem", 1950, for symmetric matrices;
/// W. E. Arnoldi, "The Principle of Minimized Iterations", 1951, for others.
struct DominantVector {
  /// How a vector is multiplied by the matrix.
  typealias Product = (_ values: MutableElements<Double>, _ into: MutableElements<Double>) throws -> Void

  private let isSymmetric: Bool
  private let basis: [MutableElements<Double>]

  /// - Parameter start: a vector of length 1 that is not orthogonal to the one sought.
  init(start: [Double], isSymmetric: Bool) {
    self.isSymmetric = isSymmetric
    // One more than the steps before a new start.
    basis = (0...(isSymmetric ? 24 : 16)).map { _ in .allocate(count: start.count) }
    for (place, value) in start.enumerated() { basis[0][place] = value }
  }

  func deallocate() {
    for vector in basis { vector.deallocate() }
  }

  /// The vector, of length 1 and without negative values, or `nil` where it does not settle.
  ///
  /// - Parameters:
  ///   - tolerance: the length of what is left over, as a share of the eigenvalue.
  ///   - maximumProducts: how often to multiply at most.
  func find(
    tolerance: Double, maximumProducts: Int, _ execution: Execution, _ product: Product
  ) throws -> [Double]? {
    var products = 0
    while products < maximumProducts {
      var small = SmallMatrix(capacity: basis.count)
      var isSettled = false
      var weights = [1.0]
      for step in 0..<basis.count - 1 {
        try execution.check()
        try product(basis[step], basis[step + 1])
        products += 1
        execution.report(products, of: maximumProducts)
        let rest = orthogonalize(step, &small)
        let isLast = step == basis.count - 2 || products >= maximumProducts || rest == 0
        if isLast || (step >= 3 && step % 2 == 1) {
          let (value, vector) = isSymmetric ? small.symmetricDominant(step + 1) : small.dominant(step + 1)
          weights = vector
          isSettled = rest * abs(vector[step]) <= tolerance * abs(value)
          if isSettled || isLast { break }
        }
        VectorArithmetic.set(basis[step + 1], to: 1 / rest, times: basis[step + 1])
      }
      combine(weights)
      if isSettled { return basis[0].array() }
    }
    return nil
  }

  /// Takes from the newest vector what lies along those before it; gives the length of the rest.
  private func orthogonalize(_ step: Int, _ small: inout SmallMatrix) -> Double {
    let vector = basis[step + 1]
    let before = VectorArithmetic.length(vector)
    // A symmetric matrix leaves nothing along the vectors further back.
    for earlier in (isSymmetric ? max(0, step - 1) : 0)...step {
      let along = VectorArithmetic.dot(vector, basis[earlier])
      small[earlier, step] = along
      VectorArithmetic.add(-along, times: basis[earlier], to: vector)
    }
    let rest = VectorArithmetic.length(vector)
    small[step + 1, step] = rest
    // Less than rounding leaves behind is nothing: the subspace is closed.
    return rest > 1e-14 * before ? rest : 0
  }

  /// Makes the sum of the basis' vectors the first of them, of length 1 and the sign of most of it.
  private func combine(_ weights: [Double]) {
    let first = basis[0]
    VectorArithmetic.set(first, to: weights[0], times: first)
    for place in 1..<max(1, weights.count) {
      VectorArithmetic.add(weights[place], times: basis[place], to: first)
    }
    var sum = 0.0
    for place in 0..<first.count { sum += first[place] }
    for place in 0..<first.count { first[place] = max(0, sum < 0 ? -first[place] : first[place]) }
    let length = VectorArithmetic.length(first)
    if length > 0 { VectorArithmetic.set(first, to: 1 / length, times: first) }
  }
}
