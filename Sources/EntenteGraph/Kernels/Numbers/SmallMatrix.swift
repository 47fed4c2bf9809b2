/// A square matrix of a few rows: what a large one does to a small subspace.
struct SmallMatrix {
  private let capacity: Int
  private var values: [Double]

  init(capacity: Int) {
    self.capacity = capacity
    values = [Double](repeating: 0, count: capacity * capacity)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * capacity + column] }
    set { values[row * capacity + column] = newValue }
  }

  /// The greatest eigenvalue of the first rows and columns, which are symmetric and tridiagonal, and its vector.
  ///
  /// By bisection with Sturm sequences, then by inverse iteration from just above the value, where all pivots are
  /// positive.
  func symmetricDominant(_ count: Int) -> (value: Double, vector: [Double]) {
    let diagonal = (0..<count).map { self[$0, $0] }
    let squares = (0..<count).map { $0 == 0 ? 0 : self[$0, $0 - 1] * self[$0, $0 - 1] }
    let sides = squares.map { $0.squareRoot() }
    var high = -Double.infinity
    var low = -Double.infinity
    for row in 0..<count {
      high = max(high, diagonal[row] + sides[row] + (row + 1 < count ? sides[row + 1] : 0))
      low = max(low, diagonal[row])
    }
    let scale = max(abs(high), abs(low), .leastNormalMagnitude)
    high += 4e-16 * scale
    while high - low > 4e-16 * scale {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      var pivot = 1.0
      var isAbove = true
      for row in 0..<count {
        pivot = middle - diagonal[row] - squares[row] / pivot
        if pivot <= 0 {
          isAbove = false
          break
        }
      }
      if isAbove { high = middle } else { low = middle }
    }
    return (high, inverseIterated(diagonal, sides, shift: high, least: 1e-16 * scale))
  }

  private func inverseIterated(_ diagonal: [Double], _ sides: [Double], shift: Double, least: Double) -> [Double] {
    let count = diagonal.count
    var pivots = diagonal
    for row in 0..<count {
      pivots[row] = max(least, shift - diagonal[row] - (row > 0 ? sides[row] * sides[row] / pivots[row - 1] : 0))
    }
    var vector = [Double](repeating: 1, count: count)
    for _ in 0..<3 {
      for row in 1..<max(1, count) { vector[row] += sides[row] / pivots[row - 1] * vector[row - 1] }
      for row in (0..<count).reversed() {
        vector[row] = (vector[row] + (row + 1 < count ? sides[row + 1] * vector[row + 1] : 0)) / pivots[row]
      }
      vector = Self.unit(vector)
    }
    return vector
  }

  /// The eigenvalue furthest to the right of the first rows and columns, and its vector.
  ///
  /// By squaring again and again, after a shift that keeps other eigenvalues of the same size behind.
  func dominant(_ count: Int) -> (value: Double, vector: [Double]) {
    var power = [Double](repeating: 0, count: count * count)
    var norm = 0.0
    for row in 0..<count {
      for column in 0..<count {
        power[row * count + column] = self[row, column]
        norm = max(norm, abs(self[row, column]))
      }
    }
    guard norm > 0 else { return (0, Self.unit([Double](repeating: 1, count: count))) }
    for row in 0..<count { power[row * count + row] += norm / 4 }
    for _ in 0..<24 { power = Self.squared(power, count) }
    let columns = (0..<count).map { column in (0..<count).map { power[$0 * count + column] } }
    let longest = columns.max { Self.squaredLength($0) < Self.squaredLength($1) } ?? []
    let vector = Self.unit(longest)
    var value = 0.0
    for row in 0..<count {
      for column in 0..<count { value += vector[row] * self[row, column] * vector[column] }
    }
    return (value, vector)
  }

  /// The square, scaled so that its greatest entry is 1.
  private static func squared(_ matrix: [Double], _ count: Int) -> [Double] {
    var square = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for middle in 0..<count {
        let factor = matrix[row * count + middle]
        for column in 0..<count { square[row * count + column] += factor * matrix[middle * count + column] }
      }
    }
    let greatest = square.reduce(0) { max($0, abs($1)) }
    return greatest > 0 ? square.map { $0 / greatest } : square
  }

  private static func squaredLength(_ vector: [Double]) -> Double { vector.reduce(0) { $0 + $1 * $1 } }

  private static func unit(_ vector: [Double]) -> [Double] {
    let greatest = vector.reduce(0) { max($0, abs($1)) }
    guard greatest > 0 else { return vector }
    let scaled = vector.map { $0 / greatest }
    let length = squaredLength(scaled).squareRoot()
    return scaled.map { $0 / length }
  }
}
