#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What is taken to change in a series of numbers.
public enum ChangeModel: Hashable, Sendable {
  /// The rate of counts (Poisson).
  case rate
  /// The mean and the variance of numbers (normal); a piece has at least two of them.
  case meanAndVariance
}

extension CountSeries {
  /// The places at which a new regime begins, ascending; 0 is none of them.
  ///
  /// The series is divided into pieces so that the cost, twice the negative logarithm of the likelihood of each piece under
  /// its own best parameters, plus a penalty for each change is least; of equal divisions the one whose last piece begins
  /// first. No piece is taken to have less than 1e-12 of the variance of the series.
  ///
  /// - Parameter penalty: what a change costs; without it, 2 or 3 (for the parameters of the model and the place) times the
  ///   logarithm of the number of steps.
  /// - Throws: `GraphError` with `invalidArgument` for a penalty below 0, a number that is not finite, or a number below 0
  ///   where rates change.
  /// - Complexity: O(*n*) where changes come at a steady rate, O(*n*²) at worst.
  ///
  /// Source: R. Killick, P. Fearnhead, I. A. Eckley, "Optimal Detection of Changepoints With a Linear Computational Cost",
  /// 2012 (PELT).
  public func changePoints(_ model: ChangeModel = .rate, penalty: Double? = nil) throws(GraphError) -> [Int] {
    let penalty = penalty ?? (model == .rate ? 2 : 3) * log(Double(max(1, values.count)))
    guard penalty >= 0, penalty.isFinite else {
      throw GraphError(.invalidArgument, "a change costs \(penalty), and the penalty is a number not below 0")
    }
    for (place, value) in values.enumerated() where !value.isFinite || (model == .rate && value < 0) {
      throw GraphError(
        .invalidArgument,
        "the number of step \(place) is \(value), and it is finite and, where rates change, not below 0")
    }
    return PieceCosts(values, model).changePoints(penalty: penalty)
  }
}

/// The cost of any piece of a series in constant time, from sums up to each place.
private struct PieceCosts {
  private let model: ChangeModel
  private var sums = [0.0]
  private var squares = [0.0]
  private var leastVariance = 0.0

  init(_ values: [Double], _ model: ChangeModel) {
    self.model = model
    // Sums about the mean lose fewer digits.
    let mean = model == .rate ? 0 : values.reduce(0, +) / Double(max(1, values.count))
    for value in values {
      sums.append(sums[sums.count - 1] + (value - mean))
      squares.append(squares[squares.count - 1] + (value - mean) * (value - mean))
    }
    let variance = squares[values.count] / Double(max(1, values.count))
    leastVariance = variance > 0 ? variance * 1e-12 : 1
  }

  private var shortest: Int { model == .rate ? 1 : 2 }

  private func cost(_ start: Int, _ end: Int) -> Double {
    let length = Double(end - start)
    let sum = sums[end] - sums[start]
    switch model {
    case .rate: return sum > 0 ? 2 * (sum - sum * log(sum / length)) : 0
    case .meanAndVariance:
      let variance = (squares[end] - squares[start]) / length - (sum / length) * (sum / length)
      let fitted = max(variance, leastVariance)
      return length * (log(2 * .pi) + log(fitted) + max(0, variance) / fitted)
    }
  }

  func changePoints(penalty: Double) -> [Int] {
    let count = sums.count - 1
    guard count >= 2 * shortest else { return [] }
    var best = [Double](repeating: .infinity, count: count + 1)
    var last = [Int](repeating: 0, count: count + 1)
    best[0] = -penalty
    var candidates = [0]
    for end in shortest...count {
      if end >= 2 * shortest, best[end - shortest].isFinite { candidates.append(end - shortest) }
      for start in candidates {
        let total = best[start] + cost(start, end) + penalty
        if total < best[end] {
          best[end] = total
          last[end] = start
        }
      }
      // Costs of pieces add up to no more than that of the whole. So where a change before `middle` makes the piece up to
      // there dearer than the best, a change at `middle` is better for all ends that leave room for a piece behind it.
      let middle = end - shortest + 1
      candidates.removeAll { start in
        middle - start >= shortest
          && best[start] + cost(start, middle) > best[middle] + 1e-9 * (1 + best[middle].magnitude)
      }
    }
    var changes: [Int] = []
    var place = last[count]
    while place > 0 {
      changes.append(place)
      place = last[place]
    }
    return changes.reversed()
  }
}
