/// Arithmetic on whole vectors of the same length.
enum VectorArithmetic {
  /// The sum of the products, in four sums that run side by side.
  static func dot(_ left: MutableElements<Double>, _ right: MutableElements<Double>) -> Double {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var place = 0
    let count = left.count
    while place &+ 4 <= count {
      a += left[place] * right[place]
      b += left[place &+ 1] * right[place &+ 1]
      c += left[place &+ 2] * right[place &+ 2]
      d += left[place &+ 3] * right[place &+ 3]
      place &+= 4
    }
    while place < count {
      a += left[place] * right[place]
      place &+= 1
    }
    return (a + b) + (c + d)
  }

  /// The Euclidean length.
  static func length(_ vector: MutableElements<Double>) -> Double { dot(vector, vector).squareRoot() }

  /// Adds a multiple of one vector to another.
  static func add(_ factor: Double, times vector: MutableElements<Double>, to sum: MutableElements<Double>) {
    var place = 0
    let count = sum.count
    while place < count {
      sum[place] += factor * vector[place]
      place &+= 1
    }
  }

  /// Sets one vector to a multiple of another.
  static func set(_ target: MutableElements<Double>, to factor: Double, times vector: MutableElements<Double>) {
    var place = 0
    let count = target.count
    while place < count {
      target[place] = factor * vector[place]
      place &+= 1
    }
  }
}
